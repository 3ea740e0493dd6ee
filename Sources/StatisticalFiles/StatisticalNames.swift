/// Names that SPSS and Stata accept, each once.
public struct StatisticalNames: Sendable {
  private var taken: Set<String> = []
  private let longest: Int

  /// Begins without names.
  public init(_ format: StatisticalFormat) {
    // SPSS counts bytes, Stata characters; a byte is never more than a character.
    longest = format == .spss ? 64 : 32
  }

  /// The nearest name that is allowed and not yet given out; case makes no difference.
  ///
  /// It begins with a letter; whatever is no letter, digit or underscore becomes an underscore.
  public mutating func name(_ wanted: String) -> String {
    var base = String(wanted.map { $0.isLetter || $0.isWholeNumber && $0.isASCII || $0 == "_" ? $0 : "_" })
    if !(base.first?.isLetter ?? false) { base = "v" + base }
    if Self.reserved.contains(base.lowercased()) || Self.looksLikeTextType(base) { base += "_" }
    var candidate = base.fitting(longest)
    var number = 2
    while !taken.insert(candidate.lowercased()).inserted {
      let ending = "_\(number)"
      candidate = base.fitting(longest - ending.utf8.count) + ending
      number += 1
    }
    return candidate
  }

  /// `str12` is a type to Stata.
  private static func looksLikeTextType(_ name: String) -> Bool {
    let lowercased = name.lowercased()
    return lowercased.hasPrefix("str") && (lowercased == "strl" || Int(lowercased.dropFirst(3)) != nil)
  }

  /// Words with a meaning in SPSS or Stata.
  private static let reserved: Set<String> = [
    "all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with", "byte", "double", "float", "if",
    "in", "int", "long", "using",
  ]
}
