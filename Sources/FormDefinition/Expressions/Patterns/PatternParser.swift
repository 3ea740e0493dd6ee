/// A node of a regular expression's syntax tree.
indirect enum PatternNode {
  case set(ScalarSet)
  case boundary(TextPattern.Boundary)
  case sequence([PatternNode])
  case alternatives([PatternNode])
  /// So many times; no upper bound when `most` is nil.
  case repeated(PatternNode, least: Int, most: Int?)
}

/// Reads the regular expressions that can be matched without backtracking.
struct PatternParser {
  private static let maximumDepth = 100
  private static let maximumCount = 1000

  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var depth = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  mutating func parse() throws(TextPattern.Problem) -> PatternNode {
    let node = try alternatives()
    guard index == scalars.count else { throw invalid() }
    return node
  }

  private var peek: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private func invalid() -> TextPattern.Problem {
    .invalid(offset: index + 1, found: peek.map { String(Character($0)) } ?? "")
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    index += 1
    return true
  }

  private mutating func alternatives() throws(TextPattern.Problem) -> PatternNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw .unsupported("((((…") }
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func sequence() throws(TextPattern.Problem) -> PatternNode {
    var nodes: [PatternNode] = []
    while let scalar = peek, scalar != "|", scalar != ")" {
      nodes.append(try quantified(try atom()))
    }
    return .sequence(nodes)
  }

  private mutating func quantified(_ atom: PatternNode) throws(TextPattern.Problem) -> PatternNode {
    let least: Int
    let most: Int?
    let start = index
    switch peek {
    case "*": (least, most) = (0, nil)
    case "+": (least, most) = (1, nil)
    case "?": (least, most) = (0, 1)
    case "{":
      index += 1
      guard let low = count() else {
        index = start
        throw invalid()
      }
      if take(",") {
        let high = count()
        (least, most) = (low, high)
      } else {
        (least, most) = (low, low)
      }
      guard peek == "}", least <= most ?? least else {
        index = start
        throw invalid()
      }
      guard max(least, most ?? 0) <= Self.maximumCount else { throw .unsupported("{\(max(least, most ?? 0))}") }
    default: return atom
    }
    index += 1
    if take("?") {}  // Lazy or not, a whole match is the same.
    if peek == "+" { throw .unsupported("++") }
    if peek == "*" || peek == "{" || peek == "?" { throw invalid() }
    return .repeated(atom, least: least, most: most)
  }

  private mutating func count() -> Int? {
    var value: Int?
    while let scalar = peek, ("0"..."9").contains(scalar) {
      value = min((value ?? 0) * 10 + Int(scalar.value - 0x30), 1_000_000)
      index += 1
    }
    return value
  }

  private mutating func atom() throws(TextPattern.Problem) -> PatternNode {
    guard let scalar = peek else { throw invalid() }
    switch scalar {
    case "(": return try group()
    case "[":
      index += 1
      return .set(try bracket())
    case ".":
      index += 1
      return .set(.any)
    case "^":
      index += 1
      return .boundary(.start)
    case "$":
      index += 1
      return .boundary(.end)
    case "\\":
      index += 1
      if take("b") { return .boundary(.word) }
      if take("B") { return .boundary(.noWord) }
      if take("A") { return .boundary(.start) }
      if take("z") || take("Z") { return .boundary(.end) }
      return .set(try escape())
    case "*", "+", "?": throw invalid()
    default:
      index += 1
      return .set(ScalarSet(scalar))
    }
  }

  private mutating func group() throws(TextPattern.Problem) -> PatternNode {
    let start = index
    index += 1
    if take("?") {
      if take(":") {
      } else if take("<"), let next = peek, next != "=", next != "!" {
        while let scalar = peek, scalar != ">" { index += 1; _ = scalar }
        guard take(">") else { throw invalid() }
      } else {
        throw .unsupported("(?\(peek.map { String(Character($0)) } ?? "")")
      }
    }
    let node = try alternatives()
    guard take(")") else {
      index = start
      throw invalid()
    }
    return node
  }

  /// What follows a backslash, inside brackets or outside.
  private mutating func escape() throws(TextPattern.Problem) -> ScalarSet {
    guard let scalar = peek else { throw invalid() }
    index += 1
    switch scalar {
    case "d": return .digit
    case "D": return .digit.inverted
    case "w": return .word
    case "W": return .word.inverted
    case "s": return .space
    case "S": return .space.inverted
    case "t": return ScalarSet("\t")
    case "n": return ScalarSet("\n")
    case "r": return ScalarSet("\r")
    case "f": return ScalarSet("\u{0C}")
    case "x": return ScalarSet(try hexadecimal(digits: 2))
    case "u": return ScalarSet(try hexadecimal(digits: 4))
    case "p", "P":
      let set = ScalarSet(categories: [try category()])
      return scalar == "p" ? set : set.inverted
    case "0"..."9", "k": throw .unsupported("\\\(Character(scalar))")
    case "a"..."z", "A"..."Z":
      index -= 1
      throw invalid()
    default: return ScalarSet(scalar)
    }
  }

  private mutating func hexadecimal(digits: Int) throws(TextPattern.Problem) -> Unicode.Scalar {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = peek.flatMap({ Character($0).hexDigitValue }) else { throw invalid() }
      value = value * 16 + UInt32(digit)
      index += 1
    }
    guard let scalar = Unicode.Scalar(value) else { throw .unsupported("\\u") }
    return scalar
  }

  private mutating func category() throws(TextPattern.Problem) -> String {
    guard let first = peek else { throw invalid() }
    index += 1
    var name = String(Character(first))
    if first == "{" {
      name = ""
      while let scalar = peek, scalar != "}" {
        name.unicodeScalars.append(scalar)
        index += 1
      }
      guard take("}") else { throw invalid() }
    }
    guard ScalarSet.knowsCategory(name) else { throw .unsupported("\\p{\(name)}") }
    return name
  }

  private mutating func bracket() throws(TextPattern.Problem) -> ScalarSet {
    let start = index
    var set = ScalarSet()
    set.isNegated = take("^")
    var isFirst = true
    while let scalar = peek, scalar != "]" || isFirst {
      isFirst = false
      if scalar == "[" || (scalar == "&" && index + 1 < scalars.count && scalars[index + 1] == "&") {
        throw .unsupported("[\(Character(scalar))")
      }
      index += 1
      let member = scalar == "\\" ? try escape() : ScalarSet(scalar)
      guard let low = single(member) else {
        set.members.append(member)
        continue
      }
      if peek == "-", index + 1 < scalars.count, scalars[index + 1] != "]" {
        index += 1
        let place = index
        guard let next = peek else { throw invalid() }
        index += 1
        let upper = next == "\\" ? try escape() : ScalarSet(next)
        guard let high = single(upper), low <= high else {
          index = place
          throw invalid()
        }
        set.ranges.append(low...high)
      } else {
        set.ranges.append(low...low)
      }
    }
    guard take("]") else {
      index = start - 1
      throw invalid()
    }
    return set
  }

  /// The code point of a set that holds just one character.
  private func single(_ set: ScalarSet) -> UInt32? {
    guard set.members.isEmpty, set.categories.isEmpty, !set.isNegated, set.ranges.count == 1,
      let range = set.ranges.first, range.lowerBound == range.upperBound
    else { return nil }
    return range.lowerBound
  }
}
