import Diagnostics
import FormDefinition
import Responses

/// How the rows of one table are made, prepared once: the records, or the rows of a repeat.
struct TablePlan: Sendable {
  /// A repeat inside the table.
  struct Inner: Sendable {
    /// Its name.
    let name: String
    /// Its table among the simulation's.
    let table: Int
    /// The conditions under which it is shown, as the rows of this table see them.
    let relevance: [CompiledExpression]
    /// The number of its rows; nil: by chance.
    let count: CompiledExpression?
    /// Sets the random numbers of its rows apart.
    let salt: UInt64
  }

  let days: ClosedRange<Int>
  /// The table's own fields, then those of the rows around it, which are given.
  private(set) var fields: [FieldPlan] = []
  /// The number of its own fields.
  let ownCount: Int
  /// By given field, where the row around has it.
  let givenFields: [Int]
  /// The distinct conditions of questions and groups.
  private(set) var conditions: [CompiledExpression] = []
  let positions: [String: Int]
  let order: GenerationOrder
  /// The fields that look at rows of repeats inside: they are made after these.
  let late: Set<Int>
  let inner: [Inner]
  /// The names inside that expressions look at.
  let namesInside: Set<String>
  private(set) var consent: ConsentPlan?
  private(set) var diagnostics: [Diagnostic] = []

  /// Plans a table.
  ///
  /// - Parameters:
  ///   - placed: its questions, those of repeats inside left out.
  ///   - outer: the plan of the rows around it; nil for the records.
  init(
    _ form: Form, _ placed: [TableQuestion], inner repeats: [PlacedRepeat], outer: TablePlan?,
    characters: LikertCharacters, options: SimulationOptions
  ) {
    days = options.days
    ownCount = placed.count
    let given = outer?.fields ?? []
    givenFields = Array(given.indices)
    // The own name of a question hides the same name around it.
    let positions = Dictionary(
      (placed.map(\.question.name) + given.map(\.question.name)).enumerated().map { ($0.element, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    self.positions = positions
    var conditionNumbers: [String: Int] = [:]
    for question in placed {
      var plan = FieldPlan(
        question.question, list: question.question.type.choiceList.flatMap { form.choiceLists[$0] },
        character: characters.character(of: question.question.name), options: options)
      for expression in question.relevance {
        if conditionNumbers[expression.text] == nil {
          conditionNumbers[expression.text] = conditions.count
          conditions.append(CompiledExpression(expression, positions: positions))
        }
        plan.relevance.append(conditionNumbers[expression.text] ?? 0)
      }
      diagnostics += plan.compile(positions: positions)
      fields.append(plan)
    }
    let conditions = conditions
    let hard = fields.map { plan in
      (plan.relevance.flatMap { conditions[$0].dependencies } + plan.dependencies).filter { $0 < placed.count }
    }
    // A field that looks at itself in its constraint closes no circle.
    let soft = fields.enumerated().map { field, plan in
      (plan.constraint?.dependencies ?? []).filter { $0 != field && $0 < placed.count }
    }
    order = GenerationOrder(hard: hard, soft: soft)
    var rank = [Int](repeating: 0, count: fields.count)
    for (place, field) in order.fields.enumerated() { rank[field] = place }
    for field in fields.indices {
      for other in soft[field] where rank[other] > rank[field] { fields[other].guards.append(field) }
    }
    inner = repeats.map { repeated in
      Inner(
        name: repeated.group.name, table: repeated.table,
        relevance: repeated.relevance.map { CompiledExpression($0, positions: positions) },
        count: repeated.group.repeatCount.flatMap {
          $0.isComputable ? CompiledExpression($0, positions: positions) : nil
        }, salt: SplitMix64.hash(repeated.group.name))
    }
    let names = Set(repeats.flatMap(\.names))
    var seen: Set<String> = []
    var late: Set<Int> = []
    for field in order.fields {
      let own = fields[field].relevance.flatMap { conditions[$0].expression.references } + fields[field].references
      let inside = own.filter { positions[$0] == nil && names.contains($0) }
      seen.formUnion(inside)
      // The order puts fields behind those they depend on.
      let isBehind = hard[field].contains(where: late.contains)
      let looksBack = soft[field].contains { late.contains($0) && rank[$0] < rank[field] }
      if !inside.isEmpty || isBehind || looksBack { late.insert(field) }
    }
    self.late = late
    namesInside = seen
    for field in order.circular {
      let question = fields[field].question
      diagnostics.append(Diagnostic(.simulationCircle, at: question.position, field: question.name))
    }
    let fields = fields
    if outer == nil {
      consent = form.consent.flatMap {
        ConsentPlan(CompiledExpression($0, positions: positions), plans: fields, day: options.days.lowerBound)
      }
    }
    for (place, field) in (consent?.fields ?? []).enumerated() { self.fields[field].consentPlace = place }
    self.fields += given
    removeHopelessSources()
    for field in 0..<ownCount { self.fields[field].settle() }
  }

  /// Finds the fields whose constraint, looking at nothing else, refuses everything, so that no record tries again.
  private mutating func removeHopelessSources() {
    var builder = RowBuilder(plan: self)
    for field in 0..<ownCount {
      guard let constraint = fields[field].constraint, fields[field].choiceFilter == nil else { continue }
      guard constraint.fields.allSatisfy({ $0 == field }) else { continue }
      if case .calculation = fields[field].source { continue }
      if case .nothing = fields[field].source { continue }
      if builder.findsAnswer(field) { continue }
      fields[field].source = .nothing
      if case .never = fields[field].required {
        let question = fields[field].question
        diagnostics.append(Diagnostic(.simulationAlwaysBlank, at: question.position, field: question.name))
      }
    }
  }
}

extension FieldPlan {
  /// The fields that must be made before.
  fileprivate var dependencies: [Int] {
    var dependencies = choiceFilter?.dependencies ?? []
    if case .when(let expression) = required { dependencies += expression.dependencies }
    if case .calculation(let expression) = source { dependencies += expression.dependencies }
    return dependencies
  }

  /// The names that the question's own expressions hold.
  fileprivate var references: [String] {
    var expressions = [constraint, choiceFilter]
    if case .when(let expression) = required { expressions.append(expression) }
    if case .calculation(let expression) = source { expressions.append(expression) }
    return expressions.flatMap { $0?.expression.references ?? [] }
  }

  /// Looks up the fields of the question's own expressions.
  fileprivate mutating func compile(positions: [String: Int]) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    func skip(_ column: String) {
      findings.append(
        Diagnostic(.simulationNotComputable, at: question.position, field: question.name, ["column": column]))
    }
    if let expression = question.required {
      switch expression.text.filter({ !$0.isWhitespace }) {
      case "true()": required = .always
      case "false()": required = .never
      default: required = .when(CompiledExpression(expression, positions: positions))
      }
    }
    if let expression = question.constraint {
      if expression.isComputable {
        constraint = CompiledExpression(expression, positions: positions)
      } else {
        skip("constraint")
      }
    }
    if let expression = question.choiceFilter, question.type.choiceList != nil {
      if expression.isComputable {
        choiceFilter = CompiledExpression(expression, positions: positions)
      } else {
        skip("choice_filter")
      }
    }
    if let expression = question.calculation {
      source = .calculation(CompiledExpression(expression, positions: positions))
      mayNeedQuotes = true
      if !expression.isComputable { skip("calculation") }
    }
    if let list = question.type.choiceList, choices.isEmpty {
      findings.append(Diagnostic(.simulationNoChoices, at: question.position, field: question.name, ["list": list]))
    }
    return findings
  }
}
