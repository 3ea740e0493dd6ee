/// How the characters of a text are written as bytes.
public struct TextEncoding: Sendable, Hashable {
  /// An assignment of characters to bytes.
  public enum Charset: String, Sendable, Hashable, CaseIterable {
    /// Unicode, one to four bytes per character.
    case utf8 = "utf-8"
    /// Unicode, two or four bytes per character, the low one first.
    case utf16LittleEndian = "utf-16le"
    /// Unicode, two or four bytes per character, the high one first.
    case utf16BigEndian = "utf-16be"
    /// TCVN 5712 as in the ABC fonts (.VnTime).
    case tcvn3
    /// VNI for Windows as in the VNI fonts: letters followed by bytes for their marks.
    case vni
    /// VISCII (RFC 1456).
    case viscii
    /// Windows code page 1258, Vietnamese: letters followed by bytes for their tones.
    case windows1258 = "windows-1258"
    /// Windows code page 1252, Western Europe.
    case windows1252 = "windows-1252"
  }

  /// What the bytes mean.
  public var charset: Charset
  /// Whether these bytes were taken for Windows-1252 and saved as UTF-8: "hòa" in UTF-8 becomes "hÃ²a".
  public var isMisread: Bool

  /// Creates an encoding.
  public init(_ charset: Charset, isMisread: Bool = false) {
    self.charset = charset
    self.isMisread = isMisread
  }

  /// UTF-8.
  public static let utf8 = TextEncoding(.utf8)

  /// Whether characters take two bytes and more.
  public var isWide: Bool { charset == .utf16LittleEndian || charset == .utf16BigEndian }

  /// The name in mappings and reports: `tcvn3`, `misread-utf-8`.
  public var name: String { isMisread ? Self.misreadMark + charset.rawValue : charset.rawValue }

  /// The encoding with a name; upper and lower case, `_` and `-` are the same; nil when there is none.
  ///
  /// Other names in use: `abc` for TCVN3, `cp1258`, `cp1252`, `utf8`, `utf-16` (the low byte first), `mojibake`.
  public init?(name: String) {
    var plain = String(name.lowercased().map { $0 == "_" || $0 == " " ? "-" : $0 })
    if plain == "mojibake" { plain = Self.misreadMark + "utf-8" }
    let isMisread = plain.hasPrefix(Self.misreadMark)
    if isMisread { plain.removeFirst(Self.misreadMark.count) }
    let charset: Charset
    switch plain {
    case "utf8", "utf-8-bom", "utf-8-sig": charset = .utf8
    case "utf-16", "utf16", "utf16le": charset = .utf16LittleEndian
    case "utf16be": charset = .utf16BigEndian
    case "abc", "tcvn", "tcvn-3", "tcvn-5712", "tcvn5712": charset = .tcvn3
    case "cp1258", "windows1258": charset = .windows1258
    case "cp1252", "windows1252": charset = .windows1252
    default:
      guard let known = Charset(rawValue: plain) else { return nil }
      charset = known
    }
    if isMisread, charset == .utf16LittleEndian || charset == .utf16BigEndian { return nil }
    self.init(charset, isMisread: isMisread)
  }

  private static let misreadMark = "misread-"
}
