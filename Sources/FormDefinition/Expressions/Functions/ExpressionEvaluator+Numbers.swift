private import Glibc

extension ExpressionEvaluator {
  /// Functions whose value is a number.
  func numberFunction(_ function: ExpressionFunction, _ arguments: [ExpressionNode]) -> Double {
    switch function {
    case .sum: return numbers(of: arguments).reduce(0, +)
    case .min: return numbers(of: arguments).reduce(.nan) { $0.isNaN ? $1 : Swift.min($0, $1) }
    case .max: return numbers(of: arguments).reduce(.nan) { $0.isNaN ? $1 : Swift.max($0, $1) }
    case .count: return Double(texts(of: arguments).count)
    case .countNonEmpty: return Double(texts(of: arguments).count { !$0.isEmpty })
    case .pi: return .pi
    default: break
    }
    let first = arguments.first.map { number(of: $0) } ?? number(.string(context.current))
    let second = arguments.count > 1 ? number(of: arguments[1]) : 0
    switch function {
    case .int: return first.rounded(.towardZero)
    case .floor: return first.rounded(.down)
    case .ceiling: return first.rounded(.up)
    case .abs: return first.magnitude
    case .round: return rounded(first, digits: second)
    case .sqrt: return first.squareRoot()
    case .pow: return Glibc.pow(first, second)
    case .exp: return Glibc.exp(first)
    case .exp10: return Glibc.pow(10, first)
    case .log: return Glibc.log(first)
    case .log10: return Glibc.log10(first)
    case .sin: return Glibc.sin(first)
    case .cos: return Glibc.cos(first)
    case .tan: return Glibc.tan(first)
    case .asin: return Glibc.asin(first)
    case .acos: return Glibc.acos(first)
    case .atan: return Glibc.atan(first)
    case .atan2: return Glibc.atan2(first, second)
    default: return first
    }
  }

  /// Halves go up, as in XPath; a negative number of digits rounds to tens, hundreds, ….
  private func rounded(_ value: Double, digits: Double) -> Double {
    guard value.isFinite, digits.magnitude <= 15 else { return digits == 0 || !value.isFinite ? value : .nan }
    let scale = Glibc.pow(10, digits.rounded(.towardZero).magnitude)
    let scaled = digits >= 0 ? value * scale : value / scale
    let whole = (scaled + 0.5).rounded(.down)
    return digits >= 0 ? whole / scale : whole * scale
  }
}
