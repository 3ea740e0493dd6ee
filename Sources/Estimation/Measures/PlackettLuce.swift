import Distributions

/// The worths of options that people put in order: Plackett 1975, Luce 1959.
///
/// Each place is a choice among the options left, an option being chosen with its worth over the sum of theirs; options
/// not placed are left over to the end. The worths maximise the weighted likelihood: minorisation–maximisation (Hunter
/// 2004), with Newton's steps where they rise faster.
struct PlackettLuce: Sendable {
  /// By option; they add up to 1.
  let worths: [Double]
  /// By pattern, then option: the derivative of the worth by the pattern's weight.
  let scores: [[Double]]

  private static let mostSteps = 500

  /// - Parameters:
  ///   - orders: by pattern, the options placed, best first, each once.
  ///   - weights: by pattern.
  ///   - start: worths near those sought; nil: equal ones.
  /// - Returns: nil where no worths exist: the options fall apart into two groups of which one is never placed above the
  ///   other (Ford 1957), there are fewer than two options, or no weight.
  /// - Complexity: O(steps × patterns × places × options²).
  init?(orders: [[Int]], weights: [Double], optionCount: Int, start: [Double]? = nil) {
    let used = orders.indices.filter { weights[$0] > 0 }
    guard optionCount > 1, Self.isConnected(used.map { orders[$0] }, optionCount) else { return nil }
    let total = used.reduce(0) { $0 + weights[$1] }
    var worths = start ?? [Double](repeating: 1 / Double(optionCount), count: optionCount)
    var hasConverged = false
    for _ in 0..<Self.mostSteps where !hasConverged {
      let state = Likelihood(orders, weights, used, worths)
      var next = state.newtonStep
      if let step = next, Likelihood.logarithm(orders, weights, used, step) < state.logarithm - 1e-12 * total {
        next = nil
      }
      let better = next ?? state.minorisationStep
      hasConverged = zip(worths, better).allSatisfy { abs($0 - $1) <= 1e-13 + 1e-12 * $0 }
      worths = better
    }
    guard hasConverged, worths.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
    self.worths = worths
    let information = SymmetricSolver(Likelihood(orders, weights, used, worths).information, size: optionCount)
    scores = orders.map { order in
      let influence = information.solve(Likelihood.score(of: order, worths))
      let mean = zip(worths, influence).reduce(0) { $0 + $1.0 * $1.1 }
      return zip(worths, influence).map { $0 * ($1 - mean) }
    }
  }

  /// Whether every option was placed above every other, if only by way of third ones.
  private static func isConnected(_ orders: [[Int]], _ count: Int) -> Bool {
    var above = [[Bool]](repeating: Array(repeating: false, count: count), count: count)
    for order in orders {
      var isLeft = [Bool](repeating: true, count: count)
      for option in order {
        isLeft[option] = false
        for other in 0..<count where isLeft[other] { above[option][other] = true }
      }
    }
    func reachesAll(_ leads: (Int, Int) -> Bool) -> Bool {
      var reached = Set([0])
      var open = [0]
      while let option = open.popLast() {
        for other in 0..<count where leads(option, other) && reached.insert(other).inserted { open.append(other) }
      }
      return reached.count == count
    }
    return reachesAll { above[$0][$1] } && reachesAll { above[$1][$0] }
  }
}

/// The weighted likelihood of some worths, and the ways up from there.
private struct Likelihood {
  private let worths: [Double]
  private var wins: [Double]
  /// By option: Σ w/Γ over the choices it was left in.
  private var exposure: [Double]
  private var gradient: [Double]
  /// The negative second derivatives by the worths' logarithms, by rows.
  private(set) var information: [Double]
  private(set) var logarithm = 0.0

  init(_ orders: [[Int]], _ weights: [Double], _ used: [Int], _ worths: [Double]) {
    let count = worths.count
    self.worths = worths
    wins = Array(repeating: 0, count: count)
    exposure = wins
    gradient = wins
    information = Array(repeating: 0, count: count * count)
    for pattern in used {
      let weight = weights[pattern]
      Self.forEachChoice(orders[pattern], worths) { chosen, left, sum in
        logarithm += weight * ElementaryFunctions.logarithm(worths[chosen] / sum)
        wins[chosen] += weight
        gradient[chosen] += weight
        for option in left {
          let share = worths[option] / sum
          exposure[option] += weight / sum
          gradient[option] -= weight * share
          information[option * count + option] += weight * share
          for other in left { information[option * count + other] -= weight * share * worths[other] / sum }
        }
      }
    }
  }

  /// The logarithm of the likelihood alone.
  static func logarithm(_ orders: [[Int]], _ weights: [Double], _ used: [Int], _ worths: [Double]) -> Double {
    var result = 0.0
    for pattern in used {
      forEachChoice(orders[pattern], worths) { chosen, _, sum in
        result += weights[pattern] * ElementaryFunctions.logarithm(worths[chosen] / sum)
      }
    }
    return result
  }

  /// The derivative of the logarithm of one order's likelihood by the worths' logarithms.
  static func score(of order: [Int], _ worths: [Double]) -> [Double] {
    var score = [Double](repeating: 0, count: worths.count)
    forEachChoice(order, worths) { chosen, left, sum in
      score[chosen] += 1
      for option in left { score[option] -= worths[option] / sum }
    }
    return score
  }

  /// Hunter's step: wins over exposure.
  var minorisationStep: [Double] {
    Self.normalised(zip(wins, exposure).map { $1 > 0 ? $0 / $1 : 0 })
  }

  /// Newton's step in the logarithms of the worths; nil when it leads too far.
  var newtonStep: [Double]? {
    let step = SymmetricSolver(information, size: worths.count).solve(gradient)
    guard step.allSatisfy({ abs($0) < 5 }) else { return nil }
    let moved = zip(worths, step).map { $0 * ElementaryFunctions.exponential($1) }
    return moved.allSatisfy { $0.isFinite && $0 > 0 } ? Self.normalised(moved) : nil
  }

  private static func normalised(_ worths: [Double]) -> [Double] {
    let sum = worths.reduce(0, +)
    return worths.map { $0 / sum }
  }

  /// Hands over every choice of an order: the option chosen, those it was chosen from, and the sum of their worths.
  private static func forEachChoice(
    _ order: [Int], _ worths: [Double], _ body: (_ chosen: Int, _ left: [Int], _ sum: Double) -> Void
  ) {
    var left = Array(worths.indices)
    for chosen in order where left.count > 1 {
      body(chosen, left, left.reduce(0) { $0 + worths[$1] })
      left.removeAll { $0 == chosen }
    }
  }
}
