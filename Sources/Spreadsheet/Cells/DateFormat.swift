/// What a number format shows of a moment.
struct DateFormat: Sendable, Hashable {
  /// Days, months or years.
  var showsDate: Bool
  /// Hours, minutes or seconds.
  var showsTime: Bool

  /// The format of a built-in number; nil when it shows no moment (ECMA-376 part 1, 18.8.30).
  init?(builtIn number: Int) {
    switch number {
    case 14...17, 27...31, 34...36, 50...54, 57, 58: self.init(showsDate: true, showsTime: false)
    case 18...21, 32, 33, 45...47, 55, 56: self.init(showsDate: false, showsTime: true)
    case 22: self.init(showsDate: true, showsTime: true)
    default: return nil
    }
  }

  /// The format that a code such as `dd/mm/yyyy` describes; nil when it shows no moment.
  init?(code: String) {
    let letters = Self.letters(of: code)
    let showsTime = letters.contains("h") || letters.contains("s")
    // Without hours and seconds an m is a month, with them minutes.
    let showsDate = letters.contains("d") || letters.contains("y") || (letters.contains("m") && !showsTime)
    guard showsDate || showsTime else { return nil }
    self.init(showsDate: showsDate, showsTime: showsTime)
  }

  private init(showsDate: Bool, showsTime: Bool) {
    self.showsDate = showsDate
    self.showsTime = showsTime
  }

  /// The letters of the code's first section that stand for something: not those quoted, escaped or in brackets, but
  /// for elapsed times as in `[h]`.
  private static func letters(of code: String) -> Set<Character> {
    var letters: Set<Character> = []
    var characters = code.lowercased()[...]
    while let character = characters.popFirst() {
      switch character {
      case ";": return letters
      case "\"": characters = characters.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": _ = characters.popFirst()
      case "[":
        let content = Set(characters.prefix { $0 != "]" })
        if content.count == 1, content.isSubset(of: ["h", "m", "s"]) { letters.formUnion(["h"]) }
        characters = characters.drop { $0 != "]" }.dropFirst()
      default: letters.insert(character)
      }
    }
    return letters
  }
}
