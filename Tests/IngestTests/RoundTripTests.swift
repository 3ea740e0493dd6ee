import DelimitedText
import Diagnostics
import FormDefinition
import Foundation
import Ingest
import Responses
import Simulation
import Testing

/// Requirement: simulated answers to every form of the project, written as each program writes them, are taken in as the
/// same answers.
@Suite("Round trips through the dialects")
struct RoundTripTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../forms")
    .standardized
  static let forms = (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.sorted() ?? []

  enum Dialect: String, CaseIterable {
    case google, microsoft, excel, kobo, utf16
  }

  private func form(_ name: String) throws -> Form {
    var sheets: [String: [UInt8]] = [:]
    for sheet in ["survey", "choices", "settings", "indicators"] {
      let url = Self.folder.appending(path: "\(name)/\(sheet).csv")
      if let data = try? Data(contentsOf: url) { sheets[sheet] = Array(data) }
    }
    return try #require(Form.read(FormSheets(source: name, sheets: sheets)).form)
  }

  /// One answer as a dialect writes it; the form's own way where it writes nothing else.
  private func cell(_ text: String, _ question: Question, _ form: Form, _ dialect: Dialect) -> String {
    if text.isEmpty { return dialect == .kobo ? "n/a" : "" }
    let list = question.type.choiceList.flatMap { form.choiceLists[$0]?.choices } ?? []
    func label(_ name: some StringProtocol) -> String {
      list.first { $0.name == name }?.label.text(in: "vi") ?? String(name)
    }
    switch question.type.storage {
    case .coded: return label(text)
    case .multiple, .ranking:
      let joiner = dialect == .google ? ", " : dialect == .kobo ? "; " : ";"
      return text.split(separator: " ").map(label).joined(separator: joiner)
    case .decimal where dialect == .excel: return text.replacing(".", with: ",")
    case .date where dialect == .excel: return text.split(separator: "-").reversed().joined(separator: "/")
    default: return text
    }
  }

  /// The table of a dialect: labels for headings where only one question has the label.
  private func rewritten(_ table: DelimitedTable, _ form: Form, _ dialect: Dialect) -> [UInt8] {
    let questions = table.header.map { heading in
      form.placedQuestions.first { $0.question.name == heading && !$0.isRepeated }?.question
    }
    let labels = zip(table.header, questions).map { heading, question in
      question.map { $0.label.text(in: "vi") }.flatMap { $0.isEmpty ? nil : $0 } ?? heading
    }
    let separator: Character = dialect == .google || dialect == .microsoft ? "," : ";"
    var writer = CSVWriter(separator: separator, lineEnd: "\r\n", byteOrderMark: dialect == .excel)
    writer.row(
      zip(table.header, labels).map { heading, label in
        labels.count { $0.comparisonKeyForTests == label.comparisonKeyForTests } > 1 ? heading : label
      })
    for row in table.rows {
      writer.row(
        row.fields.enumerated().map { column, text in
          questions[column].map { cell(text, $0, form, dialect) } ?? text
        })
    }
    guard dialect == .utf16 else { return writer.bytes }
    return ("\u{FEFF}" + writer.text).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  @Test("Every form in every dialect", arguments: forms, Dialect.allCases)
  func every(name: String, dialect: Dialect) throws {
    let form = try form(name)
    let simulator = AnswerSimulator(form: form, seed: 11, options: SimulationOptions())
    let bytes = simulator.csv(count: 25)
    // After every simulated day: 2027-12-31.
    var options = IngestOptions(now: (1_830_211_200_000, 420))
    let straight = try take([("t.csv", bytes)], form: form, options: options)
    #expect(straight.report.total.accepted > 0)
    let table = DelimitedTable(bytes: bytes, source: name)
    if dialect == .kobo { options.mapping.missing = ["n/a"] }
    let there = try take([("t.csv", rewritten(table, form, dialect))], form: form, options: options)
    #expect(there.report.diagnostics.filter { $0.severity == .error }.map { $0.line(in: .english) } == [])
    #expect(there.report.total == straight.report.total)
    #expect(there.records == straight.records)
  }
}

extension String {
  /// Labels that differ in case or marks of punctuation only are one heading.
  fileprivate var comparisonKeyForTests: String { lowercased().filter { $0.isLetter || $0.isNumber } }
}
