import DelimitedText
import Diagnostics
import FileSystem

/// Collects findings: some of each code in memory, all of them in the problems file.
struct FindingLog: ~Copyable {
  /// The findings kept, in the order in which they were made.
  private(set) var kept: [Diagnostic] = []
  private var counts: [DiagnosticCode: Int] = [:]
  private let perCode: Int
  private var file: AtomicFile?
  private var buffer = CSVWriter(guardsFormulas: true, byteOrderMark: true)
  private var fileByteCount = 0

  /// Where the log stood at a moment.
  struct Mark {
    fileprivate var kept: [Diagnostic]
    fileprivate var counts: [DiagnosticCode: Int]
    fileprivate var fileByteCount: Int
  }

  /// Begins a log; the problems file holds answers, so only its owner may read it.
  init(perCode: Int, problemsPath: String?) throws(StageFailure) {
    self.perCode = perCode
    file = nil
    guard let problemsPath else { return }
    file = try AtomicFile(replacing: problemsPath, mode: 0o600)
    buffer.row([
      "source", "record", "key", "line", "column", "field", "severity", "code", "message_vi", "message_en", "found",
      "fix_vi", "fix_en",
    ])
  }

  /// Adds a finding.
  mutating func add(_ finding: Diagnostic, key: String = "") throws(StageFailure) {
    let count = counts[finding.code, default: 0] + 1
    counts[finding.code] = count
    if count <= perCode {
      // What stays in memory may be printed: no answers among it.
      var printable = finding
      printable.restrictedValue = nil
      kept.append(printable)
    }
    guard file != nil else { return }
    buffer.row([
      finding.position?.file ?? "", finding.record ?? "", key, finding.position?.line.map(String.init) ?? "",
      finding.position?.column.map(String.init) ?? "", finding.field ?? "", finding.severity.rawValue,
      finding.code.identifier, finding.message(in: .vietnamese), finding.message(in: .english),
      finding.restrictedValue ?? "", finding.fix(in: .vietnamese), finding.fix(in: .english),
    ])
    if buffer.bytes.count > 1 << 18 { try flush() }
  }

  /// Where the log stands.
  mutating func mark() throws(StageFailure) -> Mark {
    try flush()
    return Mark(kept: kept, counts: counts, fileByteCount: fileByteCount)
  }

  /// Takes back what was added since.
  mutating func restore(_ mark: Mark) throws(StageFailure) {
    kept = mark.kept
    counts = mark.counts
    guard file != nil else { return }
    buffer = CSVWriter(guardsFormulas: true)
    try file?.truncate(to: mark.fileByteCount)
    fileByteCount = mark.fileByteCount
  }

  /// Adds the counts of what was left out, and gives the problems file its name.
  mutating func finish() throws(StageFailure) {
    for code in counts.keys.sorted(by: { $0.identifier < $1.identifier }) where counts[code, default: 0] > perCode {
      kept.append(
        Diagnostic(
          .diagnosticsOmitted, ["count": String(counts[code, default: 0] - perCode), "code": code.identifier]))
    }
    try flush()
    try file?.commit()
    file = nil
  }

  /// How many findings of a code were made.
  func count(of code: DiagnosticCode) -> Int { counts[code, default: 0] }

  /// How many findings of each code were made.
  var totals: [String: Int] {
    Dictionary(uniqueKeysWithValues: counts.map { ($0.key.identifier, $0.value) })
  }

  private mutating func flush() throws(StageFailure) {
    guard file != nil else { return }
    try file?.append(buffer.bytes)
    fileByteCount += buffer.bytes.count
    buffer = CSVWriter(guardsFormulas: true)
  }
}
