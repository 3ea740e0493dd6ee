/// A set of characters in a regular expression.
struct ScalarSet: Sendable, Hashable {
  /// Characters and ranges of characters by code point.
  var ranges: [ClosedRange<UInt32>] = []
  /// Classes by Unicode's general category, as written between the braces of `\p{…}`; a leading `^` negates.
  var categories: [String] = []
  /// Sets that are members as a whole (`\D` inside brackets).
  var members: [ScalarSet] = []
  /// Whether it holds what is not listed.
  var isNegated = false

  static let digit = ScalarSet(ranges: [0x30...0x39])
  static let word = ScalarSet(ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  static let space = ScalarSet(ranges: [0x09...0x0D, 0x20...0x20])
  /// Everything but line ends.
  static let any = ScalarSet(ranges: [0x0A...0x0A, 0x0D...0x0D, 0x85...0x85, 0x2028...0x2029], isNegated: true)

  /// The set of one character.
  init(_ scalar: Unicode.Scalar) { ranges = [scalar.value...scalar.value] }

  init(
    ranges: [ClosedRange<UInt32>] = [], categories: [String] = [], members: [ScalarSet] = [], isNegated: Bool = false
  ) {
    self.ranges = ranges
    self.categories = categories
    self.members = members
    self.isNegated = isNegated
  }

  /// The set of everything else.
  var inverted: ScalarSet {
    var set = self
    set.isNegated.toggle()
    return set
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    for range in ranges where range.contains(scalar.value) { return !isNegated }
    for member in members where member.contains(scalar) { return !isNegated }
    for category in categories where Self.category(category, holds: scalar) { return !isNegated }
    return isNegated
  }

  /// Whether `\p{name}` can be followed.
  static func knowsCategory(_ name: String) -> Bool {
    letters(of: name).map { $0.allSatisfy { "LMNPSZC".contains($0.prefix(1)) } } ?? false
  }

  /// `L`, `Lu`, `IsL`, `Alpha`, … as prefixes of the two-letter abbreviations.
  private static func letters(of name: String) -> [String]? {
    switch name {
    case "IsAlphabetic", "Alpha", "Alphabetic", "IsLetter": ["L"]
    case "Lower", "IsLowercase", "Lowercase": ["Ll"]
    case "Upper", "IsUppercase", "Uppercase": ["Lu"]
    case "Digit", "IsDigit": ["Nd"]
    case "Punct", "IsPunctuation": ["P"]
    case "Alnum": ["L", "Nd"]
    default:
      name.count <= 2 && !name.isEmpty
        ? [name] : (name.count <= 4 && name.hasPrefix("Is") ? [String(name.dropFirst(2))] : nil)
    }
  }

  private static func category(_ name: String, holds scalar: Unicode.Scalar) -> Bool {
    let abbreviation = abbreviation(of: scalar.properties.generalCategory)
    return letters(of: name)?.contains { abbreviation.hasPrefix($0) } ?? false
  }

  private static func abbreviation(of category: Unicode.GeneralCategory) -> String {
    switch category {
    case .uppercaseLetter: "Lu"
    case .lowercaseLetter: "Ll"
    case .titlecaseLetter: "Lt"
    case .modifierLetter: "Lm"
    case .otherLetter: "Lo"
    case .nonspacingMark: "Mn"
    case .spacingMark: "Mc"
    case .enclosingMark: "Me"
    case .decimalNumber: "Nd"
    case .letterNumber: "Nl"
    case .otherNumber: "No"
    case .connectorPunctuation: "Pc"
    case .dashPunctuation: "Pd"
    case .openPunctuation: "Ps"
    case .closePunctuation: "Pe"
    case .initialPunctuation: "Pi"
    case .finalPunctuation: "Pf"
    case .otherPunctuation: "Po"
    case .mathSymbol: "Sm"
    case .currencySymbol: "Sc"
    case .modifierSymbol: "Sk"
    case .otherSymbol: "So"
    case .spaceSeparator: "Zs"
    case .lineSeparator: "Zl"
    case .paragraphSeparator: "Zp"
    case .control: "Cc"
    case .format: "Cf"
    case .surrogate: "Cs"
    case .privateUse: "Co"
    case .unassigned: "Cn"
    @unknown default: "Cn"
    }
  }
}
