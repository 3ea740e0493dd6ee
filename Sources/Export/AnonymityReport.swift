import Diagnostics
import FormDefinition
import Responses

/// How many records share their answers to the questions by which people could be recognised.
///
/// A file is k-anonymous when every such combination of answers occurs k times or more (Samarati & Sweeney 1998).
public struct AnonymityReport: Sendable, Hashable {
  /// The questions looked at, in the order of the form.
  public var questions: [String]
  /// The number of records.
  public var recordCount: Int
  /// The records in the smallest group; 0 without records.
  public var smallestGroup: Int
  /// The records in groups of fewer than some number.
  private var sizes: [Int: Int]

  /// The records that share their answers with fewer than `size` records, themselves counted: with 2 the unique ones.
  public func records(inGroupsBelow size: Int) -> Int {
    sizes.reduce(0) { $1.key < size ? $0 + $1.value : $0 }
  }

  /// Counts the groups of records.
  ///
  /// An answer not given counts as an answer of its own.
  /// - Parameter names: the questions; nil: those of the form's indicators of shares.
  /// - Throws: ``ExitCode/usage`` for a name that is no question of a public file; what the source throws.
  /// - Complexity: one scan; memory grows with the number of groups.
  init(_ records: any RecordSource, _ plan: ExportPlan, form: Form, names: [String]?) throws(StageFailure) {
    guard let table = plan.tables.first(where: { $0.repeated == nil }) else {
      self.init(questions: [], groups: [:])
      return
    }
    func position(_ column: ExportColumn) -> Int? {
      switch column.content {
      case .answer(let position), .tick(let position, _), .place(let position, _, _): position
      default: nil
      }
    }
    let known = Set(table.columns.compactMap(position)).sorted()
    let fields = plan.layout.fields
    let wanted =
      names
      ?? form.indicators.filter { $0.kind == .share || $0.kind == .multiple }.flatMap { $0.items.map(\.name) }
    let unknown = (names ?? []).filter { name in !known.contains { fields[$0].name == name } }
    if !unknown.isEmpty {
      throw StageFailure(
        unknown.map { name in
          Diagnostic(
            .exportQuestionUnknown, field: name,
            ["suggestion": nearestName(to: name, among: known.map { fields[$0].name }).map { " (\($0)?)" } ?? ""])
        }, exitCode: .usage)
    }
    let questions = known.filter { wanted.contains(fields[$0].name) }
    let columns = table.columns.filter { column in
      if case .label = column.content { return false }
      return position(column).map(questions.contains) ?? false
    }
    var groups: [[String]: Int] = [:]
    try records.forEachBatch(fields: questions, repeats: [:]) { batch in
      let rows = ExportRows(batch, plan, after: 0)
      for row in 0..<batch.count {
        groups[columns.map { "\(rows.cell(row, $0, of: table))" }, default: 0] += 1
      }
    }
    self.init(questions: questions.map { fields[$0].name }, groups: groups)
  }

  private init(questions: [String], groups: [[String]: Int]) {
    self.questions = questions
    recordCount = groups.values.reduce(0, +)
    smallestGroup = groups.values.min() ?? 0
    sizes = [:]
    for size in groups.values { sizes[size, default: 0] += size }
  }

  /// What it says, for who publishes the file.
  ///
  /// - Parameter limit: the smallest group that may be published; nil: 3, of which is warned only.
  func finding(limit: Int?) -> Diagnostic? {
    if recordCount == 0 || questions.isEmpty { return nil }
    let isSmall = smallestGroup < (limit ?? 3)
    return Diagnostic(
      isSmall ? (limit == nil ? .exportSmallGroups : .exportGroupsBelowLimit) : .exportGroups,
      [
        "questions": questions.joined(separator: ", "), "smallest": String(smallestGroup),
        "count": String(recordCount), "single": String(records(inGroupsBelow: 2)),
        "three": String(records(inGroupsBelow: 3)), "five": String(records(inGroupsBelow: 5)),
        "limit": String(limit ?? 3),
      ])
  }
}
