/// The response of everybody, or of one sector, locality or unit.
public struct ResponseDomain: Sendable, Hashable {
  /// By what the invitations are divided.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Everybody.
    case overall = ""
    /// The sectors of the list.
    case sector
    /// The localities of the list.
    case locality
    /// The units of the list.
    case unit
  }

  /// By what the invitations are divided.
  public var kind: Kind
  /// The level; "" overall, and for invitations of which the list does not say.
  public var level: String
  /// What people call it; "" when the level says it.
  public var label = ""
  /// People invited.
  public var invited: Int
  /// Answers that came in, the surplus included; nil when answers do not tell the levels apart.
  public var received: Int?
  /// Answers beyond the invitations; they count in no rate.
  public var surplus = 0
  /// What became of the invitations.
  public var counts: DispositionCounts
  /// The rates.
  public var rates: OutcomeRates
  /// The day of the last answer, days since 1970-01-01; nil without answers that say so.
  public var lastDay: Int?
  /// Answers expected in the end; nil: nothing is stated.
  public var expected: Double?
  /// Whether its answers are hidden: too few gave the answer that tells the level.
  public var isSuppressed = false
}

/// Answers of one domain, before they meet its invitations.
struct ReceivedAnswers: Sendable {
  var interviews = 0
  var partials = 0
  var brokenOff = 0
  var lastDay: Int?

  var total: Int { interviews + partials + brokenOff }

  mutating func add(_ disposition: Disposition, day: Int?) {
    switch disposition {
    case .interview: interviews += 1
    case .partial: partials += 1
    default: brokenOff += 1
    }
    if let day { lastDay = max(lastDay ?? day, day) }
  }

  /// The answers that stand for invitations: no more than these, complete ones first; and how many are left.
  func matched(to invited: Int) -> (counts: DispositionCounts, surplus: Int) {
    var counts = DispositionCounts()
    var rest = max(0, invited)
    for (disposition, number) in [(Disposition.interview, interviews), (.partial, partials), (.refusal, brokenOff)] {
      counts[disposition] = Double(min(rest, number))
      rest -= min(rest, number)
    }
    return (counts, max(0, total - max(0, invited)))
  }
}
