internal import FoundationEssentials
internal import SQLite

/// What happened to records after they were taken in: how many left their source, and how.
public struct LedgerEntry: Sendable, Hashable {
  /// What was done.
  public enum Action: String, Sendable, Hashable, CaseIterable {
    /// A person's records were erased.
    case erased
    /// An edited record took the place of an earlier one.
    case superseded
    /// The records were cut off from everything that names a person; they stay, without their source.
    case deidentified
    /// The records' time was over.
    case purged
    /// A held record was taken in after all.
    case released
    /// A person decided that a held record is not taken in.
    case rejected
    /// A wave's figures were closed to further answers.
    case frozen
    /// They were opened again.
    case unfrozen
  }

  /// When: milliseconds since 1970-01-01 UTC.
  public let at: Int64
  /// The form's identifier.
  public let form: String
  /// What was done.
  public let action: Action
  /// The accepted records that left; negative: that came.
  public let accepted: Int
  /// The quarantined records that left.
  public let quarantined: Int
  /// The withheld records that left.
  public let withheld: Int
}

/// Records leaving one source: a row of the ledger to be written.
struct LedgerRow {
  var form: String
  /// nil: the records name no source any more.
  var source: Int64?
  var action: LedgerEntry.Action
  var accepted = 0
  var quarantined = 0
  var withheld = 0

  /// Writes the row.
  func write(to database: Database, at moment: Int64) throws(SQLiteFailure) {
    let insertion = try database.prepare(
      """
      INSERT INTO ledger (at, form, source, action, accepted, quarantined, withheld) VALUES (?, ?, ?, ?, ?, ?, ?)
      """)
    try insertion.bind(1, moment)
    try insertion.bind(2, form)
    if let source { try insertion.bind(3, source) }
    try insertion.bind(4, action.rawValue)
    try insertion.bind(5, Int64(accepted))
    try insertion.bind(6, Int64(quarantined))
    try insertion.bind(7, Int64(withheld))
    try insertion.run()
  }
}

/// The clock of journals: milliseconds since 1970-01-01 UTC.
func journalMoment() -> Int64 { Int64(Date().timeIntervalSince1970 * 1000) }

/// Adds a line to the journal; never with anything that names a person.
func writeJournal(_ action: String, _ detail: String, to database: Database) throws(SQLiteFailure) {
  let entry = try database.prepare("INSERT INTO journal (at, action, detail) VALUES (?, ?, ?)")
  try entry.bind(1, journalMoment())
  try entry.bind(2, action)
  try entry.bind(3, detail)
  try entry.run()
}
