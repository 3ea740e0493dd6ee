/// Roman numbers of sections.
enum RomanNumber {
  private static let signs: [(value: Int, text: String)] = [
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]

  /// `XIV` for 14; numbers outside 1…399 in Arabic digits.
  static func text(_ number: Int) -> String {
    guard (1...399).contains(number) else { return "\(number)" }
    var rest = number
    var text = ""
    for sign in signs {
      while rest >= sign.value {
        text += sign.text
        rest -= sign.value
      }
    }
    return text
  }
}
