/// Invents texts that match a regular expression; what it cannot read it leaves out, so texts must be checked.
struct PatternSampler: Sendable {
  private indirect enum Node: Sendable {
    case literal(Unicode.Scalar)
    /// One of these characters.
    case set([ClosedRange<UInt32>])
    case sequence([Node])
    case alternatives([Node])
    case repeated(Node, ClosedRange<Int>)
  }

  private let root: Node

  /// Repetitions of a part, and steps of writing a text, beyond which it grows no further.
  private static let mostRepetitions = 200
  private static let mostSteps = 2000
  private static let deepestNesting = 40

  /// Reads a pattern; nil when it has parts that are not understood.
  init?(_ pattern: String) {
    var parser = Parser(scalars: Array(pattern.unicodeScalars))
    guard let root = parser.alternatives(depth: 0), parser.isAtEnd else { return nil }
    self.root = root
  }

  /// Appends one text.
  func append(_ random: inout SplitMix64, to bytes: inout [UInt8]) {
    var text = String.UnicodeScalarView()
    var budget = Self.mostSteps
    Self.write(root, &random, &text, &budget)
    bytes.append(contentsOf: String(text).utf8)
  }

  private static func write(
    _ node: Node, _ random: inout SplitMix64, _ text: inout String.UnicodeScalarView, _ budget: inout Int
  ) {
    budget -= 1
    guard budget > 0 else { return }
    switch node {
    case .literal(let scalar): text.append(scalar)
    case .set(let ranges):
      let range = ranges[random.below(ranges.count)]
      let value = random.within(Int(range.lowerBound)...Int(range.upperBound))
      text.append(Unicode.Scalar(UInt32(value)) ?? "x")
    case .sequence(let nodes): for node in nodes { write(node, &random, &text, &budget) }
    case .alternatives(let nodes): write(nodes[random.below(nodes.count)], &random, &text, &budget)
    case .repeated(let node, let times):
      for _ in 0..<random.within(times) where budget > 0 { write(node, &random, &text, &budget) }
    }
  }

  /// Reads the common part of XPath and POSIX patterns.
  private struct Parser {
    let scalars: [Unicode.Scalar]
    var index = 0

    private static let digits: [ClosedRange<UInt32>] = [0x30...0x39]
    private static let letters: [ClosedRange<UInt32>] = [0x61...0x7A, 0x41...0x5A]
    /// Printable ASCII that needs quoting nowhere.
    private static let plain: [ClosedRange<UInt32>] = [0x61...0x7A, 0x41...0x5A, 0x30...0x39]

    var isAtEnd: Bool { index >= scalars.count }

    init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    private var current: Unicode.Scalar? { isAtEnd ? nil : scalars[index] }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
      guard current == scalar else { return false }
      index += 1
      return true
    }

    mutating func alternatives(depth: Int) -> Node? {
      guard depth < PatternSampler.deepestNesting else { return nil }
      var branches: [Node] = []
      repeat {
        guard let branch = sequence(depth: depth) else { return nil }
        branches.append(branch)
      } while take("|")
      return branches.count == 1 ? branches[0] : .alternatives(branches)
    }

    private mutating func sequence(depth: Int) -> Node? {
      var nodes: [Node] = []
      while let scalar = current, scalar != "|", scalar != ")" {
        if take("^") || take("$") { continue }
        guard let atom = atom(depth: depth), let node = quantified(atom) else { return nil }
        nodes.append(node)
      }
      return .sequence(nodes)
    }

    private mutating func atom(depth: Int) -> Node? {
      guard let scalar = current else { return nil }
      index += 1
      switch scalar {
      case "(":
        if take("?") { guard take(":") else { return nil } }
        guard let node = alternatives(depth: depth + 1), take(")") else { return nil }
        return node
      case "[": return characterClass()
      case ".": return .set(Self.plain)
      case "\\": return escape().map { .set($0) }
      case "*", "+", "?", "{": return nil
      default: return .literal(scalar)
      }
    }

    private mutating func quantified(_ atom: Node) -> Node? {
      var node = atom
      if take("*") {
        node = .repeated(atom, 0...3)
      } else if take("+") {
        node = .repeated(atom, 1...4)
      } else if take("?") {
        node = .repeated(atom, 0...1)
      } else if take("{") {
        guard let least = number() else { return nil }
        var most = least
        if take(",") { most = number() ?? least + 3 }
        guard take("}"), least <= most else { return nil }
        let limit = PatternSampler.mostRepetitions
        node = .repeated(atom, min(least, limit)...min(most, limit))
      }
      _ = take("?")
      return node
    }

    private mutating func number() -> Int? {
      var value: Int?
      while let digit = current, ("0"..."9").contains(digit) {
        value = min((value ?? 0) * 10 + Int(digit.value - 0x30), 1_000_000)
        index += 1
      }
      return value
    }

    /// The characters behind a backslash.
    private mutating func escape() -> [ClosedRange<UInt32>]? {
      guard let scalar = current else { return nil }
      index += 1
      switch scalar {
      case "d": return Self.digits
      case "w", "S": return Self.plain
      case "D": return Self.letters
      case "s", "W": return [0x20...0x20]
      case "t": return [0x09...0x09]
      case "n", "r": return [0x0A...0x0A]
      case "p":
        guard take("{") else { return nil }
        var name = ""
        while let scalar = current, scalar != "}" {
          name.unicodeScalars.append(scalar)
          index += 1
        }
        guard take("}") else { return nil }
        switch name {
        case "L": return Self.letters
        case "Lu": return [0x41...0x5A]
        case "Ll": return [0x61...0x7A]
        case "N", "Nd": return Self.digits
        default: return nil
        }
      case "b", "B", "1"..."9": return nil
      default: return [scalar.value...scalar.value]
      }
    }

    private mutating func characterClass() -> Node? {
      let isNegated = take("^")
      var ranges: [ClosedRange<UInt32>] = []
      var isFirst = true
      while let scalar = current, scalar != "]" || isFirst {
        isFirst = false
        index += 1
        if scalar == "\\" {
          guard let escaped = escape() else { return nil }
          ranges += escaped
        } else if current == "-", index + 1 < scalars.count, scalars[index + 1] != "]" {
          var upper = scalars[index + 1]
          index += 2
          if upper == "\\" {
            guard let escaped = current else { return nil }
            upper = escaped
            index += 1
          }
          guard scalar.value <= upper.value else { return nil }
          ranges.append(scalar.value...upper.value)
        } else {
          ranges.append(scalar.value...scalar.value)
        }
      }
      guard take("]"), !ranges.isEmpty else { return nil }
      guard isNegated else { return .set(ranges) }
      let allowed = (0x20...0x7E).map { UInt32($0) }.filter { value in !ranges.contains { $0.contains(value) } }
      return allowed.isEmpty ? nil : .set(allowed.map { $0...$0 })
    }
  }
}
