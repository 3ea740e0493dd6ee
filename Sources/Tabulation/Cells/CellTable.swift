/// What one scan of the records found: the sufficient statistics of every estimate.
public struct CellTable: Sendable {
  /// The combinations of stratum, clusters and raking levels that occur.
  public internal(set) var units: [DesignUnit]
  /// The names of the strata, from level 1; empty without strata.
  public internal(set) var strataNames: [String]
  /// The names of each raking question's levels, from level 1.
  public internal(set) var rakingNames: [[String]]
  /// The groupings of domains, at least one.
  public internal(set) var groupings: [Grouping]
  /// By item of the plan, then by grouping.
  public internal(set) var items: [[ItemCells]]
  /// The records handed over by the source.
  public internal(set) var recordCount: Int
  /// The records inside the period.
  public internal(set) var countedRecords: Int
  /// The records without a date that places them inside or outside the period.
  public internal(set) var undatedRecords: Int
  /// What is wrong with the design's columns.
  public internal(set) var problems: DesignProblems
  /// By kept number of the plan, then design unit: the record's number, nil without one; empty unless records are kept
  /// apart.
  public internal(set) var recordNumbers: [[Double?]]
}

/// One combination of stratum, clusters and raking levels; levels count from 1, 0 being no answer.
public struct DesignUnit: Sendable, Hashable {
  /// The stratum's level; 0 too when there are no strata.
  public var stratum: Int
  /// The level of the cluster of each stage.
  public var clusters: [Int]
  /// The level of each raking question.
  public var rakingLevels: [Int]
  /// The population size or sampling fraction of each stage; nil where the first record has none.
  public var populationSizes: [Double?]
  /// The base weights of its records.
  public var weights: WeightCell
}

/// Records grouped by design unit and the levels of some domain questions: the classes of cells.
public struct Grouping: Sendable {
  /// The domains (positions in the plan) that can be read from its classes.
  public internal(set) var domains: [Int]
  /// The domain questions, in the order of the classes' levels.
  public internal(set) var fields: [Int]
  /// The names of each domain question's levels, from level 1.
  public internal(set) var names: [[String]]
  /// The classes that occur; class 0 holds the records not counted and is never read.
  public internal(set) var classes: [RecordClass]
}

/// One class of records.
public struct RecordClass: Sendable, Hashable {
  /// The position of its design unit.
  public var unit: Int
  /// The level of each domain question; 0 for no answer.
  public var levels: [Int]
  /// The base weights of its records.
  public var weights: WeightCell
}

/// The cells of one item under one grouping.
public enum ItemCells: Sendable {
  /// By answer code from 1; slot 0: blank; the last slot: not shown.
  case coded(DenseCells)
  /// By (first code − 1) × second list's length + second code; slot 0: not both answered.
  case pair(DenseCells)
  /// By choice from 1, one record counting in several; the last slot: everybody who chose something substantive.
  case multiple(DenseCells)
  /// By choice: its place from 1, or places + number of choices placed when it was not placed; slot 0: no answer.
  case ranking([DenseCells])
  /// Sums of a number.
  case number(NumberCells)
  /// By pattern of answers.
  case patterns(PatternCells)
  /// The values of a number.
  case values(ValueCells)
  /// Sums of two numbers.
  case numberPair(NumberPairCells)
}

/// What is wrong with the design's columns, in numbers of records.
public struct DesignProblems: Sendable, Hashable {
  /// Records without a weight.
  public var missingWeights = 0
  /// Records with a negative weight.
  public var negativeWeights = 0
  /// Records whose weight is not finite, or not between 1e-100 and 1e100.
  public var unusableWeights = 0
  /// Records without a stratum.
  public var missingStrata = 0
  /// Records without a cluster, by stage.
  public var missingClusters: [Int] = []
  /// Records without a population size, by stage.
  public var missingPopulationSizes: [Int] = []
  /// Records whose population size differs from that of the first record of their design unit, by stage.
  public var varyingPopulationSizes: [Int] = []
}
