public import Diagnostics

/// A survey form: its questions in order, its choice lists and what is computed from the answers.
public struct Form: Sendable {
  /// The identifier (`form_id`), the name of a submission's root `id` attribute.
  public var identifier: String
  /// The version; "" when the form states none.
  public var version: String
  /// The title a respondent reads.
  public var title: LocalizedText
  /// The languages of labels and hints, in the order of the columns; empty when none is named.
  public var languages: [FormLanguage]
  /// The code of the language shown first; "" when the form names no language.
  public var defaultLanguage: String
  /// The name given to a filled-in instance.
  public var instanceName: Expression?
  /// Holds for a record whose respondent consented; nil when the form asks for no consent.
  public var consent: Expression?
  /// Address to which filled-in questionnaires are sent; nil when answers are saved as files.
  public var submissionURL: String?
  /// All further settings by their (lower-case) heading, as written.
  public var settings: [String: String]
  /// Attributes that the form gives the submission by hand (`attribute::…`).
  public var attributes: [NodeAttributes.Attribute]
  /// Questions, groups and repeats in order.
  public var children: [FormNode]
  /// The choice lists by name.
  public var choiceLists: [String: ChoiceList]
  /// The tables in files that questions and expressions read, in the order of the rows that need them.
  public var instances: [ExternalInstance]
  /// The tables that expressions look things up in, by the names they use; those that were not found are not there.
  public var tables: [String: LookupTable]
  /// What is computed from the answers, in the order of the sheet.
  public var indicators: [Indicator]
  /// The path of the folder or file it was read from.
  public var source: String

  /// Creates an empty form.
  public init(identifier: String, version: String = "", source: String = "") {
    self.identifier = identifier
    self.version = version
    self.source = source
    title = LocalizedText()
    languages = []
    defaultLanguage = ""
    settings = [:]
    attributes = []
    children = []
    choiceLists = [:]
    instances = []
    tables = [:]
    indicators = []
  }
}

/// One node of a form.
public indirect enum FormNode: Sendable {
  /// A question, note, calculation or metadata field.
  case question(Question)
  /// A group of nodes, shown together or hidden together.
  case group(QuestionGroup)
  /// A group answered any number of times.
  case repeatGroup(QuestionGroup)
}

/// A group or repeat.
public struct QuestionGroup: Sendable {
  /// The node's name.
  public var name: String
  /// The heading.
  public var label: LocalizedText
  /// An explanation shown with the heading of a table.
  public var hint: LocalizedText
  /// Holds when the group is shown; nil: always.
  public var relevant: Expression?
  /// The files shown with the heading.
  public var media: LabelMedia
  /// `field-list`, `table-list`, ….
  public var appearance: String
  /// Number of repetitions of a repeat; nil: as the respondent likes.
  public var repeatCount: Expression?
  /// What the form adds to the XForms document by hand.
  public var attributes: NodeAttributes
  /// The nodes inside.
  public var children: [FormNode]
  /// The `begin` row.
  public var position: SourcePosition

  /// Creates a group.
  public init(name: String, position: SourcePosition) {
    self.name = name
    self.position = position
    label = LocalizedText()
    hint = LocalizedText()
    media = [:]
    appearance = ""
    attributes = NodeAttributes()
    children = []
  }
}

/// A question of a form, or a field filled in by the device.
public struct Question: Sendable {
  /// The name, unique among its siblings.
  public var name: String
  /// What kind of answer it takes.
  public var type: QuestionType
  /// The text of the question.
  public var label: LocalizedText
  /// The files shown with the label.
  public var media: LabelMedia
  /// An explanation shown with it.
  public var hint: LocalizedText
  /// An explanation for interviewers and paper.
  public var guidanceHint: LocalizedText
  /// Holds when an answer is required; nil: never.
  public var required: Expression?
  /// What is said when a required answer is missing.
  public var requiredMessage: LocalizedText
  /// Holds when the question is shown; nil: always.
  public var relevant: Expression?
  /// Holds for an acceptable answer, `.` being the answer; nil: every answer of the type.
  public var constraint: Expression?
  /// What is said when the constraint does not hold.
  public var constraintMessage: LocalizedText
  /// The value of a calculated field.
  public var calculation: Expression?
  /// The value set when the form is opened.
  public var defaultValue: String
  /// The same as an expression when the value is computed; nil when it is meant as it stands.
  public var computedDefault: Expression?
  /// `minimal`, `likert`, `multiline`, ….
  public var appearance: String
  /// Holds when the answer cannot be changed by the respondent.
  public var readOnly: Expression?
  /// Restricts a list's choices.
  public var choiceFilter: Expression?
  /// The parameters column, by name (`start`, `end`, `step` of a range, …).
  public var parameters: [String: String]
  /// The questions at whose change the calculation is carried out; empty: whenever something it depends on changes.
  public var triggers: [String]
  /// What the form adds to the XForms document by hand.
  public var attributes: NodeAttributes
  /// The row of the survey sheet.
  public var position: SourcePosition

  /// Creates a question without anything optional.
  public init(name: String, type: QuestionType, position: SourcePosition) {
    self.name = name
    self.type = type
    self.position = position
    label = LocalizedText()
    media = [:]
    hint = LocalizedText()
    guidanceHint = LocalizedText()
    requiredMessage = LocalizedText()
    constraintMessage = LocalizedText()
    defaultValue = ""
    appearance = ""
    parameters = [:]
    triggers = []
    attributes = NodeAttributes()
  }
}
