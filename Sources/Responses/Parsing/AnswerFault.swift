/// Why a text is no answer to a question.
public enum AnswerFault: Sendable, Hashable, CaseIterable {
  /// It is no choice of the list.
  case notAChoice
  /// It names a choice twice in a ranking.
  case repeatedChoice
  /// It is no whole number, or one beyond 64 bits.
  case notAnInteger
  /// It is no finite number written with a decimal point.
  case notANumber
  /// It is no date `2026-12-15`.
  case notADate
  /// It is no time of day `07:30`.
  case notATime
  /// It is no moment `2026-12-15T07:30:00.000+07:00`.
  case notADateTime
  /// Its bytes are not UTF-8.
  case notUTF8
  /// It may be one of several choices, or one choice or several.
  case ambiguousChoice
  /// It is a number whose sign may stand before decimals or thousands.
  case ambiguousNumber
  /// It is a date whose first number may be the day or the month.
  case ambiguousDate
  /// It is neither 0 nor 1, in a column that says whether one choice was chosen.
  case notATick
}
