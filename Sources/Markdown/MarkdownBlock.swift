/// A part of a Markdown text that stands on lines of its own.
public indirect enum MarkdownBlock: Sendable, Hashable {
  /// A heading of level 1…6.
  case heading(level: Int, [MarkdownRun])
  /// A paragraph.
  case paragraph([MarkdownRun])
  /// A list; `start` is the number of the first item of a numbered one, nil for one with bullets.
  case list(start: Int?, items: [[MarkdownBlock]])
  /// A quotation.
  case quote([MarkdownBlock])
  /// Lines to be printed as they stand.
  case code(String)
  /// A table: each row has a cell for each column, the first row is the heading.
  case table(columns: [MarkdownAlignment], rows: [[[MarkdownRun]]])
  /// A line across the page.
  case rule
}

/// Where the text of a table's column stands.
public enum MarkdownAlignment: Sendable, Hashable {
  case left
  case center
  case right
}

/// Words of one look.
public struct MarkdownRun: Sendable, Hashable {
  /// The words; "\n" is a line break the author asked for.
  public var text: String
  /// Whether they are bold.
  public var isStrong: Bool
  /// Whether they are slanted.
  public var isEmphasized: Bool
  /// Whether they are printed as they stand.
  public var isCode: Bool
  /// Where a link leads; "" for none.
  public var address: String

  /// Creates words without a look.
  public init(
    _ text: String, isStrong: Bool = false, isEmphasized: Bool = false, isCode: Bool = false, address: String = ""
  ) {
    self.text = text
    self.isStrong = isStrong
    self.isEmphasized = isEmphasized
    self.isCode = isCode
    self.address = address
  }

  /// Whether other words look the same.
  func looksLike(_ other: MarkdownRun) -> Bool {
    isStrong == other.isStrong && isEmphasized == other.isEmphasized && isCode == other.isCode
      && address == other.address
  }
}
