import Responses

/// The rows of a batch of records, table by table.
struct ExportRows {
  private let batch: RecordBatch
  private let plan: ExportPlan
  /// The keys of the records' rows.
  private let recordKeys: [String]
  /// The keys of the rows of each repeat.
  private var repeatKeys: [[String]] = []
  private var parentKeys: [[String]] = []
  /// Where the rows of each parent begin, by repeat.
  private var starts: [[Int]] = []

  /// Looks at a batch; in a public export keys are numbers that count the records of the export.
  ///
  /// - Parameter first: how many records came before.
  init(_ batch: RecordBatch, _ plan: ExportPlan, after first: Int) {
    self.batch = batch
    self.plan = plan
    recordKeys = (0..<batch.count).map { plan.options.isPublic ? "\(first + $0 + 1)" : batch.keys[$0] }
    for (position, rows) in batch.repeats.enumerated() {
      let repeated = plan.layout.repeats[position]
      let outer = repeated.parent.map { repeatKeys[$0] } ?? recordKeys
      var keys: [String] = []
      var parents: [String] = []
      for (parent, count) in rows.counts.enumerated() {
        for number in 0..<Int(count) {
          keys.append("\(outer[parent])/\(repeated.name)[\(number + 1)]")
          parents.append(outer[parent])
        }
      }
      starts.append(rows.starts)
      repeatKeys.append(keys)
      parentKeys.append(parents)
    }
  }

  /// The number of rows of a table.
  func count(of table: ExportTable) -> Int { table.repeated.map { repeatKeys[$0].count } ?? recordKeys.count }

  /// The rows of a repeat that belong to one row of the table around it.
  func rows(ofRepeat position: Int, parent: Int) -> Range<Int> {
    starts[position][parent]..<starts[position][parent + 1]
  }

  /// What stands in a cell.
  func cell(_ row: Int, _ column: ExportColumn, of table: ExportTable) -> ExportCell {
    switch column.content {
    case .key: return .text(table.repeated.map { repeatKeys[$0][row] } ?? recordKeys[row])
    case .parentKey: return .text(table.repeated.map { parentKeys[$0][row] } ?? "")
    case .answer(let position), .label(let position), .tick(let position, _), .place(let position, _, _):
      let answers = table.repeated.map { batch.repeats[$0].columns[position] } ?? batch.columns[position]
      let fields = table.repeated.map { plan.layout.repeats[$0].fields } ?? plan.layout.fields
      guard let answers, answers.state(at: row) == .answered else { return .none }
      return ExportCell(answers, row, fields[position], column)
    }
  }
}
