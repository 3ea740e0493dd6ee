public import Diagnostics

/// One row of the indicators sheet: what is computed from which questions.
public struct Indicator: Sendable {
  /// The unique name.
  public var name: String
  /// What is computed.
  public var kind: IndicatorKind
  /// The questions in the order written; those of a pattern (`a*`) in the order of the form.
  public var items: [IndicatorItem]
  /// What a reader calls it.
  public var label: LocalizedText
  /// The group under which a report lists it; "" for none.
  public var group: String
  /// The codes in order, scored 1…K; empty: the choice list's substantive codes in their order.
  public var scale: [String]
  /// The codes that count as agreement.
  public var agree: [String]
  /// The codes that count as disagreement; empty: derived from `agree` by mirroring the scale.
  public var disagree: [String]
  /// Names of the items whose wording is reversed: their scores and agree shares are turned round, levels never.
  public var reverse: Set<String>
  /// Further parameters by name.
  public var parameters: [String: String]
  /// The row of the indicators sheet.
  public var position: SourcePosition

  /// Creates an indicator without anything optional.
  public init(name: String, kind: IndicatorKind, position: SourcePosition) {
    self.name = name
    self.kind = kind
    self.position = position
    items = []
    label = LocalizedText()
    group = ""
    scale = []
    agree = []
    disagree = []
    reverse = []
    parameters = [:]
  }
}

/// One item of an indicator.
public enum IndicatorItem: Sendable, Hashable {
  /// A question.
  case question(String)
  /// Two questions: of a need how important it is and how far it is met, of a set of options the best and the worst.
  case pair(importance: String, provision: String)
  /// Two numbers, the total of the first to be divided by that of the second.
  case ratio(numerator: String, denominator: String)

  /// Whether it is two questions.
  public var isPair: Bool {
    if case .pair = self { true } else { false }
  }

  /// The name in the estimates table: the question, or the two questions joined by `|` (ratios: by `/`).
  public var name: String {
    switch self {
    case .question(let name): name
    case .pair(let importance, let provision): "\(importance)|\(provision)"
    case .ratio(let numerator, let denominator): "\(numerator)/\(denominator)"
    }
  }
}

/// What an indicator computes.
public enum IndicatorKind: String, Sendable, Hashable, CaseIterable {
  /// Agreement on an ordinal scale: shares, agree share, mean, consensus, agreement.
  case consensus
  /// A need: importance, provision, gap, PNI.
  case need
  /// Preferences in order.
  case ranking
  /// Shares of a question with several answers.
  case multiple
  /// Shares of a question with one answer.
  case share
  /// Means of a number.
  case mean
  /// Totals of a number, or of people.
  case total
  /// The total of one number over that of another.
  case ratio
  /// Free text.
  case text
  /// A figure to be reached by a date.
  case target
}
