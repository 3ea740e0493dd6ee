/// A chart of a report: its drawing, its words and the data behind it.
public struct ReportChart: Sendable {
  /// Its number, from 1.
  let number: Int
  /// The words of its caption, without the number.
  let caption: String
  /// What it shows, for those who do not see it.
  public let description: String
  /// The drawing as a file of its own.
  public let svg: String
  /// The size of the drawing, in units of which ``Drawing/width`` are as wide as the text of a page.
  let width: Double
  let height: Double
  /// An explanation printed below; "" for none.
  let note: String
  /// The figures that stand in the drawing.
  let figures: [PrintedFigure]
  /// The data drawn, a row for each item; nil: none.
  let data: ReportTable?
  /// How a workbook draws the data.
  let plot: ChartPlot

  /// The name of the drawing among the files of a document: `chart-1`.
  public var identifier: String { "chart-\(number)" }
}

/// How a workbook draws the columns of a chart's data; columns are counted from 0.
enum ChartPlot: Sendable, Hashable {
  /// Bars of the columns end to end, each row a whole.
  case stackedBars(columns: [Int])
  /// A bar for each row.
  case bars(column: Int)
  /// Bars of the columns beside each other in each row.
  case pairedBars(columns: [Int])
  /// A point for each row.
  case points(x: Int, y: Int)
  /// A line for each column, through the rows.
  case lines(columns: [Int])
  /// Only the data are given.
  case none
}
