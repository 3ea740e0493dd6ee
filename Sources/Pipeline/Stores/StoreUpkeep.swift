public import Diagnostics
internal import ResponseStore

/// What a check of a store found.
public struct StoreVerificationReport: Sendable {
  private let verification: StoreVerification

  /// Checks a store: pages, schema, checksums, counts, keys, accounting.
  ///
  /// - Throws: ``ExitCode/missingInput`` when there is no store; when it cannot be read at all.
  public init(store path: String) throws(StageFailure) { verification = try readableStore(at: path).verify() }

  /// Copies a store to a file at which nothing lies, and checks the copy.
  ///
  /// - Parameter wait: how many seconds to wait for another writer.
  public init(backingUp path: String, to file: String, wait: Int) throws(StageFailure) {
    let store = try storeToCopy(at: path, wait: wait)
    verification = try store.backUp(to: file)
    try store.remember(.backup, at: file)
  }

  /// Everything that is wrong.
  public var diagnostics: [Diagnostic] { verification.diagnostics }

  /// The accepted records that could be read.
  public var recordCount: Int { verification.recordCount }

  /// Whether anything is wrong.
  public var hasFindings: Bool { diagnostics.contains { $0.severity != .note } }

  /// What was checked, for a terminal.
  public func text(in language: InterfaceLanguage) -> String {
    factLines([
      (language.pick("phiếu", "records"), verification.recordCount),
      (language.pick("bản cũ của phiếu đã sửa", "earlier versions"), verification.supersededCount),
      (language.pick("lô", "segments"), verification.segmentCount),
      (language.pick("nguồn", "sources"), verification.sourceCount),
      (language.pick("giữ riêng", "held"), verification.heldCount),
      (
        language.pick("kết quả", "result"),
        hasFindings
          ? language.pick("\(diagnostics.count) chỗ sai", "\(diagnostics.count) findings")
          : language.pick("kho nguyên vẹn", "the store is sound")
      ),
    ])
  }

  /// The same as JSON, with all findings.
  public func json(in language: InterfaceLanguage) -> String {
    let findings = diagnostics.map { finding in
      """
          {"code": \(finding.code.identifier.quotedForJSON), "severity": \(finding.severity.rawValue.quotedForJSON), \
      "message": \(finding.message(in: language).quotedForJSON), "fix": \(finding.fix(in: language).quotedForJSON)}
      """
    }
    return """
      {
        "records": \(verification.recordCount),
        "superseded": \(verification.supersededCount),
        "segments": \(verification.segmentCount),
        "sources": \(verification.sourceCount),
        "held": \(verification.heldCount),
        "sound": \(!hasFindings),
        "findings": [\(findings.isEmpty ? "" : "\n" + findings.joined(separator: ",\n") + "\n  ")]
      }

      """
  }
}

/// Merges small segments of a store and gives free space back.
///
/// - Parameters:
///   - wait: how many seconds to wait for another writer.
///   - language: the language of the words.
/// - Returns: segments and bytes before and after, in words.
public func compactStore(at path: String, wait: Int, in language: InterfaceLanguage) throws(StageFailure) -> String {
  let done = try existingStore(at: path, wait: wait).compact()
  return factLines([
    (language.pick("lô", "segments"), "\(done.segments.before) → \(done.segments.after)"),
    (language.pick("byte", "bytes"), "\(done.bytes.before) → \(done.bytes.after)"),
  ])
}
