public import Diagnostics
public import FormDefinition
public import Responses

/// One item that people are grouped by.
public struct OpinionItem: Sendable, Hashable {
  /// The question's name.
  public var name: String
  /// The position of its field among the records'.
  public var field: Int
  /// By coded answer (``ChoiceCode``): the point of the scale from 0, or ``OpinionAnswers/missing``.
  var points: [UInt8]
  /// The number of points of the scale.
  var pointCount: Int

  /// Finds the items that a pipeline names.
  ///
  /// - Parameters:
  ///   - indicators: names of consensus indicators, all of whose items are taken; with `items` empty too: all of them.
  ///   - items: names of questions of consensus indicators.
  ///   - position: the place that diagnostics name.
  /// - Returns: each item once, in the order of the indicators sheet, and what cannot be used.
  public static func find(
    indicators: [String], items: [String], form: Form, layout: RecordLayout, position: SourcePosition?
  ) -> (items: [OpinionItem], diagnostics: [Diagnostic]) {
    let consensus = form.indicators.filter { $0.kind == .consensus }
    var diagnostics: [Diagnostic] = []
    func unknown(_ name: String, among names: [String]) {
      let nearest = nearestName(to: name, among: names).map { " (→ \($0)?)" } ?? ""
      diagnostics.append(Diagnostic(.groupItemUnknown, at: position, ["name": name, "suggestion": nearest]))
    }
    for name in indicators where !consensus.contains(where: { $0.name == name }) {
      unknown(name, among: consensus.map(\.name))
    }
    let questions = consensus.flatMap { $0.items.map(\.name) }
    for name in items where !questions.contains(name) { unknown(name, among: questions) }
    var found: [OpinionItem] = []
    for indicator in consensus {
      let isWhole = indicators.contains(indicator.name) || (indicators.isEmpty && items.isEmpty)
      for item in indicator.items where isWhole || items.contains(item.name) {
        guard !found.contains(where: { $0.name == item.name }) else { continue }
        if let usable = OpinionItem(item.name, scale: indicator.scale, layout: layout) {
          found.append(usable)
        } else {
          diagnostics.append(Diagnostic(.groupItemUnsuitable, at: position, field: item.name))
        }
      }
    }
    return (found, diagnostics)
  }

  private init?(_ name: String, scale: [String], layout: RecordLayout) {
    guard let field = layout.index(of: name), layout.fields[field].storage == .coded,
      layout.fields[field].choices.count <= ChoiceCode.longestNarrowList
    else { return nil }
    self.name = name
    self.field = field
    let choices = layout.fields[field].choices
    let missing = Set(layout.fields[field].missingChoices)
    let codes = scale.isEmpty ? choices.indices.filter { !missing.contains($0) }.map { choices[$0] } : scale
    pointCount = codes.count
    points = Array(repeating: OpinionAnswers.missing, count: 256)
    for (position, choice) in choices.enumerated() {
      if let point = codes.firstIndex(of: choice) { points[position + 1] = UInt8(point) }
    }
  }
}
