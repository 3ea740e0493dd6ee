/// The answers of many people to several items, each on a scale of its own.
public struct OpinionAnswers: Sendable {
  /// The value of an answer that is missing: not shown, not given, or outside the scale.
  public static let missing = UInt8.max

  /// The items' names.
  public var items: [String]
  /// By item: the number of points of its scale, at most 254.
  public var pointCounts: [Int]
  /// By item and record: the point from 0, or ``missing``.
  public var points: [[UInt8]]
  /// The records' weights, finite; records without weight take no part.
  public var weights: [Double]

  /// Creates answers; each item has one point per weight.
  public init(items: [String], pointCounts: [Int], points: [[UInt8]], weights: [Double]) {
    precondition(items.count == pointCounts.count && items.count == points.count, "one scale and one column per item")
    precondition(points.allSatisfy { $0.count == weights.count }, "one point per record")
    self.items = items
    self.pointCounts = pointCounts
    self.points = points
    self.weights = weights
  }

  /// The number of records.
  public var recordCount: Int { weights.count }

  /// Only some items, by position.
  func selecting(items positions: [Int]) -> OpinionAnswers {
    OpinionAnswers(
      items: positions.map { items[$0] }, pointCounts: positions.map { pointCounts[$0] },
      points: positions.map { points[$0] }, weights: weights)
  }

  /// Only some records, by position; a position may occur more than once.
  func selecting(records: [Int]) -> OpinionAnswers {
    OpinionAnswers(
      items: items, pointCounts: pointCounts, points: points.map { column in records.map { column[$0] } },
      weights: records.map { weights[$0] })
  }

  /// The records of positive weight of whose items at most a share is missing.
  func records(mostMissing share: Double) -> [Int] {
    var missing = [Int](repeating: 0, count: recordCount)
    for column in points {
      for record in column.indices where column[record] == Self.missing { missing[record] += 1 }
    }
    let most = Int(share * Double(items.count))
    return weights.indices.filter { weights[$0] > 0 && missing[$0] <= most && missing[$0] < items.count }
  }
}
