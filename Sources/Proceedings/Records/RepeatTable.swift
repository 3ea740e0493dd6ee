import Diagnostics
import FormDefinition
import Responses

/// The rows of a repeat with some answers of their record, as texts; "" for what was not answered.
struct RepeatTable: Sendable {
  /// One row of the repeat.
  struct Row: Sendable {
    /// The record's position in the order of the source.
    var record: Int
    /// The record's answers, in the order asked for.
    var around: [String]
    /// The row's answers, in the order asked for.
    var own: [String]
  }

  private(set) var rows: [Row] = []
  /// Of every record, those without rows included, the answers asked for.
  private(set) var records: [[String]] = []

  /// Reads the rows of one repeat.
  ///
  /// - Parameters:
  ///   - name: the repeat.
  ///   - around: questions of the record.
  ///   - own: questions of the repeat.
  ///   - section: the section of the pipeline that asks, for findings.
  /// - Throws: ``ExitCode/unusableInput`` when a question is not there, and what the source throws.
  /// - Complexity: O(rows × questions).
  init(
    of source: some RecordSource, repeat name: String, around: [String], own: [String], section: String
  ) throws(StageFailure) {
    let layout = source.layout
    let place = layout.repeats.firstIndex { $0.name == name && $0.parent == nil }
    let fields = around.map { layout.index(of: $0) }
    let ownFields = own.map { question in
      place.flatMap { layout.repeats[$0].fields.firstIndex { $0.name == question } }
    }
    let missing =
      (place == nil ? [name] : []) + zip(around, fields).filter { $0.1 == nil }.map(\.0)
      + (place == nil ? [] : zip(own, ownFields).filter { $0.1 == nil }.map(\.0))
    guard let place, missing.isEmpty else {
      throw StageFailure(
        missing.map {
          Diagnostic(
            .proceedingsQuestionMissing,
            ["form": layout.formIdentifier, "name": $0, "key": "proceedings.\(section)"])
        }, exitCode: .unusableInput)
    }
    let recordFields = fields.compactMap(\.self)
    let rowFields = ownFields.compactMap(\.self)
    try source.forEachBatch(fields: Set(recordFields).sorted(), repeats: [place: Set(rowFields).sorted()]) { batch in
      let start = records.count
      for row in 0..<batch.count {
        records.append(recordFields.map { batch.columns[$0]?.text(at: row, of: layout.fields[$0]) ?? "" })
      }
      let repeated = batch.repeats[place]
      for (row, parent) in repeated.parents.enumerated() {
        let own = rowFields.map { field in
          repeated.columns[field]?.text(at: row, of: layout.repeats[place].fields[field]) ?? ""
        }
        rows.append(Row(record: start + parent, around: records[start + parent], own: own))
      }
    }
  }
}
