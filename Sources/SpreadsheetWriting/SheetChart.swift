/// A chart that the spreadsheet program draws from cells of its sheet.
public struct SheetChart: Sendable, Hashable {
  /// How rows and columns are drawn.
  public enum Kind: Sendable, Hashable {
    /// Bars of the series end to end, each row a whole; the first row on top.
    case stackedBars
    /// A bar for each row; the first row on top.
    case bars
    /// A point for each row.
    case points
    /// A line for each series.
    case lines
  }

  /// A column that is drawn; rows and columns count from 1.
  public struct Series: Sendable, Hashable {
    /// The row whose cell of the column names the series.
    public var nameRow: Int
    /// The column of the values.
    public var column: Int
    /// 0xRRGGBB; nil: the program's choice.
    public var color: UInt32?

    /// Creates a series.
    public init(nameRow: Int, column: Int, color: UInt32? = nil) {
      self.nameRow = nameRow
      self.column = column
      self.color = color
    }
  }

  /// How it is drawn.
  public var kind: Kind
  /// The title above it.
  public var title: String
  /// What it shows, for those who do not see it.
  public var description: String
  /// The rows drawn.
  public var rows: ClosedRange<Int>
  /// The column of the labels, or of the values across for points.
  public var categories: Int
  /// What is drawn.
  public var series: [Series]
  /// The names of the axes across and up; "" for none.
  public var axes: (across: String, up: String) {
    get { (across, up) }
    set { (across, up) = newValue }
  }
  private var across = ""
  private var up = ""
  /// The format of the numbers along the axis of values; "" for the program's choice.
  public var valueFormat = ""
  /// The width in pixels.
  public var width = 760
  /// The height in pixels.
  public var height = 480

  /// Creates a chart of series over rows.
  public init(
    _ kind: Kind, title: String, description: String, rows: ClosedRange<Int>, categories: Int, series: [Series]
  ) {
    self.kind = kind
    self.title = title
    self.description = description
    self.rows = rows
    self.categories = categories
    self.series = series
  }
}
