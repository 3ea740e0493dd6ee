/// How often each value of a number occurs, with what weights, by class of records.
///
/// Only combinations that occur take room: memory grows with distinct values × classes, not with the records.
public struct ValueCells: Sendable {
  /// The distinct values in the order of first occurrence.
  public private(set) var values: [Double] = []
  /// The combinations of class and value that occur, in the order of first occurrence.
  public private(set) var cells: [ValueCell] = []
  private var numberOfValue: [Double: Int] = [:]
  private var place: [UInt64: Int] = [:]

  /// Adds a batch: one value per record, nil where there is none.
  mutating func add(values batch: [Double?], classes: ClassBatch) {
    for record in batch.indices {
      guard let value = batch[record], value.isFinite, classes.numbers[record] != 0 else { continue }
      let cell = place(ofClass: Int(classes.numbers[record]), value: number(of: value))
      cells[cell].add(classes.hasUnequalWeights ? classes.deltas[record] : SIMD2())
    }
  }

  /// Adds records counted elsewhere.
  mutating func add(_ moments: WeightMoments, count: Int, class number: Int, value: Double) {
    cells[place(ofClass: number, value: self.number(of: value))].add(moments, count: count)
  }

  private mutating func number(of value: Double) -> Int {
    if let known = numberOfValue[value] { return known }
    numberOfValue[value] = values.count
    values.append(value)
    return values.count - 1
  }

  private mutating func place(ofClass number: Int, value: Int) -> Int {
    let key = UInt64(number) << 32 | UInt64(value)
    if let known = place[key] { return known }
    place[key] = cells.count
    cells.append(ValueCell(classNumber: number, value: value))
    return cells.count - 1
  }
}

/// The records of one class that gave one value.
public struct ValueCell: Sendable, Hashable {
  /// The class of records.
  public let classNumber: Int
  /// The position of the value among the distinct ones.
  public let value: Int
  private var count = 0
  private var sums = CompensatedSums()

  init(classNumber: Int, value: Int) {
    self.classNumber = classNumber
    self.value = value
  }

  mutating func add(_ moments: WeightMoments, count: Int) {
    self.count += count
    sums.add(SIMD2(moments.delta, moments.deltaSquares))
  }

  mutating func add(_ delta: SIMD2<Double>) {
    count += 1
    sums.add(delta)
  }

  /// Count, Σδ and Σδ² of the records' weights, δ being the weight less the class's pivot.
  public var moments: WeightMoments {
    let values = sums.values
    return WeightMoments(count: Double(count), delta: values.x, deltaSquares: values.y)
  }
}
