import Responses

/// Finds each record's design unit, its weight, and what is wrong with them.
struct UnitScan: Sendable {
  private let plan: TabulationPlan
  private let fields: [Int]
  private(set) var chain: LevelChain
  private(set) var populationSizes: [[Double?]] = []
  private(set) var problems = DesignProblems()
  private(set) var undated = 0
  private(set) var counted = 0
  /// By kept number, then record counted.
  private(set) var recordNumbers: [[Double?]]
  /// By record counted: its combination of levels; empty unless records are kept apart.
  private var combinations: [Int32] = []

  init(plan: TabulationPlan, layout: RecordLayout) {
    self.plan = plan
    fields = [plan.strata].compactMap { $0 } + plan.clusters + plan.raking
    chain = LevelChain(fields: fields.map { layout.fields[$0] })
    recordNumbers = plan.recordNumbers.map { _ in [] }
    problems.missingClusters = plan.clusters.map { _ in 0 }
    problems.missingPopulationSizes = plan.populationSizes.map { _ in 0 }
    problems.varyingPopulationSizes = problems.missingPopulationSizes
  }

  /// The number of units found; one when the design has no questions.
  var count: Int { plan.keepsRecordsApart ? combinations.count : fields.isEmpty ? 1 : chain.count }

  /// Each record's unit from 1 (0: not counted) and its weight (empty: all 1).
  mutating func read(_ batch: RecordBatch) -> (units: [Int32], weights: [Double]) {
    var start = [Int32](repeating: 1, count: batch.count)
    if let period = plan.period {
      let filtered = period.startingNumbers(batch.columns[period.field], count: batch.count)
      start = filtered.numbers
      undated += filtered.undated
    }
    counted += start.reduce(0) { $0 + ($1 == 0 ? 0 : 1) }
    var units = chain.refine(start, columns: fields.map { batch.columns[$0] })
    if plan.keepsRecordsApart { separate(&units, batch) }
    let weights = plan.weights.map { readWeights(batch.columns[$0], units: units) } ?? []
    if !plan.populationSizes.isEmpty { readPopulationSizes(batch, units: units) }
    return (units, weights)
  }

  /// Gives every record counted a unit of its own and keeps its numbers.
  private mutating func separate(_ units: inout [Int32], _ batch: RecordBatch) {
    let numbers = plan.recordNumbers.map { NumberColumn.values(of: batch.columns[$0], count: units.count) }
    for record in units.indices where units[record] != 0 {
      combinations.append(units[record])
      units[record] = Int32(combinations.count)
      for (place, values) in numbers.enumerated() { recordNumbers[place].append(values[record]) }
    }
  }

  private mutating func readWeights(_ column: AnswerColumn?, units: [Int32]) -> [Double] {
    var weights = [Double](repeating: 0, count: units.count)
    let values = NumberColumn.values(of: column, count: units.count)
    for record in units.indices where units[record] != 0 {
      guard let weight = values[record] else {
        problems.missingWeights += 1
        continue
      }
      if weight == 0 || (weight >= 1e-100 && weight <= 1e100) {
        weights[record] = weight
      } else if weight < 0 {
        problems.negativeWeights += 1
      } else {
        problems.unusableWeights += 1
      }
    }
    return weights
  }

  private mutating func readPopulationSizes(_ batch: RecordBatch, units: [Int32]) {
    let known = populationSizes.count
    let empty = [Double?](repeating: nil, count: plan.populationSizes.count)
    if count > known { populationSizes.append(contentsOf: repeatElement(empty, count: count - known)) }
    for (stage, field) in plan.populationSizes.enumerated() {
      let values = NumberColumn.values(of: batch.columns[field], count: units.count)
      for record in units.indices where units[record] != 0 {
        guard let size = values[record] else {
          problems.missingPopulationSizes[stage] += 1
          continue
        }
        let unit = Int(units[record]) - 1
        if let first = populationSizes[unit][stage] {
          if first != size { problems.varyingPopulationSizes[stage] += 1 }
        } else {
          populationSizes[unit][stage] = size
        }
      }
    }
  }

  /// The units found, their weights still empty.
  mutating func finish() -> [DesignUnit] {
    (1...max(1, count)).prefix(count).map { number in
      let combination = plan.keepsRecordsApart ? Int(combinations[number - 1]) : number
      let levels = fields.isEmpty ? [] : chain.origin(of: combination).levels
      let afterStrata = plan.strata == nil ? 0 : 1
      let afterClusters = afterStrata + plan.clusters.count
      return DesignUnit(
        stratum: plan.strata == nil ? 0 : levels[0], clusters: Array(levels[afterStrata..<afterClusters]),
        rakingLevels: Array(levels[afterClusters...]),
        populationSizes: populationSizes.isEmpty ? [] : populationSizes[number - 1], weights: WeightCell())
    }
  }

  /// The names of the levels of a question of the design, by its position in the layout.
  func names(ofField field: Int) -> [String] {
    fields.firstIndex(of: field).map { chain.encoders[$0].names } ?? []
  }

  /// Notes records without a stratum or cluster, once their units' weights are known.
  mutating func noteMissing(in units: [DesignUnit]) {
    for unit in units {
      if plan.strata != nil, unit.stratum == 0 { problems.missingStrata += unit.weights.count }
      for (stage, cluster) in unit.clusters.enumerated() where cluster == 0 {
        problems.missingClusters[stage] += unit.weights.count
      }
    }
  }
}
