import Diagnostics
import Export
import FileSystem
import FormDefinition
import Foundation
import Ingest
import Responses
import Simulation
import Testing

/// Requirement: simulated answers to every form of the project, written as each program writes them, are taken in as the
/// same answers, rows of repeats included, and so is what is exported.
@Suite("Round trips through the dialects")
struct RoundTripTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../forms")
    .standardized
  static let forms = (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.sorted() ?? []

  private func form(_ name: String) throws -> Form {
    var sheets: [String: [UInt8]] = [:]
    for sheet in ["survey", "choices", "settings", "indicators"] {
      let url = Self.folder.appending(path: "\(name)/\(sheet).csv")
      if let data = try? Data(contentsOf: url) { sheets[sheet] = Array(data) }
    }
    return try #require(Form.read(FormSheets(source: name, sheets: sheets)).form)
  }

  /// After every simulated day: 2027-12-31.
  private var options: IngestOptions {
    var options = IngestOptions(now: (1_830_211_200_000, 420))
    options.mapping.missing = ["n/a"]
    return options
  }

  private func ingest(_ files: [(name: String, bytes: [UInt8])], _ form: Form) throws -> Taken {
    let folder = "/tmp/ykien-tests/\(UInt64.random(in: 0...UInt64.max))"
    try createFolders(at: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for file in files { try writeAtomically(file.bytes, to: "\(folder)/\(file.name)", mode: 0o600) }
    let store = InMemoryRecordStore(layout: RecordLayout(form: form))
    let session = try IngestSession(form: form, layout: store.layout, writer: store, options: options)
    return Taken(store: store, report: try session.ingest(paths: [folder]))
  }

  private static let count = 5

  private func simulated(_ form: Form) throws -> (straight: Taken, answers: DialectAnswers) {
    let simulator = AnswerSimulator(form: form, seed: 11)
    let files = (1...Self.count).map { ("\($0 + 100).xml", Array(simulator.submission(number: $0).utf8)) }
    return (try ingest(files, form), DialectAnswers(form, simulator, count: Self.count))
  }

  @Test("Every form in every dialect that can hold it", arguments: forms)
  func every(name: String) throws {
    let form = try form(name)
    let (straight, answers) = try simulated(form)
    #expect(straight.report.total.accepted > 0 && straight.report.total.quarantined == 0)
    for dialect in Dialect.allCases {
      guard let files = try dialect.files(answers) else { continue }
      let there = try ingest(files, form)
      let errors = there.report.diagnostics.filter { $0.severity == .error }.map { $0.line(in: .english) }
      #expect(errors == [], "\(dialect)")
      #expect(there.report.total == straight.report.total, "\(dialect)")
      // What nobody types is in no entry workbook.
      var left = dialect == .entryWorkbook ? Self.untyped(form) : []
      // The record's own number stands under the name of a question there.
      if [.limeSurvey, .limeSurveyVV, .microsoft].contains(dialect) { left.insert("id") }
      #expect(differences(there, straight, without: left) == [], "\(dialect)")
    }
  }

  @Test("What is exported is taken in as the same answers", arguments: forms, [ExportFormat.csv, .xlsx])
  func export(name: String, format: ExportFormat) throws {
    let form = try form(name)
    let straight = try simulated(form).straight
    let folder = "/tmp/ykien-tests/\(UInt64.random(in: 0...UInt64.max))"
    try createFolders(at: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var exporting = ExportOptions()
    exporting.isExact = true
    exporting.labels = format == .csv ? .codes : .labels
    exporting.multiples = format == .csv ? .joined : .split
    let path = "\(folder)/out.\(format.rawValue)"
    _ = try Export.export(straight.store, of: form, as: format, exporting, to: path)
    let store = InMemoryRecordStore(layout: straight.store.layout)
    let session = try IngestSession(form: form, layout: store.layout, writer: store, options: options)
    let again = Taken(store: store, report: try session.ingest(paths: [path]))
    #expect(again.report.total.accepted == straight.report.total.accepted)
    #expect(differences(again, straight) == [])
  }

  /// The questions of records that have no column in an entry workbook, or only the day of their moment.
  private static func untyped(_ form: Form) -> Set<String> {
    Set(
      form.placedQuestions.map(\.question).filter { question in
        switch question.type {
        case .metadata, .calculate, .hidden, .attachment: true
        default: question.readOnly != nil
        }
      }.map(\.name))
  }
}

/// Where two stores differ, some places only: key, question, both answers.
private func differences(_ left: Taken, _ right: Taken, without names: Set<String> = []) -> [String] {
  var found: [String] = []
  for key in Set(left.records.keys).union(right.records.keys).sorted() {
    let (own, other) = (left.records[key] ?? [:], right.records[key] ?? [:])
    for name in Set(own.keys).union(other.keys).subtracting(names).sorted() where own[name] != other[name] {
      found.append("\(key) \(name): \(own[name] ?? "-") | \(other[name] ?? "-")")
    }
  }
  for (own, other) in zip(left.rowTexts(without: names), right.rowTexts(without: names)) where own != other {
    found.append("\(own) | \(other)")
  }
  if left.rowTexts.count != right.rowTexts.count {
    found.append("\(left.rowTexts.count) | \(right.rowTexts.count) rows")
  }
  return Array(found.prefix(3))
}
