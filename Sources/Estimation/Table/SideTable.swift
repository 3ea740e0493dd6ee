public import Diagnostics

/// A table that stands beside the estimates, for what their columns do not fit.
///
/// Whoever makes one has done disclosure control: every cell may be published unless ``isRestricted``.
public struct SideTable: Sendable, Hashable {
  /// One cell.
  public enum Cell: Sendable, Hashable {
    /// Words, a code, a date.
    case text(String)
    /// A figure; nil when there is none or it is suppressed.
    case number(Double?)
    /// A count; nil when there is none or it is suppressed.
    case count(Int?)
  }

  /// The name its file has without `.csv`, and that `ykien estimate --table` takes: lower-case words joined by hyphens.
  public var name: String
  /// What the table shows, for people.
  public var title: BilingualText
  /// The names of the columns.
  public var columns: [String]
  /// The rows, each as long as ``columns``.
  public private(set) var rows: [[Cell]] = []
  /// Whether the table holds answers of single people: then its file is for its owner alone and never printed.
  public var isRestricted = false

  /// Creates a table without rows.
  public init(name: String, title: BilingualText, columns: [String]) {
    self.name = name
    self.title = title
    self.columns = columns
  }

  /// Adds a row.
  ///
  /// - Precondition: it has a cell for each column.
  public mutating func add(_ row: [Cell]) {
    precondition(row.count == columns.count, "a row has a cell for each column")
    rows.append(row)
  }
}
