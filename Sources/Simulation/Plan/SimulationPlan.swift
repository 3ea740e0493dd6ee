import Diagnostics
import FormDefinition
import Responses

/// Everything about a form that the making of a record needs, prepared once.
struct SimulationPlan: Sendable {
  let layout: RecordLayout
  let days: ClosedRange<Int>
  private(set) var fields: [FieldPlan] = []
  /// The distinct conditions of questions and groups.
  private(set) var conditions: [CompiledExpression] = []
  let positions: [String: Int]
  let order: GenerationOrder
  let consent: ConsentPlan?
  private(set) var diagnostics: [Diagnostic] = []

  init(_ form: Form, options: SimulationOptions) {
    layout = RecordLayout(form: form)
    days = options.days
    let placed = form.placedQuestions.filter { !$0.isRepeated && $0.question.type.storage != nil }
    let positions = Dictionary(
      placed.enumerated().map { ($0.element.question.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
    self.positions = positions
    let characters = LikertCharacters(form, placed.map(\.question))
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
    for question in form.placedQuestions where question.isRepeated && question.question.type.storage != nil {
      diagnostics.append(
        Diagnostic(.simulationRepeatLeftOut, at: question.question.position, field: question.question.name))
    }
    let conditions = conditions
    let hard = fields.map { plan in plan.relevance.flatMap { conditions[$0].dependencies } + plan.dependencies }
    // A field that looks at itself in its constraint closes no circle.
    let soft = fields.enumerated().map { field, plan in
      (plan.constraint?.dependencies ?? []).filter { $0 != field }
    }
    order = GenerationOrder(hard: hard, soft: soft)
    var rank = [Int](repeating: 0, count: fields.count)
    for (place, field) in order.fields.enumerated() { rank[field] = place }
    for field in fields.indices {
      for other in soft[field] where rank[other] > rank[field] { fields[other].guards.append(field) }
    }
    for field in order.circular {
      let question = fields[field].question
      diagnostics.append(Diagnostic(.simulationCircle, at: question.position, field: question.name))
    }
    let fields = fields
    consent = form.consent.flatMap {
      ConsentPlan(CompiledExpression($0, positions: positions), plans: fields, day: options.days.lowerBound)
    }
    for (place, field) in (consent?.fields ?? []).enumerated() { self.fields[field].consentPlace = place }
    removeHopelessSources()
    for field in self.fields.indices { self.fields[field].settle() }
  }

  /// Finds the fields whose constraint, looking at nothing else, refuses everything, so that no record tries again.
  private mutating func removeHopelessSources() {
    var builder = RecordBuilder(plan: self, seed: 0)
    for field in fields.indices {
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
