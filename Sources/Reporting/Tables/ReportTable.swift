/// A table of a report, before any format.
struct ReportTable: Sendable {
  struct Column: Sendable {
    var title: String
    var kind: Kind

    enum Kind: String, Sendable {
      case ordinal, label, figure
      /// Room to write in by hand.
      case room
    }
  }

  enum Cell: Sendable {
    /// A running number.
    case ordinal(Int)
    /// Words.
    case text(String)
    /// Words of the template, with figures among them.
    case words(ReportText)
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

  struct Row: Sendable {
    var cells: [Cell]
    /// Spans the whole table as a heading of the rows below it.
    var heading: String?

    init(_ cells: [Cell]) { self.cells = cells }

    init(heading: String) {
      cells = []
      self.heading = heading
    }
  }

  /// Its number among the tables of the report, from 1; nil: it has none.
  var number: Int?
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
        case .words(let text): text.figures
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
