/// When a total of numbers says too much of one of those who made it up: the p %-rule and (n, k)-dominance.
///
/// Contributors are respondents (organisations that report headcounts); each counts once, whatever the weight. A total
/// to which nobody contributed anything is not dominated.
public struct DominanceRule: Sendable, Hashable {
  /// The p of the p %-rule (Cox 1981), 0…100: the total less its two largest contributions must be at least p % of the
  /// largest, or the second largest contributor could work out the largest one's number to less than p % of it.
  public var percent: Double?
  /// The n and k of (n, k)-dominance (Hundepool et al. 2012, § 4.2.2): the n largest contributions must be at most k % of
  /// the total.
  public var largest: Largest?

  /// So many contributions, and the most they may be of the total.
  public struct Largest: Sendable, Hashable {
    /// n, 1 at least; of a form's numbers the ``DominanceRule/mostKept`` largest are known.
    public var count: Int
    /// k, in percent, 0…100.
    public var percent: Double

    /// Creates n and k.
    public init(count: Int, percent: Double) {
      self.count = count
      self.percent = percent
    }
  }

  /// The largest n of (n, k)-dominance for a form's numbers: so many contributions are kept of each cell.
  public static let mostKept = 4

  /// Creates a rule; without any part nothing is dominated.
  public init(percent: Double? = nil, largest: Largest? = nil) {
    self.percent = percent
    self.largest = largest
  }

  /// Whether a total of these contributions must not be given.
  ///
  /// - Parameter contributions: one per contributor; signs are not looked at.
  /// - Complexity: O(n log n).
  public func isDominated(_ contributions: some Sequence<Double>) -> Bool {
    let sizes = contributions.map(abs).sorted(by: >)
    return isDominated(largest: sizes, sum: sizes.reduce(0, +))
  }

  /// Whether a total must not be given.
  ///
  /// - Parameters:
  ///   - largest: the largest contributions in falling order, without signs; fewer than n: there are no others.
  ///   - sum: the total of all.
  public func isDominated(largest sizes: some Collection<Double>, sum: Double) -> Bool {
    guard let first = sizes.first, first > 0 else { return false }
    if let percent, sum - sizes.prefix(2).reduce(0, +) < percent / 100 * first { return true }
    if let largest, sizes.prefix(max(1, largest.count)).reduce(0, +) > largest.percent / 100 * sum { return true }
    return false
  }
}
