/// A table of the report, before any format: the same for HTML, and for other outputs later.
struct ReportTable {
  struct Column {
    var title: String
    var kind: Kind

    enum Kind: String { case ordinal, label, figure }
  }

  enum Cell {
    /// A running number.
    case ordinal(Int)
    /// Words.
    case text(String)
    /// A printed figure, with a mark when it varies much.
    case figure(PrintedFigure, isUnreliable: Bool)
    /// A lower and an upper limit.
    case interval(PrintedFigure, PrintedFigure)
    /// Withheld: too few respondents.
    case suppressed
    /// There is no such figure.
    case none
    /// Withheld from here to the end of the row.
    case suppressedToEnd
  }

  struct Row {
    var cells: [Cell]
    /// Spans the whole table as a heading of the rows below it.
    var heading: String?

    init(_ cells: [Cell]) { self.cells = cells }

    init(heading: String) {
      cells = []
      self.heading = heading
    }
  }

  var caption: String
  var columns: [Column]
  var rows: [Row]
  /// Explanations printed below the table.
  var notes: [String] = []

  /// Every figure printed, row by row.
  var figures: [PrintedFigure] {
    rows.flatMap { row in
      row.cells.flatMap { cell -> [PrintedFigure] in
        switch cell {
        case .figure(let figure, _): [figure]
        case .interval(let low, let high): [low, high]
        default: []
        }
      }
    }
  }

  var hasSuppressedCells: Bool {
    rows.contains { row in
      row.cells.contains { cell in
        switch cell {
        case .suppressed, .suppressedToEnd: true
        default: false
        }
      }
    }
  }

  var hasUnreliableCells: Bool {
    rows.contains { row in
      row.cells.contains { cell in
        if case .figure(_, isUnreliable: true) = cell { true } else { false }
      }
    }
  }
}
