import FormDefinition

/// Numbers between two bounds, as whole multiples of a step with a fixed number of decimals.
struct NumberSampler: Sendable {
  /// The least value and the step between values, in units of 10 to the power of -`digits`.
  private let start: Int
  private let step: Int
  private let count: Int
  private let digits: Int

  /// Steps beyond which a scale is cut off.
  private static let mostSteps = 1_000_000

  /// A scale from its parameters; one that runs downwards holds the same values. Nil when it holds no value.
  init?(parameters: [String: String]) {
    let range = RangeTexts(parameters: parameters)
    let texts = [range.start, range.end, range.step]
    let digits = min(6, texts.map(Self.decimals).max() ?? 0)
    let values = texts.map { Double($0).flatMap { Self.scaled($0, digits) } }
    guard let start = values[0], let end = values[1], let step = values[2], step != 0,
      step != .min
    else { return nil }
    // A scale downwards has its values counted from the first too.
    let span = abs(end - start) / abs(step) * abs(step)
    let least = end >= start ? start : start - span
    self.init(start: least, end: least + span, step: abs(step), digits: digits)
  }

  /// Numbers in bounds; the bounds are narrowed to what can be written, a missing one lies a plausible way off.
  init?(lower: Double?, upper: Double?, isLowerStrict: Bool, isUpperStrict: Bool, isInteger: Bool, name: String) {
    let digits = isInteger ? 0 : 2
    let plausible = Self.plausible(name)
    let limit = 1e12
    var low = min(max(lower ?? min(plausible.lowerBound, (upper ?? limit) - 100), -limit), limit)
    var high = min(max(upper ?? max(plausible.upperBound, low + 100), -limit), limit)
    // Of a wide permitted span only the plausible part is used.
    if low < plausible.lowerBound, plausible.lowerBound <= high { low = plausible.lowerBound }
    if high > plausible.upperBound, plausible.upperBound >= low { high = plausible.upperBound }
    let scale = isInteger ? 1.0 : 100.0
    guard var start = Int(exactly: (low * scale).rounded(.up)), var end = Int(exactly: (high * scale).rounded(.down))
    else { return nil }
    if isLowerStrict, let lower, Double(start) <= lower * scale { start += 1 }
    if isUpperStrict, let upper, Double(end) >= upper * scale { end -= 1 }
    guard end >= start else { return nil }
    self.init(start: start, end: end, step: 1, digits: digits)
  }

  private init(start: Int, end: Int, step: Int, digits: Int) {
    self.start = start
    self.step = step
    self.digits = digits
    let (width, overflowed) = end.subtractingReportingOverflow(start)
    count = overflowed ? 1 : (step == 1 ? width : min(width / step, Self.mostSteps)) &+ 1
  }

  /// What a number with such a name may be in a survey.
  private static func plausible(_ name: String) -> ClosedRange<Double> {
    let words = name.lowercased().split { !$0.isLetter }
    if words.contains("age") || words.contains("tuoi") { return 22...68 }
    if words.contains("year") || words.contains("nam") { return 1990...2025 }
    return 0...100
  }

  private static func decimals(_ text: String) -> Int {
    text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
  }

  private static func scaled(_ value: Double, _ digits: Int) -> Int? {
    var scaled = value
    for _ in 0..<digits { scaled *= 10 }
    return abs(scaled) < 1e15 ? Int(exactly: scaled.rounded()) : nil
  }

  /// Appends a value, those in the middle being likelier than those at the ends.
  func append(_ random: inout SplitMix64, to bytes: inout [UInt8]) {
    let place = (random.below(count) &+ random.below(count)) / 2
    Self.append(start &+ step &* place, digits: digits, to: &bytes)
  }

  /// Appends one of at most `limit` values spread over the whole scale.
  func append(place: Int, of limit: Int, to bytes: inout [UInt8]) {
    let stride = max(1, count / max(1, limit))
    Self.append(start &+ step &* min(place &* stride, count - 1), digits: digits, to: &bytes)
  }

  /// How many values there are, at most `limit`.
  func size(atMost limit: Int) -> Int { min(count, limit) }

  /// Appends a scaled number in its shortest form: no trailing zeros behind the point.
  static func append(_ value: Int, digits: Int, to bytes: inout [UInt8]) {
    var digits = digits
    var value = value
    while digits > 0, value % 10 == 0 {
      value /= 10
      digits -= 1
    }
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var magnitude = value.magnitude
    var reversed: [UInt8] = []
    repeat {
      if digits > 0, reversed.count == digits { reversed.append(UInt8(ascii: ".")) }
      reversed.append(0x30 &+ UInt8(truncatingIfNeeded: magnitude % 10))
      magnitude /= 10
    } while magnitude > 0 || (digits > 0 && reversed.count < digits + 2)
    bytes.append(contentsOf: reversed.reversed())
  }
}
