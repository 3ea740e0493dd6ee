public import Responses
public import TextEncoding

/// How the columns of a table belong to the questions of a form, and how its cells are written.
public struct ColumnMapping: Sendable, Hashable {
  /// How the cells of one column are written.
  public struct Notation: Sendable, Hashable {
    /// What stands before decimals; nil: as in the rest of the table.
    public var decimalMark: DecimalMark?
    /// The order of the numbers of a date; nil: as in the rest of the table.
    public var dateOrder: DateOrder?

    /// Creates a notation.
    public init(decimalMark: DecimalMark? = nil, dateOrder: DateOrder? = nil) {
      self.decimalMark = decimalMark
      self.dateOrder = dateOrder
    }
  }

  /// The heading of the column that holds each record's key; nil: one of the usual names, else derived keys.
  public var key: String?
  /// What is put before every key of the table, so that numbers of one survey are none of another; "": nothing.
  public var keyPrefix = ""
  /// Questions by the heading under which a table has them, besides their own names; "" leaves a column out.
  public var columns: [String: String]
  /// How single columns are written, by heading.
  public var notations: [String: Notation] = [:]
  /// Texts that stand for a missing answer, besides the empty cell.
  public var missing: [String]
  /// The character between cells; nil: found out.
  public var separator: Character?
  /// How the file is written; nil: found out.
  public var encoding: TextEncoding?
  /// What stands before decimals; nil: found out column by column.
  public var decimalMark: DecimalMark?
  /// The order of the numbers of a date; nil: found out column by column.
  public var dateOrder: DateOrder?
  /// The language of the labels in the table; nil: any language of the form.
  public var language: String?
  /// What the cells of choices hold; nil: names or labels.
  public var answers: ChoiceVocabulary.Style?
  /// What joins several choices in a cell; nil: found out cell by cell.
  public var joiner: Character?
  /// Choices by further texts that stand for them, by question.
  public var values: [String: [String: String]] = [:]

  /// Creates a mapping; the default knows what the form says and nothing else.
  public init(
    key: String? = nil, columns: [String: String] = [:], missing: [String] = [], separator: Character? = nil,
    encoding: TextEncoding? = nil
  ) {
    self.key = key
    self.columns = columns
    self.missing = missing
    self.separator = separator
    self.encoding = encoding
  }

  /// What the mapping says about how answers are read, as text; empty when it leaves that to the columns themselves.
  var answerReading: String {
    var parts: [String] = []
    if let decimalMark { parts.append("decimal \(decimalMark.rawValue)") }
    if let dateOrder { parts.append("dates \(dateOrder.rawValue)") }
    if let answers { parts.append("answers \(answers.rawValue)") }
    if let joiner { parts.append("joiner \(joiner)") }
    if !keyPrefix.isEmpty { parts.append("key_prefix \(keyPrefix)") }
    for (heading, notation) in notations.sorted(by: { $0.key < $1.key }) {
      parts.append("\(heading): \(notation.decimalMark?.rawValue ?? "") \(notation.dateOrder?.rawValue ?? "")")
    }
    for (question, texts) in values.sorted(by: { $0.key < $1.key }) {
      parts += texts.sorted { $0.key < $1.key }.map { "\(question): \($0.key): \($0.value)" }
    }
    return parts.joined(separator: "\n")
  }

  /// Headings under which exports of common servers keep the key, in order of preference.
  static let usualKeys = ["KEY", "meta/instanceID", "meta-instanceID", "instanceID", "_uuid"]
}
