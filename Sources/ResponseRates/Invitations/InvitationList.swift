/// Who was invited: units with the number of people, or one anonymous token for each person.
public struct InvitationList: Sendable, Hashable {
  /// A unit (an association, an office, a school) that passes invitations on.
  public struct Unit: Sendable, Hashable {
    /// Its name or code, as answers give it; "" for people of no unit.
    public var name: String
    /// What people call it; "" when the name says it.
    public var label: String
    /// Its sector; "" when not stated.
    public var sector: String
    /// Its locality; "" when not stated.
    public var locality: String
    /// People invited.
    public var invited: Int
    /// What is known of them beside the answers that came in: refusals, people who could not be reached, …
    public var stated = DispositionCounts()
    /// How many answers are expected; nil: the share that the whole survey aims at.
    public var expected: Double?
  }

  /// One invitation that can be told from the others, and not whose it is.
  public struct Token: Sendable, Hashable {
    /// The token; written nowhere.
    public var token: String
    /// The position of its unit.
    public var unit: Int
    /// What became of it; nil while open.
    public var disposition: Disposition?
  }

  /// The units in the order of the list.
  public var units: [Unit]
  /// The tokens; empty for a list of units.
  public var tokens: [Token]
  /// Whether the list itself says how many answers came of each unit.
  public var statesAnswers: Bool

  /// Creates a list.
  public init(units: [Unit], tokens: [Token] = [], statesAnswers: Bool = false) {
    self.units = units
    self.tokens = tokens
    self.statesAnswers = statesAnswers
  }

  /// All people invited.
  public var invited: Int { units.reduce(0) { $0 + $1.invited } }
}
