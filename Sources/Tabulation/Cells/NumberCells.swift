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

  /// Puts the sums of a class that were formed elsewhere.
  mutating func put(_ cell: NumberCell, class number: Int) {
    reserve(classCount: number + 1)
    cells[number] = cell
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

extension NumberCell {
  /// Sums formed elsewhere, about 0.
  struct Sums {
    var count: Int
    /// Σw, Σw², Σy.
    var weight: Double, weightSquares: Double, plain: Double
    /// Σwy, Σw²y, Σw²y², Σwy².
    var product: Double, squaredProduct: Double, productSquares: Double, weightedSquares: Double
    /// The largest |y|.
    var largest: Double
  }

  /// The same records with sums about the mean and the class's pivot of weights.
  ///
  /// Of the largest values only the first is known: the others are taken to be as large, which can only suppress more.
  init(_ sums: Sums, weightPivot: Double) {
    count = sums.count
    pivot = sums.count == 0 ? 0 : sums.plain / Double(sums.count)
    for _ in 0..<min(sums.count, 4) { largest.add(sums.largest) }
    let delta = sums.weight - Double(count) * weightPivot
    weights.add(
      SIMD2(delta, sums.weightSquares - weightPivot * (2 * sums.weight - Double(count) * weightPivot)))
    let product = sums.product - pivot * sums.weight
    products.add(
      SIMD2(product, sums.squaredProduct - pivot * sums.weightSquares - weightPivot * product))
    squares.add(
      SIMD2(
        sums.productSquares - pivot * (2 * sums.squaredProduct - pivot * sums.weightSquares),
        sums.plain - Double(count) * pivot))
    weightedSquareSums.add(
      SIMD2(sums.weightedSquares - pivot * (2 * sums.product - pivot * sums.weight), 0))
  }
}
