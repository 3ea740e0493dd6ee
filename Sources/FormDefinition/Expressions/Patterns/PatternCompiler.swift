/// Turns a regular expression's tree into the steps of a matching machine.
struct PatternCompiler {
  /// The most that is written out: counted repetitions multiply, so a short pattern can ask for a huge machine.
  private static let maximumSize = 10_000

  private var program: [TextPattern.Instruction] = []

  static func compile(_ node: PatternNode) throws(TextPattern.Problem) -> [TextPattern.Instruction] {
    // Measured before anything is written: repetitions of nothing grow no machine and yet take their time.
    guard node.size <= maximumSize else { throw .unsupported("{…}") }
    var compiler = PatternCompiler()
    compiler.add(node)
    compiler.program.append(.accept)
    return compiler.program
  }

  private mutating func add(_ node: PatternNode) {
    switch node {
    case .set(let set): program.append(.take(set))
    case .boundary(let boundary): program.append(.require(boundary))
    case .sequence(let nodes):
      for node in nodes { add(node) }
    case .alternatives(let branches):
      var exits: [Int] = []
      for (number, branch) in branches.enumerated() {
        guard number < branches.count - 1 else {
          add(branch)
          break
        }
        let fork = program.count
        program.append(.jump(0))
        add(branch)
        exits.append(program.count)
        program.append(.jump(0))
        program[fork] = .split(fork + 1, program.count)
      }
      for exit in exits { program[exit] = .jump(program.count) }
    case .repeated(let node, let least, let most):
      for _ in 0..<least { add(node) }
      guard let most else {
        let loop = program.count
        program.append(.jump(0))
        add(node)
        program.append(.jump(loop))
        program[loop] = .split(loop + 1, program.count)
        return
      }
      var forks: [Int] = []
      for _ in least..<most {
        forks.append(program.count)
        program.append(.jump(0))
        add(node)
      }
      for fork in forks { program[fork] = .split(fork + 1, program.count) }
    }
  }
}

extension PatternNode {
  /// How much is written for the node, itself counted; `Int.max` beyond all bounds.
  ///
  /// - Complexity: O(nodes); depth is bounded by the parser.
  fileprivate var size: Int {
    switch self {
    case .set, .boundary: 1
    case .sequence(let nodes): nodes.reduce(1) { $0.addingSaturated($1.size) }
    case .alternatives(let branches): branches.reduce(1) { $0.addingSaturated($1.size).addingSaturated(2) }
    case .repeated(let node, let least, let most):
      // Each optional repetition has a fork; a repetition without end is one more, with two jumps.
      node.size.addingSaturated(1).multipliedSaturated(by: most ?? least + 1).addingSaturated(2)
    }
  }
}

extension Int {
  /// The sum, or `Int.max` if that is less.
  fileprivate func addingSaturated(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }

  /// The product, or `Int.max` if that is less.
  fileprivate func multipliedSaturated(by other: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? .max : product
  }
}
