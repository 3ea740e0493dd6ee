/// Builds the column of one field from texts: typed at once, without a text in between.
///
/// An empty text is a blank answer. A text that is no answer leaves a blank and is reported as a fault.
public struct ColumnBuilder: Sendable {
  let field: Field
  let lookup: ChoiceLookup
  /// How the answers are written; nil: in the form's own way.
  public var notation: AnswerNotation?
  private let narrow: Bool
  private let width: Int
  var codes: [UInt8] = []
  private var wideCodes: [UInt16] = []
  var states: [UInt8] = []
  private var words: [UInt64] = []
  private var places: [UInt8] = []
  var integers: [Int64] = []
  var decimals: [Double] = []
  private var offsets: [Int16] = []
  var text = TextColumn()
  /// Whether the cell just read waits for what its column says.
  private var needsDecision = false
  private var lastFault = AnswerFault.notANumber

  /// Creates an empty column for answers in the form's own way.
  public init(_ field: Field) { self.init(field, notation: nil) }

  /// Creates an empty column.
  ///
  /// - Parameter notation: how the answers are written; nil: in the form's own way.
  public init(_ field: Field, notation: AnswerNotation?) {
    self.field = field
    self.notation = notation
    lookup = ChoiceLookup(field.choices)
    narrow = field.choices.count <= ChoiceCode.longestNarrowList
    width = field.storage == .multiple ? max((field.choices.count + 63) / 64, 1) : field.choices.count
  }

  /// The number of records.
  public internal(set) var count = 0
  /// How many answers named their choice.
  public internal(set) var namedCount = 0
  /// How many answers gave the label of their choice or another text that stands for it.
  public private(set) var labelledCount = 0

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
    notation = other.notation
    namedCount = other.namedCount
    labelledCount = other.labelledCount
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
      text.append(missing: state)
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
  /// - Returns: false, with nothing appended, when the notation is undecided and a cell needs the decision: look at all
  ///   cells of the column (``NotationEvidence``), decide and call again.
  /// - Complexity: O(rows); a fault costs one text.
  public mutating func append(
    column: Int, of block: CellBlock, missing: MissingTexts, field position: Int, faults: inout [CellFault]
  ) -> Bool {
    let bytes = block.bytes.span
    let starts = block.starts.span
    let ends = block.ends.span
    let isNamed = field.storage == .coded && narrow && !(notation?.choices?.isCrossed ?? false)
    let bareIsNotShown = notation?.bareIsNotShown ?? false
    if field.storage == .text, block.isComposed, !bareIsNotShown, missing.texts.isEmpty {
      appendTexts(column: column, of: block)
      return true
    }
    // Texts that are known to be composed UTF-8 are copied as they lie.
    let isCopied = field.storage == .text && block.isUTF8
    let start = count
    let faultCount = faults.count
    var row = 0
    while row < block.rowCount {
      if isNamed {
        row = appendNames(column: column, of: block, from: row)
        if row == block.rowCount { break }
      } else if missing.texts.isEmpty, field.storage == .decimal || field.storage == .integer {
        row = appendNumbers(column: column, of: block, from: row)
        if row == block.rowCount { break }
      }
      let cell = row * block.columnCount + column
      let answer = bytes.extracting(Int(starts[cell])..<Int(ends[cell]))
      if missing.contains(answer) {
        // Nothing at all and an empty pair of quotes are not the same to LimeSurvey.
        let first = Int(starts[cell])
        let isBare = bareIsNotShown && answer.isEmpty && (first == 0 || bytes[first - 1] != UInt8(ascii: "\""))
        append(missing: isBare ? .notShown : .blank)
      } else if isCopied, isComposed(answer) {
        let first = Int(starts[cell])
        text.append(block.bytes[first..<(first + answer.count)])
        count += 1
      } else if let fault = appendAnswer(answer) {
        if needsDecision {
          needsDecision = false
          truncate(to: start)
          faults.removeLast(faults.count - faultCount)
          return false
        }
        append(missing: .blank)
        faults.append(CellFault(row: row, field: position, fault: fault, found: string(answer)))
      }
      row += 1
    }
    return true
  }

  /// Takes back the last records of a column of numbers or days.
  private mutating func truncate(to start: Int) {
    let surplus = count - start
    states.removeLast(surplus)
    switch field.storage {
    case .integer, .date, .time: integers.removeLast(surplus)
    case .decimal: decimals.removeLast(surplus)
    case .dateTime:
      integers.removeLast(surplus)
      offsets.removeLast(surplus)
    case .coded, .multiple, .ranking, .text: preconditionFailure("only numbers and days are decided by their column")
    }
    count = start
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

  /// Makes a blank record one with choices, from 0.
  mutating func replaceBlank(at record: Int, with choices: [Int]) {
    switch field.storage {
    case .coded:
      guard let choice = choices.first else { return }
      if narrow {
        codes[record] = UInt8(choice + 1)
      } else {
        wideCodes[record] = UInt16(truncatingIfNeeded: choice + 1)
      }
    case .multiple:
      states[record] = AnswerState.answered.rawValue
      for choice in choices { words[record * width + choice / 64] |= 1 << UInt64(choice % 64) }
    case .ranking, .integer, .decimal, .date, .time, .dateTime, .text:
      preconditionFailure("only choices are replaced")
    }
    labelledCount += 1
  }

  /// Appends a ranking given place by place, a choice each, the first place first; no places are a blank.
  ///
  /// - Returns: why a place is no choice; then a blank is appended.
  public mutating func append(ranked texts: [[UInt8]]) -> AnswerFault? {
    guard field.storage == .ranking, !texts.isEmpty else {
      append(missing: .blank)
      return nil
    }
    var ranked: [UInt8] = []
    for text in texts {
      let bytes = text.span.extracting(trimmedRange(text.span))
      var position = Int(lookup.position(bytes))
      if position == 0, case .choice(let choice)? = notation?.choices?.match(string(bytes)) { position = choice + 1 }
      guard let place = UInt8(exactly: position), place != 0, !ranked.contains(place) else {
        append(missing: .blank)
        return position == 0 ? .notAChoice : .repeatedChoice
      }
      ranked.append(place)
    }
    places.append(contentsOf: ranked)
    for _ in ranked.count..<width { places.append(0) }
    states.append(AnswerState.answered.rawValue)
    count += 1
    return nil
  }

  /// Appends what a text says; on a fault nothing is appended.
  private mutating func appendAnswer(_ written: Span<UInt8>) -> AnswerFault? {
    let bytes = field.storage == .text ? written : written.extracting(trimmedRange(written))
    if bytes.isEmpty {
      append(missing: .blank)
      return nil
    }
    switch field.storage {
    case .coded:
      var position = lookup.position(bytes)
      if position != 0, !(notation?.choices?.isCrossed ?? false) {
        namedCount += 1
      } else if let choices = notation?.choices {
        switch choices.match(string(bytes)) {
        case .choice(let choice): position = UInt32(choice + 1)
        case .ambiguous: return .ambiguousChoice
        case .none: return .notAChoice
        }
        labelledCount += 1
      }
      guard position != 0 else { return .notAChoice }
      if narrow { codes.append(UInt8(position)) } else { wideCodes.append(UInt16(truncatingIfNeeded: position)) }
      count += 1
      return nil
    case .multiple: if let fault = appendMultiple(bytes) { return fault }
    case .ranking: if let fault = appendRanking(bytes) { return fault }
    case .integer:
      guard let value = resolve(parseInteger(bytes), .notAnInteger, { $0.integer(bytes) }) else { return lastFault }
      integers.append(value)
    case .decimal:
      let value: Double?
      if let notation {
        value = resolve(nil, .notANumber) { _ in notation.decimal(bytes) }
      } else {
        value = resolve(parseDecimal(bytes), .notANumber) { $0.decimal(bytes) }
      }
      guard let value else { return lastFault }
      decimals.append(value)
    case .date:
      guard let day = resolve(parseDate(bytes), .notADate, { $0.date(bytes) }) else { return lastFault }
      integers.append(day)
    case .time:
      guard let time = resolve(parseTime(bytes), .notATime, { $0.time(bytes) }) else { return lastFault }
      integers.append(time)
    case .dateTime:
      guard let moment = resolve(parseDateTime(bytes), .notADateTime, { $0.dateTime(bytes) }) else { return lastFault }
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

  /// The value in the form's own way, else as the notation reads it; nil sets `lastFault`.
  private mutating func resolve<Value>(
    _ canonical: Value?, _ fault: AnswerFault, _ noted: (AnswerNotation) -> NotedAnswer<Value>
  ) -> Value? {
    if let canonical { return canonical }
    lastFault = fault
    guard let notation else { return nil }
    switch noted(notation) {
    case .value(let value): return value
    case .fault(let found): lastFault = found
    case .undecided: needsDecision = true
    }
    return nil
  }

  private mutating func appendMultiple(_ bytes: Span<UInt8>) -> AnswerFault? {
    let base = words.count
    for _ in 0..<width { words.append(0) }
    var index = 0
    let isNamed = !(notation?.choices?.isCrossed ?? false)
    while isNamed, let range = nextWord(bytes, from: &index) {
      let position = lookup.position(bytes.extracting(range))
      if position == 0 {
        for place in base..<words.count { words[place] = 0 }
        index = -1
        break
      }
      words[base + Int(position - 1) / 64] |= 1 << UInt64((position - 1) % 64)
    }
    if isNamed, index >= 0 {
      namedCount += 1
      return nil
    }
    switch joined(bytes) {
    case .value(let positions):
      for position in positions { words[base + position / 64] |= 1 << UInt64(position % 64) }
      return nil
    case .fault(let fault):
      words.removeLast(width)
      return fault
    case .undecided: return .notAChoice
    }
  }

  /// Several choices by their labels.
  private mutating func joined(_ bytes: Span<UInt8>) -> NotedAnswer<[Int]> {
    guard let choices = notation?.choices else { return .fault(.notAChoice) }
    let joined = JoinedChoices(string(bytes), choices)
    guard joined.isComplete else { return .fault(joined.isAmbiguous ? .ambiguousChoice : .notAChoice) }
    labelledCount += 1
    return .value(joined.positions)
  }

  private mutating func appendRanking(_ bytes: Span<UInt8>) -> AnswerFault? {
    var ranked: [UInt8] = []
    var index = 0
    var isNamed = !(notation?.choices?.isCrossed ?? false)
    while isNamed, let range = nextWord(bytes, from: &index) {
      if let place = UInt8(exactly: lookup.position(bytes.extracting(range))), place != 0 {
        ranked.append(place)
      } else {
        isNamed = false
      }
    }
    if isNamed {
      namedCount += 1
    } else {
      switch joined(bytes) {
      case .value(let positions): ranked = positions.compactMap { UInt8(exactly: $0 + 1) }
      case .fault(let fault): return fault
      case .undecided: return .notAChoice
      }
    }
    guard Set(ranked).count == ranked.count else { return .repeatedChoice }
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
func trimmedRange(_ bytes: Span<UInt8>) -> Range<Int> {
  var start = 0
  var end = bytes.count
  while start < end, isBlank(bytes[start]) { start += 1 }
  while end > start, isBlank(bytes[end - 1]) { end -= 1 }
  return start..<end
}

@inline(__always)
private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
