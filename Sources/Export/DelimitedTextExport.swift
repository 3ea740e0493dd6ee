import DelimitedText
import Diagnostics
import FormDefinition
import Responses

/// Writes every table to a CSV file of its own.
///
/// - Returns: the paths.
func writeDelimitedText(
  _ records: any RecordSource, _ plan: ExportPlan, to path: String
) throws(StageFailure) -> [String] {
  var files: [(table: ExportTable, target: ExportTarget, writer: CSVWriter)] = []
  for table in plan.tables {
    var writer = CSVWriter(
      lineEnd: plan.options.isForExcel ? "\r\n" : "\n", guardsFormulas: !plan.options.isExact,
      byteOrderMark: plan.options.isForExcel)
    writer.row(table.columns.map(\.name))
    files.append((table, try ExportTarget(path: plan.path(of: table, beside: path)), writer))
  }
  var recordCount = 0
  let wanted = plan.wanted
  try records.forEachBatch(fields: wanted.fields, repeats: wanted.repeats) { batch throws(StageFailure) in
    let rows = ExportRows(batch, plan, after: recordCount)
    recordCount += batch.count
    for index in files.indices {
      let table = files[index].table
      for row in 0..<rows.count(of: table) {
        for column in table.columns { files[index].writer.cell(rows.cell(row, column, of: table), column) }
        files[index].writer.endRow()
      }
      try files[index].target.append(files[index].writer.takeBytes())
    }
  }
  for index in files.indices { try files[index].target.append(files[index].writer.takeBytes()) }
  for file in files { try file.target.commit() }
  return files.map(\.target.path)
}

extension CSVWriter {
  fileprivate mutating func cell(_ cell: ExportCell, _ column: ExportColumn) {
    switch cell {
    case .none: self.cell("")
    case .text(let text):
      // A negative result of a calculation is no formula.
      if column.type == .calculate, let number = text.plainNumber { self.cell(number) } else { self.cell(text) }
    case .choice(let position): self.cell(column.text(ofChoice: position))
    case .choices(let positions): self.cell(column.text(ofChoices: positions))
    case .whole(let number): self.cell(Int(number))
    case .decimal(let number): self.cell(number)
    case .day(let day): self.cell(isoDate(day: Int(day)))
    case .time(let milliseconds): self.cell(isoTime(milliseconds))
    case .moment(let milliseconds, let offset):
      self.cell(isoDateTime(milliseconds: milliseconds, offsetMinutes: offset))
    }
  }
}
