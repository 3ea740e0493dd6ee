extension String {
  /// Whether there is nothing but white space.
  public var isBlank: Bool { unicodeScalars.allSatisfy(\.isTrimmed) }

  /// The text without white space at its ends (no-break spaces and zero-width byte order marks included).
  public func trimmingBlanks() -> String {
    let scalars = unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return self }
    guard first.isTrimmed || last.isTrimmed else { return self }
    guard let start = scalars.firstIndex(where: { !$0.isTrimmed }),
      let end = scalars.lastIndex(where: { !$0.isTrimmed })
    else { return "" }
    return String(scalars[start...end])
  }
}

extension Unicode.Scalar {
  /// White space or an invisible mark; the common letters are told apart without looking up their properties.
  fileprivate var isTrimmed: Bool {
    switch value {
    case 0x21...0x7E, 0xC0...0x24F, 0x1E00...0x1EFF: false
    default: properties.isWhitespace || self == "\u{FEFF}" || self == "\u{200B}"
    }
  }
}
