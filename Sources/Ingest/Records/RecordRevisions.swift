import Responses

/// What was decided about records that were taken in before and held: they alone are read again.
public struct RecordRevisions: Sendable {
  /// Where a record was read.
  public struct Place: Sendable, Hashable {
    /// The SHA-256 of its source's bytes, lower-case hexadecimal.
    public var sha256: String
    /// Its 1-based ordinal in the source.
    public var number: Int

    /// Creates a place; what a digest says about a mapping is left out.
    public init(sha256: String, number: Int) {
      self.sha256 = sha256.recordsDigest
      self.number = number
    }
  }

  /// What was decided about one record.
  public struct Revision: Sendable, Hashable {
    /// Corrected answers as a person typed them, by the question as findings name it; "" removes the answer.
    public var answers: [String: String] = [:]
    /// The record's new key; nil: as it was read.
    public var key: String?
    /// The key that its source gave it when it was held; "" when it gave none.
    public var heldKey = ""
    /// Whether it is taken in although its answers break rules; what is no answer becomes blank.
    public var isAccepted = false
    /// Whether it takes the place of the record with its key.
    public var replacesSame = false

    /// Creates a decision that changes nothing: the record is read again.
    public init() {}
  }

  /// The records to be read again.
  public var records: [Place: Revision]
  private let sources: Set<String>

  /// Creates decisions.
  public init(_ records: [Place: Revision]) {
    self.records = records
    sources = Set(records.keys.map(\.sha256))
  }

  /// Whether a source holds one of the records.
  func concern(_ sha256: String) -> Bool { sources.contains(sha256.recordsDigest) }

  /// Whether a table holds one of the records with other rows beside it than it has now.
  func concernRows(of sha256: String) -> Bool {
    sources.contains { $0.hasPrefix(sha256 + String.rowsMark) || $0 == sha256 }
  }

  /// The decision about a record of a source; nil: it is not read again.
  subscript(sha256: String, number: UInt32) -> Revision? {
    records[Place(sha256: sha256, number: Int(number))]
  }
}
