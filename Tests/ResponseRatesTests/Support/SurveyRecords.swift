import Diagnostics
import FormDefinition
import Responses
import Testing

/// Records of a form built from cells of text: "" is no answer, "-" was not shown; moments are minutes since 1970-01-01.
struct SurveyRecords: RecordSource {
  let layout: RecordLayout
  /// The names of the columns given; other questions were not shown.
  let columns: [String]
  var rows: [[String]]
  var batchSize = 1000
  var isSimulated = false

  init(_ form: Form, columns: [String], rows: [[String]], batchSize: Int = 1000) {
    layout = RecordLayout(form: form)
    self.columns = columns
    self.rows = rows
    self.batchSize = batchSize
  }

  var recordCount: Int { rows.count }

  func forEachBatch(
    fields: [Int], repeats: [Int: [Int]], _ body: (RecordBatch) throws(StageFailure) -> Void
  ) throws(StageFailure) {
    for start in stride(from: 0, to: rows.count, by: batchSize) {
      let part = rows[start..<min(rows.count, start + batchSize)]
      var batchColumns = [AnswerColumn?](repeating: nil, count: layout.fields.count)
      for place in fields {
        let field = layout.fields[place]
        let column = columns.firstIndex(of: field.name)
        batchColumns[place] = Self.column(field, part.map { row in column.map { row[$0] } ?? "-" })
      }
      var keys = TextColumn()
      for number in part.indices { keys.append("\(number)".utf8) }
      try body(
        RecordBatch(
          layout: layout, columns: batchColumns, keys: keys, recordNumbers: part.indices.map { UInt32($0 + 1) },
          digests: [UInt8](repeating: 0, count: 16 * part.count)))
    }
  }

  /// Keys, numbers and digests left out, as a store may.
  func forEachAnonymousBatch(
    fields: [Int], _ body: (RecordBatch) throws(StageFailure) -> Void
  ) throws(StageFailure) {
    try forEachBatch(fields: fields) { (batch) throws(StageFailure) in
      var keys = TextColumn()
      for _ in 0..<batch.count { keys.append("".utf8) }
      try body(
        RecordBatch(layout: layout, columns: batch.columns, keys: keys, recordNumbers: [], digests: []))
    }
  }

  private static func column(_ field: Field, _ cells: [String]) -> AnswerColumn {
    let states = cells.map { cell -> UInt8 in
      let state: AnswerState = cell == "-" ? .notShown : cell.isEmpty ? .blank : .answered
      return state.rawValue
    }
    switch field.storage {
    case .coded:
      return .coded(
        cells.map { $0 == "-" ? ChoiceCode.notShown : UInt8((field.choices.firstIndex(of: $0) ?? -1) + 1) })
    case .dateTime:
      return .dateTime(
        DateTimeColumn(
          states: states, milliseconds: cells.map { (Int64($0) ?? 0) * 60_000 },
          offsetMinutes: cells.map { _ in 420 }))
    case .multiple:
      return .multiple(
        MultipleColumn(
          states: states, wordsPerRecord: 1,
          words: cells.map { cell in
            cell.split(separator: " ").reduce(0) { word, name in
              field.choices.firstIndex(of: String(name)).map { word | 1 << UInt64($0) } ?? word
            }
          }))
    default:
      var column = TextColumn()
      for (cell, state) in zip(cells, states) {
        column.append((cell == "-" ? "" : cell).utf8, state: AnswerState(rawValue: state) ?? .blank)
      }
      return .text(column)
    }
  }
}

/// A form of six statements with moments, the texts `unit`, `sector`, `token`, and a question with several answers.
func statementForm() throws -> Form {
  var survey = "type,name,label\nstart,start,\nend,end,\ntext,unit,U\ntext,sector,S\ntext,token,T\n"
  for item in 1...6 { survey += "select_one five,a\(item),A\(item)\n" }
  survey += "select_multiple kinds,kinds,K\ntext,words,W\n"
  let choices =
    "list_name,name,label,missing\n" + (1...5).map { "five,\($0),\($0),\n" }.joined()
    + "five,98,DK,dont_know\nfive,99,NA,no_answer\nkinds,x,X,\nkinds,y,Y,\nkinds,99,NA,no_answer\n"
  let indicators =
    "name,kind,items,label::en,group,scale,agree,reverse,params\nstatements,consensus,a*,S,g,1 2 3 4 5,4 5,,\n"
  let reading = Form.read(
    FormSheets(
      source: "forms/s",
      sheets: [
        "survey": Array(survey.utf8), "choices": Array(choices.utf8), "indicators": Array(indicators.utf8),
        "settings": Array("form_title,form_id,version\nS,s,1\n".utf8),
      ]))
  return try #require(reading.form, "\(reading.diagnostics.map { $0.line(in: .english) })")
}

/// A number as minutes of a day in 2026, local time of Vietnam.
func minutes(day: Int, _ minute: Int = 0) -> String { String((20_600 + day) * 1440 - 420 + minute) }
