public import FormDefinition

/// Finds records that have the same answer to all questions of a block: as if the respondent had ticked down a column.
///
/// A block is the items of a consensus indicator with one list of choices, or consecutive questions of the form with one
/// list. Questions that were not shown or not answered, and codes declared missing, are passed over; as many substantive
/// answers as the rules ask for must be there.
public struct StraightLines: Sendable {
  /// The positions of each block's fields, in the order of the form.
  public let blocks: [[Int]]
  private let missing: [[Bool]]
  private let least: Int

  /// Finds the blocks of a form.
  public init(form: Form, layout: RecordLayout, rules: QualityRules) {
    least = rules.straightLineItems
    let places = Dictionary(layout.fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    var candidates: [[Int]] = []
    for indicator in form.indicators where indicator.kind == .consensus {
      let items = indicator.items.compactMap { item in
        if case .question(let name) = item { places[name] } else { nil }
      }
      candidates += Dictionary(grouping: items) { layout.fields[$0].choices }.values.map { $0.sorted() }
    }
    var run: [Int] = []
    for (place, field) in layout.fields.enumerated() {
      if let last = run.last, field.storage != .coded || layout.fields[last].choices != field.choices {
        candidates.append(run)
        run = []
      }
      if field.storage == .coded { run.append(place) }
    }
    candidates.append(run)
    let kept = candidates.filter { block in
      block.count >= rules.straightLineItems
        && block.allSatisfy {
          layout.fields[$0].storage == .coded && layout.fields[$0].choices.count <= ChoiceCode.longestNarrowList
        }
    }
    // A block within another is judged with it.
    blocks = Set(kept).filter { block in !kept.contains { $0 != block && Set($0).isSuperset(of: block) } }
      .sorted { $0.lexicographicallyPrecedes($1) }
    missing = layout.fields.map { field in
      var flags = [Bool](repeating: false, count: 256)
      (flags[Int(ChoiceCode.blank)], flags[Int(ChoiceCode.notShown)]) = (true, true)
      for position in field.missingChoices where position + 1 < 255 { flags[position + 1] = true }
      return flags
    }
  }

  /// The position among ``blocks`` of the first that each record answered in a straight line; nil: none.
  ///
  /// - Complexity: O(records × items).
  public func lines(of batch: RecordBatch) -> [Int?] {
    var found = [Int?](repeating: nil, count: batch.count)
    for (position, block) in blocks.enumerated() {
      var code = [UInt8](repeating: ChoiceCode.blank, count: batch.count)
      var answered = [Int](repeating: 0, count: batch.count)
      for field in block {
        guard case .coded(let codes)? = batch.columns[field] else { continue }
        for row in codes.indices where !missing[field][Int(codes[row])] && answered[row] >= 0 {
          if answered[row] == 0 { code[row] = codes[row] }
          answered[row] = code[row] == codes[row] ? answered[row] + 1 : -1
        }
      }
      for row in found.indices where found[row] == nil && answered[row] >= least { found[row] = position }
    }
    return found
  }
}
