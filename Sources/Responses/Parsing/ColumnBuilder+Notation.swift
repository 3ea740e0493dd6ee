internal import CivilCalendar

/// What a text says, read as people and spreadsheets write numbers and days.
enum NotedAnswer<Value> {
  case value(Value)
  case fault(AnswerFault)
  /// The other cells of the column must be looked at first.
  case undecided
}

extension AnswerNotation {
  /// A whole number that is not written in digits only.
  func integer(_ bytes: Span<UInt8>) -> NotedAnswer<Int64> {
    guard let shape = NumberShape(bytes) else { return .fault(.notAnInteger) }
    func whole(_ digits: [UInt8]) -> NotedAnswer<Int64> {
      parseInteger(digits.span).map { .value($0) } ?? .fault(.notAnInteger)
    }
    switch shape.kind {
    case .plain: return whole(shape.canonical(isGrouped: true))
    case .marked(let mark):
      if case .certain(let known) = decimalMark, known != mark { return .fault(.notAnInteger) }
      return shape.hasOnlyZeros ? whole(shape.canonicalWhole) : .fault(.notAnInteger)
    case .open(let sign):
      switch decimalMark {
      case .undecided: return .undecided
      case .ambiguous: return .fault(.ambiguousNumber)
      case .certain(let mark):
        if mark != sign { return whole(shape.canonical(isGrouped: true)) }
        return shape.hasOnlyZeros ? whole(shape.canonicalWhole) : .fault(.notAnInteger)
      }
    }
  }

  /// A number.
  func decimal(_ bytes: Span<UInt8>) -> NotedAnswer<Double> {
    // Without a comma the form's own way is clear, but for what may be thousands and where points stand for them.
    if decimalMark != .certain(.comma), decimalMark == .certain(.point) || !mayBeThousands(bytes),
      let value = parseDecimal(bytes)
    {
      return .value(value)
    }
    guard let shape = NumberShape(bytes) else { return .fault(.notANumber) }
    func number(isGrouped: Bool) -> NotedAnswer<Double> {
      parseDecimal(shape.canonical(isGrouped: isGrouped).span).map { .value($0) } ?? .fault(.notANumber)
    }
    switch shape.kind {
    case .plain: return number(isGrouped: true)
    case .marked(let mark):
      if case .certain(let known) = decimalMark, known != mark { return .fault(.notANumber) }
      return number(isGrouped: false)
    case .open(let sign):
      switch decimalMark {
      case .undecided: return .undecided
      case .ambiguous: return .fault(.ambiguousNumber)
      case .certain(let mark): return number(isGrouped: mark != sign)
      }
    }
  }

  /// A day; a time behind it must be midnight, which spreadsheets add.
  func date(_ bytes: Span<UInt8>) -> NotedAnswer<Int64> {
    guard let shape = DateShape(bytes), let day = shape.day, shape.time ?? 0 == 0 else { return .fault(.notADate) }
    switch resolved(day) {
    case .value(let number): return .value(number)
    case .fault(let fault): return .fault(fault == .ambiguousDate ? fault : .notADate)
    case .undecided: return .undecided
    }
  }

  /// A moment; without an offset in the time of Vietnam.
  func dateTime(_ bytes: Span<UInt8>) -> NotedAnswer<(milliseconds: Int64, offsetMinutes: Int16)> {
    guard let shape = DateShape(bytes), let day = shape.day, let time = shape.time ?? (dayIsMoment ? 0 : nil) else {
      return .fault(.notADateTime)
    }
    switch resolved(day) {
    case .value(let number):
      let offset = shape.offsetMinutes ?? Int16(assumedOffsetMinutes)
      return .value((number * 86_400_000 + time - Int64(offset) * 60_000, offset))
    case .fault(let fault): return .fault(fault == .ambiguousDate ? fault : .notADateTime)
    case .undecided: return .undecided
    }
  }

  /// A time of day.
  func time(_ bytes: Span<UInt8>) -> NotedAnswer<Int64> {
    if let shape = DateShape(bytes), shape.day == nil, let time = shape.time { return .value(time) }
    // A spreadsheet's part of a day.
    if bytes.count > 2, bytes[0] == 0x30, bytes[1] == 0x2E, let part = parseDecimal(bytes) {
      return .value(Int64((part * 86_400).rounded()) % 86_400 * 1000)
    }
    return .fault(.notATime)
  }

  private func resolved(_ day: DateShape.Day) -> NotedAnswer<Int64> {
    switch day {
    case .certain(let day): return .value(Int64(day.number))
    case .ordered(let day, let order):
      if case .certain(let known) = dateOrder, known != order { return .fault(.notADate) }
      return .value(Int64(day.number))
    case .open(let dayFirst, let monthFirst):
      switch dateOrder {
      case .undecided: return .undecided
      case .ambiguous: return .fault(.ambiguousDate)
      case .certain(let order): return .value(Int64((order == .dayFirst ? dayFirst : monthFirst).number))
      }
    }
  }
}
