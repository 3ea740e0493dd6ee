internal import CivilCalendar

extension ExpressionEvaluator {
  /// Functions about dates; dates are ISO texts, numbers count days since 1970-01-01 of local time.
  func dateFunction(_ function: ExpressionFunction, _ arguments: [ExpressionNode]) -> ExpressionValue {
    let now = context.now
    let offset = now.offsetMinutes
    switch function {
    case .today: return .string(CivilDate.text(ofDay: localNow.rounded(.down)))
    case .now: return .string(CivilDate.text(ofMoment: localNow, offsetMinutes: offset))
    default: break
    }
    let argument = arguments.first.map { value(of: $0) } ?? .string("")
    if argument == .string("") {
      return function == .decimalTime || function == .decimalDateTime ? .number(.nan) : .string("")
    }
    switch function {
    case .decimalTime:
      if let time = CivilDate.time(in: argument.text) {
        return .number(Double(time.milliseconds) / Double(CivilDate.millisecondsPerDay))
      }
      let days = number(argument)
      return .number(days - days.rounded(.down))
    case .decimalDateTime: return .number(number(argument))
    case .date: return .string(CivilDate.text(ofDay: number(argument)))
    case .dateTime: return .string(CivilDate.text(ofMoment: number(argument), offsetMinutes: offset))
    default: return .string(formatted(number(argument), as: text(of: arguments[1])))
    }
  }

  private var localNow: Double {
    let now = context.now
    let day = Int64(CivilDate.millisecondsPerDay)
    let local = now.milliseconds &+ Int64(now.offsetMinutes) &* 60_000
    let whole = local >= 0 ? local / day : (local &- (day - 1)) / day
    return Double(whole) + Double(local &- whole &* day) / Double(day)
  }

  /// Fills a pattern: %Y %y %m %n %b %d %e %a %H %h %M %S %3, and %% for the sign itself.
  private func formatted(_ days: Double, as pattern: String) -> String {
    guard days.isFinite, days.magnitude < 4_000_000 else { return "" }
    let day = Int(days.rounded(.down))
    let date = CivilDay(number: day).parts
    let milliseconds = Int(((days - days.rounded(.down)) * Double(CivilDate.millisecondsPerDay)).rounded())
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    var text = ""
    var isEscape = false
    for character in pattern {
      guard isEscape else {
        if character == "%" { isEscape = true } else { text.append(character) }
        continue
      }
      isEscape = false
      switch character {
      case "Y": text += CivilDate.padded(date.year, 4)
      case "y": text += CivilDate.padded(date.year % 100, 2)
      case "m": text += CivilDate.padded(date.month, 2)
      case "n": text += "\(date.month)"
      case "b": text += months[date.month - 1]
      case "d": text += CivilDate.padded(date.day, 2)
      case "e": text += "\(date.day)"
      case "a": text += weekdays[((day + 4) % 7 + 7) % 7]
      case "H": text += CivilDate.padded(milliseconds / 3_600_000, 2)
      case "h": text += "\(milliseconds / 3_600_000)"
      case "M": text += CivilDate.padded(milliseconds / 60_000 % 60, 2)
      case "S": text += CivilDate.padded(milliseconds / 1000 % 60, 2)
      case "3": text += CivilDate.padded(milliseconds % 1000, 3)
      case "%": text += "%"
      default: text += "%\(character)"
      }
    }
    return text
  }
}
