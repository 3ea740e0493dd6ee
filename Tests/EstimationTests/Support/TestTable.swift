import DelimitedText
import Diagnostics
import FormDefinition
import Foundation
import Responses

/// A committed table of the fixtures.
func fixture(_ path: String) throws -> DelimitedTable {
  let url = Bundle.module.bundleURL.appendingPathComponent("Fixtures").appendingPathComponent(path)
  return DelimitedTable(bytes: Array(try Data(contentsOf: url)), source: path)
}

/// Records built from cells of text, in batches of a given size.
struct TestRecords: RecordSource {
  let layout: RecordLayout
  var rows: [[String]]
  var batchSize = 1000
  var isSimulated = false

  var recordCount: Int { rows.count }

  init(_ fields: [Field], rows: [[String]], batchSize: Int = 1000) {
    layout = RecordLayout(formIdentifier: "test", formVersion: "1", fields: fields)
    self.rows = rows
    self.batchSize = batchSize
  }

  /// The columns of a table that have a field's name; an empty cell or NA is no answer.
  init(_ table: DelimitedTable, fields: [Field]) {
    let columns = fields.map { table.column(named: $0.name) }
    self.init(fields, rows: table.rows.map { row in columns.map { $0.map { row[$0] } ?? "" } })
  }

  func forEachBatch(
    fields: [Int], repeats: [Int: [Int]], _ body: (RecordBatch) throws(StageFailure) -> Void
  ) throws(StageFailure) {
    var start = 0
    while start < rows.count {
      let part = rows[start..<min(rows.count, start + batchSize)]
      var columns = [AnswerColumn?](repeating: nil, count: layout.fields.count)
      for field in fields { columns[field] = Self.column(layout.fields[field], part.map { $0[field] }) }
      var keys = TextColumn()
      for number in part.indices { keys.append("\(number)".utf8) }
      try body(
        RecordBatch(
          layout: layout, columns: columns, keys: keys, recordNumbers: part.indices.map { UInt32($0 + 1) }, digests: [])
      )
      start += batchSize
    }
  }

  private static func column(_ field: Field, _ cells: [String]) -> AnswerColumn {
    let states = cells.map { $0.isEmpty || $0 == "NA" ? AnswerState.blank.rawValue : AnswerState.answered.rawValue }
    switch field.storage {
    case .coded:
      return .coded(
        cells.map { cell in
          if cell == "-" { return ChoiceCode.notShown }
          return UInt8((field.choices.firstIndex(of: cell) ?? -1) + 1)
        })
    case .integer, .date: return .integer(IntegerColumn(states: states, values: cells.map { Int64($0) ?? 0 }))
    case .decimal: return .decimal(DecimalColumn(states: states, values: cells.map { Double($0) ?? 0 }))
    case .multiple:
      return .multiple(
        MultipleColumn(
          states: states, wordsPerRecord: 1,
          words: cells.map { cell in
            cell.split(separator: " ").reduce(0) { word, name in
              field.choices.firstIndex(of: String(name)).map { word | 1 << UInt64($0) } ?? word
            }
          }))
    case .ranking:
      let width = field.choices.count
      return .ranking(
        RankingColumn(
          states: states, width: width,
          places: cells.flatMap { cell in
            let codes = cell.split(separator: " ").map { UInt8((field.choices.firstIndex(of: String($0)) ?? -1) + 1) }
            return codes + Array(repeating: 0, count: width - codes.count)
          }))
    default:
      var column = TextColumn()
      for (cell, state) in zip(cells, states) {
        column.append(cell.utf8, state: AnswerState(rawValue: state) ?? .blank)
      }
      return .text(column)
    }
  }
}

/// A form with indicators and nothing else: all that estimation looks at.
func testForm(_ indicators: [Indicator]) -> Form {
  var form = Form(identifier: "test")
  form.indicators = indicators
  return form
}

/// An indicator over single questions.
func indicator(
  _ name: String, _ kind: IndicatorKind, _ items: [String], agree: [String] = [], reverse: Set<String> = [],
  scale: [String] = [], parameters: [String: String] = [:]
) -> Indicator {
  var indicator = Indicator(name: name, kind: kind, position: SourcePosition(file: "indicators.csv", line: 2))
  indicator.items = items.map { item in
    let ratio = item.split(separator: "/").map(String.init)
    if kind == .ratio, ratio.count == 2 { return .ratio(numerator: ratio[0], denominator: ratio[1]) }
    let parts = item.split(separator: "|").map(String.init)
    return parts.count == 2 ? .pair(importance: parts[0], provision: parts[1]) : .question(item)
  }
  indicator.agree = agree
  indicator.reverse = reverse
  indicator.scale = scale
  indicator.parameters = parameters
  return indicator
}

/// A question with one answer of a list.
func coded(_ name: String, _ choices: [String], missing: [Int] = []) -> Field {
  Field(name: name, path: [name], storage: .coded, choices: choices, missingChoices: missing)
}

/// A question of another kind.
func field(_ name: String, _ storage: FieldStorage, _ choices: [String] = []) -> Field {
  Field(name: name, path: [name], storage: storage, choices: choices)
}
