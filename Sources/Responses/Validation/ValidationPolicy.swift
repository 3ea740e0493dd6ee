/// What becomes of records whose answers break a rule of the form, rule by rule and question by question.
public struct ValidationPolicy: Sendable, Hashable {
  /// The rules whose weight can be chosen.
  public enum Rule: String, Sendable, Hashable, CaseIterable {
    /// An answer is required.
    case required
    /// The question's constraint.
    case constraint
    /// The scale of a number.
    case range
    /// What the choice filter offers.
    case choiceFilter = "choice_filter"
    /// A calculated value is the one that the answers give.
    case calculation
    /// No answer to a question that was not shown.
    case hidden
  }

  /// What becomes of a record.
  public enum Consequence: String, Sendable, Hashable, CaseIterable {
    /// It is kept apart until somebody decides.
    case quarantine
    /// It is taken in, and the finding is reported.
    case flag
  }

  /// The rules with another consequence than usual.
  public var rules: [Rule: Consequence] = [:]
  /// The same for single questions, by name; they prevail.
  public var questions: [String: [Rule: Consequence]] = [:]

  /// Creates the usual policy: calculated values and hidden answers are flagged, everything else is kept apart.
  public init() {}

  /// What becomes of a record that breaks a rule at a question.
  public func consequence(of rule: Rule, at question: String) -> Consequence {
    questions[question]?[rule] ?? rules[rule] ?? Self.usual(rule)
  }

  /// Whether a breach keeps its record apart.
  ///
  /// - Parameter question: the name of the question whose rule it is.
  public func quarantines(_ kind: RuleBreach.Kind, at question: String) -> Bool {
    // What no list has cannot be counted: that is no question of weight.
    guard let rule = Rule(kind) else { return true }
    return consequence(of: rule, at: question) == .quarantine
  }

  private static func usual(_ rule: Rule) -> Consequence {
    switch rule {
    case .required, .constraint, .range, .choiceFilter: .quarantine
    case .calculation, .hidden: .flag
    }
  }
}

extension ValidationPolicy.Rule {
  /// The rule that a breach is about; nil when its weight cannot be chosen.
  init?(_ kind: RuleBreach.Kind) {
    switch kind {
    case .required: self = .required
    case .constraint: self = .constraint
    case .outOfRange: self = .range
    case .notAChoice: return nil
    case .notOffered: self = .choiceFilter
    case .notShown: self = .hidden
    case .notAsCalculated: self = .calculation
    }
  }
}
