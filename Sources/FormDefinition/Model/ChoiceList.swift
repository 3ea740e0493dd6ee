public import Diagnostics

/// A named list of choices, in order.
public struct ChoiceList: Sendable {
  /// The list's name.
  public var name: String
  /// The choices.
  public var choices: [Choice]

  /// Creates a list.
  public init(name: String, choices: [Choice] = []) {
    self.name = name
    self.choices = choices
  }

  /// The choices that are substantive answers, in order: the scale 1…K of an ordinal question.
  public var substantive: [Choice] { choices.filter { $0.missing == nil } }
}

/// One choice of a list.
public struct Choice: Sendable {
  /// The code stored as the answer.
  public var name: String
  /// The text a respondent reads.
  public var label: LocalizedText
  /// The files shown with the label.
  public var media: LabelMedia
  /// Why this choice is no substantive answer; nil when it is one.
  public var missing: MissingReason?
  /// The sheet's further columns, for choice filters.
  public var attributes: [String: String]
  /// The row of the choices sheet.
  public var position: SourcePosition

  /// Creates a choice.
  public init(name: String, label: LocalizedText, position: SourcePosition) {
    self.name = name
    self.label = label
    self.position = position
    media = [:]
    attributes = [:]
  }
}

/// Why a choice is not a substantive answer (the `missing` column of the choices sheet).
public enum MissingReason: String, Sendable, Hashable, CaseIterable {
  /// The respondent does not know.
  case doNotKnow = "dont_know"
  /// The respondent chose not to answer.
  case noAnswer = "no_answer"
  /// The question does not apply to the respondent.
  case notApplicable = "not_applicable"
}
