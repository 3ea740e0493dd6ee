import Foundation
import FormDefinition
import Responses
import Simulation
import TextEncoding

/// Simulated answers as the cells of tables: the records', then each repeat's.
struct DialectAnswers {
  /// A column that holds answers.
  struct Column {
    var question: Question
    /// The names from the outermost group down to the question.
    var path: [String]
    var storage: FieldStorage
    /// The names of the choices.
    var choices: [String]
  }

  /// A table.
  struct Table {
    var name: String
    /// The number of names around the repeat; 0 for records.
    var depth: Int
    var columns: [Column]
    /// The rows: the key of the row around (of a record its own), the row's own key, the answers.
    var rows: [(parent: String, key: String, answers: [String])] = []
  }

  let form: Form
  var tables: [Table]

  init(_ form: Form, _ simulator: AnswerSimulator, count: Int) {
    self.form = form
    let layout = RecordLayout(form: form)
    let placed = Dictionary(
      form.placedQuestions.map { ($0.path, $0.question) }, uniquingKeysWith: { first, _ in first })
    func columns(_ fields: [Field]) -> [Column] {
      fields.compactMap { field in
        placed[field.path].map {
          Column(question: $0, path: field.path, storage: field.storage, choices: field.choices)
        }
      }
    }
    tables =
      [Table(name: "", depth: 0, columns: columns(layout.fields))]
      + layout.repeats.map { Table(name: $0.name, depth: $0.path.count, columns: columns($0.fields)) }
    var filled = tables
    simulator.writeTables(count: count) { table, cells in
      let keyCount = table == 0 ? 1 : 2
      filled[table].rows.append((cells[0], cells[keyCount - 1], Array(cells.dropFirst(keyCount))))
    }
    tables = filled
  }

  /// One answer as people read it: labels, joined by a text.
  func labelled(_ text: String, _ column: Column, joiner: String) -> String {
    let list = column.question.type.choiceList.flatMap { form.choiceLists[$0]?.choices } ?? []
    func label(_ name: some StringProtocol) -> String {
      list.first { $0.name == name }?.label.text(in: "vi") ?? String(name)
    }
    switch column.storage {
    case .coded: return label(text)
    case .multiple, .ranking: return text.split(separator: " ").map(label).joined(separator: joiner)
    default: return text
    }
  }

  /// The label of each question, or its name where another question has the label.
  func labelHeadings(_ columns: [Column]) -> [String] {
    func key(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
    let all = form.placedQuestions.map { key($0.question.label.text(in: "vi")) }
    return columns.map { column in
      let label = column.question.label.text(in: "vi")
      let isOwn = all.count { $0 == key(label) } == 1 && !key(label).isEmpty
      return isOwn ? label : column.question.name
    }
  }
}

/// A cell that is always in quotes.
func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }

/// Text as old offices have it: letters of Windows-1258, each tone a byte behind its letter.
///
/// - Returns: nil when a character is not in the code page.
func windows1258(_ text: String) -> [UInt8]? {
  var bytes: [Unicode.Scalar: UInt8] = [:]
  for byte in UInt8(0x80)...0xFF {
    var decoder = TextDecoder(TextEncoding(.windows1258))
    // A mark needs a letter before it.
    let decoded = String(decoding: decoder.decode([0x78, byte], isLast: true), as: UTF8.self).unicodeScalars
    if decoded.count == 2, let scalar = decoded.last { bytes[scalar] = byte }
  }
  let tones: Set<Unicode.Scalar> = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
  var encoded: [UInt8] = []
  for character in text {
    let scalars = String(character).decomposedStringWithCanonicalMapping.unicodeScalars
    // The letter with its other marks, then the tone.
    let letter = String(String.UnicodeScalarView(scalars.filter { !tones.contains($0) }))
      .precomposedStringWithCanonicalMapping.unicodeScalars
    for scalar in Array(letter) + scalars.filter(tones.contains) {
      if scalar.value < 0x80 {
        encoded.append(UInt8(scalar.value))
      } else if let byte = bytes[scalar] {
        encoded.append(byte)
      } else {
        return nil
      }
    }
  }
  return encoded
}
