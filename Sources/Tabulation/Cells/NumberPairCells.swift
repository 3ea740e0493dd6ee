/// Sums of two numbers x and y and of the base weight w, by class of records: of those who gave both.
public struct NumberPairCells: Sendable {
  private(set) var cells: [NumberPairCell] = []

  /// The sums of one class.
  public subscript(number: Int) -> NumberPairCell { number < cells.count ? cells[number] : NumberPairCell() }

  /// Puts the sums of a class that were formed elsewhere.
  mutating func put(_ cell: NumberPairCell, class number: Int) {
    let missing = number + 1 - cells.count
    if missing > 0 { cells.append(contentsOf: repeatElement(NumberPairCell(), count: missing)) }
    cells[number] = cell
  }

  /// Adds a batch: one pair of values per record, nil where there is none.
  mutating func add(
    firsts: [Double?], seconds: [Double?], weights: [Double], pivots: [WeightCell], classes: ClassBatch
  ) {
    let missing = classes.classCount - cells.count
    if missing > 0 { cells.append(contentsOf: repeatElement(NumberPairCell(), count: missing)) }
    for record in firsts.indices {
      guard let first = firsts[record], let second = seconds[record] else { continue }
      let number = Int(classes.numbers[record])
      if number == 0 { continue }
      let weight = weights.isEmpty ? 1 : weights[record]
      cells[number].add(first, second, weight: weight, weightPivot: pivots[number].pivot)
    }
  }
}

/// The sums of one class.
///
/// With each number written as its first value plus a difference x′ (y′), and q = w x′ (r = w y′): enough for the
/// weighted totals and for the variance of any Σ w (α + β x + γ y).
public struct NumberPairCell: Sendable, Hashable {
  /// The sums of x.
  public private(set) var first = NumberCell()
  /// The sums of y.
  public private(set) var second = NumberCell()
  private var jointSums = CompensatedSums()

  /// Σ q r.
  public var jointProduct: Double { jointSums.values.x }
  /// Σ w x′ y′.
  public var weightedProduct: Double { jointSums.values.y }

  /// Creates an empty cell.
  public init() {}

  mutating func add(_ first: Double, _ second: Double, weight: Double, weightPivot: Double) {
    self.first.add(first, weight: weight, weightPivot: weightPivot)
    self.second.add(second, weight: weight, weightPivot: weightPivot)
    let product = weight * (first - self.first.pivot)
    let difference = second - self.second.pivot
    jointSums.add(SIMD2(product * weight * difference, product * difference))
  }
}

extension NumberPairCell {
  /// The same records with sums about the means; `joint` is Σw²xy, `weighted` Σwxy.
  init(_ first: NumberCell.Sums, _ second: NumberCell.Sums, joint: Double, weighted: Double, weightPivot: Double) {
    self.first = NumberCell(first, weightPivot: weightPivot)
    self.second = NumberCell(second, weightPivot: weightPivot)
    let (x, y) = (self.first.pivot, self.second.pivot)
    jointSums.add(
      SIMD2(
        joint - x * second.squaredProduct - y * (first.squaredProduct - x * first.weightSquares),
        weighted - x * second.product - y * (first.product - x * first.weight)))
  }
}
