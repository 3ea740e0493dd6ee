/// The eigenvalues and eigenvectors of a symmetric matrix, largest value first.
///
/// Jacobi's rotations, row by row until nothing is left off the diagonal (Golub & Van Loan 2013, § 8.5). Each vector has
/// length 1, and its largest coordinate is positive.
struct SymmetricEigen: Sendable {
  /// The eigenvalues, descending.
  private(set) var values: [Double]
  /// The eigenvectors in the same order.
  private(set) var vectors: [[Double]]

  /// - Parameter matrix: `size`² finite elements by rows.
  /// - Complexity: O(size³) per sweep; some ten sweeps.
  init(_ matrix: [Double], size: Int) {
    var rest = matrix
    var turned = [Double](repeating: 0, count: size * size)
    for index in 0..<size { turned[index * size + index] = 1 }
    let scale = max(matrix.reduce(0) { max($0, abs($1)) }, .leastNormalMagnitude)
    for _ in 0..<60 {
      var largest = 0.0
      for first in 0..<size {
        for second in (first + 1)..<max(size, first + 1) where abs(rest[first * size + second]) > 1e-15 * scale {
          largest = max(largest, abs(rest[first * size + second]))
          Self.rotate(&rest, &turned, first, second, size: size)
        }
      }
      if largest == 0 { break }
    }
    let order = (0..<size).sorted { (rest[$0 * size + $0], $1) > (rest[$1 * size + $1], $0) }
    values = order.map { rest[$0 * size + $0] }
    vectors = order.map { column in
      let vector = (0..<size).map { turned[column * size + $0] }
      let largest = vector.max { abs($0) < abs($1) } ?? 0
      return largest < 0 ? vector.map { -$0 } : vector
    }
  }

  /// Turns two coordinates so that the element between them vanishes; `turned` holds the vectors as rows.
  private static func rotate(
    _ rest: inout [Double], _ turned: inout [Double], _ first: Int, _ second: Int, size: Int
  ) {
    let element = rest[first * size + second]
    let theta = (rest[second * size + second] - rest[first * size + first]) / (2 * element)
    let tangent = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
    let cosine = 1 / (tangent * tangent + 1).squareRoot()
    let sine = tangent * cosine
    for other in 0..<size {
      let (left, right) = (rest[other * size + first], rest[other * size + second])
      rest[other * size + first] = cosine * left - sine * right
      rest[other * size + second] = sine * left + cosine * right
    }
    for other in 0..<size {
      let (left, right) = (rest[first * size + other], rest[second * size + other])
      rest[first * size + other] = cosine * left - sine * right
      rest[second * size + other] = sine * left + cosine * right
      let (above, below) = (turned[first * size + other], turned[second * size + other])
      turned[first * size + other] = cosine * above - sine * below
      turned[second * size + other] = sine * above + cosine * below
    }
    rest[first * size + second] = 0
    rest[second * size + first] = 0
  }
}
