import Diagnostics

/// The codes of a scale go up or down throughout: indicators score a scale in the order of its list.
///
/// A scale is a list of at least three substantive choices with whole numbers as codes that a question shows as a
/// Likert scale, or an indicator of consensus or need scores without a scale of its own.
enum ScaleOrderCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    for list in scales(of: draft) {
      let choices = draft.form.choiceLists[list]?.substantive ?? []
      let codes = choices.compactMap { Int($0.name) }
      guard codes.count == choices.count, codes.count >= 3, let stranger = firstOutOfOrder(codes) else { continue }
      report.add(
        .formScaleUnordered, at: choices[stranger].position, ["list": list, "name": choices[stranger].name])
    }
  }

  private static func scales(of draft: FormDraft) -> [String] {
    var lists: Set<String> = []
    var byQuestion: [String: String] = [:]
    for row in draft.rows {
      guard case .selectOne(let list)? = row.type else { continue }
      byQuestion[row.name] = list
      if row.cells[.appearance].split(whereSeparator: \.isWhitespace).contains("likert") { lists.insert(list) }
    }
    for row in draft.indicators where row.isKindKnown && row.indicator.scale.isEmpty {
      guard row.indicator.kind == .consensus || row.indicator.kind == .need else { continue }
      for item in row.indicator.items.flatMap(\.questions) { if let list = byQuestion[item] { lists.insert(list) } }
    }
    return lists.sorted()
  }

  /// The place of the first code that goes against the direction of most.
  private static func firstOutOfOrder(_ codes: [Int]) -> Int? {
    let rises = zip(codes, codes.dropFirst()).count { $0 < $1 }
    let falls = zip(codes, codes.dropFirst()).count { $0 > $1 }
    return codes.indices.dropFirst().first { rises >= falls ? codes[$0 - 1] > codes[$0] : codes[$0 - 1] < codes[$0] }
  }
}
