/// What all cells of a column of numbers or dates say about how they are written.
public struct NotationEvidence: Sendable, Hashable {
  private var point = 0
  private var comma = 0
  private var wholePoint = 0
  private var wholeComma = 0
  private var openNumbers = 0
  private var dayFirst = 0
  private var monthFirst = 0
  private var openDates = 0
  private let storage: FieldStorage

  /// Begins without evidence.
  public init(_ storage: FieldStorage) { self.storage = storage }

  /// Whether cells of this kind can be written in more than one way.
  public static func concerns(_ storage: FieldStorage) -> Bool {
    switch storage {
    case .integer, .decimal, .date, .dateTime: true
    case .coded, .multiple, .ranking, .time, .text: false
    }
  }

  /// Looks at a cell.
  public mutating func add(_ written: Span<UInt8>) {
    let bytes = written.extracting(trimmedRange(written))
    switch storage {
    case .integer, .decimal: addNumber(bytes)
    case .date, .dateTime: addDate(bytes)
    case .coded, .multiple, .ranking, .time, .text: return
    }
  }

  private mutating func addNumber(_ bytes: Span<UInt8>) {
    guard let shape = NumberShape(bytes) else { return }
    switch shape.kind {
    case .plain: return
    case .marked(.point): point += 1
    case .marked(.comma): comma += 1
    case .open(let sign):
      openNumbers += 1
      // An answer to a question for whole numbers has no decimals but zeros.
      if storage == .integer, !shape.hasOnlyZeros {
        if sign == .point { wholeComma += 1 } else { wholePoint += 1 }
      }
    }
  }

  private mutating func addDate(_ bytes: Span<UInt8>) {
    switch DateShape(bytes)?.day {
    case .ordered(_, .dayFirst): dayFirst += 1
    case .ordered(_, .monthFirst): monthFirst += 1
    case .open: openDates += 1
    case .certain, nil: return
    }
  }

  /// The decimal mark, if the numbers agree on one.
  public var decimalMark: NotationDecision<DecimalMark> {
    if point > 0 || comma > 0 { return point > 0 && comma > 0 ? .ambiguous : .certain(point > 0 ? .point : .comma) }
    if wholePoint > 0 || wholeComma > 0 {
      return wholePoint > 0 && wholeComma > 0 ? .ambiguous : .certain(wholePoint > 0 ? .point : .comma)
    }
    return .ambiguous
  }

  /// The order of dates, if they agree on one.
  public var dateOrder: NotationDecision<DateOrder> {
    if dayFirst > 0, monthFirst == 0 { return .certain(.dayFirst) }
    if monthFirst > 0, dayFirst == 0 { return .certain(.monthFirst) }
    return .ambiguous
  }

  /// The number of cells that can be read in two ways and are not, because the column does not say how.
  public var openCount: Int {
    switch storage {
    case .integer, .decimal: decimalMark == .ambiguous ? openNumbers : 0
    case .date, .dateTime: dateOrder == .ambiguous ? openDates : 0
    case .coded, .multiple, .ranking, .time, .text: 0
    }
  }
}
