public import Diagnostics

/// How much of a table is suppressed, and what the audit of it found.
public struct DisclosureSummary: Sendable, Hashable {
  /// Rows suppressed because their own base or a count behind them is too small.
  public private(set) var primaryRowCount = 0
  /// Rows suppressed so that those cannot be worked out from the others.
  public private(set) var complementaryRowCount = 0
  /// Suppressed counts above 0, of all items, whose interval given everything published was found to be wide enough.
  public internal(set) var protectedCount = 0
  /// Suppressed counts that follow from the whole with the published sizes and weights of levels, whatever else is
  /// suppressed: all gave one answer, say.
  public internal(set) var impliedCount = 0
  /// Suppressed counts that follow from tables published before with the whole, whatever else is suppressed now.
  public internal(set) var formerlyKnownCount = 0
  /// Suppressed counts that can still be worked out; 0 says that the audit holds.
  public internal(set) var exposedCount = 0

  /// Creates the summary of a table without suppressed rows.
  public init() {}

  /// Counts suppressed rows.
  mutating func count(_ rows: Int, isPrimary: Bool) {
    if isPrimary { primaryRowCount += rows } else { complementaryRowCount += rows }
  }
}

extension DisclosureSummary {
  /// What an analyst should know of it; empty without suppressed rows.
  public var remarks: [Diagnostic] {
    var remarks: [Diagnostic] = []
    if exposedCount > 0 {
      remarks.append(Diagnostic(.exposedCounts, ["count": String(exposedCount)]))
    } else if primaryRowCount + complementaryRowCount > 0 {
      remarks.append(
        Diagnostic(
          .suppressedRows,
          [
            "primary": String(primaryRowCount), "complementary": String(complementaryRowCount),
            "count": String(protectedCount),
          ]))
    }
    if formerlyKnownCount > 0 {
      remarks.append(Diagnostic(.formerlyPublishedCounts, ["count": String(formerlyKnownCount)]))
    }
    return remarks
  }
}
