import FormDefinition

/// The choices of a list with their probabilities.
///
/// A class, so that handing it around costs one reference count.
final class ChoiceSampler: Sendable {
  /// The share of all missing codes together.
  static let missingShare = 0.03

  /// The names, in the order of the list.
  let names: [[UInt8]]
  /// Positions of the substantive choices.
  let substantive: [Int]
  /// Positions of the missing choices.
  let missing: [Int]
  private let weights: [Double]
  private let cumulative: [Double]

  /// Shares that are given, not derived: the highest qualification, away from the population's on purpose.
  private static let qualifications = [
    "doctor": 0.004, "master": 0.09, "bachelor": 0.76, "college": 0.13, "other": 0.01,
  ]

  init(list: ChoiceList, name: String) {
    names = list.choices.map { Array($0.name.utf8) }
    let substantive = list.choices.indices.filter { list.choices[$0].missing == nil }
    let missing = list.choices.indices.filter { list.choices[$0].missing != nil }
    self.substantive = substantive
    self.missing = missing
    var weights = [Double](repeating: 0, count: names.count)
    var missingShare = Self.missingShare
    let given = substantive.map { Self.qualifications[list.choices[$0].name] }
    if name == "prof_qualification", given.allSatisfy({ $0 != nil }) {
      for (position, share) in zip(substantive, given) { weights[position] = share ?? 0 }
      missingShare = 0.006
    } else if name.hasPrefix("consent_"), let yes = substantive.first(where: { list.choices[$0].name == "yes" }) {
      for position in substantive { weights[position] = 0.15 / Double(max(1, substantive.count - 1)) }
      weights[yes] = 0.85
    } else {
      // Falling shares, in an order that the question's name decides.
      let ranked = substantive.sorted {
        let left = SplitMix64.hash("\(name)/\(list.choices[$0].name)")
        let right = SplitMix64.hash("\(name)/\(list.choices[$1].name)")
        return (left, $0) < (right, $1)
      }
      for (rank, position) in ranked.enumerated() { weights[position] = 1 / (Double(rank) + 1.5) }
    }
    Self.scale(&weights, at: substantive, to: missing.isEmpty ? 1 : 1 - missingShare)
    for position in missing { weights[position] = 1 }
    Self.scale(&weights, at: missing, to: substantive.isEmpty ? 1 : missingShare)
    self.weights = weights
    var total = 0.0
    cumulative = weights.map { weight in
      total += weight
      return total
    }
  }

  private static func scale(_ weights: inout [Double], at positions: [Int], to share: Double) {
    let total = positions.reduce(0) { $0 + weights[$1] }
    guard total > 0 else { return }
    for position in positions { weights[position] *= share / total }
  }

  /// The position of one choice out of the allowed ones (nil: all); nil when there is none.
  func position(_ random: inout SplitMix64, allowed: [Int]?) -> Int? {
    guard let allowed else {
      guard let total = cumulative.last else { return nil }
      let draw = random.unit() * total
      var low = 0
      var high = cumulative.count - 1
      while low < high {
        let middle = (low + high) / 2
        if draw < cumulative[middle] { high = middle } else { low = middle + 1 }
      }
      return low
    }
    var draw = random.unit() * allowed.reduce(0) { $0 + weights[$1] }
    for position in allowed {
      draw -= weights[position]
      if draw < 0 { return position }
    }
    return allowed.last
  }

  /// One to three choices in the order of the list, or a missing code alone.
  func several(_ random: inout SplitMix64, allowed: [Int]?) -> [Int] {
    guard let first = position(&random, allowed: allowed) else { return [] }
    if missing.contains(first) { return [first] }
    var chosen = [first]
    for _ in 0..<(random.below(3)) {
      guard let next = position(&random, allowed: allowed), !missing.contains(next), !chosen.contains(next) else {
        continue
      }
      chosen.append(next)
    }
    return chosen.sorted()
  }

  /// So many of the allowed substantive choices, drawn blindly, in the order of the list.
  func exactly(_ count: Int, _ random: inout SplitMix64, allowed: [Int]?) -> [Int] {
    var pool = (allowed ?? Array(names.indices)).filter { !missing.contains($0) }
    let count = min(count, pool.count)
    for index in 0..<count { pool.swapAt(index, index + random.below(pool.count - index)) }
    return pool.prefix(count).sorted()
  }

  /// All allowed substantive choices, the preferred ones mostly first.
  func permutation(_ random: inout SplitMix64, allowed: [Int]?) -> [Int] {
    let pool = allowed?.filter { !missing.contains($0) } ?? substantive
    // A choice's weight, 1 ÷ (rank + 1.5), turned back into an even ladder of preferences.
    var keyed: [(key: Double, position: Int)] = []
    keyed.reserveCapacity(pool.count)
    for position in pool {
      keyed.append((-0.5 / max(weights[position], 1e-9) / Double(max(1, pool.count)) + random.normal() * 0.6, position))
    }
    keyed.sort { ($0.key, $1.position) > ($1.key, $0.position) }
    return keyed.map(\.position)
  }

  /// Appends names, separated by spaces.
  func append(_ positions: [Int], to bytes: inout [UInt8]) {
    for (index, position) in positions.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: " ")) }
      bytes.append(contentsOf: names[position])
    }
  }
}
