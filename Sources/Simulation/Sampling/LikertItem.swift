import FormDefinition

/// A rating item: the respondent's attitude, the item's level and chance, cut into the codes of the scale.
///
/// A class, so that handing it around costs one reference count.
final class LikertItem: Sendable {
  /// The codes from the lowest to the highest.
  private let codes: [[UInt8]]
  private let missing: [[UInt8]]
  private let loading: Double
  private let level: Double
  private let isPolarised: Bool
  /// Where one code ends and the next begins, on the latent scale.
  private let cuts: [Double]

  /// How a rating item is coloured.
  enum Character: Sendable {
    /// A statement, agreed to more or less.
    case statement(isReversed: Bool)
    /// A statement on which respondents fall into two camps.
    case polarised
    /// How important a need is: high.
    case importance
    /// How far a need is met: low.
    case provision
  }

  /// Prepares an item; nil unless the list's substantive names are at least three consecutive integers.
  init?(list: ChoiceList, name: String, character: Character) {
    guard let codes = Self.scale(of: list) else { return nil }
    self.codes = codes
    missing = list.choices.filter { $0.missing != nil }.map { Array($0.name.utf8) }
    var random = SplitMix64(state: SplitMix64.hash(name))
    let place = random.unit()
    var isPolarised = false
    switch character {
    case .statement(let isReversed):
      loading = (isReversed ? -1 : 1) * (0.5 + 0.25 * random.unit())
      level = -0.9 + 1.8 * place
    case .polarised:
      isPolarised = true
      loading = 0.3
      level = -0.15 + 0.3 * place
    case .importance:
      loading = 0.35
      level = 0.5 + 0.8 * place
    case .provision:
      loading = 0.55
      level = -1 + 0.8 * place
    }
    self.isPolarised = isPolarised
    let count = Double(codes.count)
    cuts = (1..<codes.count).map { (Double($0) - count / 2) * 4 / count }
  }

  /// The names of a rating scale from the lowest to the highest; nil for other lists.
  static func scale(of list: ChoiceList) -> [[UInt8]]? {
    let numbers = list.substantive.compactMap { Int($0.name) }
    guard numbers.count == list.substantive.count, (3...11).contains(numbers.count) else { return nil }
    let sorted = numbers.sorted()
    for (lower, upper) in zip(sorted, sorted.dropFirst()) where upper.subtractingReportingOverflow(lower) != (1, false)
    {
      return nil
    }
    return zip(numbers, list.substantive).sorted { $0.0 < $1.0 }.map { Array($0.1.name.utf8) }
  }

  /// Appends one answer; `attitude` is the respondent's, roughly standard normal.
  func append(attitude: Double, _ random: inout SplitMix64, to bytes: inout [UInt8]) {
    let draw = random.unit()
    if draw < ChoiceSampler.missingShare, !missing.isEmpty {
      bytes.append(contentsOf: missing[random.below(missing.count)])
      return
    }
    var latent = loading * attitude + level
    if isPolarised {
      latent += (random.unit() + 0.1 * attitude < 0.5 ? -1.15 : 1.15) + 0.35 * random.normal()
    } else {
      latent += 0.8 * random.normal()
    }
    var code = 0
    while code < cuts.count, latent > cuts[code] { code += 1 }
    bytes.append(contentsOf: codes[code])
  }
}
