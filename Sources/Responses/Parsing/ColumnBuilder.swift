/// Builds the column of one field from texts: typed at once, without a text in between.
///
/// An empty text is a blank answer. A text that is no answer leaves a blank and is reported as a fault.
public struct ColumnBuilder: Sendable {
  private let field: Field
  private let lookup: ChoiceLookup
  private let narrow: Bool
  private let width: Int
  private var codes: [UInt8] = []
  private var wideCodes: [UInt16] = []
  private var states: [UInt8] = []
  private var words: [UInt64] = []
  private var places: [UInt8] = []
  private var integers: [Int64] = []
  private var decimals: [Double] = []
  private var offsets: [Int16] = []
  private var text = TextColumn()

  /// Creates an empty column.
  public init(_ field: Field) {
    self.field = field
    lookup = ChoiceLookup(field.choices)
    narrow = field.choices.count <= ChoiceCode.longestNarrowList
    width = field.storage == .multiple ? max((field.choices.count + 63) / 64, 1) : field.choices.count
  }

  /// The number of records.
  public private(set) var count = 0

  /// The finished column; the builder is empty again.
  public mutating func finish() -> AnswerColumn {
    defer { self = ColumnBuilder(emptying: self) }
    switch field.storage {
    case .coded: return narrow ? .coded(codes) : .wideCoded(wideCodes)
    case .multiple: return .multiple(MultipleColumn(states: states, wordsPerRecord: width, words: words))
    case .ranking: return .ranking(RankingColumn(states: states, width: width, places: places))
    case .integer, .date, .time: return .integer(IntegerColumn(states: states, values: integers))
    case .decimal: return .decimal(DecimalColumn(states: states, values: decimals))
    case .dateTime:
      return .dateTime(DateTimeColumn(states: states, milliseconds: integers, offsetMinutes: offsets))
    case .text: return .text(text)
    }
  }

  private init(emptying other: ColumnBuilder) {
    field = other.field
    lookup = other.lookup
    narrow = other.narrow
    width = other.width
  }

  /// Appends a record without an answer.
  public mutating func append(missing state: AnswerState) {
    count += 1
    switch field.storage {
    case .coded:
      if narrow {
        codes.append(state == .notShown ? ChoiceCode.notShown : ChoiceCode.blank)
      } else {
        wideCodes.append(state == .notShown ? ChoiceCode.wideNotShown : UInt16(ChoiceCode.blank))
      }
      return
    case .multiple: for _ in 0..<width { words.append(0) }
    case .ranking: for _ in 0..<width { places.append(0) }
    case .integer, .date, .time: integers.append(0)
    case .decimal: decimals.append(0)
    case .dateTime:
      integers.append(0)
      offsets.append(0)
    case .text:
      text.append(EmptyCollection(), state: state)
      return
    }
    states.append(state.rawValue)
  }

  /// Appends a record's answer as text.
  public mutating func append(_ bytes: Span<UInt8>) -> AnswerFault? {
    if bytes.isEmpty {
      append(missing: .blank)
      return nil
    }
    let fault = appendAnswer(bytes)
    if fault != nil { append(missing: .blank) }
    return fault
  }

  /// Appends one column of a block of cells.
  ///
  /// - Complexity: O(rows); a fault costs one text.
  public mutating func append(
    column: Int, of block: CellBlock, missing: MissingTexts, field position: Int, faults: inout [CellFault]
  ) {
    let bytes = block.bytes.span
    let starts = block.starts.span
    let ends = block.ends.span
    var cell = column
    let isCoded = field.storage == .coded && narrow
    for row in 0..<block.rowCount {
      let answer = bytes.extracting(Int(starts[cell])..<Int(ends[cell]))
      cell += block.columnCount
      if isCoded {
        let code = lookup.position(answer)
        if code != 0 {
          codes.append(UInt8(truncatingIfNeeded: code))
          count += 1
          continue
        }
      }
      if missing.contains(answer) {
        append(missing: .blank)
      } else if let fault = appendAnswer(answer) {
        append(missing: .blank)
        faults.append(CellFault(row: row, field: position, fault: fault, found: string(answer)))
      }
    }
  }

  /// Appends several choices given as ticked positions from 0; none ticked is a blank.
  public mutating func append(ticked: [Int]) {
    guard field.storage == .multiple, !ticked.isEmpty else { return append(missing: .blank) }
    let base = words.count
    for _ in 0..<width { words.append(0) }
    for position in ticked { words[base + position / 64] |= 1 << UInt64(position % 64) }
    states.append(AnswerState.answered.rawValue)
    count += 1
  }

  /// Appends what a text says; on a fault nothing is appended.
  private mutating func appendAnswer(_ written: Span<UInt8>) -> AnswerFault? {
    let bytes = field.storage == .text ? written : written.extracting(trimmed(written))
    if bytes.isEmpty {
      append(missing: .blank)
      return nil
    }
    switch field.storage {
    case .coded:
      let position = lookup.position(bytes)
      guard position != 0 else { return .notAChoice }
      if narrow { codes.append(UInt8(position)) } else { wideCodes.append(UInt16(truncatingIfNeeded: position)) }
      count += 1
      return nil
    case .multiple: if let fault = appendMultiple(bytes) { return fault }
    case .ranking: if let fault = appendRanking(bytes) { return fault }
    case .integer:
      guard let value = parseInteger(bytes) else { return .notAnInteger }
      integers.append(value)
    case .decimal:
      guard let value = parseDecimal(bytes) else { return .notANumber }
      decimals.append(value)
    case .date:
      guard let day = parseDate(bytes) else { return .notADate }
      integers.append(day)
    case .time:
      guard let time = parseTime(bytes) else { return .notATime }
      integers.append(time)
    case .dateTime:
      guard let moment = parseDateTime(bytes) else { return .notADateTime }
      integers.append(moment.milliseconds)
      offsets.append(moment.offsetMinutes)
    case .text:
      guard appendNormalised(bytes, to: &text) else { return .notUTF8 }
      count += 1
      return nil
    }
    states.append(AnswerState.answered.rawValue)
    count += 1
    return nil
  }

  private mutating func appendMultiple(_ bytes: Span<UInt8>) -> AnswerFault? {
    let base = words.count
    for _ in 0..<width { words.append(0) }
    var index = 0
    while let range = nextWord(bytes, from: &index) {
      let position = lookup.position(bytes.extracting(range))
      guard position != 0 else {
        words.removeLast(width)
        return .notAChoice
      }
      words[base + Int(position - 1) / 64] |= 1 << UInt64((position - 1) % 64)
    }
    return nil
  }

  private mutating func appendRanking(_ bytes: Span<UInt8>) -> AnswerFault? {
    var ranked: [UInt8] = []
    var index = 0
    while let range = nextWord(bytes, from: &index) {
      guard let place = UInt8(exactly: lookup.position(bytes.extracting(range))), place != 0 else { return .notAChoice }
      guard !ranked.contains(place) else { return .repeatedChoice }
      ranked.append(place)
    }
    places.append(contentsOf: ranked)
    for _ in ranked.count..<width { places.append(0) }
    return nil
  }
}

/// The range of the next run without blanks.
func nextWord(_ bytes: Span<UInt8>, from index: inout Int) -> Range<Int>? {
  while index < bytes.count, isBlank(bytes[index]) { index += 1 }
  let start = index
  while index < bytes.count, !isBlank(bytes[index]) { index += 1 }
  return start < index ? start..<index : nil
}

/// The range of bytes without blanks at both ends.
private func trimmed(_ bytes: Span<UInt8>) -> Range<Int> {
  var start = 0
  var end = bytes.count
  while start < end, isBlank(bytes[start]) { start += 1 }
  while end > start, isBlank(bytes[end - 1]) { end -= 1 }
  return start..<end
}

@inline(__always)
private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
