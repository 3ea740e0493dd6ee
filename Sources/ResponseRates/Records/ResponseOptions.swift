public import CivilCalendar
public import Responses

/// What is asked about the response of a survey.
public struct ResponseOptions: Sendable {
  /// The questions by which answers are told apart; nil: they do not say.
  public var questions = ResponseQuestions()
  /// When an interview is complete, and when it is broken off.
  public var completeness = CompletenessRule()
  /// The share of invitations of unknown eligibility that count as eligible.
  public var eligibility = EligibilityRule.estimated
  /// When answers are expected; nil: nothing is.
  public var fieldwork: Fieldwork?
  /// By which rules interviews are doubted.
  public var quality = QualityRules()

  /// The usual rules.
  public init() {}
}

/// The questions that tell where an answer comes from.
public struct ResponseQuestions: Sendable, Hashable {
  /// The unit of the list of invitations.
  public var unit: String?
  /// The sector; nil: that of the unit.
  public var sector: String?
  /// The locality; nil: that of the unit.
  public var locality: String?
  /// The token.
  public var token: String?

  /// No question.
  public init(unit: String? = nil, sector: String? = nil, locality: String? = nil, token: String? = nil) {
    self.unit = unit
    self.sector = sector
    self.locality = locality
    self.token = token
  }
}

/// How much must be answered: of the questions shown that are no free texts, those answered with more than a refusal.
///
/// AAPOR's Standard Definitions leave the limits to the survey and name these: from 80 % complete, from 50 % partial,
/// below broken off, which counts as refused.
public struct CompletenessRule: Sendable, Hashable {
  /// The least share of a complete interview, 0…1.
  public var complete = 0.8
  /// The least share of a partial interview, 0…1, no more than ``complete``.
  public var partial = 0.5

  /// AAPOR's limits.
  public init() {}

  /// What an interview is in which so many of the questions shown were answered.
  public func disposition(answered: Int, shown: Int) -> Disposition {
    let share = shown == 0 ? 0 : Double(answered) / Double(shown)
    return shown > 0 && share >= complete ? .interview : shown > 0 && share >= partial ? .partial : .refusal
  }
}

/// When answers are expected, evenly from the first day to the last.
public struct Fieldwork: Sendable, Hashable {
  /// The first day.
  public var first: CivilDay
  /// The last day, not before the first.
  public var last: CivilDay
  /// The share 0…1 of those invited whose answer is aimed at, where the list states no number; nil: none.
  public var target: Double?

  /// Creates a period.
  public init(first: CivilDay, last: CivilDay, target: Double? = nil) {
    self.first = first
    self.last = last
    self.target = target
  }

  /// The part 0…1 of the expected answers that is due at the end of a day.
  public func share(upTo day: CivilDay) -> Double {
    if day < first { return 0 }
    if day >= last { return 1 }
    return Double(day.number - first.number + 1) / Double(last.number - first.number + 1)
  }
}
