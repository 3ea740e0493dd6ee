// The standard library composes Unicode itself but keeps the entrance to itself; Foundation's stays out of pure modules.
@_spi(_Unicode) import Swift

extension String {
  /// The text in composed form (NFC).
  public var composed: String { String(String.UnicodeScalarView(_nfc)) }

  /// The text in decomposed form (NFD): letters apart from their marks.
  var decomposedScalars: [Unicode.Scalar] { Array(_nfd) }
}
