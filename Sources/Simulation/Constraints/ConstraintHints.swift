/// What the text of a constraint lets one guess about acceptable answers; every guess must be checked.
struct ConstraintHints: Sendable {
  /// The greatest lower and least upper bound on the answer, whether each excludes the bound itself.
  private(set) var lower: (value: Double, isStrict: Bool)?
  private(set) var upper: (value: Double, isStrict: Bool)?
  /// Numbers and quoted texts, in the order of the text.
  private(set) var numbers: [Double] = []
  private(set) var texts: [String] = []
  /// The patterns of `regex(., '…')`.
  private(set) var patterns: [String] = []

  private enum Token: Equatable {
    case number(Double)
    case text(String)
    case comparison(String)
    case answer
    case other(String)
  }

  /// Reads a constraint.
  ///
  /// - Complexity: O(length of the text).
  init(_ constraint: String) {
    let tokens = Self.tokens(of: constraint)
    for (index, token) in tokens.enumerated() {
      switch token {
      case .number(let value): numbers.append(value)
      case .text(let text):
        texts.append(text)
        if index >= 4, tokens[index - 2] == .answer, tokens[index - 4] == .other("regex") { patterns.append(text) }
      default: break
      }
      guard index >= 2, case .comparison(let sign) = tokens[index - 1] else { continue }
      if case .number(let value) = token, tokens[index - 2] == .answer { bound(sign, value) }
      if token == .answer, case .number(let value) = tokens[index - 2] { bound(Self.mirrored(sign), value) }
    }
  }

  private mutating func bound(_ sign: String, _ value: Double) {
    if [">", ">=", "="].contains(sign), value >= lower?.value ?? -.infinity { lower = (value, sign == ">") }
    if ["<", "<=", "="].contains(sign), value <= upper?.value ?? .infinity { upper = (value, sign == "<") }
  }

  private static func mirrored(_ sign: String) -> String {
    switch sign {
    case "<": ">"
    case "<=": ">="
    case ">": "<"
    case ">=": "<="
    default: sign
    }
  }

  private static func tokens(of text: String) -> [Token] {
    let scalars = Array(text.unicodeScalars)
    var tokens: [Token] = []
    var index = 0
    func word(while belongs: (Unicode.Scalar) -> Bool) -> String {
      var word = String.UnicodeScalarView()
      while index < scalars.count, belongs(scalars[index]) {
        word.append(scalars[index])
        index += 1
      }
      return String(word)
    }
    while index < scalars.count {
      let scalar = scalars[index]
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      if scalar.properties.isWhitespace {
        index += 1
      } else if scalar == "'" || scalar == "\"" {
        index += 1
        tokens.append(.text(word { $0 != scalar }))
        index += 1
      } else if scalar.isASCIIDigit || (scalar == "." && next.isASCIIDigit) {
        tokens.append(Double(word { $0.isASCIIDigit || $0 == "." }).map { .number($0) } ?? .other(""))
        if tokens.count >= 2, case .number(let value) = tokens[tokens.count - 1],
          tokens[tokens.count - 2] == .other("-")
        {
          // A minus behind an operand subtracts; what is guessed from it wrongly is refused when checked.
          tokens.removeLast(2)
          tokens.append(.number(-value))
        }
      } else if scalar == "." {
        index += 1
        tokens.append(.answer)
      } else if "<>=!".unicodeScalars.contains(scalar) {
        tokens.append(.comparison(word { "<>=!".unicodeScalars.contains($0) }))
      } else if scalar.properties.isAlphabetic {
        tokens.append(
          .other(word { $0.properties.isAlphabetic || $0.isASCIIDigit || "-_:".unicodeScalars.contains($0) }))
      } else {
        index += 1
        tokens.append(.other(String(scalar)))
      }
    }
    return tokens
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
