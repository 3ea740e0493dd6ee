/// One estimate before it is named and possibly suppressed.
struct Figure: Sendable {
  var statistic: Statistic
  /// The answer code; "" for statistics of a whole item.
  var level = ""
  var estimate: Double?
  var standardError: Double?
  var limits: ClosedRange<Double>?
  /// The unweighted base.
  var count: Int
  var effectiveCount: Double?
  var designEffect: Double?
  var degreesOfFreedom: Double?
  /// Whether the interval is that of a share, whose width says whether it can be relied on.
  var isShare = false
  /// The band of the indicator sheet it lies in.
  var band: String?
  /// Whether two camps stand against each other.
  var isPolarised = false
  /// Its values in bootstrap replicates; empty without them, or when nothing looks at them.
  var replicates: [Double?] = []
  /// The sums it was made from; nil unless they are kept.
  var working: Working?
  /// The statistic of a test of it, with degrees of freedom and p value.
  var test: Test?

  /// A χ² test.
  struct Test: Sendable {
    var statistic: Double
    var degreesOfFreedom: Double
    var pValue: Double?
  }
}

/// The figures of one item in one level of a domain, and what disclosure control needs to know of them.
struct LevelFigures: Sendable {
  /// The unweighted base.
  var count: Int
  /// The answer counts that shares publish; empty for statistics that publish none.
  var publishedCounts: [Int] = []
  /// The largest numbers behind a mean or total in falling order, and the sum of all; nil where no number is summed.
  var contributions: (largest: [Double], sum: Double)?
  var figures: [Figure]
}

extension LevelFigures {
  /// The same without the replicates of figures that nothing compares: only those of one statistic are kept.
  func keepingReplicates(of statistic: Statistic?) -> LevelFigures {
    var result = self
    for index in result.figures.indices where result.figures[index].statistic != statistic {
      result.figures[index].replicates = []
    }
    return result
  }
}

/// How an interval is made.
enum IntervalShape: Sendable {
  /// A share: logit scale.
  case share
  /// Symmetric, cut to bounds.
  case bounded(ClosedRange<Double>)
  /// Symmetric.
  case unbounded
}
