import DelimitedText
import Diagnostics
import FormDefinition
import Responses

/// Writes records as JSON objects, the rows of repeats as arrays inside them.
func writeJSON(_ records: any RecordSource, _ plan: ExportPlan, to path: String) throws(StageFailure) {
  let target = try ExportTarget(path: path)
  try target.append(
    Array(
      """
      {"form": \(plan.form.identifier.quotedForJSON), "version": \(plan.form.version.quotedForJSON), "records": [
      """.utf8))
  var recordCount = 0
  let wanted = plan.wanted
  try records.forEachBatch(fields: wanted.fields, repeats: wanted.repeats) { batch throws(StageFailure) in
    let objects = JSONRows(plan: plan, rows: ExportRows(batch, plan, after: recordCount))
    for row in 0..<batch.count {
      try target.append(Array(((recordCount + row == 0 ? "\n" : ",\n") + objects.object(row, of: 0)).utf8))
    }
    recordCount += batch.count
  }
  try target.append(Array("\n]}\n".utf8))
  try target.commit()
}

/// Writes the rows of a batch as JSON.
private struct JSONRows {
  let plan: ExportPlan
  let rows: ExportRows

  /// A row of a table with the rows of the repeats inside it.
  func object(_ row: Int, of position: Int) -> String {
    let table = plan.tables[position]
    var members = table.columns.filter { $0.content != .parentKey }.map { column in
      "\(column.name.quotedForJSON): \(value(rows.cell(row, column, of: table), column))"
    }
    for (index, inner) in plan.tables.enumerated() {
      guard let repeated = inner.repeated, plan.layout.repeats[repeated].parent == table.repeated else { continue }
      let objects = rows.rows(ofRepeat: repeated, parent: row).map { object($0, of: index) }
      var name = inner.name
      while table.columns.contains(where: { $0.name == name }) { name += "_" }
      members.append("\(name.quotedForJSON): [\(objects.joined(separator: ", "))]")
    }
    return "{\(members.joined(separator: ", "))}"
  }

  private func value(_ cell: ExportCell, _ column: ExportColumn) -> String {
    switch cell {
    case .none: "null"
    case .text(let text): text.quotedForJSON
    case .choice(let position): column.text(ofChoice: position).quotedForJSON
    case .choices(let positions):
      "[\(positions.map { column.text(ofChoice: $0).quotedForJSON }.joined(separator: ", "))]"
    case .whole(let number): "\(number)"
    case .decimal(let number): number.shortestText
    case .day(let day): isoDate(day: Int(day)).quotedForJSON
    case .time(let milliseconds): isoTime(milliseconds).quotedForJSON
    case .moment(let milliseconds, let offset):
      isoDateTime(milliseconds: milliseconds, offsetMinutes: offset).quotedForJSON
    }
  }
}
