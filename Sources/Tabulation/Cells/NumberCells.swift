/// Sums of a number y and of the base weight w, by class of records.
///
/// With y written as the class's first value plus y′, and q = w y′: enough for the weighted total of y and for the
/// variance of any Σ w (α + β y).
public struct NumberCells: Sendable {
  private(set) var cells: [NumberCell] = []

  /// The sums of one class.
  public subscript(number: Int) -> NumberCell { number < cells.count ? cells[number] : NumberCell() }

  /// Makes room for classes 0..<classCount.
  mutating func reserve(classCount: Int) {
    let missing = classCount - cells.count
    if missing > 0 { cells.append(contentsOf: repeatElement(NumberCell(), count: missing)) }
  }

  /// Adds a batch: one value per record, nil where there is none.
  mutating func add(values: [Double?], weights: [Double], pivots: [WeightCell], classes: ClassBatch) {
    for record in values.indices {
      guard let value = values[record] else { continue }
      let number = Int(classes.numbers[record])
      if number == 0 { continue }
      let weight = weights.isEmpty ? 1 : weights[record]
      cells[number].add(value, weight: weight, weightPivot: pivots[number].pivot)
    }
  }
}

/// The sums of one class.
public struct NumberCell: Sendable, Hashable {
  /// The number of records with a value.
  public private(set) var count = 0
  /// The value the differences y′ are taken from.
  public private(set) var pivot = 0.0
  /// The largest values without their signs.
  public private(set) var largest = LargestValues()
  private var weights = CompensatedSums()
  private var products = CompensatedSums()
  private var squares = CompensatedSums()
  private var weightedSquareSums = CompensatedSums()

  /// Count, Σδ and Σδ² of the weights of the records with a value.
  public var weightMoments: WeightMoments {
    let values = weights.values
    return WeightMoments(count: Double(count), delta: values.x, deltaSquares: values.y)
  }
  /// Σq.
  public var product: Double { products.values.x }
  /// Σδq.
  public var deltaProduct: Double { products.values.y }
  /// Σq².
  public var productSquares: Double { squares.values.x }
  /// Σy′, without weights.
  public var unweighted: Double { squares.values.y }

  /// Σ w y′².
  public var weightedSquares: Double { weightedSquareSums.values.x }

  /// Creates an empty cell.
  public init() {}

  mutating func add(_ value: Double, weight: Double, weightPivot: Double) {
    if count == 0 { pivot = value }
    count += 1
    largest.add(abs(value))
    let delta = weight - weightPivot
    let difference = value - pivot
    let product = weight * difference
    weights.add(SIMD2(delta, delta * delta))
    products.add(SIMD2(product, delta * product))
    squares.add(SIMD2(product * product, difference))
    weightedSquareSums.add(SIMD2(product * difference, 0))
  }
}
