/// The fill of one answer of a diverging scale: brown to the left, grey in the middle, teal to the right.
///
/// Both ends are darkest, so that lightness alone tells strength, and hatching the left side tells direction.
struct Shade {
  let fill: String
  /// The colour of text on it, at least 4.5:1 against the fill.
  let ink: String
  let isHatched: Bool

  static func diverging(_ index: Int, of count: Int) -> Shade {
    let half = count / 2
    if count % 2 == 1, index == half { return Shade(fill: "#e3e3e3", ink: "#111111", isHatched: false) }
    let isLeft = index < half
    let strength = isLeft ? index : count - 1 - index
    let lightness = half <= 1 ? 0 : Double(strength) / Double(half - 1) * 0.85
    let dark = isLeft ? (122, 66, 6) : (0, 84, 77)
    let light = isLeft ? (243, 219, 166) : (190, 230, 224)
    return Shade(
      fill: mixed(dark, light, lightness), ink: lightness < 0.4 ? "#ffffff" : "#111111", isHatched: isLeft)
  }

  private static func mixed(_ dark: (Int, Int, Int), _ light: (Int, Int, Int), _ part: Double) -> String {
    func channel(_ from: Int, _ to: Int) -> String {
      let value = Int((Double(from) + Double(to - from) * part).rounded())
      let digits = String(min(max(value, 0), 255), radix: 16)
      return digits.count < 2 ? "0" + digits : digits
    }
    return "#" + channel(dark.0, light.0) + channel(dark.1, light.1) + channel(dark.2, light.2)
  }
}
