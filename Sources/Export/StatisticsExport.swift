import Diagnostics
import FormDefinition
import Responses
import StatisticalFiles

/// Writes every table to a file for SPSS or Stata.
///
/// A first scan finds how long texts are and how many rows there are, the last one writes; in between the long texts of
/// Stata, which stand apart from the rows, are gathered.
/// - Returns: the paths.
func writeStatistics(
  _ records: any RecordSource, _ plan: ExportPlan, as format: StatisticalFormat, to path: String,
  _ diagnostics: inout [Diagnostic]
) throws(StageFailure) -> [String] {
  let measures = try measures(records, plan)
  var files: [StatisticsFile] = []
  for (table, measure) in zip(plan.tables, measures) {
    let target = try ExportTarget(path: plan.path(of: table, beside: path))
    let texts = format == .stata ? try longTexts(records, plan, table, measure, format) : LongTexts()
    files.append(try StatisticsFile(table, measure, texts, plan, format, target))
  }
  var recordCount = 0
  let wanted = plan.wanted
  try records.forEachBatch(fields: wanted.fields, repeats: wanted.repeats) { batch throws(StageFailure) in
    let rows = ExportRows(batch, plan, after: recordCount)
    recordCount += batch.count
    for file in files { try file.append(rows) }
  }
  for file in files { try file.finish() }
  for file in files { try file.target.commit() }
  diagnostics += files.flatMap(\.diagnostics)
  return files.map(\.target.path)
}

/// How many rows a table has, how many bytes the longest text of each column, and which calculations are all numbers.
private struct TableMeasure {
  var rowCount = 0
  var textLengths: [Int]
  var numbers: [Bool]

  init(_ table: ExportTable) {
    textLengths = Array(repeating: 0, count: table.columns.count)
    numbers = table.columns.map { $0.type == .calculate }
  }
}

private func measures(_ records: any RecordSource, _ plan: ExportPlan) throws(StageFailure) -> [TableMeasure] {
  var measures = plan.tables.map(TableMeasure.init)
  var recordCount = 0
  let wanted = plan.wanted
  try records.forEachBatch(fields: wanted.fields, repeats: wanted.repeats) { batch throws(StageFailure) in
    let rows = ExportRows(batch, plan, after: recordCount)
    recordCount += batch.count
    for (index, table) in plan.tables.enumerated() {
      let count = rows.count(of: table)
      measures[index].rowCount += count
      for (position, column) in table.columns.enumerated() where column.kind == nil {
        for row in 0..<count {
          guard case .text(let text) = rows.cell(row, column, of: table) else { continue }
          measures[index].textLengths[position] = max(measures[index].textLengths[position], text.utf8.count)
          if !text.isEmpty, text.plainNumber == nil { measures[index].numbers[position] = false }
        }
      }
    }
  }
  return measures
}

/// The columns of a table whose texts stand apart from the rows, and these texts.
private struct LongTexts {
  var columns: Set<Int> = []
  var texts: Set<String> = []
}

/// Gathers the texts of the columns of which one is too long for a row.
///
/// - Returns: no columns when their texts are too many for the memory: they are cut then.
private func longTexts(
  _ records: any RecordSource, _ plan: ExportPlan, _ table: ExportTable, _ measure: TableMeasure,
  _ format: StatisticalFormat
) throws(StageFailure) -> LongTexts {
  var long = LongTexts()
  long.columns = Set(
    table.columns.indices.filter { index in
      table.columns[index].kind == nil && !measure.numbers[index] && measure.textLengths[index] > format.longestText
    })
  if long.columns.isEmpty { return long }
  var byteCount = 0
  var recordCount = 0
  let wanted = plan.wanted
  try records.forEachBatch(fields: wanted.fields, repeats: wanted.repeats) { batch throws(StageFailure) in
    let rows = ExportRows(batch, plan, after: recordCount)
    recordCount += batch.count
    for index in long.columns where byteCount <= ExportOptions.longTextByteLimit {
      for row in 0..<rows.count(of: table) {
        guard case .text(let text) = rows.cell(row, table.columns[index], of: table), long.texts.insert(text).inserted
        else { continue }
        byteCount += text.utf8.count
      }
    }
  }
  return byteCount <= ExportOptions.longTextByteLimit ? long : LongTexts()
}

/// A statistics file that is being written.
private final class StatisticsFile {
  let table: ExportTable
  let target: ExportTarget
  private var writer: StatisticalFileWriter
  private var rowsLeft: Int
  private var cutCounts: [Int]
  private let limit: Int
  /// What each column holds; nil for texts.
  private let kinds: [StatisticalVariable.Kind?]

  init(
    _ table: ExportTable, _ measure: TableMeasure, _ long: LongTexts, _ plan: ExportPlan,
    _ format: StatisticalFormat, _ target: ExportTarget
  ) throws(StageFailure) {
    self.table = table
    self.target = target
    rowsLeft = measure.rowCount
    cutCounts = Array(repeating: 0, count: table.columns.count)
    limit = format.longestText
    let kinds = table.columns.indices.map { index -> StatisticalVariable.Kind? in
      let isNumber = measure.numbers[index] && measure.textLengths[index] > 0
      return table.columns[index].kind ?? (isNumber ? .number(decimals: 4) : nil)
    }
    self.kinds = kinds
    let names = Self.names(of: table, format)
    let variables = table.columns.indices.map { index in
      let column = table.columns[index]
      let length = min(max(1, measure.textLengths[index]), format.longestText)
      return StatisticalVariable(
        name: names[index],
        // The name in the form is told where the program's rules forbid it.
        label: names[index] == column.name ? column.label : "[\(column.name)] \(column.label)",
        kind: kinds[index] ?? (long.columns.contains(index) ? .longText : .text(byteCount: length)),
        valueLabels: column.valueLabels(plan.labels, plan.options.language), isOrdinal: column.isOrdinal)
    }
    do throws(StatisticalFileFailure) {
      writer = try StatisticalFileWriter(
        format, title: plan.form.title.text(in: plan.options.language), variables: variables,
        rowCount: measure.rowCount, longTexts: long.texts.sorted())
    } catch {
      throw libraryFailure(error.message, "ReadStat")
    }
  }

  /// Names that the program allows; those that are allowed as they are go first, so that questions keep theirs.
  private static func names(of table: ExportTable, _ format: StatisticalFormat) -> [String] {
    var naming = StatisticalNames(format)
    let isPart = table.columns.map { column in
      switch column.content {
      case .tick, .place: true
      case .key, .parentKey, .answer, .label: false
      }
    }
    var names = table.columns.map(\.name)
    for index in names.indices where !isPart[index] { names[index] = naming.name(names[index]) }
    for index in names.indices where isPart[index] { names[index] = naming.name(names[index]) }
    return names
  }

  /// What had to be cut.
  var diagnostics: [Diagnostic] {
    zip(table.columns, cutCounts).filter { $0.1 > 0 }.map { column, count in
      Diagnostic(.exportTextCut, ["column": column.name, "count": "\(count)", "limit": "\(limit)"])
    }
  }

  func append(_ rows: ExportRows) throws(StageFailure) {
    // Records taken in since the first scan are for the next export.
    let count = min(rowsLeft, rows.count(of: table))
    rowsLeft -= count
    for row in 0..<count {
      do throws(StatisticalFileFailure) {
        try writer.beginRow()
        for (position, column) in table.columns.enumerated() {
          try set(rows.cell(row, column, of: table), at: position, column)
        }
        try writer.endRow()
      } catch {
        throw libraryFailure(error.message, "ReadStat")
      }
      if writer.pendingByteCount >= 1 << 18 { try target.append(writer.takeBytes()) }
    }
  }

  func finish() throws(StageFailure) {
    guard rowsLeft == 0 else { throw StageFailure(Diagnostic(.exportStoreChanged), exitCode: .locked) }
    do throws(StatisticalFileFailure) {
      try writer.finish()
    } catch {
      throw libraryFailure(error.message, "ReadStat")
    }
    try target.append(writer.takeBytes())
  }

  private func set(_ cell: ExportCell, at position: Int, _ column: ExportColumn) throws(StatisticalFileFailure) {
    switch cell {
    case .none, .choices: try writer.setMissing(position)
    case .text(let text):
      if kinds[position] == nil {
        if try writer.set(position, text) { cutCounts[position] += 1 }
      } else if let number = Double(text) {
        try writer.set(position, number)
      } else {
        try writer.setMissing(position)
      }
    case .choice(let choice):
      if column.choices.indices.contains(choice) {
        try writer.set(position, column.choices[choice].number)
      } else {
        try writer.setMissing(position)
      }
    case .whole(let number), .day(let number), .time(let number): try writer.set(position, Double(number))
    case .decimal(let number): try writer.set(position, number)
    case .moment(let milliseconds, let offset):
      try writer.set(position, Double(milliseconds) + Double(offset) * 60_000)
    }
  }
}

extension ExportColumn {
  /// What the column holds in a statistics file; nil for texts.
  fileprivate var kind: StatisticalVariable.Kind? {
    switch (content, type) {
    case (.tick, _), (.place, _), (_, .selectOne), (_, .integer): .number(decimals: 0)
    case (_, .decimal), (_, .range): .number(decimals: 4)
    case (_, .date), (_, .metadata(.today)): .date
    case (_, .time): .time
    case (_, .dateTime), (_, .metadata(.start)), (_, .metadata(.end)): .dateTime
    default: nil
    }
  }

  fileprivate func valueLabels(
    _ labels: ExportOptions.Labels, _ language: String
  ) -> [StatisticalVariable.ValueLabel] {
    if case .tick = content {
      let words = language.hasPrefix("vi") ? ["Không chọn", "Chọn"] : ["Not chosen", "Chosen"]
      return [.init(value: 0, label: words[0]), .init(value: 1, label: words[1])]
    }
    return choices.map { choice in
      let label =
        switch labels {
        case .codes: choice.code
        case .labels: choice.label
        case .both: "\(choice.code) – \(choice.label)"
        }
      return .init(value: choice.number, label: label, isMissing: choice.missing != nil)
    }
  }
}
