/// The sign before the decimals of a number.
public enum DecimalMark: String, Sendable, Hashable, CaseIterable {
  /// `2.5`, thousands as in `1,234`.
  case point = "."
  /// `2,5`, thousands as in `1.234`.
  case comma = ","
}

/// What comes first in a date of numbers.
public enum DateOrder: String, Sendable, Hashable, CaseIterable {
  /// `15/12/2026`.
  case dayFirst = "dmy"
  /// `12/15/2026`.
  case monthFirst = "mdy"
}

/// Whether the cells of a column say how they are to be read.
public enum NotationDecision<Value: Sendable & Hashable>: Sendable, Hashable {
  /// Nobody has looked yet.
  case undecided
  /// They do, or somebody said it.
  case certain(Value)
  /// They do not.
  case ambiguous
}

/// How the answers of one column of a table are written, where that may differ from the form's own way.
///
/// The form's way is: choices by name, several separated by blanks, numbers with a decimal point, dates `2026-12-15`.
public struct AnswerNotation: Sendable {
  /// What stands before decimals.
  public var decimalMark: NotationDecision<DecimalMark>
  /// The order of the numbers of a date.
  public var dateOrder: NotationDecision<DateOrder>
  /// Other texts that stand for choices; nil: only their names.
  public var choices: ChoiceVocabulary?
  /// Whether a cell without anything, not even quotes, belongs to a question that was not shown (LimeSurvey).
  public var bareIsNotShown: Bool
  /// Whether a day alone stands for its first moment where a moment is asked for (entry workbooks ask for days).
  public var dayIsMoment = false

  /// Creates a notation.
  public init(
    decimalMark: NotationDecision<DecimalMark> = .undecided, dateOrder: NotationDecision<DateOrder> = .undecided,
    choices: ChoiceVocabulary? = nil, bareIsNotShown: Bool = false
  ) {
    self.decimalMark = decimalMark
    self.dateOrder = dateOrder
    self.choices = choices
    self.bareIsNotShown = bareIsNotShown
  }
}
