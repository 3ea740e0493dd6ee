/// What base weights are multiplied with to meet population figures.
struct WeightFit: Sendable {
  /// By cell; 0 for cells left out.
  var factors: [Double]
  /// By margin: the factors just after its step of the last sweep; empty unless raked.
  var stepFactors: [[Double]] = []
  /// Sweeps over the margins, or Newton steps.
  var iterations = 0
  /// Whether every total came within the tolerance.
  var converged = true
  /// The largest relative difference left between a fitted total and its population.
  var largestDifference = 0.0
}

/// Fits weights to the population figures of a plan.
struct WeightFitter: Sendable {
  let margins: [RakeMargin]
  let target: CalibrationTarget?
  let options: RakingOptions
  /// The columns of the regression; empty of use for raking alone.
  let columns: CalibrationColumns

  init(_ cells: RakingCells, plan: EstimationPlan) {
    margins = plan.margins
    target = plan.calibrate
    options = plan.raking
    columns = CalibrationColumns(cells, margins: plan.margins, target: plan.calibrate)
  }

  /// Fits the base weights of some cells: those of the sample, or of a replicate.
  func fit(_ cells: RakingCells) -> WeightFit {
    guard let target else {
      let raking = Raking(cells, margins: margins, options: options)
      return WeightFit(
        factors: raking.factors, stepFactors: raking.stepFactors, iterations: raking.iterations,
        converged: raking.converged, largestDifference: raking.largestDifference)
    }
    return CalibrationSolver(cells, columns: columns, target: target, options: options).fit
  }
}

/// The columns that weights are calibrated on: the whole, one per level of each margin, one per number.
struct CalibrationColumns: Sendable {
  /// By cell: its values other than 0.
  private(set) var entries: [[(column: Int, value: Double)]] = []
  /// By column: the population total.
  private(set) var totals: [Double] = []

  init(_ cells: RakingCells, margins: [RakeMargin], target: CalibrationTarget?) {
    if let size = target?.size { totals.append(size) }
    var offsets: [Int] = []
    for margin in margins {
      offsets.append(totals.count)
      totals += margin.population.map(\.count)
    }
    let numbersStart = totals.count
    totals += target?.totals.map(\.total) ?? []
    let hasSize = target?.size != nil
    for cell in cells.levels.indices {
      var values: [(column: Int, value: Double)] = hasSize ? [(0, 1)] : []
      for (level, offset) in zip(cells.levels[cell], offsets) {
        if let level { values.append((offset + level, 1)) }
      }
      if !cells.numbers.isEmpty {
        for (place, value) in cells.numbers[cell].enumerated() where value != 0 {
          values.append((numbersStart + place, value))
        }
      }
      entries.append(values)
    }
  }

  /// Σ of weight times values, by column.
  func sums(_ weights: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: totals.count)
    for (cell, weight) in weights.enumerated() where weight != 0 {
      for entry in entries[cell] { sums[entry.column] += weight * entry.value }
    }
    return sums
  }

  /// Σ of weight times the products of values, by rows.
  func products(_ weights: [Double]) -> [Double] {
    let size = totals.count
    var matrix = [Double](repeating: 0, count: size * size)
    for (cell, weight) in weights.enumerated() where weight != 0 {
      for row in entries[cell] {
        for column in entries[cell] { matrix[row.column * size + column.column] += weight * row.value * column.value }
      }
    }
    return matrix
  }

  /// x′ of a cell times coefficients.
  func product(ofCell cell: Int, _ coefficients: [Double]) -> Double {
    entries[cell].reduce(0) { $0 + coefficients[$1.column] * $1.value }
  }
}
