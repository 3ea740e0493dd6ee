import Diagnostics
import FormDefinition
import Foundation
import Responses
import Testing

/// One of the project's forms.
func projectForm(_ name: String) throws -> Form {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../forms/\(name)").standardizedFileURL
  var sheets: [String: [UInt8]] = [:]
  for sheet in ["survey", "choices", "settings", "indicators"] {
    sheets[sheet] = Array(try Data(contentsOf: folder.appending(path: "\(sheet).csv")))
  }
  return try #require(Form.read(FormSheets(source: "forms/\(name)", sheets: sheets)).form)
}

/// A made-up record: answers by question, and rows of the one repeat that is looked at.
struct FormRecord {
  var answers: [String: String]
  var rows: [[String: String]] = []
}

/// Records of a form given by answers as XForms writes them; what is not given was not shown.
struct FormRecords: RecordSource {
  let layout: RecordLayout
  /// The repeat whose rows are given.
  let repeated: String
  var records: [FormRecord]
  var batchSize = 1000
  var isSimulated = false

  init(_ form: Form, repeated: String = "", _ records: [FormRecord], batchSize: Int = 1000) {
    layout = RecordLayout(form: form)
    self.repeated = repeated
    self.records = records
    self.batchSize = batchSize
  }

  var recordCount: Int { records.count }

  func forEachBatch(
    fields: [Int], repeats: [Int: [Int]], _ body: (RecordBatch) throws(StageFailure) -> Void
  ) throws(StageFailure) {
    for start in stride(from: 0, to: records.count, by: batchSize) {
      let part = records[start..<min(records.count, start + batchSize)]
      var columns = [AnswerColumn?](repeating: nil, count: layout.fields.count)
      for place in fields {
        columns[place] = Self.column(layout.fields[place], part.map { $0.answers[layout.fields[place].name] })
      }
      var keys = TextColumn()
      for number in part.indices { keys.append("\(number)".utf8) }
      var rows: [RepeatRows] = repeats.isEmpty ? [] : layout.noRepeatRows(count: part.count)
      for (place, wanted) in repeats where layout.repeats[place].name == repeated {
        let own = layout.repeats[place].fields
        var columns = [AnswerColumn?](repeating: nil, count: own.count)
        for field in wanted {
          columns[field] = Self.column(own[field], part.flatMap { $0.rows.map { $0[own[field].name] } })
        }
        rows[place] = RepeatRows(counts: part.map { UInt32($0.rows.count) }, columns: columns)
      }
      try body(
        RecordBatch(
          layout: layout, columns: columns, keys: keys, recordNumbers: part.indices.map { UInt32($0 + 1) },
          digests: [UInt8](repeating: 0, count: 16 * part.count), repeats: rows))
    }
  }

  private static func column(_ field: Field, _ cells: [String?]) -> AnswerColumn {
    let states = cells.map { cell -> UInt8 in
      let state: AnswerState = cell.map { $0.isEmpty ? .blank : .answered } ?? .notShown
      return state.rawValue
    }
    switch field.storage {
    case .coded:
      return .coded(
        cells.map { cell in
          cell.map { UInt8((field.choices.firstIndex(of: $0) ?? -1) + 1) } ?? ChoiceCode.notShown
        })
    case .integer: return .integer(IntegerColumn(states: states, values: cells.map { $0.flatMap(Int64.init) ?? 0 }))
    case .date:
      return .integer(IntegerColumn(states: states, values: cells.map { Int64($0.flatMap(dayNumber) ?? 0) }))
    case .multiple:
      return .multiple(
        MultipleColumn(
          states: states, wordsPerRecord: 1,
          words: cells.map { cell in
            (cell ?? "").split(separator: " ").reduce(0) { word, name in
              field.choices.firstIndex(of: String(name)).map { word | 1 << UInt64($0) } ?? word
            }
          }))
    default:
      var column = TextColumn()
      for (cell, state) in zip(cells, states) {
        column.append((cell ?? "").utf8, state: AnswerState(rawValue: state) ?? .blank)
      }
      return .text(column)
    }
  }
}
