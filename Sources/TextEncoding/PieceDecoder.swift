/// Decodes pieces of text that end between words.
struct PieceDecoder: Sendable {
  let encoding: TextEncoding

  /// Stands in the output for bytes that mean nothing: no UTF-8 has it, so that whoever reads on will notice.
  static let unreadable: UInt8 = 0xFF

  /// The bytes of a piece as composed UTF-8.
  func decode(_ piece: ArraySlice<UInt8>) -> [UInt8] {
    if !encoding.isMisread, piece.allSatisfy({ $0 >= 0x20 && $0 < 0x80 }), !encoding.isWide { return Array(piece) }
    var output = ComposedOutput()
    if encoding.isMisread {
      decodeMisread(piece, into: &output)
    } else {
      decodeBytes(piece, into: &output)
    }
    return output.finish()
  }

  private func decodeBytes(_ bytes: ArraySlice<UInt8>, into output: inout ComposedOutput) {
    switch encoding.charset {
    case .utf8: decodeUTF8(bytes, into: &output)
    case .utf16LittleEndian: decodeUTF16(bytes, low: 0, into: &output)
    case .utf16BigEndian: decodeUTF16(bytes, low: 1, into: &output)
    case .tcvn3: decodeTable(bytes, .tcvn3, into: &output)
    case .viscii: decodeTable(bytes, .viscii, into: &output)
    case .windows1258: decodeTable(bytes, .windows1258, into: &output)
    case .windows1252: decodeTable(bytes, .windows1252, into: &output)
    case .vni: decodeVNI(bytes, into: &output)
    }
  }

  private func decodeTable(_ bytes: ArraySlice<UInt8>, _ table: SingleByteTable, into output: inout ComposedOutput) {
    for byte in bytes { output.append(table.scalars[Int(byte)]) }
  }

  private func decodeVNI(_ bytes: ArraySlice<UInt8>, into output: inout ComposedOutput) {
    var previous: Unicode.Scalar?
    for byte in bytes {
      if byte < 0x80 {
        previous = Unicode.Scalar(byte)
        output.append(Unicode.Scalar(byte))
      } else if let letter = previous, let marks = VNIMarks.marks(byte, after: letter) {
        for mark in marks { output.append(mark) }
        previous = nil
      } else {
        let scalar = VNIMarks.letter(byte) ?? SingleByteTable.windows1252.scalars[Int(byte)]
        output.append(scalar)
        previous = scalar
      }
    }
  }

  private func decodeUTF8(_ bytes: ArraySlice<UInt8>, into output: inout ComposedOutput) {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): output.append(scalar)
      case .error: output.appendUnreadable()
      case .emptyInput: return
      }
    }
  }

  private func decodeUTF16(_ bytes: ArraySlice<UInt8>, low: Int, into output: inout ComposedOutput) {
    let first = bytes.startIndex
    var units = stride(from: first, to: bytes.endIndex - 1, by: 2).map { index in
      UInt16(bytes[index + low]) | UInt16(bytes[index + 1 - low]) << 8
    }.makeIterator()
    var decoder = UTF16()
    loop: while true {
      switch decoder.decode(&units) {
      case .scalarValue(let scalar): output.append(scalar)
      case .error: output.appendUnreadable()
      case .emptyInput: break loop
      }
    }
    if bytes.count % 2 != 0 { output.appendUnreadable() }
  }

  /// Gets the bytes back that were taken for Windows-1252, word by word; a word that was none of these stays.
  private func decodeMisread(_ bytes: ArraySlice<UInt8>, into output: inout ComposedOutput) {
    var word: [Unicode.Scalar] = []
    func flush(_ output: inout ComposedOutput) {
      if !word.isEmpty { decodeMisreadWord(word, into: &output) }
      word.removeAll(keepingCapacity: true)
    }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    loop: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        // A no-break space is the second byte of "à" in UTF-8 and a letter of TCVN3's neighbours: no end of a word.
        if scalar.value <= 0x40 {
          flush(&output)
          output.append(scalar)
        } else {
          word.append(scalar)
        }
      case .error:
        flush(&output)
        output.appendUnreadable()
      case .emptyInput: break loop
      }
    }
    flush(&output)
  }

  private func decodeMisreadWord(_ word: [Unicode.Scalar], into output: inout ComposedOutput) {
    var bytes: [UInt8] = []
    for scalar in word {
      guard let byte = Self.misreadBytes[scalar] else {
        for scalar in word { output.append(scalar) }
        return
      }
      bytes.append(byte)
    }
    let inner = PieceDecoder(encoding: TextEncoding(encoding.charset))
    if encoding.charset == .utf8, String(validating: bytes, as: UTF8.self) == nil {
      for scalar in word { output.append(scalar) }
    } else {
      inner.decodeBytes(bytes[...], into: &output)
    }
  }

  private static let misreadBytes: [Unicode.Scalar: UInt8] = Dictionary(
    SingleByteTable.windows1252.scalars.enumerated().map { ($0.element, UInt8($0.offset)) },
    uniquingKeysWith: { first, _ in first })
}

/// Collects characters, and bytes that are none, as composed UTF-8.
struct ComposedOutput {
  private var bytes: [UInt8] = []
  private var scalars = String.UnicodeScalarView()
  private var isPlain = true

  mutating func append(_ scalar: Unicode.Scalar) {
    scalars.append(scalar)
    // Characters before U+0300 compose with nothing that stands before them.
    if scalar.value >= 0x300 { isPlain = false }
  }

  mutating func appendUnreadable() {
    flush()
    bytes.append(PieceDecoder.unreadable)
  }

  mutating func finish() -> [UInt8] {
    flush()
    return bytes
  }

  private mutating func flush() {
    guard !scalars.isEmpty else { return }
    let text = String(scalars)
    bytes.append(contentsOf: isPlain ? Array(text.utf8) : Array(text.composed.utf8))
    scalars = String.UnicodeScalarView()
    isPlain = true
  }
}
