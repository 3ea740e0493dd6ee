/// The people of a grouping on the plane of its first two components, in standard units, in cells of many people: never a
/// single point.
public struct OpinionMap: Sendable, Hashable {
  /// A square of the plane and the share of people in it.
  public struct Cell: Sendable, Hashable {
    /// The lower left corner; cells at the edge hold everybody beyond it too.
    public var x: Double
    /// The same on the second component.
    public var y: Double
    /// The length of the sides.
    public var size: Double
    /// The weighted share of all people.
    public var share: Double
  }

  /// The mean place of a group's people.
  public struct Centroid: Sendable, Hashable {
    /// The weighted mean on the first component.
    public var x: Double
    /// The weighted mean on the second component.
    public var y: Double
  }

  /// Half of the plane's side: coordinates are in standard deviations.
  private static let reach = 4.0
  /// Halvings of the plane's side.
  private static let mostDepth = 5

  /// Every cell has at least the minimum count; squares where nobody stands are left out.
  public private(set) var cells: [Cell] = []
  /// By group.
  public private(set) var centroids: [Centroid] = []

  /// - Parameters:
  ///   - x, y: by person, in standard units.
  ///   - labels: by person the group from 1; 0 for none.
  ///   - minimumCount: of people in a cell.
  init(x: [Double], y: [Double], weights: [Double], labels: [UInt8], groupCount: Int, minimumCount: Int) {
    let whole = weights.reduce(0, +)
    guard whole > 0, x.count >= minimumCount else { return }
    let side = 2 * Self.reach
    divide(
      Cell(x: -Self.reach, y: -Self.reach, size: side, share: 0), Array(x.indices), depth: 0,
      Plane(x: x, y: y, weights: weights, whole: whole, least: max(1, minimumCount)))
    guard groupCount > 1 else { return }
    centroids = (1...groupCount).map { group in
      var (sumX, sumY, sum) = (0.0, 0.0, 0.0)
      for row in labels.indices where Int(labels[row]) == group {
        sumX += weights[row] * x[row]
        sumY += weights[row] * y[row]
        sum += weights[row]
      }
      return Centroid(x: sum > 0 ? sumX / sum : 0, y: sum > 0 ? sumY / sum : 0)
    }
  }

  private struct Plane {
    let x: [Double]
    let y: [Double]
    let weights: [Double]
    let whole: Double
    let least: Int
  }

  /// Quarters a cell as long as every quarter has nobody or enough people: so no count follows from others.
  private mutating func divide(_ cell: Cell, _ people: [Int], depth: Int, _ plane: Plane) {
    let half = cell.size / 2
    var quarters = [[Int]](repeating: [], count: 4)
    if depth < Self.mostDepth {
      for person in people {
        quarters[(plane.x[person] >= cell.x + half ? 1 : 0) + (plane.y[person] >= cell.y + half ? 2 : 0)].append(person)
      }
    }
    guard depth < Self.mostDepth, quarters.allSatisfy({ $0.isEmpty || $0.count >= plane.least }) else {
      var whole = cell
      whole.share = people.reduce(0) { $0 + plane.weights[$1] } / plane.whole
      cells.append(whole)
      return
    }
    for (quarter, members) in quarters.enumerated() where !members.isEmpty {
      divide(
        Cell(
          x: cell.x + (quarter % 2 == 1 ? half : 0), y: cell.y + (quarter > 1 ? half : 0), size: half, share: 0),
        members, depth: depth + 1, plane)
    }
  }
}
