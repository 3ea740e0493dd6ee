public import FormDefinition

/// Holds the answers of many records against the rules of their form, question by question.
///
/// Rules: an answer to a question that was not shown is dropped and reported; a required answer must be there; a
/// constraint must hold for an answer that is there (XForms skips it for a blank one); a number must lie on its scale;
/// a choice must be offered by the question's filter, as a list in ODK shows no other. Those of a question in a repeat
/// hold for each of its rows, which sees the answers around it.
/// Calculated values are worked out again and compared with those that came in, which stay.
///
/// A rule judges no record when its value does not follow from the record's answers: when it calls a function that only
/// a device can compute, has a pattern that cannot be followed, or refers to something that is no field of the layout.
/// Such rules are listed in ``unjudged``.
public struct RecordValidator: Sendable {
  /// A rule that judges no record.
  public struct UnjudgedRule: Sendable, Hashable {
    /// The question's name.
    public let question: String
    /// The column of the survey sheet in which the rule stands.
    public let column: String
  }

  private let layout: RecordLayout
  private let now: (milliseconds: Int64, offsetMinutes: Int)
  private var tables: [TableRules]
  private var consent: Rule?
  private let recordNames: AnswerNames

  /// The rules that judge no record, in the order of the form, those of repeats behind the others.
  public var unjudged: [UnjudgedRule] { tables.flatMap(\.unjudged) }

  /// Prepares the rules of a form.
  ///
  /// - Parameter now: the moment that `now()` and `today()` mean.
  public init(form: Form, layout: RecordLayout, now: (milliseconds: Int64, offsetMinutes: Int)) {
    self.layout = layout
    self.now = now
    let names = (0...layout.repeats.count).map { AnswerNames(layout, table: $0) }
    recordNames = names[0]
    consent = form.consent.map { Rule($0, names[0]) }
    var tables = names.map { TableRules($0, now: now) }
    var places: [[String]: (table: Int, field: Int)] = [:]
    for (table, fields) in names[0].fields.enumerated() {
      for (field, description) in fields.enumerated() { places[description.path] = (table, field) }
    }
    for placed in form.placedQuestions {
      guard let place = places[placed.path] else { continue }
      tables[place.table].add(placed, field: place.field, lists: form.choiceLists)
    }
    for table in tables.indices { tables[table].finish() }
    self.tables = tables
  }

  /// Applies the rules to a run of records without rows of repeats.
  ///
  /// - Parameters:
  ///   - columns: one column per field, changed where answers are dropped; blanks of hidden questions become not shown.
  ///   - present: whether each field is in the source at all; the others stay not shown and are not required.
  /// - Returns: what was found, field after field.
  /// - Complexity: O(records × fields with rules).
  public mutating func validate(_ columns: inout [AnswerColumn], count: Int, present: [Bool]) -> [RuleBreach] {
    var repeats: [RepeatRows] = []
    return validate(&columns, repeats: &repeats, count: count, present: present)
  }

  /// Applies the rules to a run of records and the rows of their repeats.
  ///
  /// - Parameters:
  ///   - columns: one column per field, changed where answers are dropped; blanks of hidden questions become not shown.
  ///   - repeats: the rows of every repeat, changed in the same way; empty: there are none.
  ///   - present: by ordinal, whether each field is in the source at all; those left out are not. A rule that needs an
  ///     answer which the source does not have judges nothing.
  /// - Returns: what was found, table after table and field after field.
  /// - Complexity: O(rows × fields with rules).
  public mutating func validate(
    _ columns: inout [AnswerColumn], repeats: inout [RepeatRows], count: Int, present: [Bool]
  ) -> [RuleBreach] {
    guard count > 0 else { return [] }
    var answers = AnswerTables(columns, repeats, of: layout, count: count)
    // The columns are changed in place: no other owner while that is done.
    columns = []
    for position in repeats.indices { repeats[position].columns = [] }
    let presence = AnswerPresence(present, layout)
    var breaches: [RuleBreach] = []
    for table in tables.indices {
      let own = tables[table].validate(&answers, presence)
      breaches += placed(own, of: table, answers)
    }
    // Only now is everything that was not shown gone.
    for table in tables.indices {
      let own = tables[table].compareCalculations(answers, presence)
      breaches += placed(own, of: table, answers)
    }
    columns = answers.columns[0]
    for position in repeats.indices { repeats[position].columns = answers.columns[position + 1] }
    return breaches
  }

  /// Breaches of a table's rows as breaches of records.
  private func placed(_ own: [RuleBreach], of table: Int, _ answers: AnswerTables) -> [RuleBreach] {
    if table == 0 { return own }
    let first = layout.firstField(ofRepeat: table - 1)
    return own.map { breach in
      var placed = breach
      placed.repeatRow = breach.row
      placed.row = answers.record(of: breach.row, in: table)
      placed.field += first
      return placed
    }
  }

  /// Whether the respondent of each record consented; nil when the form asks for no consent.
  public mutating func consents(_ columns: [AnswerColumn], count: Int) -> [Bool]? {
    guard consent != nil else { return nil }
    var context = BatchContext(
      names: recordNames, tables: AnswerTables(columns, [], of: layout, count: count), now: now)
    return consent?.evaluate(&context, count: count)
  }
}
