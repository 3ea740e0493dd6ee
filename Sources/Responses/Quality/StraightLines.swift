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

  /// The records with a straight line, in order, each with the position among ``blocks`` of the first that it answered so.
  ///
  /// - Complexity: O(records × items until two differ).
  public func lines(of batch: RecordBatch) -> [(row: Int, block: Int)] {
    var found: [(row: Int, block: Int)] = []
    var isFound = [Bool](repeating: false, count: blocks.count > 1 ? batch.count : 0)
    for (position, block) in blocks.enumerated() {
      let columns = block.compactMap { field in
        if case .coded(let codes)? = batch.columns[field] { codes } else { nil }
      }
      // One list, so the codes declared missing are those of all.
      guard columns.count >= least, let isMissing = block.first.map({ missing[$0] }) else { continue }
      for row in 0..<batch.count {
        var code = ChoiceCode.blank
        var answered = 0
        for column in columns where !isMissing[Int(column[row])] {
          if answered > 0, column[row] != code {
            answered = 0
            break
          }
          code = column[row]
          answered += 1
        }
        guard answered >= least else { continue }
        if !isFound.isEmpty {
          if isFound[row] { continue }
          isFound[row] = true
        }
        found.append((row, position))
      }
    }
    return blocks.count > 1 ? found.sorted { $0.row < $1.row } : found
  }
}
