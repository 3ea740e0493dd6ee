/// Numbers of headings as official documents have them.
enum Numbering {
  /// `I. `, `1. ` or `a) ` by depth (0…2), in documents of the Party `I- `; "" deeper.
  static func label(_ number: Int, depth: Int, isParty: Bool = false) -> String {
    switch depth {
    case 0: "\(roman(number))\(isParty ? "- " : ". ")"
    case 1: "\(number). "
    case 2: "\(letter(number))) "
    default: ""
    }
  }

  /// A Roman numeral, 1…3999.
  static func roman(_ number: Int) -> String {
    let signs = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
      (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = min(max(number, 0), 3999)
    var text = ""
    for (value, sign) in signs {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }

  /// The letter of a point in the order of the Vietnamese alphabet without marks: a, b, c, d, đ, e, g, h, ….
  static func letter(_ number: Int) -> String {
    let letters = Array("abcdđeghiklmnopqrstuvxy")
    return letters.indices.contains(number - 1) ? String(letters[number - 1]) : "\(number)"
  }
}
