/// Counts and weight sums by class of records × pattern of answers to several questions.
///
/// Only patterns that occur in a class are held: memory grows with the records at worst.
public struct PatternCells: Sendable {
  /// The number of answers in a pattern.
  public let width: Int
  /// The patterns that occur.
  public internal(set) var patterns: [AnswerPattern] = []
  /// The cells, each a pattern within a class.
  public private(set) var cells: [Cell] = []
  private var places: [Place: Int] = [:]

  /// The records of one class with one pattern.
  public struct Cell: Sendable {
    /// The class.
    public var number: Int
    /// The position of the pattern.
    public var pattern: Int
    /// The number of records.
    public var count = 0
    var sums = CompensatedSums()

    /// Count, Σδ and Σδ² of the weights, δ being the weight less the class's pivot.
    public var moments: WeightMoments {
      let values = sums.values
      return WeightMoments(count: Double(count), delta: values.x, deltaSquares: values.y)
    }
  }

  private struct Place: Hashable {
    var number: Int32
    var pattern: Int32
  }

  init(width: Int) { self.width = width }

  /// Counts a batch: the pattern of each record, -1 for records without an answer.
  mutating func add(patterns: [Int32], classes: ClassBatch) {
    for record in patterns.indices where patterns[record] >= 0 && classes.numbers[record] > 0 {
      let place = Place(number: classes.numbers[record], pattern: patterns[record])
      let index = places[place] ?? cells.count
      if index == cells.count {
        places[place] = index
        cells.append(Cell(number: Int(place.number), pattern: Int(place.pattern)))
      }
      cells[index].count += 1
      if classes.hasUnequalWeights { cells[index].sums.add(classes.deltas[record]) }
    }
  }
}

extension PatternCells {
  /// Adds records counted elsewhere; `pattern` is a position in ``patterns``.
  mutating func add(_ moments: WeightMoments, count: Int, class number: Int, pattern: Int) {
    let place = Place(number: Int32(clamping: number), pattern: Int32(clamping: pattern))
    let index = places[place] ?? cells.count
    if index == cells.count {
      places[place] = index
      cells.append(Cell(number: number, pattern: pattern))
    }
    cells[index].count += count
    cells[index].sums.add(SIMD2(moments.delta, moments.deltaSquares))
  }
}

/// The answers of a record to some questions: each the position in its list from 1, or 0 for no substantive answer.
public typealias AnswerPattern = [UInt16]

/// Numbers the patterns of answers that occur in the order of their first occurrence.
struct PatternNumbers: Sendable {
  private(set) var patterns: [AnswerPattern] = []
  private var numbers: [AnswerPattern: Int32] = [:]

  /// The number of each record's pattern; -1 where all answers are missing.
  ///
  /// - Parameter columns: by question, each record's code.
  mutating func read(_ columns: [[UInt16]], count: Int) -> [Int32] {
    (0..<count).map { record in
      let pattern = columns.map { $0[record] }
      if pattern.allSatisfy({ $0 == 0 }) { return -1 }
      if let number = numbers[pattern] { return number }
      let number = Int32(clamping: patterns.count)
      numbers[pattern] = number
      patterns.append(pattern)
      return number
    }
  }
}
