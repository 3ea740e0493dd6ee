public import TextEncoding

/// How the columns of a table belong to the questions of a form.
public struct ColumnMapping: Sendable, Hashable {
  /// The heading of the column that holds each record's key; nil: one of the usual names, else derived keys.
  public var key: String?
  /// Questions by the heading under which a table has them, besides their own names.
  public var columns: [String: String]
  /// Texts that stand for a missing answer, besides the empty cell.
  public var missing: [String]
  /// The character between cells; nil: found out.
  public var separator: Character?
  /// How the file is written; nil: found out.
  public var encoding: TextEncoding?

  /// Creates a mapping; the default knows the headings of the form and nothing else.
  public init(
    key: String? = nil, columns: [String: String] = [:], missing: [String] = [], separator: Character? = nil,
    encoding: TextEncoding? = nil
  ) {
    self.key = key
    self.columns = columns
    self.missing = missing
    self.separator = separator
    self.encoding = encoding
  }

  /// Headings under which exports of common servers keep the key, in order of preference.
  static let usualKeys = ["KEY", "meta/instanceID", "meta-instanceID", "instanceID", "_uuid"]
}
