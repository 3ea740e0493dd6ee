import Diagnostics

/// Splits an expression into tokens.
///
/// - Complexity: O(length).
struct ExpressionLexer {
  private let bytes: [UInt8]
  private var index = 0
  /// The 1-based number of the character at `index`, counted in Unicode scalars.
  private var column = 1

  /// What stops the reading of an expression.
  struct Failure: Error {
    var code: DiagnosticCode
    var column: Int
    var arguments: [String: String]
  }

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The next token; `.end` for ever after the last.
  mutating func next() throws(Failure) -> ExpressionToken {
    skipWhitespace()
    let column = column
    guard index < bytes.count else { return ExpressionToken(kind: .end, column: column) }
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      return ExpressionToken(kind: .string(try string(quote: byte)), column: column)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      return ExpressionToken(kind: .number(number()), column: column)
    case UInt8(ascii: "."):
      if index + 1 < bytes.count, bytes[index + 1].isDigit {
        return ExpressionToken(kind: .number(number()), column: column)
      }
      return ExpressionToken(kind: .symbol(symbol()), column: column)
    case UInt8(ascii: "$"):
      return ExpressionToken(kind: .reference(try reference()), column: column)
    default:
      if let quote = curlyQuote() {
        throw Failure(code: .curlyQuote, column: column, arguments: ["found": quote])
      }
      if byte.startsName { return ExpressionToken(kind: .name(name()), column: column) }
      let spelling = symbol()
      if let right = Self.mistakenOperators[spelling] {
        throw Failure(code: .foreignOperator, column: column, arguments: ["found": spelling, "expected": right])
      }
      guard Self.symbols.contains(spelling) else {
        throw Failure(code: .unexpectedToken, column: column, arguments: ["found": spelling])
      }
      return ExpressionToken(kind: .symbol(spelling), column: column)
    }
  }

  private static let symbols: Set<String> = [
    "(", ")", "[", "]", ",", "/", "//", ".", "..", "@", "|", "+", "-", "*", "=", "!=", "<", "<=", ">", ">=", "::",
  ]

  /// Operators of other languages, with what XPath writes instead.
  private static let mistakenOperators: [String: String] = [
    "==": "=", "===": "=", "<>": "!=", "&&": "and", "&": "and", "||": "or", "!": "not(…)", "=>": ">=", "=<": "<=",
    "%": "mod", "÷": "div", "≠": "!=", "≤": "<=", "≥": ">=", "×": "*",
  ]

  private mutating func advance(by count: Int) {
    for _ in 0..<count where index < bytes.count {
      if bytes[index] & 0xC0 != 0x80 { column += 1 }
      index += 1
    }
  }

  private mutating func skipWhitespace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: advance(by: 1)
      // A no-break space, which word processors leave behind.
      case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0: advance(by: 2)
      default: return
      }
    }
  }

  /// ‘ ’ “ ” are U+2018…U+201D.
  private func curlyQuote() -> String? {
    guard index + 2 < bytes.count, bytes[index] == 0xE2, bytes[index + 1] == 0x80,
      (0x98...0x9D).contains(bytes[index + 2])
    else { return nil }
    return String(decoding: bytes[index...(index + 2)], as: UTF8.self)
  }

  private mutating func string(quote: UInt8) throws(Failure) -> String {
    let start = column
    advance(by: 1)
    let first = index
    while index < bytes.count, bytes[index] != quote { advance(by: 1) }
    guard index < bytes.count else {
      throw Failure(code: .unterminatedString, column: start, arguments: [:])
    }
    let text = String(decoding: bytes[first..<index], as: UTF8.self)
    advance(by: 1)
    return text
  }

  private mutating func number() -> Double {
    let first = index
    while index < bytes.count, bytes[index].isDigit { advance(by: 1) }
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      advance(by: 1)
      while index < bytes.count, bytes[index].isDigit { advance(by: 1) }
    }
    return NumberText.number(in: String(decoding: bytes[first..<index], as: UTF8.self))
  }

  private mutating func reference() throws(Failure) -> String {
    let start = column
    var inner = ExpressionLexer(from: self, skipping: 1)
    guard inner.index < bytes.count, bytes[inner.index] == UInt8(ascii: "{") else {
      throw Failure(code: .unexpectedToken, column: start, arguments: ["found": "$"])
    }
    inner.advance(by: 1)
    inner.skipWhitespace()
    // Entities' prefix for the last saved answers reads like a name.
    let first = inner.index
    while inner.index < bytes.count, bytes[inner.index].continuesName || bytes[inner.index] == UInt8(ascii: "#") {
      inner.advance(by: 1)
    }
    let name = String(decoding: bytes[first..<inner.index], as: UTF8.self)
    inner.skipWhitespace()
    guard !name.isEmpty, inner.index < bytes.count, bytes[inner.index] == UInt8(ascii: "}") else {
      throw Failure(code: .brokenReference, column: start, arguments: ["found": "${\(name)"])
    }
    inner.advance(by: 1)
    self = inner
    return name
  }

  private init(from other: ExpressionLexer, skipping count: Int) {
    self = other
    advance(by: count)
  }

  private mutating func name() -> String {
    let first = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte.continuesName {
        // A curly quote ends a name, so that it is reported as what it is.
        if byte == 0xE2, curlyQuote() != nil { break }
        if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 { break }
        advance(by: 1)
      } else if byte == UInt8(ascii: ":"), index + 1 < bytes.count, bytes[index + 1].startsName {
        advance(by: 1)
      } else {
        break
      }
    }
    return String(decoding: bytes[first..<index], as: UTF8.self)
  }

  private mutating func symbol() -> String {
    let first = index
    let byte = bytes[index]
    advance(by: 1)
    let next = index < bytes.count ? bytes[index] : 0
    let isDouble: Bool =
      switch (byte, next) {
      case (UInt8(ascii: "!"), UInt8(ascii: "=")), (UInt8(ascii: "<"), UInt8(ascii: "=")),
        (UInt8(ascii: ">"), UInt8(ascii: "=")), (UInt8(ascii: "."), UInt8(ascii: ".")),
        (UInt8(ascii: "/"), UInt8(ascii: "/")), (UInt8(ascii: ":"), UInt8(ascii: ":")),
        (UInt8(ascii: "="), UInt8(ascii: "=")), (UInt8(ascii: "<"), UInt8(ascii: ">")),
        (UInt8(ascii: "&"), UInt8(ascii: "&")), (UInt8(ascii: "|"), UInt8(ascii: "|")),
        (UInt8(ascii: "="), UInt8(ascii: ">")), (UInt8(ascii: "="), UInt8(ascii: "<")):
        true
      default: false
      }
    if isDouble { advance(by: 1) }
    while index < bytes.count, bytes[index] & 0xC0 == 0x80 { advance(by: 1) }
    return String(decoding: bytes[first..<index], as: UTF8.self)
  }
}

extension UInt8 {
  /// Whether the byte is an ASCII digit.
  fileprivate var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  /// Whether a name may start with the byte: a letter, `_`, or any letter outside ASCII but the mathematical signs.
  fileprivate var startsName: Bool {
    (self >= 0x41 && self <= 0x5A) || (self >= 0x61 && self <= 0x7A) || self == 0x5F
      || (self >= 0x80 && self != 0xC2 && self != 0xE2)
  }

  /// Whether a name may go on with the byte.
  fileprivate var continuesName: Bool {
    startsName || isDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: ".") || self >= 0x80
  }
}
