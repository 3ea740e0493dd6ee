/// Which answers are rounds of a Delphi panel.
public struct DelphiPlan: Sendable, Hashable {
  /// The question that tells the round: a choice, a whole number or a text.
  public var rounds: String
  /// The question that holds the key of a panel member, the same in each round; nil: members are not known.
  public var panel: String?
  /// The items; empty: those of all consensus indicators.
  public var items: [String] = []

  /// Creates a plan.
  public init(rounds: String, panel: String? = nil, items: [String] = []) {
    self.rounds = rounds
    self.panel = panel
    self.items = items
  }
}
