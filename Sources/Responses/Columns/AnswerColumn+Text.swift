internal import CivilCalendar

extension AnswerColumn {
  /// Whether a record's question was answered, left blank or not shown.
  public func state(at row: Int) -> AnswerState {
    func state(_ raw: UInt8) -> AnswerState { AnswerState(rawValue: raw) ?? .notShown }
    switch self {
    case .coded(let codes):
      return codes[row] == ChoiceCode.blank ? .blank : codes[row] == ChoiceCode.notShown ? .notShown : .answered
    case .wideCoded(let codes):
      return codes[row] == UInt16(ChoiceCode.blank)
        ? .blank : codes[row] == ChoiceCode.wideNotShown ? .notShown : .answered
    case .multiple(let column): return state(column.states[row])
    case .ranking(let column): return state(column.states[row])
    case .integer(let column): return state(column.states[row])
    case .decimal(let column): return state(column.states[row])
    case .dateTime(let column): return state(column.states[row])
    case .text(let column): return state(column.states[row])
    }
  }

  /// A record's answer as XForms writes it: choice names, decimal point, ISO 8601; "" where there is none.
  ///
  /// - Parameter field: the field whose column this is.
  public func text(at row: Int, of field: Field) -> String {
    guard state(at: row) == .answered else { return "" }
    func choice(_ position: Int) -> String { field.choices.indices.contains(position) ? field.choices[position] : "" }
    switch self {
    case .coded(let codes): return choice(Int(codes[row]) - 1)
    case .wideCoded(let codes): return choice(Int(codes[row]) - 1)
    case .multiple(let column):
      let chosen = field.choices.indices.filter {
        column.words[row * column.wordsPerRecord + $0 / 64] >> UInt64($0 % 64) & 1 == 1
      }
      return chosen.map(choice).joined(separator: " ")
    case .ranking(let column):
      let places = column.places[(row * column.width)..<((row + 1) * column.width)]
      return places.filter { $0 != 0 }.map { choice(Int($0) - 1) }.joined(separator: " ")
    case .integer(let column):
      let value = column.values[row]
      switch field.storage {
      case .date: return isoDate(day: Int(value))
      case .time: return isoTime(milliseconds: Int(value))
      default: return String(value)
      }
    case .decimal(let column):
      let value = column.values[row]
      return Int64(exactly: value).map(String.init) ?? String(value)
    case .dateTime(let column):
      return isoDateTime(milliseconds: column.milliseconds[row], offsetMinutes: Int(column.offsetMinutes[row]))
    case .text(let column): return column[row]
    }
  }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// A day counted from 1970-01-01 as `2026-12-15`.
public func isoDate(day: Int) -> String {
  let parts = CivilDay(number: day).parts
  return "\(padded(parts.year, 4))-\(padded(parts.month, 2))-\(padded(parts.day, 2))"
}

private func isoTime(milliseconds: Int) -> String {
  let seconds = milliseconds / 1000
  return "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    + ".\(padded(milliseconds % 1000, 3))"
}

/// A moment in milliseconds since 1970-01-01 UTC as `2026-12-15T07:30:00.000+07:00`.
public func isoDateTime(milliseconds: Int64, offsetMinutes: Int) -> String {
  let local = milliseconds + Int64(offsetMinutes) * 60_000
  let day = local >= 0 ? local / 86_400_000 : (local - 86_399_999) / 86_400_000
  let sign = offsetMinutes < 0 ? "-" : "+"
  let offset = "\(sign)\(padded(abs(offsetMinutes) / 60, 2)):\(padded(abs(offsetMinutes) % 60, 2))"
  return "\(isoDate(day: Int(day)))T\(isoTime(milliseconds: Int(local - day * 86_400_000)))\(offset)"
}
