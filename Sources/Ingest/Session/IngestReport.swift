public import Diagnostics
public import Responses

/// What became of one source.
public struct SourceReport: Sendable, Hashable {
  /// Rows of a repeat that were read from a table of their own.
  public struct Rows: Sendable, Hashable {
    /// The repeat's name.
    public var group: String
    /// How many rows there are; they are no records and count as none.
    public var count: Int
  }

  /// How far its reading came.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// Its records were taken in.
    case taken
    /// The same bytes were taken in before; nothing was changed.
    case unchanged
    /// Nothing of it could be used, and nothing of it was stored.
    case unusable
  }

  /// The path as given; inside an archive `archive.zip!/member.xml`.
  public var label: String
  /// How far its reading came.
  public var status: Status
  /// Its records; of an unchanged source, what was accepted then is identical now.
  public var accounting: IngestAccounting
  /// How the table is written; nil for other kinds and for sources that were not read.
  public var table: TableDescription?
  /// Of a table with the rows of a repeat, these; its accounting is empty.
  public var rows: Rows?
}

/// What became of everything that was read.
public struct IngestReport: Sendable {
  /// Source by source, in the order of reading.
  public var sources: [SourceReport] = []
  /// All sources together.
  public var total = IngestAccounting()
  /// Findings, of each code at most as many as the options keep; no answers among them.
  public var diagnostics: [Diagnostic] = []
  /// The number of findings by the identifier of their code, those not kept included.
  public var findingCounts: [String: Int] = [:]
  /// Whether everything was undone again.
  public var isDryRun = false

  /// Creates an empty report.
  public init() {}

  /// Whether a source was unusable or a record quarantined: a reason for ``ExitCode/findings`` under `--strict`.
  public var hasProblems: Bool { total.quarantined > 0 || sources.contains { $0.status == .unusable } }
}

/// How far an ingest has come.
public struct IngestProgress: Sendable, Hashable {
  /// Sources done.
  public var sourcesDone: Int
  /// All sources named so far.
  public var sourceCount: Int
  /// Records read.
  public var recordsRead: Int
}
