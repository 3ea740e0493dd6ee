/// A regular expression that must match the whole text, compiled once and shared freely.
///
/// Matching follows all alternatives at once (K. Thompson, 1968), so its time is bounded by length × size of the
/// pattern: no pattern and no answer can make it run away, unlike a matcher that backtracks.
struct TextPattern: Sendable, Hashable {
  /// The pattern as written.
  let text: String
  /// Why the pattern cannot be used; nil when it can.
  let problem: Problem?
  private let program: [Instruction]

  /// What keeps a pattern from being used.
  enum Problem: Error, Sendable, Hashable {
    /// Not a regular expression: the 1-based position in the pattern and what stands there.
    case invalid(offset: Int, found: String)
    /// A construct that cannot be followed without backtracking, or a pattern beyond the size limit.
    case unsupported(String)
  }

  /// One step of the matching machine.
  enum Instruction: Sendable {
    /// Take one character of the set and go on.
    case take(ScalarSet)
    /// Go on at both places.
    case split(Int, Int)
    /// Go on at another place.
    case jump(Int)
    /// Go on if the place in the text is as told.
    case require(Boundary)
    /// The text matches if it ends here.
    case accept
  }

  /// A place between characters.
  enum Boundary: Sendable, Hashable {
    case start, end, word, noWord
  }

  /// Compiles a pattern; what is wrong with it is told by ``problem``.
  init(_ text: String) {
    self.text = text
    do throws(Problem) {
      var parser = PatternParser(text)
      program = try PatternCompiler.compile(try parser.parse())
      problem = nil
    } catch {
      program = []
      problem = error
    }
  }

  static func == (left: TextPattern, right: TextPattern) -> Bool { left.text == right.text }

  func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// Whether the whole text matches; true for a pattern that has a ``problem``, since nothing can be said.
  ///
  /// - Complexity: O(length of the text × size of the pattern).
  func matches(_ subject: String) -> Bool {
    if problem != nil { return true }
    let scalars = Array(subject.unicodeScalars)
    var active: [Int] = []
    var following: [Int] = []
    var seen = [Int](repeating: -1, count: program.count)
    var stack: [Int] = []

    func follow(from start: Int, at place: Int, into states: inout [Int], mark: Int) -> Bool {
      stack.append(start)
      var isAccepted = false
      while let index = stack.popLast() {
        if seen[index] == mark { continue }
        seen[index] = mark
        switch program[index] {
        case .take: states.append(index)
        case .split(let first, let second):
          stack.append(second)
          stack.append(first)
        case .jump(let target): stack.append(target)
        case .require(let boundary):
          if holds(boundary, at: place, in: scalars) { stack.append(index + 1) }
        case .accept: isAccepted = isAccepted || place == scalars.count
        }
      }
      return isAccepted
    }

    var isAccepted = follow(from: 0, at: 0, into: &active, mark: 0)
    for (place, scalar) in scalars.enumerated() {
      following.removeAll(keepingCapacity: true)
      isAccepted = false
      for index in active {
        if case .take(let set) = program[index], set.contains(scalar) {
          if follow(from: index + 1, at: place + 1, into: &following, mark: place + 1) { isAccepted = true }
        }
      }
      swap(&active, &following)
      if active.isEmpty, !isAccepted { return false }
    }
    return isAccepted
  }

  private func holds(_ boundary: Boundary, at place: Int, in scalars: [Unicode.Scalar]) -> Bool {
    switch boundary {
    case .start: return place == 0
    case .end: return place == scalars.count
    case .word, .noWord:
      let before = place > 0 && ScalarSet.word.contains(scalars[place - 1])
      let after = place < scalars.count && ScalarSet.word.contains(scalars[place])
      return (before != after) == (boundary == .word)
    }
  }
}
