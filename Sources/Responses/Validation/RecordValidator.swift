public import FormDefinition

/// Holds the answers of many records against the rules of their form, question by question.
///
/// Rules: an answer to a question that was not shown is dropped and reported; a required answer must be there; a
/// constraint must hold for an answer that is there (XForms skips it for a blank one); a number must lie on its scale;
/// a choice must be offered by the question's filter, as a list in ODK shows no other.
/// Calculated fields are taken as they come.
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

  /// What the form asks of one field.
  private struct FieldRules: Sendable {
    var field: Int
    var relevance: Int?
    var required: Int?
    var constraint: Rule?
    var scale: (start: Double?, end: Double?, step: Double?)?
    var choiceFilter: ChoiceFilterRule?
  }

  private let layout: RecordLayout
  private let positions: [String: Int]
  private let now: (milliseconds: Int64, offsetMinutes: Int)
  private var fields: [FieldRules] = []
  private var rules: [Rule] = []
  /// Conditions that must all hold, as positions in `rules`: each distinct list is worked out once per batch.
  private var conditions: [[Int]] = []
  private var consent: Rule?
  private var scaleTexts: [Int: RuleBreach.Kind] = [:]

  /// The rules that judge no record, in the order of the form.
  public private(set) var unjudged: [UnjudgedRule] = []

  /// Prepares the rules of a form.
  ///
  /// - Parameter now: the moment that `now()` and `today()` mean.
  public init(form: Form, layout: RecordLayout, now: (milliseconds: Int64, offsetMinutes: Int)) {
    self.layout = layout
    self.now = now
    positions = Dictionary(
      layout.fields.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
    consent = form.consent.map { Rule($0, layout: layout, positions: positions) }
    var ruleNumbers: [String: Int] = [:]
    var conditionNumbers: [[Int]: Int] = [:]
    var references: [Int: [Int]] = [:]
    for placed in form.placedQuestions where !placed.isRepeated {
      guard let field = layout.fields.firstIndex(where: { $0.path == placed.path }) else { continue }
      var own = FieldRules(field: field)
      func number(_ expression: Expression) -> Int {
        if let number = ruleNumbers[expression.text] { return number }
        rules.append(Rule(expression, layout: layout, positions: positions))
        ruleNumbers[expression.text] = rules.count - 1
        return rules.count - 1
      }
      func judges(_ expression: Expression, _ column: String) -> Bool {
        if expression.isComputable, expression.references.allSatisfy({ positions[$0] != nil }) { return true }
        unjudged.append(UnjudgedRule(question: placed.question.name, column: column))
        return false
      }
      let relevance = placed.relevance.filter { judges($0, "relevant") }
      // A question of which nobody knows whether it was shown need not have an answer.
      let isRelevanceKnown = relevance.count == placed.relevance.count
      let required = placed.question.required.flatMap { judges($0, "required") && isRelevanceKnown ? $0 : nil }
      let constraint = placed.question.constraint.flatMap { judges($0, "constraint") ? $0 : nil }
      if !relevance.isEmpty {
        let list = relevance.map(number)
        if conditionNumbers[list] == nil {
          conditions.append(list)
          conditionNumbers[list] = conditions.count - 1
        }
        own.relevance = conditionNumbers[list]
      }
      let choices = placed.question.type.choiceList.flatMap { form.choiceLists[$0]?.choices } ?? []
      let filter = placed.question.choiceFilter.flatMap {
        !choices.isEmpty && judges($0, "choice_filter") ? $0 : nil
      }
      let expressions = relevance + [required, constraint, filter].compactMap { $0 }
      references[field] = expressions.flatMap(\.references).compactMap { positions[$0] }.filter { $0 != field }
      own.required = required.map(number)
      own.constraint = constraint.map { Rule($0, layout: layout, positions: positions, own: field) }
      own.choiceFilter = filter.map { ChoiceFilterRule($0, choices: choices, layout: layout, positions: positions) }
      if placed.question.type == .range {
        let parameters = placed.question.parameters
        own.scale = (
          parameters["start"].flatMap(Double.init), parameters["end"].flatMap(Double.init),
          parameters["step"].flatMap(Double.init)
        )
        scaleTexts[field] = .outOfRange(
          start: parameters["start"] ?? "", end: parameters["end"] ?? "", step: parameters["step"] ?? "")
      }
      if own.relevance != nil || own.required != nil || own.constraint != nil || own.scale != nil
        || own.choiceFilter != nil
      {
        fields.append(own)
      }
    }
    fields = Self.ordered(fields, references)
  }

  /// Questions after those to which their rules refer; circles keep the order of the form.
  private static func ordered(_ fields: [FieldRules], _ references: [Int: [Int]]) -> [FieldRules] {
    let byField = Dictionary(fields.map { ($0.field, $0) }, uniquingKeysWith: { first, _ in first })
    var done: Set<Int> = []
    var ordered: [FieldRules] = []
    for field in fields {
      // An explicit stack: a chain of conditions may be as long as the form.
      var stack = [(field: field.field, next: 0)]
      done.insert(field.field).inserted ? () : stack.removeAll()
      while let top = stack.last {
        let needed = references[top.field] ?? []
        if top.next < needed.count {
          stack[stack.count - 1].next += 1
          if done.insert(needed[top.next]).inserted { stack.append((needed[top.next], 0)) }
        } else {
          stack.removeLast()
          if let rules = byField[top.field] { ordered.append(rules) }
        }
      }
    }
    return ordered
  }

  /// Applies the rules to a run of records.
  ///
  /// - Parameters:
  ///   - columns: one column per field, changed where answers are dropped; blanks of hidden questions become not shown.
  ///   - present: whether each field is in the source at all; the others stay not shown and are not required.
  /// - Returns: what was found, field after field.
  /// - Complexity: O(records × fields with rules).
  public mutating func validate(_ columns: inout [AnswerColumn], count: Int, present: [Bool]) -> [RuleBreach] {
    guard count > 0 else { return [] }
    var breaches: [RuleBreach] = []
    var truths = [[Bool]?](repeating: nil, count: rules.count)
    var shown = [[Bool]?](repeating: nil, count: conditions.count)
    for index in fields.indices {
      let field = fields[index].field
      guard present[field] else { continue }
      if let condition = fields[index].relevance {
        if shown[condition] == nil { shown[condition] = conjunction(conditions[condition], columns, count, &truths) }
        if let visible = shown[condition] { conceal(&columns[field], field, visible, &breaches) }
      }
      if let required = fields[index].required {
        if truths[required] == nil { truths[required] = truth(required, columns, count) }
        if let needed = truths[required] { requireAnswers(columns[field], field, needed, &breaches) }
      }
      check(index, columns, count, &breaches)
      // The filter of answers that are not in the source at all would offer nothing.
      if fields[index].choiceFilter?.references.allSatisfy({ present[$0] }) ?? false {
        checkChoices(index, columns, count, &breaches)
      }
    }
    return breaches
  }

  /// Whether the respondent of each record consented; nil when the form asks for no consent.
  public mutating func consents(_ columns: [AnswerColumn], count: Int) -> [Bool]? {
    guard consent != nil else { return nil }
    var context = BatchContext(layout: layout, positions: positions, columns: columns, now: now)
    return consent?.evaluate(&context, count: count)
  }

  private mutating func truth(_ rule: Int, _ columns: [AnswerColumn], _ count: Int) -> [Bool] {
    var context = BatchContext(layout: layout, positions: positions, columns: columns, now: now)
    return rules[rule].evaluate(&context, count: count)
  }

  private mutating func conjunction(
    _ list: [Int], _ columns: [AnswerColumn], _ count: Int, _ truths: inout [[Bool]?]
  ) -> [Bool] {
    var all = [Bool](repeating: true, count: count)
    for rule in list {
      if truths[rule] == nil { truths[rule] = truth(rule, columns, count) }
      guard let one = truths[rule] else { continue }
      for row in 0..<count where !one[row] { all[row] = false }
    }
    return all
  }

  private func conceal(_ column: inout AnswerColumn, _ field: Int, _ visible: [Bool], _ breaches: inout [RuleBreach]) {
    var hidden = [Bool](repeating: false, count: visible.count)
    var isAnyHidden = false
    for row in visible.indices where !visible[row] {
      hidden[row] = true
      isAnyHidden = true
    }
    guard isAnyHidden else { return }
    for row in hidden.indices where hidden[row] && column.state(at: row) == .answered {
      breaches.append(
        RuleBreach(row: row, field: field, kind: .notShown, found: column.text(at: row, of: layout.fields[field])))
    }
    column.conceal(where: hidden)
  }

  private func requireAnswers(_ column: AnswerColumn, _ field: Int, _ needed: [Bool], _ breaches: inout [RuleBreach]) {
    if case .coded(let codes) = column {
      for row in codes.indices where codes[row] == ChoiceCode.blank && needed[row] {
        breaches.append(RuleBreach(row: row, field: field, kind: .required, found: ""))
      }
      return
    }
    for row in needed.indices where needed[row] && column.state(at: row) == .blank {
      breaches.append(RuleBreach(row: row, field: field, kind: .required, found: ""))
    }
  }

  private mutating func check(_ index: Int, _ columns: [AnswerColumn], _ count: Int, _ breaches: inout [RuleBreach]) {
    let field = fields[index].field
    if fields[index].constraint != nil {
      let answered = (0..<count).map { columns[field].state(at: $0) == .answered }
      var context = BatchContext(layout: layout, positions: positions, columns: columns, now: now)
      let truth = fields[index].constraint?.evaluate(&context, count: count, own: field, rows: answered) ?? []
      for row in 0..<count where answered[row] && !truth[row] {
        breaches.append(
          RuleBreach(
            row: row, field: field, kind: .constraint, found: columns[field].text(at: row, of: layout.fields[field])))
      }
    }
    if let scale = fields[index].scale, let kind = scaleTexts[field], case .decimal(let column) = columns[field] {
      for row in 0..<count where column.states[row] == AnswerState.answered.rawValue {
        let value = column.values[row]
        var isInside = value >= (scale.start ?? -.infinity) && value <= (scale.end ?? .infinity)
        if let step = scale.step, step > 0 {
          let steps = (value - (scale.start ?? 0)) / step
          isInside = isInside && abs(steps - steps.rounded()) < 1e-6
        }
        if !isInside {
          breaches.append(
            RuleBreach(
              row: row, field: field, kind: kind, found: columns[field].text(at: row, of: layout.fields[field])))
        }
      }
    }
  }

  private mutating func checkChoices(
    _ index: Int, _ columns: [AnswerColumn], _ count: Int, _ breaches: inout [RuleBreach]
  ) {
    let field = fields[index].field
    var context = BatchContext(layout: layout, positions: positions, columns: columns, now: now)
    for row in 0..<count {
      let names = fields[index].choiceFilter?.unoffered(&context, row: row, column: columns[field]) ?? []
      if names.isEmpty { continue }
      breaches.append(RuleBreach(row: row, field: field, kind: .notOffered, found: names.joined(separator: " ")))
    }
  }
}
