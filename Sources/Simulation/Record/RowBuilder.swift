import FormDefinition

/// Makes the rows of one table one after the other, reusing its memory.
struct RowBuilder {
  let plan: TablePlan
  private(set) var draft: RecordDraft
  /// Required fields of the present row for which no valid answer was found.
  private(set) var unanswered: [Int] = []
  private var respondent: Respondent
  /// Truth of each condition for the present row: 0 false, 1 true, 2 not worked out yet.
  private var truths: [UInt8]
  private var filters = FilterCache()
  /// The answers in rows inside, by the names that expressions ask for.
  private var inside: [String: [String]] = [:]

  /// Tries by chance before other candidates are tried.
  private static let tries = 24
  /// Passes in which answers that a circle of conditions hides are taken back.
  private static let mostPasses = 50

  init(plan: TablePlan) {
    self.plan = plan
    draft = RecordDraft(fieldCount: plan.fields.count)
    respondent = Respondent(seed: 0, number: 0, days: plan.days)
    truths = Array(repeating: 2, count: plan.conditions.count)
  }

  /// Begins a row: the fields that hang on no row inside are made.
  mutating func begin(_ respondent: Respondent, around outer: RecordDraft?) {
    self.respondent = respondent
    draft.begin()
    inside = [:]
    unanswered.removeAll(keepingCapacity: true)
    forgetTruths()
    if let outer {
      for (place, field) in plan.givenFields.enumerated() { draft.set(plan.ownCount + place, outer.answer(field)) }
    }
    for field in plan.order.fields where !plan.late.contains(field) && isShown(field) { make(field) }
  }

  /// Ends a row, whose rows inside are made now.
  ///
  /// - Parameter inside: the answers in these, by the names that the plan asks for.
  mutating func finish(inside: [String: [String]]) {
    self.inside = inside
    for field in plan.order.fields where plan.late.contains(field) && isShown(field) { make(field) }
    if !plan.order.circular.isEmpty { settleCircles() }
  }

  /// How many rows a repeat inside has.
  func rowCount(of inner: TablePlan.Inner) -> Int {
    guard inner.relevance.allSatisfy({ holds($0) }) else { return 0 }
    if let count = inner.count {
      guard let rows = Int(count.expression.evaluate(in: context(count)).text) else { return 0 }
      return min(max(rows, 0), Self.mostRows)
    }
    var random = SplitMix64(state: respondent.state ^ inner.salt)
    return 1 + random.below(Self.usualRows)
  }

  /// Rows of a repeat at most, whatever its count says, and where nothing says how many.
  private static let mostRows = 200
  private static let usualRows = 4

  /// Whether chance or a candidate gives a field an answer that its constraint accepts.
  mutating func findsAnswer(_ field: Int) -> Bool {
    draft.begin()
    var random = SplitMix64(state: plan.fields[field].salt)
    for _ in 0..<8 where answer(field, &random) { return true }
    return false
  }

  // MARK: - Conditions

  private mutating func forgetTruths() {
    for condition in truths.indices { truths[condition] = 2 }
  }

  private mutating func isShown(_ field: Int) -> Bool {
    for condition in plan.fields[field].relevance {
      if truths[condition] == 2 { truths[condition] = holds(plan.conditions[condition]) ? 1 : 0 }
      if truths[condition] == 0 { return false }
    }
    return true
  }

  private func context(_ expression: CompiledExpression) -> RecordContext {
    RecordContext(
      draft: draft, fields: expression.fields, positions: plan.positions, day: respondent.day,
      secondOfDay: respondent.startSecond, inside: inside)
  }

  private func holds(_ expression: CompiledExpression) -> Bool {
    expression.expression.holds(in: context(expression))
  }

  private func isRequired(_ field: Int) -> Bool {
    switch plan.fields[field].required {
    case .never: false
    case .always: true
    case .when(let expression): holds(expression)
    }
  }

  /// Takes back answers to questions that turn out hidden, until none is left.
  private mutating func settleCircles() {
    for _ in 0..<Self.mostPasses {
      var isSettled = true
      forgetTruths()
      for field in plan.order.fields where !draft.isBlank(field) && !isShown(field) {
        draft.clear(field)
        isSettled = false
        forgetTruths()
      }
      if isSettled { break }
    }
    unanswered = plan.order.fields.filter { draft.isBlank($0) && isShown($0) && isRequired($0) }
  }

  // MARK: - Answers

  private mutating func make(_ field: Int) {
    if plan.fields[field].isFree {
      var random = SplitMix64(state: respondent.state ^ plan.fields[field].salt)
      if !random.chance(plan.fields[field].blankShare) { draw(field, allowed: nil, &random) }
      return
    }
    if case .calculation(let expression) = plan.fields[field].source { return calculate(field, expression) }
    let isRequired = isRequired(field)
    if case .nothing = plan.fields[field].source {
      if isRequired { unanswered.append(field) }
      return
    }
    var random = SplitMix64(state: respondent.state ^ plan.fields[field].salt)
    if let place = plan.fields[field].consentPlace, let consent = plan.consent {
      let ways = respondent.consents || consent.refused.isEmpty ? consent.given : consent.refused
      draft.set(field, ways[Int(truncatingIfNeeded: respondent.consentDraw % UInt64(ways.count))][place])
      if accepts(field) { return }
    } else if !isRequired, random.chance(plan.fields[field].blankShare) {
      return
    }
    if !answer(field, &random), isRequired { unanswered.append(field) }
  }

  /// Gives a field an answer that its constraint accepts; blank and false when there is none.
  private mutating func answer(_ field: Int, _ random: inout SplitMix64) -> Bool {
    let allowed = allowedChoices(field)
    if plan.fields[field].constraint == nil, plan.fields[field].guards.isEmpty {
      draw(field, allowed: allowed, &random)
      return !draft.isBlank(field)
    }
    for _ in 0..<Self.tries {
      draw(field, allowed: allowed, &random)
      if accepts(field) { return true }
    }
    let candidates = candidates(for: field, allowed: allowed, &random)
    let first = random.below(candidates.count)
    for index in candidates.indices {
      draft.set(field, candidates[(first + index) % candidates.count].utf8)
      if accepts(field) { return true }
    }
    draft.clear(field)
    return false
  }

  /// Draws an answer by chance.
  private mutating func draw(_ field: Int, allowed: [Int]?, _ random: inout SplitMix64) {
    let start = draft.bytes.count
    plan.fields[field].source.append(respondent, allowed: allowed, &random, to: &draft.bytes)
    draft.close(field, from: start)
  }

  private mutating func calculate(_ field: Int, _ expression: CompiledExpression) {
    let text = expression.expression.evaluate(in: context(expression)).text
    draft.set(field, text.utf8)
    if !plan.fields[field].isWellFormed(text) { draft.clear(field) }
  }

  /// Whether a field has a well-formed answer that its own constraint and those looking at it accept.
  private func accepts(_ field: Int) -> Bool {
    guard !draft.isBlank(field), plan.fields[field].isWellFormed(draft.text(field)) else { return false }
    return satisfiesConstraint(field)
      && plan.fields[field].guards.allSatisfy { draft.isBlank($0) || satisfiesConstraint($0) }
  }

  private func satisfiesConstraint(_ field: Int) -> Bool {
    guard let constraint = plan.fields[field].constraint else { return true }
    var context = context(constraint)
    context.current = draft.text(field)
    return constraint.expression.holds(in: context)
  }

  /// The positions of the choices that the choice filter allows; nil: all.
  private mutating func allowedChoices(_ field: Int) -> [Int]? {
    guard let filter = plan.fields[field].choiceFilter else { return nil }
    let key = filter.fields.map { $0.map { draft.text($0) } ?? "" }
    if let known = filters[field, key] { return known }
    var context = context(filter)
    var allowed: [Int] = []
    for (position, choice) in plan.fields[field].choices.enumerated() {
      context.choice = choice
      if filter.expression.holds(in: context) { allowed.append(position) }
    }
    filters[field, key] = allowed
    return allowed
  }

  /// What to try when chance finds no answer: every choice, every step of a scale, or what the constraint suggests.
  private func candidates(for field: Int, allowed: [Int]?, _ random: inout SplitMix64) -> [String] {
    let constraint = plan.fields[field].constraint
    let others = (constraint?.dependencies ?? []) + plan.fields[field].guards
    return plan.fields[field].candidates(
      near: others.filter { $0 != field }.map { draft.text($0) }, day: respondent.day, allowed: allowed, &random)
  }
}

/// The choices that a choice filter allows, by the answers it looks at.
struct FilterCache {
  private var known: [Int: [[String]: [Int]]] = [:]

  /// Combinations kept for one question.
  private static let capacity = 4096

  subscript(_ field: Int, _ answers: [String]) -> [Int]? {
    get { known[field]?[answers] }
    set {
      if known[field, default: [:]].count >= Self.capacity { known[field] = [:] }
      known[field, default: [:]][answers] = newValue
    }
  }
}
