/// Counts and weight sums by class of records × slot of an item, in one flat array.
///
/// Slot 0 holds those who gave no answer. Weight sums are kept only when some class has unequal weights.
public struct DenseCells: Sendable {
  /// The number of slots of a class, slot 0 included.
  public let slotCount: Int
  /// Cells of a class stand 2^shift apart.
  let shift: Int
  private(set) var counts: [UInt32] = []
  /// Σδ and Σδ² since the last time they were moved into `sums`; empty while all weights equal their pivots.
  private var recent: [SIMD2<Double>] = []
  private var sums: [CompensatedSums] = []
  private var recordsSinceMove = 0

  init(slotCount: Int) {
    self.slotCount = slotCount
    shift = max(0, Int.bitWidth - max(1, slotCount - 1).leadingZeroBitCount)
  }

  /// The number of records of a class in a slot.
  public func count(class number: Int, slot: Int) -> Int {
    let place = number << shift | slot
    return place < counts.count ? Int(counts[place]) : 0
  }

  /// Count, Σδ and Σδ² of a class's records in a slot, δ being the weight less the class's pivot.
  public func moments(class number: Int, slot: Int) -> WeightMoments {
    let place = number << shift | slot
    guard place < counts.count else { return WeightMoments() }
    guard place < sums.count else { return WeightMoments(count: Double(counts[place])) }
    let values = sums[place].values
    return WeightMoments(count: Double(counts[place]), delta: values.x, deltaSquares: values.y)
  }

  /// Makes room for classes 0..<classCount.
  mutating func reserve(classCount: Int) {
    let missing = (classCount << shift) - counts.count
    if missing > 0 { counts.append(contentsOf: repeatElement(0, count: missing)) }
  }

  /// Counts a batch by one-byte codes: code 0 is slot 0, codes above `lastCode` are not shown and fall in the last slot.
  mutating func add(codes: [UInt8], lastCode: UInt8, classes: ClassBatch) {
    let shift = shift
    let codes = codes.span
    let numbers = classes.numbers.span
    let slotAfter = lastCode &+ 1
    var cells = counts.mutableSpan
    for record in numbers.indices {
      let code = codes[record]
      let slot = code > lastCode ? slotAfter : code
      cells[Int(numbers[record]) << shift | Int(slot)] &+= 1
    }
    guard classes.hasUnequalWeights else { return }
    prepareSums(for: codes.count)
    let deltas = classes.deltas.span
    var recentCells = recent.mutableSpan
    for record in numbers.indices {
      let code = codes[record]
      let slot = code > lastCode ? slotAfter : code
      recentCells[Int(numbers[record]) << shift | Int(slot)] += deltas[record]
    }
  }

  /// Counts a batch by slots.
  mutating func add(slots: [UInt16], classes: ClassBatch) {
    let shift = shift
    for record in slots.indices { counts[Int(classes.numbers[record]) << shift | Int(slots[record])] &+= 1 }
    guard classes.hasUnequalWeights else { return }
    prepareSums(for: slots.count)
    for record in slots.indices {
      recent[Int(classes.numbers[record]) << shift | Int(slots[record])] += classes.deltas[record]
    }
  }

  /// Counts one record in a slot; weight sums follow when `delta` is given (after `prepareSums`).
  mutating func add(slot: Int, class number: Int32, delta: SIMD2<Double>?) {
    let place = Int(number) << shift | slot
    counts[place] &+= 1
    if let delta { recent[place] += delta }
  }

  /// Makes room for weight sums, and moves them on before they hold so many records that rounding would show.
  mutating func prepareSums(for records: Int) {
    let missing = counts.count - recent.count
    if missing > 0 { recent.append(contentsOf: repeatElement(SIMD2(), count: missing)) }
    if recordsSinceMove + records > max(1 << 16, 8 * counts.count), recordsSinceMove > 0 { moveSums() }
    recordsSinceMove += records
  }

  /// Adds records counted elsewhere.
  mutating func add(_ moments: WeightMoments, count: Int, class number: Int, slot: Int) {
    let place = number << shift | slot
    if place >= counts.count { reserve(classCount: number + 1) }
    if sums.count < counts.count {
      sums.append(contentsOf: repeatElement(CompensatedSums(), count: counts.count - sums.count))
    }
    counts[place] &+= UInt32(clamping: count)
    sums[place].add(SIMD2(moments.delta, moments.deltaSquares))
  }

  /// Moves the recent sums into the compensated ones.
  mutating func moveSums() {
    let missing = recent.count - sums.count
    if missing > 0 { sums.append(contentsOf: repeatElement(CompensatedSums(), count: missing)) }
    for place in recent.indices {
      sums[place].add(recent[place])
      recent[place] = SIMD2()
    }
    recordsSinceMove = 0
  }
}

/// The classes of a batch's records under one grouping, and their weights.
struct ClassBatch: Sendable {
  /// Each record's class; 0 for records not counted.
  var numbers: [Int32]
  /// δ and δ² of each record, δ being its weight less its class's pivot; empty when all are 0.
  var deltas: [SIMD2<Double>]
  /// The number of classes found so far, class 0 included.
  var classCount: Int

  /// Whether some record's weight differs from its class's pivot.
  var hasUnequalWeights: Bool { !deltas.isEmpty }
}
