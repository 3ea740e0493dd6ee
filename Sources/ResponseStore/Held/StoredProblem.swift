internal import Compression
public import Diagnostics
public import Responses
internal import SQLite

/// A held record with its reasons, as a person decides on it.
public struct StoredProblem: Sendable {
  /// Its number in the store: it stays the same until the record is decided on.
  public let number: Int
  /// Why it is held.
  public let disposition: HeldRecord.Disposition
  /// Its key; "" when it has none.
  public let key: String
  /// The file it came from.
  public let source: String
  /// How the file was read.
  public let kind: String
  /// The 1-based ordinal in the file.
  public let recordNumber: Int
  /// When it was taken in: milliseconds since 1970-01-01 UTC.
  public let takenAt: Int64
  /// The reasons, with answers as they were found: for restricted eyes only.
  public let findings: [Diagnostic]
}

extension SQLiteResponseStore {
  /// The held records of a form, in the order in which they came.
  ///
  /// - Throws: ``ExitCode/unusableInput`` when their reasons are damaged.
  public func problems(ofForm form: String) throws(StageFailure) -> [StoredProblem] {
    let path = path
    let rows = try inStore(path, .reading) { () throws(SQLiteFailure) in
      guard try hasTables else { return [StoredProblem?]() }
      let query = try database.prepare(
        """
        SELECT held.id, disposition, key, label, kind, record_number, taken_at, diagnostics
        FROM held JOIN source ON source.id = held.source
        WHERE held.layout IN (SELECT id FROM layout WHERE form = ?) ORDER BY held.id
        """)
      try query.bind(1, form)
      var problems: [StoredProblem?] = []
      while try query.step() {
        guard let disposition = HeldRecord.Disposition(rawValue: query.text(1)),
          let findings = HeldReasons.findings(in: query.text(7), record: String(query.integer(5)))
        else {
          problems.append(nil)
          continue
        }
        problems.append(
          StoredProblem(
            number: Int(query.integer(0)), disposition: disposition, key: query.text(2), source: query.text(3),
            kind: query.text(4), recordNumber: Int(query.integer(5)), takenAt: query.integer(6), findings: findings))
      }
      return problems
    }
    let problems = rows.compactMap(\.self)
    guard problems.count == rows.count else { throw .damaged("held", at: path) }
    return problems
  }

  /// The bytes of a held record as they were read; nil when there is none with this number.
  public func original(ofProblem number: Int) throws(StageFailure) -> [UInt8]? {
    let bytes = try inStore(path, .reading) { () throws(SQLiteFailure) -> [UInt8]? in
      let query = try database.prepare("SELECT original FROM held WHERE id = ?")
      try query.bind(1, Int64(number))
      return try query.step() ? query.bytes(0) : nil
    }
    guard let bytes else { return nil }
    guard let original = decompressed(bytes, limit: Int(Int32.max)) else { throw .damaged("held \(number)", at: path) }
    return original
  }
}
