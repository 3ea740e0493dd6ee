/// How many records were read and what became of each: no record vanishes.
public struct IngestAccounting: Sendable, Hashable, Codable {
  /// Records found in the source.
  public var read = 0
  /// Taken in.
  public var accepted = 0
  /// There already with the same answers.
  public var identical = 0
  /// Kept apart with diagnostics.
  public var quarantined = 0
  /// Refused by a person's decision.
  public var rejected = 0
  /// Without consent: counted, not stored.
  public var declined = 0
  /// Too late for their period, or for a frozen wave.
  public var withheld = 0

  /// Creates an empty accounting.
  public init() {}

  /// The accounting law: read = accepted + identical + quarantined + rejected + declined + withheld.
  public var balances: Bool {
    read == accepted + identical + quarantined + rejected + declined + withheld
  }

  /// Adds another source's accounting.
  public static func += (left: inout IngestAccounting, right: IngestAccounting) {
    left.read += right.read
    left.accepted += right.accepted
    left.identical += right.identical
    left.quarantined += right.quarantined
    left.rejected += right.rejected
    left.declined += right.declined
    left.withheld += right.withheld
  }
}
