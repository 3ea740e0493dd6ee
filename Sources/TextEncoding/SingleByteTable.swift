/// What the bytes of an encoding of one byte per character mean; ASCII stands for itself.
struct SingleByteTable: Sendable {
  /// By byte.
  let scalars: [Unicode.Scalar]

  /// - Parameters:
  ///   - upper: the characters of the bytes 0x80 to 0xFF, in order.
  ///   - controls: letters on bytes that are control characters elsewhere.
  private init(upper: String, controls: [UInt8: Unicode.Scalar] = [:]) {
    var scalars = (UInt8(0)..<0x80).map { Unicode.Scalar($0) } + upper.unicodeScalars
    precondition(scalars.count == 256, "one character for each byte")
    for (byte, letter) in controls { scalars[Int(byte)] = letter }
    self.scalars = scalars
  }
}

extension SingleByteTable {
  /// TCVN 5712:1993, code VN1: the letters of the ABC fonts (.VnTime) are those of its lower-case half.
  ///
  /// The tones B0 to B4 stand after their letters; the letters on control bytes occur in converted texts only.
  static let tcvn3 = SingleByteTable(
    upper: """
      ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨ\
      ÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ\
      \u{A0}ĂÂÊÔƠƯĐăâêôơưđẰ\
      \u{300}\u{309}\u{303}\u{301}\u{323}àảãáạẲằẳẵắẴ\
      ẮẦẨẪẤỀặầẩẫấậèỂẻẽ\
      éẹềểễếệìỉỄẾỒĩíịò\
      Ổỏõóọồổỗốộờởỡớợù\
      ỖủũúụừửữứựỳỷỹýỵỐ
      """,
    controls: [
      0x01: "Ú", 0x02: "Ụ", 0x04: "Ừ", 0x05: "Ử", 0x06: "Ữ", 0x11: "Ứ", 0x12: "Ự", 0x13: "Ỳ", 0x14: "Ỷ", 0x15: "Ỹ",
      0x16: "Ý", 0x17: "Ỵ",
    ])

  /// VISCII 1.1 (RFC 1456).
  static let viscii = SingleByteTable(
    upper: """
      ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ\
      ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ\
      Õắằặấầẩậẽẹếềểễệố\
      ồổỗỠƠộờởịỰỨỪỬơớƯ\
      ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ\
      ĐứÒÓÔạỷừửÙÚỹỵÝỡư\
      àáâãảăữẫèéêẻìíĩỉ\
      đựòóôõỏọụùúũủýợỮ
      """,
    controls: [0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"])

  /// Windows code page 1258 (Microsoft): five tones follow their letters; bytes without a character stand for the
  /// control character of their number, as in the WHATWG encoding standard.
  static let windows1258 = SingleByteTable(
    upper: """
      €\u{81}‚ƒ„…†‡ˆ‰\u{8A}‹Œ\u{8D}\u{8E}\u{8F}\
      \u{90}‘’“”•–—˜™\u{9A}›œ\u{9D}\u{9E}Ÿ\
      \u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯\
      °±²³´µ¶·¸¹º»¼½¾¿\
      ÀÁÂĂÄÅÆÇÈÉÊË\u{300}ÍÎÏ\
      ĐÑ\u{309}ÓÔƠÖ×ØÙÚÛÜƯ\u{303}ß\
      àáâăäåæçèéêë\u{301}íîï\
      đñ\u{323}óôơö÷øùúûüư₫ÿ
      """)

  /// Windows code page 1252 (Microsoft); bytes without a character as in the WHATWG encoding standard, so that every
  /// byte can be got back.
  static let windows1252 = SingleByteTable(
    upper: """
      €\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\
      \u{90}‘’“”•–—˜™š›œ\u{9D}žŸ\
      \u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯\
      °±²³´µ¶·¸¹º»¼½¾¿\
      ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ\
      ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß\
      àáâãäåæçèéêëìíîï\
      ðñòóôõö÷øùúûüýþÿ
      """)
}
