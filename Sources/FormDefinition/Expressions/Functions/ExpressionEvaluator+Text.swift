extension ExpressionEvaluator {
  /// Functions about text; positions count Unicode scalars.
  func textFunction(_ function: ExpressionFunction, _ arguments: [ExpressionNode]) -> ExpressionValue {
    switch function {
    case .concat: return .string(texts(of: arguments).joined())
    case .join: return .string(texts(of: arguments.dropFirst()).joined(separator: text(of: arguments[0])))
    default: break
    }
    let first = arguments.first.map { text(of: $0) } ?? context.current
    let second = arguments.count > 1 ? text(of: arguments[1]) : ""
    switch function {
    case .regex: return .boolean(TextPattern(second).matches(first))
    case .stringLength: return .number(Double(first.unicodeScalars.count))
    case .normalizeSpace: return .string(normalized(first))
    case .contains: return .boolean(place(of: second, in: first) != nil)
    case .startsWith: return .boolean(Array(first.unicodeScalars).starts(with: second.unicodeScalars))
    case .endsWith: return .boolean(first.unicodeScalars.reversed().starts(with: second.unicodeScalars.reversed()))
    case .substringBefore:
      return .string(place(of: second, in: first).map { part(of: first, from: 0, to: $0) } ?? "")
    case .substringAfter:
      let length = second.unicodeScalars.count
      return .string(place(of: second, in: first).map { part(of: first, from: $0 + length, to: Int.max) } ?? "")
    case .translate: return .string(translated(first, from: second, to: text(of: arguments[2])))
    case .substr:
      let length = first.unicodeScalars.count
      let start = index(number(of: arguments[1]), length: length)
      let end = arguments.count > 2 ? index(number(of: arguments[2]), length: length) : length
      return .string(part(of: first, from: start, to: end))
    case .substring: return .string(substring(first, arguments))
    default: return .string(first)
    }
  }

  /// XPath 1.0, 4.2: white space is #x20, #x9, #xD and #xA, also before a combining mark; a no-break space is none.
  private func normalized(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for word in text.unicodeScalars.split(whereSeparator: { " \t\r\n".unicodeScalars.contains($0) }) {
      if !result.isEmpty { result.append(" ") }
      result.append(contentsOf: word)
    }
    return String(result)
  }

  /// A zero-based index; a negative one counts from the end.
  private func index(_ value: Double, length: Int) -> Int {
    guard !value.isNaN else { return 0 }
    let bounded = Swift.min(Swift.max(value.rounded(.towardZero), -1e9), 1e9)
    let index = Int(bounded)
    return Swift.max(0, Swift.min(length, index < 0 ? length + index : index))
  }

  /// XPath 1.0, 4.2: characters whose 1-based position is at least `start` and less than `start + length`.
  private func substring(_ text: String, _ arguments: [ExpressionNode]) -> String {
    let start = (number(of: arguments[1]) + 0.5).rounded(.down)
    let end = arguments.count > 2 ? start + (number(of: arguments[2]) + 0.5).rounded(.down) : .infinity
    var result = String.UnicodeScalarView()
    for (index, scalar) in text.unicodeScalars.enumerated() where Double(index + 1) >= start && Double(index + 1) < end
    {
      result.append(scalar)
    }
    return String(result)
  }

  private func part(of text: String, from start: Int, to end: Int) -> String {
    guard start < end else { return "" }
    return String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(start).prefix(end - start)))
  }

  /// The zero-based place at which a text first holds another.
  private func place(of part: String, in whole: String) -> Int? {
    let part = Array(part.unicodeScalars)
    let whole = Array(whole.unicodeScalars)
    guard part.count <= whole.count else { return nil }
    return (0...(whole.count - part.count)).first { whole[$0..<($0 + part.count)].elementsEqual(part) }
  }

  private func translated(_ text: String, from source: String, to target: String) -> String {
    let target = Array(target.unicodeScalars)
    var map: [Unicode.Scalar: Unicode.Scalar?] = [:]
    for (index, scalar) in source.unicodeScalars.enumerated() where map[scalar] == nil {
      map[scalar] = .some(index < target.count ? target[index] : nil)
    }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch map[scalar] {
      case .some(.some(let replacement)): result.append(replacement)
      case .some(.none): break
      case .none: result.append(scalar)
      }
    }
    return String(result)
  }
}
