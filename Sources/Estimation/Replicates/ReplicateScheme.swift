/// Replicates before calibration: what the weights of each PSU are multiplied with, and what squares count.
struct ReplicateScheme: Sendable {
  /// The number of replicates.
  let count: Int
  /// By PSU, or by design unit once spread over those, then replicate.
  var factors: [Double]
  /// What the sum of squares is multiplied with.
  private(set) var scale = 1.0
  /// What each replicate's square is multiplied with.
  private(set) var scales: [Double]

  private init(psuCount: Int, count: Int) {
    self.count = count
    factors = Array(repeating: 1, count: psuCount * count)
    scales = Array(repeating: 1, count: count)
  }

  /// Replicates that are given.
  ///
  /// - Parameter factors: by unit, then replicate.
  init(factors: [Double], scale: Double, scales: [Double]) {
    count = scales.count
    self.factors = factors
    self.scale = scale
    self.scales = scales
  }

  /// A stratum's PSUs and its sampling fraction.
  struct Stratum: Sendable {
    var members: [Int] = []
    var fraction = 0.0

    /// The members in random groups, two at least, each group in ascending order; each by itself when groups are as many.
    func groups(_ count: Int, seed: UInt64, number: Int) -> [[Int]] {
      if count >= members.count { return members.map { [$0] } }
      var generator = SplitMix(seed: seed, stratum: number, replicate: 0)
      let shuffled = members.shuffled(using: &generator)
      let size = max(2, count)
      return (0..<size).map { group in
        stride(from: group, to: shuffled.count, by: size).map { shuffled[$0] }.sorted()
      }
    }
  }

  /// JKn: PSU r is left out, the others of its stratum times nₕ/(nₕ−1), its square times (1−fₕ)(nₕ−1)/nₕ; JK1 is the
  /// same with one stratum (Wolter 2007, ch. 4). Strata of a single PSU have no replicate.
  ///
  /// With fewer groups than PSUs these are put into groups at random, as equal as can be, and a group of m is left out at
  /// a time: the others times nₕ/(nₕ−m), its square times (1−fₕ)(G−1)/G.
  static func jackknife(
    _ strata: [Stratum], psuCount: Int, groupCount: Int = .max, seed: UInt64 = 1
  ) -> ReplicateScheme {
    let used = strata.enumerated().filter { $0.element.members.count > 1 }.map { number, stratum in
      (stratum: stratum, groups: stratum.groups(groupCount, seed: seed, number: number))
    }
    var scheme = ReplicateScheme(psuCount: psuCount, count: used.reduce(0) { $0 + $1.groups.count })
    var places: [(group: [Int], stratum: Int)] = []
    for (number, stratum) in used.enumerated() { places += stratum.groups.map { ($0, number) } }
    places.sort { $0.group[0] < $1.group[0] }
    for (replicate, place) in places.enumerated() {
      let (stratum, groups) = used[place.stratum]
      let (size, groupSize) = (Double(stratum.members.count), Double(place.group.count))
      for psu in stratum.members { scheme.factors[psu * scheme.count + replicate] = size / (size - groupSize) }
      for psu in place.group { scheme.factors[psu * scheme.count + replicate] = 0 }
      scheme.scales[replicate] = (1 - stratum.fraction) * Double(groups.count - 1) / Double(groups.count)
    }
    return scheme
  }

  /// Rao and Wu's bootstrap: k of nₕ−1 draws give the factor 1 + √(1−fₕ) (k nₕ/(nₕ−1) − 1); squares count 1/(B−1)
  /// (Rao & Wu 1988; Rao, Wu & Yue 1992).
  static func raoWu(_ strata: [Stratum], psuCount: Int, count: Int, seed: UInt64) -> ReplicateScheme {
    var scheme = ReplicateScheme(psuCount: psuCount, count: count)
    for (number, stratum) in strata.enumerated() where stratum.members.count > 1 {
      let size = Double(stratum.members.count)
      let root = max(0, 1 - stratum.fraction).squareRoot()
      scheme.draw(stratum, number, seed: seed) { generator, counts in
        for _ in 1..<counts.count { counts[Int.random(in: 0..<counts.count, using: &generator)] += 1 }
      } factor: {
        1 + root * ($0 * size / (size - 1) - 1)
      }
    }
    scheme.scale = 1 / Double(count - 1)
    return scheme
  }

  /// Canty and Davison's bootstrap: nₕ draws, without replacement from the PSUs repeated up to the population size when
  /// there is one; squares count k/((k−1)(B−1)), k being the harmonic mean of the nₕ (Canty & Davison 1999; R's
  /// `bootweights`).
  static func cantyDavison(_ strata: [Stratum], psuCount: Int, count: Int, seed: UInt64) -> ReplicateScheme {
    var scheme = ReplicateScheme(psuCount: psuCount, count: count)
    for (number, stratum) in strata.enumerated() where stratum.members.count > 1 {
      let size = stratum.members.count
      let population = stratum.fraction > 0 ? (Double(size) / stratum.fraction).rounded() : .infinity
      scheme.draw(stratum, number, seed: seed) { generator, counts in
        if population <= 1e15 {
          for place in Self.distinct(size, below: Int(population), using: &generator) { counts[place % size] += 1 }
        } else {
          for _ in 0..<size { counts[Int.random(in: 0..<size, using: &generator)] += 1 }
        }
      } factor: {
        $0
      }
    }
    let inverse = strata.reduce(0) { $0 + 1 / Double(max(1, $1.members.count)) }
    let mean = Double(strata.count) / inverse
    scheme.scale = mean > 1 ? mean / ((mean - 1) * Double(count - 1)) : 0
    return scheme
  }

  /// Draws every replicate of a stratum.
  private mutating func draw(
    _ stratum: Stratum, _ number: Int, seed: UInt64, _ body: (inout SplitMix, inout [Int]) -> Void,
    factor: (Double) -> Double
  ) {
    var counts = [Int](repeating: 0, count: stratum.members.count)
    for replicate in 0..<count {
      var generator = SplitMix(seed: seed, stratum: number, replicate: replicate)
      for place in counts.indices { counts[place] = 0 }
      body(&generator, &counts)
      for (place, psu) in stratum.members.enumerated() {
        factors[psu * count + replicate] = factor(Double(counts[place]))
      }
    }
  }

  /// Distinct numbers, every set equally likely (Floyd's algorithm, Bentley & Floyd 1987).
  private static func distinct(_ count: Int, below limit: Int, using generator: inout SplitMix) -> Set<Int> {
    var chosen: Set<Int> = []
    for last in max(0, limit - count)..<max(1, limit) {
      let number = Int.random(in: 0...last, using: &generator)
      if !chosen.insert(number).inserted { chosen.insert(last) }
    }
    return chosen
  }

  /// Gives every design unit the factors of its PSU.
  mutating func spread(over primaryOfUnit: [Int]) {
    factors = primaryOfUnit.flatMap { factors[($0 * count)..<(($0 + 1) * count)] }
  }

  /// Multiplies every square: strata of a single PSU that add the average of the others.
  mutating func multiply(by factor: Double) { scale *= factor }
}
