internal import CivilCalendar
internal import Diagnostics
internal import YAML

/// Reads settings out of YAML, collecting what is wrong with the place of each.
struct SettingsReader {
  let source: String
  var diagnostics: [Diagnostic] = []

  init(source: String) { self.source = source }

  /// The entries of a section by key; unknown keys and those of other versions are findings.
  mutating func section(
    _ node: YAMLNode, named section: String, known: [String], unsupported: [String] = []
  ) -> [String: YAMLNode] {
    guard let entries = node.entries else {
      if !node.isNull { bad(node, key: section, "\(known.joined(separator: ": …, ")): …") }
      return [:]
    }
    var values: [String: YAMLNode] = [:]
    for entry in entries {
      let key = entry.key.text ?? ""
      if known.contains(key) {
        values[key] = entry.value
      } else if unsupported.contains(key) {
        report(.pipelineUnsupportedKey, at: entry.key, ["key": key, "section": section])
      } else {
        let nearest = nearestName(to: key, among: known).map { " (→ \($0)?)" } ?? ""
        report(
          .pipelineUnknownKey, at: entry.key,
          ["key": key, "section": section, "suggestion": nearest, "known": known.joined(separator: ", ")])
      }
    }
    return values
  }

  /// A text.
  mutating func text(_ node: YAMLNode?, key: String) -> String? {
    guard let node else { return nil }
    if let text = node.text { return text }
    bad(node, key: key, "…")
    return nil
  }

  /// One of a few words.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ node: YAMLNode?, key: String, as type: Word.Type
  ) -> Word? where Word.RawValue == String {
    guard let node else { return nil }
    if let word = node.text.flatMap(Word.init(rawValue:)) { return word }
    bad(node, key: key, Word.allCases.map(\.rawValue).joined(separator: " | "))
    return nil
  }

  /// A whole number of at least a least one.
  mutating func integer(_ node: YAMLNode?, key: String, atLeast least: Int) -> Int? {
    guard let node else { return nil }
    if let number = node.integer, number >= least { return number }
    bad(node, key: key, "1, 2, 3, … (≥ \(least))")
    return nil
  }

  /// A number inside an open range.
  mutating func number(_ node: YAMLNode?, key: String, between low: Double, and high: Double) -> Double? {
    guard let node else { return nil }
    if let number = node.number, number > low, number < high { return number }
    bad(node, key: key, "\(low) < x < \(high)")
    return nil
  }

  /// One text or a list of texts.
  mutating func texts(_ node: YAMLNode?, key: String) -> [(text: String, node: YAMLNode)] {
    guard let node, !node.isNull else { return [] }
    if let text = node.text { return [(text, node)] }
    guard let items = node.items else {
      bad(node, key: key, "[a, b]")
      return []
    }
    return items.compactMap { item in
      if let text = item.text { return (text, item) }
      bad(item, key: key, "a")
      return nil
    }
  }

  /// A day `yyyy-MM-dd`, counted from 1970-01-01.
  mutating func day(_ node: YAMLNode?, key: String) -> CivilDay? {
    guard let node else { return nil }
    if let day = node.text.flatMap(CivilDay.init(iso:)) { return day }
    bad(node, key: key, "yyyy-MM-dd")
    return nil
  }

  /// Reports a key that must be there.
  mutating func missing(_ key: String, in section: String, at node: YAMLNode) {
    report(.pipelineMissingKey, at: node, ["key": key, "section": section])
  }

  /// Reports a value of the wrong kind.
  mutating func bad(_ node: YAMLNode, key: String, _ expected: String) {
    report(.pipelineBadValue, at: node, ["key": key, "expected": expected])
  }

  /// Reports a finding at a value.
  mutating func report(_ code: DiagnosticCode, at node: YAMLNode, _ arguments: [String: String]) {
    diagnostics.append(Diagnostic(code, at: position(of: node), arguments))
  }

  /// The place of a value.
  func position(of node: YAMLNode) -> SourcePosition {
    SourcePosition(file: source, line: node.line, column: node.column)
  }
}
