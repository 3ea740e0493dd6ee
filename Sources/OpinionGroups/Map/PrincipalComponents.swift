/// The directions in which opinions differ most (Pearson 1901; Hotelling 1933): eigenvectors of the weighted covariances of
/// the standardised items.
public struct PrincipalComponents: Sendable {
  /// The variance of each component, descending; Σ w x² / Σ w.
  public let variances: [Double]
  /// By component: the coefficient of each item, of length 1; the largest one is positive.
  public let loadings: [[Double]]

  init(covariances: [Double], size: Int) {
    let eigen = SymmetricEigen(covariances, size: size)
    variances = eigen.values.map { max(0, $0) }
    loadings = eigen.vectors
  }

  /// The share of all variance that each component takes.
  public var shares: [Double] {
    let whole = variances.reduce(0, +)
    return variances.map { whole > 0 ? $0 / whole : 0 }
  }
}
