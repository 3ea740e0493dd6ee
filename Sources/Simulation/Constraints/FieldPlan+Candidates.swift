import FormDefinition

extension FieldPlan {
  /// Values of a scale, and choices of a list, tried at most.
  private static let mostCandidates = 2000

  /// Answers to try in turn.
  ///
  /// - Parameters:
  ///   - others: the answers that the constraint compares with.
  ///   - day: the day on which the form was filled in.
  ///   - allowed: positions of the choices that may be taken; nil: all.
  func candidates(near others: [String], day: Int, allowed: [Int]?, _ random: inout SplitMix64) -> [String] {
    switch source {
    case .likert: return choices.prefix(Self.mostCandidates).map(\.name)
    case .choice(let sampler):
      return (allowed ?? Array(sampler.names.indices)).prefix(Self.mostCandidates).map { choices[$0].name }
    case .several(let sampler): return combinations(of: sampler, allowed: allowed, &random)
    case .ranking(let sampler): return permutations(of: sampler, allowed: allowed, &random)
    case .number(let sampler) where question.type == .range:
      let size = sampler.size(atMost: Self.mostCandidates)
      return (0..<size).map { place in
        var bytes: [UInt8] = []
        sampler.append(place: place, of: size, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
      }
    case .nothing, .calculation, .geography, .start, .end, .today, .time, .dateTime: return []
    default: return candidates + others.flatMap { neighbours(of: $0) } + neighbours(of: Self.text(ofDay: day))
    }
  }

  /// Every choice alone, then groups of every size.
  private func combinations(of sampler: ChoiceSampler, allowed: [Int]?, _ random: inout SplitMix64) -> [String] {
    let positions = allowed ?? Array(sampler.names.indices)
    var combinations = positions.prefix(Self.mostCandidates).map { choices[$0].name }
    for size in 2...max(2, min(positions.count, 200)) {
      for _ in 0..<3 {
        combinations.append(text(of: sampler.exactly(size, &random, allowed: allowed)))
      }
    }
    return combinations
  }

  private func permutations(of sampler: ChoiceSampler, allowed: [Int]?, _ random: inout SplitMix64) -> [String] {
    // Rotations put every choice into every place once.
    let order = sampler.permutation(&random, allowed: allowed)
    return (0..<min(order.count, 200)).map { text(of: Array(order[$0...] + order[..<$0])) }
  }

  private func text(of positions: [Int]) -> String { positions.map { choices[$0].name }.joined(separator: " ") }

  /// An answer and what lies next to it.
  private func neighbours(of answer: String) -> [String] {
    guard !answer.isEmpty else { return [] }
    if let day = CalendarText.day(in: answer) {
      return [answer] + [0, 1, -1, 7, -7, 30, -30, 365, -365].map { Self.text(ofDay: day + $0) }
    }
    guard let number = Double(answer) else { return [answer] }
    // A date may have to lie in a year that is asked for by itself.
    if question.type == .date, let year = Int(answer), (1000...9999).contains(year) {
      return (1...12).map { "\(year)-\($0 < 10 ? "0" : "")\($0)-01" }
    }
    return [answer] + [1, -1, 0.5, -0.5, 10, -10].map { ExpressionValue.number(number + $0).text }
  }

  private static func text(ofDay day: Int) -> String {
    var bytes: [UInt8] = []
    CalendarText.append(day: day, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a text is an answer of the question's type, written as it would be after reading it.
  func isWellFormed(_ text: String) -> Bool {
    switch question.type {
    case .integer: Int64(text).map(String.init) == text
    case .decimal, .range: Double(text).map { $0.isFinite && ExpressionValue.number($0).text == text } ?? false
    case .date: CalendarText.day(in: text).map { Self.text(ofDay: $0) } == text
    case .selectOne: choices.contains { $0.name == text }
    case .selectMultiple, .rank:
      text.split(separator: " ").allSatisfy { name in choices.contains { $0.name == name } }
    default: true
    }
  }
}
