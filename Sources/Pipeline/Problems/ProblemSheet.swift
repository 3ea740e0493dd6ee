internal import DelimitedText
internal import Diagnostics
internal import FileSystem
internal import ResponseStore
internal import Responses
internal import Spreadsheet
internal import TextEncoding

/// The table of problems as it comes back from a person: corrected answers and decisions.
struct ProblemSheet {
  /// What was decided.
  private(set) var decisions = ProblemDecisions()
  /// What is wrong with the table; one error and nothing of it is carried out.
  private(set) var diagnostics: [Diagnostic] = []

  private let table: DelimitedTable
  /// The line on which each record was accepted or rejected first.
  private var decidedLines: [Int: Int] = [:]

  /// What stands in the column of questions where the record's key is meant.
  static let keyMark = "(key)"

  /// The columns without which a table cannot be matched with the store.
  private static let neededColumns = ["problem", "source", "record", "field", "corrected", "decision"]

  /// Reads a table that `problems export` wrote, as Excel saves it: CSV of any encoding and separator, or a workbook.
  ///
  /// - Throws: when the file cannot be read.
  init(file: String, problems: [StoredProblem]) throws(StageFailure) {
    table = try Self.table(in: try readFile(at: file), file)
    diagnostics = table.diagnostics.filter { $0.code != .csvTooManyFields && $0.code != .csvTooFewFields }
    var columns: [String: Int] = [:]
    for name in Self.neededColumns {
      if let column = table.column(named: name) {
        columns[name] = column
      } else {
        diagnostics.append(Diagnostic(.storeProblemColumn, at: table.headerPosition, ["column": name]))
      }
    }
    guard columns.count == Self.neededColumns.count else { return }
    let byNumber = Dictionary(problems.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    for row in table.rows { read(row, columns, byNumber) }
  }

  /// The cells of a file.
  private static func table(in bytes: [UInt8], _ file: String) throws(StageFailure) -> DelimitedTable {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      let workbook = Workbook.read(bytes: bytes, source: file)
      guard let sheet = workbook.sheets.first else {
        throw StageFailure(workbook.diagnostics, exitCode: .unusableInput)
      }
      let content = sheet.textRows(in: file)
      return DelimitedTable(
        rows: content.rows.map { DelimitedRow(line: $0.number, fields: $0.fields) }, source: file, sheet: sheet.name,
        diagnostics: workbook.diagnostics + content.diagnostics)
    }
    var detector = EncodingDetector()
    detector.add(bytes)
    guard case .certain(let encoding) = detector.verdict() else {
      let names = if case .doubtful(let found) = detector.verdict() { found.map(\.name) } else { [String]() }
      throw StageFailure(
        Diagnostic(
          .encodingDoubtful, at: SourcePosition(file: file),
          ["candidates": names.isEmpty ? "?" : names.joined(separator: ", ")]), exitCode: .unusableInput)
    }
    var decoder = TextDecoder(encoding)
    let text = decoder.decode(bytes, isLast: true)
    return DelimitedTable(bytes: text, source: file, separator: separator(of: text))
  }

  /// What divides the heading row, which holds none of the three inside its cells.
  private static func separator(of text: [UInt8]) -> UInt8 {
    let line = text.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    return candidates.max { left, right in line.count { $0 == left } < line.count { $0 == right } } ?? candidates[0]
  }

  private mutating func read(_ row: DelimitedRow, _ columns: [String: Int], _ problems: [Int: StoredProblem]) {
    func cell(_ name: String) -> String { columns[name].map { row[$0].trimmingBlanks() } ?? "" }
    func place(_ name: String) -> SourcePosition { table.position(of: row, field: columns[name]) }
    let corrected = Self.unguarded(cell("corrected"))
    let decision = Decision(cell("decision"))
    if decision == nil {
      diagnostics.append(Diagnostic(.storeProblemDecision, at: place("decision")))
    }
    guard !corrected.isEmpty || decision != Decision.none else { return }
    let number = Int(cell("problem")) ?? 0
    guard let problem = problems[number] else {
      // The record was decided on meanwhile: that is no reason to leave the others.
      diagnostics.append(
        Diagnostic(.storeProblemUnknown, at: place("problem"), ["number": String(number)], severity: .warning))
      return
    }
    guard Self.unguarded(cell("source")) == problem.source, Int(cell("record")) == problem.recordNumber else {
      diagnostics.append(Diagnostic(.storeProblemOther, at: place("problem"), ["number": String(number)]))
      return
    }
    guard problem.disposition == .quarantined || decision == .reject else {
      diagnostics.append(Diagnostic(.storeProblemWithheld, at: place("problem"), ["number": String(number)]))
      return
    }
    if let decision, decision != Decision.none { decide(decision, number, row, at: place("decision")) }
    if !corrected.isEmpty { correct(cell("field"), with: corrected, number, at: place("corrected")) }
  }

  private mutating func decide(_ decision: Decision, _ number: Int, _ row: DelimitedRow, at place: SourcePosition) {
    let other = decision == .accept ? decisions.rejected : decisions.accepted
    if other.contains(number) {
      diagnostics.append(
        Diagnostic(
          .storeProblemContradiction, at: place,
          ["number": String(number), "line": String(decidedLines[number] ?? 0)]))
      return
    }
    if decidedLines[number] == nil { decidedLines[number] = row.line }
    if decision == .accept { decisions.accepted.insert(number) } else { decisions.rejected.insert(number) }
  }

  private mutating func correct(_ field: String, with text: String, _ number: Int, at place: SourcePosition) {
    let answer = Self.blankMarks.contains(text.lowercased()) ? "" : text
    if field.isEmpty {
      diagnostics.append(Diagnostic(.storeProblemNoQuestion, at: place, ["number": String(number)]))
    } else if field == Self.keyMark {
      decisions.keys[number] = answer
    } else if let known = decisions.answers[number]?[field], known != answer {
      diagnostics.append(
        Diagnostic(.storeProblemTwice, at: place, field: field, ["number": String(number)]))
    } else {
      decisions.answers[number, default: [:]][field] = answer
    }
  }

  /// What stands for no answer at all.
  private static let blankMarks: Set<String> = ["(trống)", "(blank)", "(để trống)"]

  /// A text without the apostrophe that keeps Excel from running it as a formula.
  private static func unguarded(_ text: String) -> String {
    guard text.first == "'", let second = text.dropFirst().first, "=+-@\t\r".contains(second) else { return text }
    return String(text.dropFirst())
  }
}

/// What a cell of the column of decisions says.
private enum Decision {
  case none
  case accept
  case reject

  /// Reads a cell; nil when it says something else.
  init?(_ text: String) {
    switch text.lowercased() {
    case "": self = .none
    case "accept", "chấp nhận", "nhận": self = .accept
    case "reject", "loại", "loại bỏ", "không nhận": self = .reject
    default: return nil
    }
  }
}
