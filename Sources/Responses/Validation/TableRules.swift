import FormDefinition

/// The rules of the questions of one table: the records, or the rows of a repeat.
struct TableRules: Sendable {
  /// What the form asks of one field.
  private struct FieldRules: Sendable {
    var field: Int
    var relevance: Int?
    var required: Int?
    var constraint: Rule?
    var scale: (start: Double?, end: Double?, step: Double?)?
    var choiceFilter: ChoiceFilterRule?
    var longList: LongListRule?
    /// What the rule about each must know.
    var needs: (constraint: [AnswerNames.Place], choiceFilter: [AnswerNames.Place]) = ([], [])
  }

  private let names: AnswerNames
  private let now: (milliseconds: Int64, offsetMinutes: Int)
  private var fields: [FieldRules] = []
  private var calculations: [CalculationRule] = []
  private var rules: [Rule] = []
  /// Conditions that must all hold, as positions in `rules`: each distinct list is worked out once per batch.
  private var conditions: [[Int]] = []
  private var ruleNumbers: [String: Int] = [:]
  private var conditionNumbers: [[Int]: Int] = [:]
  private var references: [Int: [Int]] = [:]
  private var scaleTexts: [Int: RuleBreach.Kind] = [:]

  /// The rules that judge nothing, in the order of the form.
  private(set) var unjudged: [RecordValidator.UnjudgedRule] = []

  /// Begins the rules of a table.
  init(_ names: AnswerNames, now: (milliseconds: Int64, offsetMinutes: Int)) {
    self.names = names
    self.now = now
  }

  /// Adds the rules of the question whose answers are a field's.
  mutating func add(_ placed: PlacedQuestion, field: Int, lists: [String: ChoiceList]) {
    var own = FieldRules(field: field)
    let relevance = placed.relevance.filter { judges($0, placed, "relevant") }
    // A question of which nobody knows whether it was shown need not have an answer.
    let isRelevanceKnown = relevance.count == placed.relevance.count
    let required = placed.question.required.flatMap {
      judges($0, placed, "required") && isRelevanceKnown ? $0 : nil
    }
    let constraint = placed.question.constraint.flatMap { judges($0, placed, "constraint") ? $0 : nil }
    if !relevance.isEmpty {
      let list = relevance.map { number($0) }
      if conditionNumbers[list] == nil {
        conditions.append(list)
        conditionNumbers[list] = conditions.count - 1
      }
      own.relevance = conditionNumbers[list]
    }
    if let calculation = placed.question.calculation, judgesCalculation(calculation, placed) {
      calculations.append(CalculationRule(calculation, field: field, names))
    }
    let choices = placed.question.type.choiceList.flatMap { lists[$0]?.choices } ?? []
    let filter = placed.question.choiceFilter.flatMap {
      !choices.isEmpty && judges($0, placed, "choice_filter") ? $0 : nil
    }
    let expressions = relevance + [required, constraint, filter].compactMap { $0 }
    references[field] = expressions.flatMap(\.references).compactMap { names.ownField($0) }.filter { $0 != field }
    own.required = required.map { number($0) }
    own.constraint = constraint.map { Rule($0, names, own: field) }
    if names.fields[names.table][field].storage == .text, !choices.isEmpty {
      let holdsSeveral = if case .selectOne = placed.question.type { false } else { true }
      own.longList = LongListRule(choices, holdsSeveral: holdsSeveral, filter: filter)
    } else {
      own.choiceFilter = filter.map { ChoiceFilterRule($0, choices: choices, names) }
    }
    own.needs = (needs(of: constraint), needs(of: filter))
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
      || own.choiceFilter != nil || own.longList != nil
    {
      fields.append(own)
    }
  }

  private mutating func judges(_ expression: Expression, _ placed: PlacedQuestion, _ column: String) -> Bool {
    if expression.isComputable, expression.references.allSatisfy({ names.place(of: $0) != nil }) { return true }
    unjudged.append(RecordValidator.UnjudgedRule(question: placed.question.name, column: column))
    return false
  }

  /// Whether a calculated value can be worked out again: not what depends on when that was done.
  private mutating func judgesCalculation(_ expression: Expression, _ placed: PlacedQuestion) -> Bool {
    if !placed.question.triggers.isEmpty || expression.usesMoment {
      unjudged.append(RecordValidator.UnjudgedRule(question: placed.question.name, column: "calculation"))
      return false
    }
    return judges(expression, placed, "calculation")
  }

  private mutating func number(_ expression: Expression) -> Int {
    if let number = ruleNumbers[expression.text] { return number }
    rules.append(Rule(expression, names))
    ruleNumbers[expression.text] = rules.count - 1
    return rules.count - 1
  }

  private func needs(of expression: Expression?) -> [AnswerNames.Place] {
    expression?.references.compactMap { names.place(of: $0) } ?? []
  }

  /// Ends the adding: questions after those to which their rules refer; circles keep the order of the form.
  mutating func finish() {
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
    fields = ordered
  }

  /// Applies the rules to the rows of the table.
  ///
  /// A rule that needs answers which the source does not have at all judges nothing.
  /// - Returns: what was found, field after field; rows and fields are the table's own.
  mutating func validate(_ tables: inout AnswerTables, _ presence: AnswerPresence) -> [RuleBreach] {
    let table = names.table
    let count = tables.rowCounts[table]
    guard count > 0 else { return [] }
    var breaches: [RuleBreach] = []
    var truths = [[Bool]?](repeating: nil, count: rules.count)
    var shown = [[Bool]?](repeating: nil, count: conditions.count)
    let isKnown = rules.map { presence.holds(needs(of: $0.expression)) }
    for index in fields.indices {
      let field = fields[index].field
      guard presence.fields[table][field] else { continue }
      var isRelevanceKnown = true
      if let condition = fields[index].relevance {
        let known = conditions[condition].filter { isKnown[$0] }
        isRelevanceKnown = known.count == conditions[condition].count
        if shown[condition] == nil { shown[condition] = conjunction(known, tables, count, &truths) }
        if let visible = shown[condition] { conceal(&tables.columns[table][field], field, visible, &breaches) }
      }
      if let required = fields[index].required, isRelevanceKnown, isKnown[required] {
        if truths[required] == nil { truths[required] = truth(required, tables, count) }
        if let needed = truths[required] { requireAnswers(tables.columns[table][field], field, needed, &breaches) }
      }
      if presence.holds(fields[index].needs.constraint) { checkConstraint(index, tables, count, &breaches) }
      checkScale(index, tables.columns[table], count, &breaches)
      let isFilterKnown = presence.holds(fields[index].needs.choiceFilter)
      if isFilterKnown { checkChoices(index, tables, count, &breaches) }
      checkLongList(index, tables, count, isFilterKnown: isFilterKnown, &breaches)
    }
    return breaches
  }

  /// Compares the calculated values of the table's rows with those that their answers give.
  ///
  /// - Returns: what differs; rows and fields are the table's own.
  mutating func compareCalculations(_ tables: AnswerTables, _ presence: AnswerPresence) -> [RuleBreach] {
    let table = names.table
    var breaches: [RuleBreach] = []
    for index in calculations.indices {
      let field = calculations[index].field
      guard presence.fields[table][field], presence.holds(calculations[index].needs) else { continue }
      var context = BatchContext(names: names, tables: tables, now: now)
      for row in 0..<tables.rowCounts[table] {
        guard let expected = calculations[index].expected(&context, row: row) else { continue }
        let found = tables.columns[table][field].text(at: row, of: names.fields[table][field])
        breaches.append(
          RuleBreach(row: row, field: field, kind: .notAsCalculated(expected: expected), found: found))
      }
    }
    return breaches
  }

  private mutating func truth(_ rule: Int, _ tables: AnswerTables, _ count: Int) -> [Bool] {
    var context = BatchContext(names: names, tables: tables, now: now)
    return rules[rule].evaluate(&context, count: count)
  }

  private mutating func conjunction(
    _ list: [Int], _ tables: AnswerTables, _ count: Int, _ truths: inout [[Bool]?]
  ) -> [Bool] {
    var all = [Bool](repeating: true, count: count)
    for rule in list {
      if truths[rule] == nil { truths[rule] = truth(rule, tables, count) }
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
    let description = names.fields[names.table][field]
    for row in hidden.indices where hidden[row] && column.state(at: row) == .answered {
      breaches.append(
        RuleBreach(row: row, field: field, kind: .notShown, found: column.text(at: row, of: description)))
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

  private mutating func checkConstraint(
    _ index: Int, _ tables: AnswerTables, _ count: Int, _ breaches: inout [RuleBreach]
  ) {
    guard fields[index].constraint != nil else { return }
    let field = fields[index].field
    let column = tables.columns[names.table][field]
    let answered = (0..<count).map { column.state(at: $0) == .answered }
    var context = BatchContext(names: names, tables: tables, now: now)
    let truth = fields[index].constraint?.evaluate(&context, count: count, own: field, rows: answered) ?? []
    for row in 0..<count where answered[row] && !truth[row] {
      breaches.append(
        RuleBreach(
          row: row, field: field, kind: .constraint, found: column.text(at: row, of: names.fields[names.table][field])))
    }
  }

  private func checkScale(_ index: Int, _ columns: [AnswerColumn], _ count: Int, _ breaches: inout [RuleBreach]) {
    let field = fields[index].field
    guard let scale = fields[index].scale, let kind = scaleTexts[field], case .decimal(let column) = columns[field]
    else { return }
    for row in 0..<count where column.states[row] == AnswerState.answered.rawValue {
      let value = column.values[row]
      var isInside = value >= (scale.start ?? -.infinity) && value <= (scale.end ?? .infinity)
      if let step = scale.step, step > 0 {
        let steps = (value - (scale.start ?? 0)) / step
        isInside = isInside && abs(steps - steps.rounded()) < 1e-6
      }
      if !isInside {
        let found = columns[field].text(at: row, of: names.fields[names.table][field])
        breaches.append(RuleBreach(row: row, field: field, kind: kind, found: found))
      }
    }
  }

  private func checkLongList(
    _ index: Int, _ tables: AnswerTables, _ count: Int, isFilterKnown: Bool, _ breaches: inout [RuleBreach]
  ) {
    guard fields[index].longList != nil else { return }
    let field = fields[index].field
    let column = tables.columns[names.table][field]
    var context = BatchContext(names: names, tables: tables, now: now)
    for row in 0..<count where column.state(at: row) == .answered {
      let found = column.text(at: row, of: names.fields[names.table][field])
      guard
        let kind = fields[index].longList?.breach(found, &context, row: row, isFilterKnown: isFilterKnown)
      else { continue }
      breaches.append(RuleBreach(row: row, field: field, kind: kind, found: found))
    }
  }

  private mutating func checkChoices(
    _ index: Int, _ tables: AnswerTables, _ count: Int, _ breaches: inout [RuleBreach]
  ) {
    guard fields[index].choiceFilter != nil else { return }
    let field = fields[index].field
    let column = tables.columns[names.table][field]
    var context = BatchContext(names: names, tables: tables, now: now)
    for row in 0..<count {
      let names = fields[index].choiceFilter?.unoffered(&context, row: row, column: column) ?? []
      if names.isEmpty { continue }
      breaches.append(RuleBreach(row: row, field: field, kind: .notOffered, found: names.joined(separator: " ")))
    }
  }
}

/// Which answers a source has at all.
struct AnswerPresence: Sendable {
  /// By table and field.
  let fields: [[Bool]]

  /// Splits flags by field ordinal; those that are left out are false.
  init(_ present: [Bool], _ layout: RecordLayout) {
    var next = 0
    fields = ([layout.fields] + layout.repeats.map(\.fields)).map { fields in
      defer { next += fields.count }
      return fields.indices.map { next + $0 < present.count && present[next + $0] }
    }
  }

  /// Whether all of these answers are there.
  func holds(_ needs: [AnswerNames.Place]) -> Bool {
    needs.allSatisfy { place in
      switch place {
      case .field(let table, let field): fields[table][field]
      case .rows(let table): fields[table].contains(true)
      }
    }
  }
}
