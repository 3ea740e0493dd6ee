internal import DelimitedText
public import Diagnostics
internal import FileSystem
internal import FormDefinition
internal import ResponseStore
internal import Responses

/// The records of a form that a store holds apart, to be decided on.
public struct ProblemList: Sendable {
  private let problems: [StoredProblem]
  private let store: String
  private let form: Form

  /// Looks into a store.
  ///
  /// - Throws: ``ExitCode/missingInput`` when there is no store.
  /// - Parameter lateOnly: whether only records count that came after their wave was frozen.
  public init(form path: String, store: String, lateOnly: Bool = false) throws(StageFailure) {
    form = try loadUsableForm(at: path)
    self.store = store
    problems = try readableStore(at: store).problems(ofForm: form.identifier).filter {
      !lateOnly || $0.findings.contains { $0.code == .recordAfterFreeze }
    }
  }

  /// The records with places, codes and questions, without any answer.
  public func text(in language: InterfaceLanguage) -> String {
    var text = ""
    for problem in problems {
      let reasons = problem.findings.map { "\($0.code.identifier)\($0.field.map { " \($0)" } ?? "")" }
      text += "\(problem.number)  \(word(problem.disposition, language))  \(problem.source):\(problem.recordNumber)  "
      text += reasons.joined(separator: ", ").printable + "\n"
    }
    return text + language.pick("tất cả: \(problems.count)\n", "all: \(problems.count)\n")
  }

  /// The same as JSON.
  public func json() -> String {
    let lines = problems.map { problem in
      let reasons = problem.findings.map { finding in
        "{\"code\": \(finding.code.identifier.quotedForJSON), \"field\": \((finding.field ?? "").quotedForJSON)}"
      }
      return """
            {"problem": \(problem.number), "disposition": \(problem.disposition.rawValue.quotedForJSON), \
        "source": \(problem.source.quotedForJSON), "record": \(problem.recordNumber), \
        "reasons": [\(reasons.joined(separator: ", "))]}
        """
    }
    return "{\n  \"problems\": [\(lines.isEmpty ? "" : "\n" + lines.joined(separator: ",\n") + "\n  ")]\n}\n"
  }

  /// Writes one record, as it was read, with its reasons to a file of mode 0600.
  ///
  /// - Returns: false when the form has no held record with this number; no file is written then.
  public func show(_ number: Int, to file: String, in language: InterfaceLanguage) throws(StageFailure) -> Bool {
    guard let problem = problems.first(where: { $0.number == number }) else { return false }
    let store = try storeToCopy(at: store, wait: SQLiteResponseStore.usualWait)
    guard let original = try store.original(ofProblem: number) else { return false }
    var text = "\(problem.source):\(problem.recordNumber) \(problem.key)\n\n"
    for finding in problem.findings {
      text += finding.line(in: language) + "\n"
      if let found = finding.restrictedValue { text += "    \(language.pick("thấy", "found")): \(found)\n" }
    }
    try write(Array((text + "\n").utf8) + original + [10], to: file, store)
    return true
  }

  /// Writes one row for each finding, answers included, to a CSV file of mode 0600 that Excel opens.
  ///
  /// Two columns are empty, for a person to fill: `corrected` and `decision`.
  /// - Returns: the number of records.
  public func export(to file: String) throws(StageFailure) -> Int {
    var table = CSVWriter(guardsFormulas: true, byteOrderMark: true)
    table.row([
      "problem", "disposition", "source", "record", "key", "line", "column", "field", "severity", "code", "message_vi",
      "message_en", "question", "found", "corrected", "decision", "fix_vi", "fix_en",
    ])
    let labels = Dictionary(
      form.placedQuestions.map { ($0.question.name, $0.question.label.text(in: form.defaultLanguage)) },
      uniquingKeysWith: { first, _ in first })
    for problem in problems {
      for finding in problem.findings {
        let isKey = finding.field == nil && Self.keyCodes.contains(finding.code)
        let question = finding.field?.split(separator: "/").last.flatMap { labels[String($0)] }
        table.row([
          String(problem.number), problem.disposition.rawValue, problem.source, String(problem.recordNumber),
          problem.key, finding.position?.line.map(String.init) ?? "", finding.position?.column.map(String.init) ?? "",
          finding.field ?? (isKey ? ProblemSheet.keyMark : ""), finding.severity.rawValue, finding.code.identifier,
          finding.message(in: .vietnamese), finding.message(in: .english), question ?? "",
          finding.restrictedValue ?? "", "", "", finding.fix(in: .vietnamese), finding.fix(in: .english),
        ])
      }
    }
    try write(table.bytes, to: file, try storeToCopy(at: store, wait: SQLiteResponseStore.usualWait))
    return problems.count
  }

  /// What is wrong with a record's key: a person may give it another one.
  private static let keyCodes: Set<DiagnosticCode> = [.recordKeyMissing, .recordConflicting]

  private func write(_ bytes: [UInt8], to file: String, _ store: SQLiteResponseStore) throws(StageFailure) {
    try createFolders(at: parentFolder(of: file), mode: 0o700)
    try writeAtomically(bytes, to: file, mode: 0o600)
    try store.remember(.problems, at: file)
  }

  private func word(_ disposition: HeldRecord.Disposition, _ language: InterfaceLanguage) -> String {
    switch disposition {
    case .quarantined: language.pick("cách ly", "quarantined")
    case .withheld: language.pick("giữ lại", "withheld")
    }
  }
}

/// Decides that held records are not taken in.
///
/// - Parameter wait: how many seconds to wait for another writer.
/// - Returns: the numbers with which the form has no held record; when there are any, nothing was changed.
public func rejectProblems(
  _ numbers: [Int], form path: String, store: String, wait: Int
) throws(StageFailure) -> [Int] {
  let form = try loadUsableForm(at: path)
  return try existingStore(at: store, wait: wait).reject(numbers, form: form.identifier)
}
