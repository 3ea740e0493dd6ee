/// Turns a regular expression's tree into the steps of a matching machine.
struct PatternCompiler {
  /// The largest machine; counted repetitions are written out, so a short pattern can ask for a huge one.
  private static let maximumSize = 20_000

  private var program: [TextPattern.Instruction] = []

  static func compile(_ node: PatternNode) throws(TextPattern.Problem) -> [TextPattern.Instruction] {
    var compiler = PatternCompiler()
    try compiler.add(node)
    compiler.program.append(.accept)
    return compiler.program
  }

  private mutating func append(_ instruction: TextPattern.Instruction) throws(TextPattern.Problem) {
    guard program.count < Self.maximumSize else { throw .unsupported("{…}") }
    program.append(instruction)
  }

  private mutating func add(_ node: PatternNode) throws(TextPattern.Problem) {
    switch node {
    case .set(let set): try append(.take(set))
    case .boundary(let boundary): try append(.require(boundary))
    case .sequence(let nodes):
      for node in nodes { try add(node) }
    case .alternatives(let branches):
      var exits: [Int] = []
      for (number, branch) in branches.enumerated() {
        guard number < branches.count - 1 else {
          try add(branch)
          break
        }
        let fork = program.count
        try append(.jump(0))
        try add(branch)
        exits.append(program.count)
        try append(.jump(0))
        program[fork] = .split(fork + 1, program.count)
      }
      for exit in exits { program[exit] = .jump(program.count) }
    case .repeated(let node, let least, let most):
      for _ in 0..<least { try add(node) }
      guard let most else {
        let loop = program.count
        try append(.jump(0))
        try add(node)
        try append(.jump(loop))
        program[loop] = .split(loop + 1, program.count)
        return
      }
      var forks: [Int] = []
      for _ in least..<most {
        forks.append(program.count)
        try append(.jump(0))
        try add(node)
      }
      for fork in forks { program[fork] = .split(fork + 1, program.count) }
    }
  }
}
