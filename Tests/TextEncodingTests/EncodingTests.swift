import Testing
import TextEncoding

@Suite("Encodings")
struct EncodingTests {
  /// What a sample of an encoding reads as: the ABC fonts have no capital letters of their own.
  private func expected(_ name: String) -> String {
    name.hasSuffix("tcvn3") ? EncodedSamples.text.replacing("Ủy", with: "ủy") : EncodedSamples.text
  }

  @Test("Every encoding is decoded to composed UTF-8, in chunks of any size", arguments: EncodedSamples.bytes)
  func decoding(name: String, hexadecimal: String) throws {
    let bytes = EncodedSamples.decode(hexadecimal)
    let encoding = try #require(TextEncoding(name: name))
    #expect(encoding.name == name)
    for size in [1, 2, 3, 7, 64, 10_000] {
      var decoder = TextDecoder(encoding)
      var decoded: [UInt8] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        decoded += decoder.decode(Array(bytes[start..<min(start + size, bytes.count)]), isLast: false)
      }
      decoded += decoder.decode([], isLast: true)
      #expect(String(decoding: decoded, as: UTF8.self).utf8.elementsEqual(expected(name).utf8), "chunks of \(size)")
    }
  }

  @Test("Every encoding is recognised by its bytes alone", arguments: EncodedSamples.bytes)
  func detection(name: String, hexadecimal: String) throws {
    let bytes = EncodedSamples.decode(hexadecimal)
    for size in [1, 5, 10_000] {
      var detector = EncodingDetector()
      for start in stride(from: 0, to: bytes.count, by: size) {
        detector.add(Array(bytes[start..<min(start + size, bytes.count)]))
      }
      #expect(detector.verdict() == .certain(try #require(TextEncoding(name: name))))
    }
  }

  @Test(
    "UTF-8 stays UTF-8, whatever language it holds",
    arguments: [
      "", "age,agree\n20,yes\n", EncodedSamples.text, "\u{FEFF}Mã phiếu,Tuổi\n",
      "Müller, Café, naïve, señor, m², 25 °C, ½",
      "Nữ", "Đồng thuận; không đồng thuận", "Ł, Ž, ß and 中文", "“Đồng ý” – rất…", "hoà\u{300}", "e\u{302}\u{301}",
    ])
  func unicode(text: String) {
    var detector = EncodingDetector()
    detector.add(Array(text.utf8))
    #expect(detector.verdict() == .certain(.utf8))
  }

  @Test("A few bad bytes among good UTF-8 leave it UTF-8")
  func faultyUTF8() {
    var detector = EncodingDetector()
    detector.add(Array("id,words\n1,Đồng thuận\n2,".utf8) + [0x43, 0xE9, 0x6E] + Array("\n3,Nguyện vọng\n".utf8))
    #expect(detector.verdict() == .certain(.utf8))
  }

  @Test("Bytes that several encodings read equally well are nobody's guess")
  func doubt() {
    // "Nữ" in TCVN3 is "Nọ" in VISCII.
    var detector = EncodingDetector()
    detector.add([0x4E, 0xF7, 0x0A])
    #expect(detector.verdict() == .doubtful([TextEncoding(.tcvn3), TextEncoding(.viscii)]))
    var western = EncodingDetector()
    western.add(Array("Caf".utf8) + [0xE9, 0x2C] + Array("M".utf8) + [0xFC] + Array("ller".utf8))
    guard case .doubtful = western.verdict() else {
      Issue.record("certain of too little")
      return
    }
  }

  @Test("Names are found in the ways people write them")
  func names() {
    #expect(TextEncoding(name: "TCVN_3") == TextEncoding(.tcvn3))
    #expect(TextEncoding(name: "CP1258") == TextEncoding(.windows1258))
    #expect(TextEncoding(name: "mojibake") == TextEncoding(.utf8, isMisread: true))
    #expect(TextEncoding(name: "latin-9") == nil)
    #expect(TextEncoding(name: "misread-utf-16") == nil)
  }

  @Test("What cannot be decoded comes out as a byte that no UTF-8 has", arguments: [[0xD800, 0x41], [0x41, 0xDC00]])
  func unreadable(units: [Int]) {
    let bytes = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    var decoder = TextDecoder(TextEncoding(.utf16LittleEndian))
    #expect(decoder.decode(bytes, isLast: true).contains(0xFF))
  }

  @Test("Any bytes are decoded without end of the program, and chunks make no difference")
  func anyBytes() {
    var state: UInt64 = 7
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    for charset in TextEncoding.Charset.allCases {
      for isMisread in [false, true] {
        for _ in 0..<20 {
          let bytes = (0..<Int(next() % 200)).map { _ in UInt8(truncatingIfNeeded: next()) }
          var whole = TextDecoder(TextEncoding(charset, isMisread: isMisread))
          let expected = whole.decode(bytes, isLast: true)
          var pieces = TextDecoder(TextEncoding(charset, isMisread: isMisread))
          var found: [UInt8] = []
          for byte in bytes { found += pieces.decode([byte], isLast: false) }
          found += pieces.decode([], isLast: true)
          #expect(found == expected)
        }
      }
    }
  }
}
