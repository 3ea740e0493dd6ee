import Tabulation

/// The sample design as the variance sees it: strata, PSUs, second-stage units, sampling fractions, final weights.
struct SurveyDesign: Sendable {
  /// The design units of the scan.
  let units: [DesignUnit]
  /// The stratum of each unit.
  let stratumOfUnit: [Int]
  /// The PSU of each unit; empty when each record is its own PSU.
  private(set) var primaryOfUnit: [Int] = []
  /// The second-stage cluster of each unit; empty when there are none.
  private(set) var secondaryOfUnit: [Int] = []
  /// The strata.
  private(set) var strata: [Stratum]
  /// The PSUs, when the design has clusters.
  private(set) var primaries: [PrimaryUnit] = []
  /// The PSU of each second-stage cluster.
  private(set) var primaryOfSecondary: [Int] = []
  /// What the variance takes as second stage.
  let secondStage: SecondStage
  /// What is done with a stratum of a single PSU.
  let singlePSU: SinglePSURule
  /// What each unit's base weight is multiplied with; 0 for units left out.
  var factors: [Double]
  /// Whether each unit is left out of the estimates for want of a cell in the frame.
  var isExcluded: [Bool]
  /// What trimming multiplies each unit's weight with; empty without trimming.
  var trimming: [Double] = []
  /// How the factors came about, trimming aside; nil without population figures.
  var calibration: Calibration?
  /// The replicate weights that variances come from; nil when they are linearised.
  var replicates: ReplicateWeights?
  /// Whether figures keep the sums they were made from.
  var keepsWorking = false
  /// Whether design effects compare with a simple random sample drawn without replacement.
  let comparesWithoutReplacement: Bool

  /// One stratum.
  struct Stratum: Sendable {
    /// The sampled PSUs of the whole design.
    var primaryCount = 0
    /// The sampling fraction n/N of the first stage; 0 with replacement.
    var fraction = 0.0
  }

  /// One PSU.
  struct PrimaryUnit: Sendable {
    var stratum: Int
    /// The sampled second-stage units.
    var secondaryCount = 0
    /// The sampling fraction of the second stage.
    var fraction = 0.0
  }

  /// The units of the second stage.
  enum SecondStage: Sendable {
    case none, records, clusters
  }

  /// Lays out the design of a scan; population sizes must have been checked.
  init(_ table: CellTable, plan: EstimationPlan) {
    units = table.units
    singlePSU = plan.singlePSU
    factors = Array(repeating: 1, count: table.units.count)
    isExcluded = Array(repeating: false, count: table.units.count)
    comparesWithoutReplacement =
      switch plan.designEffect {
      case .automatic: !plan.populationSizes.isEmpty
      case .withoutReplacement: true
      case .withReplacement: false
      }
    let clusterCount = plan.clusters.count
    secondStage = plan.populationSizes.count < 2 || clusterCount == 0 ? .none : clusterCount == 1 ? .records : .clusters
    var strataNumbers: [Int: Int] = [:]
    var stratumOfUnit: [Int] = []
    for unit in units {
      let stratum = strataNumbers[unit.stratum] ?? strataNumbers.count
      strataNumbers[unit.stratum] = stratum
      stratumOfUnit.append(stratum)
    }
    self.stratumOfUnit = stratumOfUnit
    strata = Array(repeating: Stratum(), count: strataNumbers.count)
    if clusterCount == 0 {
      for (unit, stratum) in stratumOfUnit.enumerated() { strata[stratum].primaryCount += units[unit].weights.count }
    } else {
      layOutClusters()
    }
    for (unit, stratum) in stratumOfUnit.enumerated() {
      strata[stratum].fraction = Self.fraction(units[unit].populationSizes.first, of: strata[stratum].primaryCount)
      guard secondStage != .none else { continue }
      let primary = primaryOfUnit[unit]
      primaries[primary].fraction = Self.fraction(
        units[unit].populationSizes[1], of: primaries[primary].secondaryCount)
    }
  }

  private mutating func layOutClusters() {
    var numbers: [[Int]: Int] = [:]
    var secondaryNumbers: [[Int]: Int] = [:]
    for (index, unit) in units.enumerated() {
      let primary = numbers[[unit.stratum, unit.clusters[0]], default: numbers.count]
      if primary == numbers.count {
        numbers[[unit.stratum, unit.clusters[0]]] = primary
        primaries.append(PrimaryUnit(stratum: stratumOfUnit[index]))
        strata[stratumOfUnit[index]].primaryCount += 1
      }
      primaryOfUnit.append(primary)
      if unit.clusters.count == 1 {
        primaries[primary].secondaryCount += unit.weights.count
        continue
      }
      let secondary = secondaryNumbers[[primary, unit.clusters[1]], default: secondaryNumbers.count]
      if secondary == secondaryNumbers.count {
        secondaryNumbers[[primary, unit.clusters[1]]] = secondary
        primaryOfSecondary.append(primary)
        primaries[primary].secondaryCount += 1
      }
      secondaryOfUnit.append(secondary)
    }
  }

  /// A population size (above 1) or sampling fraction (up to 1) as a fraction.
  static func fraction(_ size: Double??, of count: Int) -> Double {
    guard let size, let size else { return 0 }
    return size <= 1 ? size : min(1, Double(count) / size)
  }

  /// The strata whose single PSU leaves the variance undefined: not those sampled completely.
  var singleStrataCount: Int { strata.count { $0.primaryCount == 1 && $0.fraction < 1 } }

  /// The PSUs whose single second-stage unit leaves the variance undefined.
  var singleSecondStageCount: Int {
    secondStage == .none ? 0 : primaries.count { $0.secondaryCount == 1 && $0.fraction < 1 }
  }

  /// Whether everybody was sampled: estimates have no sampling error.
  var isCompleteCensus: Bool {
    strata.allSatisfy { $0.fraction >= 1 } && (secondStage == .none || primaries.allSatisfy { $0.fraction >= 1 })
  }
}
