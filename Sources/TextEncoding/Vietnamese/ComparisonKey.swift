extension String {
  /// A key that is equal for texts which people take for the same, however they were typed.
  ///
  /// Composed and decomposed letters, upper and lower case, both placements of the tone (hòa, hoà), the letters that
  /// look like Đ (Ð U+00D0, Ɖ U+0189), kinds of blanks, quotation marks and dashes are made one; signs at both ends are
  /// left out. The key is for comparison only and never shown or stored.
  /// - Complexity: O(characters).
  public var comparisonKey: String { Self.key(of: self, withoutMarks: false) }

  /// A key that leaves out all marks of letters besides: "hoa" for hòa, hoá and hóa.
  public var plainKey: String { Self.key(of: self, withoutMarks: true) }

  private static func key(of text: String, withoutMarks: Bool) -> String {
    var key = String.UnicodeScalarView()
    var tone: Unicode.Scalar?
    var isBlankPending = false
    func endSyllable(_ key: inout String.UnicodeScalarView) {
      if let mark = tone, !withoutMarks { key.append(mark) }
      tone = nil
    }
    for scalar in text.lowercased().decomposedScalars {
      switch scalar {
      case "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}": tone = scalar
      case "\u{302}", "\u{306}", "\u{31B}": if !withoutMarks { key.append(scalar) }
      default:
        guard let plain = plain(scalar, withoutMarks: withoutMarks) else { continue }
        if plain.properties.isWhitespace {
          endSyllable(&key)
          isBlankPending = !key.isEmpty
          continue
        }
        let isLetter = plain.properties.isAlphabetic
        if !isLetter { endSyllable(&key) }
        if isBlankPending { key.append(" ") }
        isBlankPending = false
        key.append(plain)
      }
    }
    endSyllable(&key)
    return trimmed(key)
  }

  private static func plain(_ scalar: Unicode.Scalar, withoutMarks: Bool) -> Unicode.Scalar? {
    switch scalar {
    // Ð and Ɖ in lower case are ð and ɖ.
    case "\u{111}", "\u{F0}", "\u{256}": return withoutMarks ? "d" : "\u{111}"
    case "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{AB}", "\u{BB}", "'": return "\""
    case "\u{2010}"..."\u{2015}", "\u{2212}": return "-"
    case "\u{AD}", "\u{200B}"..."\u{200F}", "\u{FEFF}", "\u{2060}": return nil
    default: return scalar
    }
  }

  /// Without signs and blanks at both ends, unless there is nothing else.
  private static func trimmed(_ key: String.UnicodeScalarView) -> String {
    func matters(_ scalar: Unicode.Scalar) -> Bool {
      !":;.,?!*\"… ".unicodeScalars.contains(scalar)
    }
    guard let first = key.firstIndex(where: matters), let last = key.lastIndex(where: matters) else {
      return String(key)
    }
    return String(key[first...last])
  }
}
