import Responses

/// Finds each record's class under one grouping of domains, and sums the classes' weights.
struct GroupingScan: Sendable {
  let domains: [Int]
  let fields: [Int]
  private var chain: LevelChain
  /// By class; class 0 is never read.
  private(set) var weights: [WeightCell] = [WeightCell()]
  private var sums: [CompensatedSums] = [CompensatedSums()]

  init(domains: [Int], plan: TabulationPlan, layout: RecordLayout) {
    self.domains = domains
    var fields: [Int] = []
    for field in domains.flatMap({ plan.domains[$0] }) where !fields.contains(field) { fields.append(field) }
    self.fields = fields
    chain = LevelChain(fields: fields.map { layout.fields[$0] })
  }

  /// The classes of a batch's records; weights empty means that all are 1.
  mutating func read(_ batch: RecordBatch, units: [Int32], weights: [Double]) -> ClassBatch {
    let numbers = chain.refine(units, columns: fields.map { batch.columns[$0] })
    let found = numbers.max().map { Int($0) + 1 } ?? 1
    if found > self.weights.count {
      self.weights.append(contentsOf: repeatElement(WeightCell(), count: found - self.weights.count))
      sums.append(contentsOf: repeatElement(CompensatedSums(), count: found - sums.count))
    }
    var classes = ClassBatch(numbers: numbers, deltas: [], classCount: self.weights.count)
    if weights.isEmpty {
      for number in numbers { self.weights[Int(number)].countOne() }
    } else {
      classes.deltas = addWeights(weights, of: numbers)
    }
    return classes
  }

  private mutating func addWeights(_ batchWeights: [Double], of numbers: [Int32]) -> [SIMD2<Double>] {
    var deltas = [SIMD2<Double>](repeating: SIMD2(), count: numbers.count)
    var isUnequal = false
    for record in numbers.indices {
      let number = Int(numbers[record])
      if number == 0 { continue }
      let delta = weights[number].add(batchWeights[record])
      if delta == 0 { continue }
      isUnequal = true
      deltas[record] = SIMD2(delta, delta * delta)
      sums[number].add(deltas[record])
    }
    return isUnequal ? deltas : []
  }

  /// The grouping with its classes.
  func finish() -> Grouping {
    var classes: [RecordClass] = []
    classes.reserveCapacity(weights.count)
    for number in weights.indices {
      if number == 0 {
        classes.append(RecordClass(unit: 0, levels: fields.map { _ in 0 }, weights: WeightCell()))
        continue
      }
      let origin = fields.isEmpty ? (parent: number, levels: []) : chain.origin(of: number)
      var cell = weights[number]
      let values = sums[number].values
      cell.delta = values.x
      cell.deltaSquares = values.y
      classes.append(RecordClass(unit: origin.parent - 1, levels: origin.levels, weights: cell))
    }
    return Grouping(domains: domains, fields: fields, names: chain.encoders.map(\.names), classes: classes)
  }
}

extension WeightCell {
  /// Counts a record of weight 1.
  mutating func countOne() {
    count += 1
    positiveCount += 1
  }

  /// Counts a record and returns its weight less the pivot; the sums of differences are kept elsewhere.
  mutating func add(_ weight: Double) -> Double {
    if count == 0 {
      pivot = weight
      minimum = weight
      maximum = weight
    } else {
      minimum = min(minimum, weight)
      maximum = max(maximum, weight)
    }
    count += 1
    if weight > 0 { positiveCount += 1 }
    return weight - pivot
  }
}
