import FormDefinition

/// How the answers to one field are made.
struct FieldPlan: Sendable {
  /// Where a value comes from before it is held against the constraint.
  enum Source: Sendable {
    /// There is never an answer.
    case nothing
    case likert(LikertItem)
    case choice(ChoiceSampler)
    case several(ChoiceSampler)
    case ranking(ChoiceSampler)
    case number(NumberSampler)
    case pattern(PatternSampler)
    case sentence
    /// One of these texts.
    case oneOf([[UInt8]])
    case fixed([UInt8])
    case date(ClosedRange<Int>)
    case time
    case dateTime(ClosedRange<Int>)
    /// The moment the form was opened or closed, and the day.
    case start, end, today
    case geography(QuestionType.GeographyKind)
    case calculation(CompiledExpression)
  }

  /// When an answer must be there.
  enum Requirement: Sendable {
    case never, always
    case when(CompiledExpression)
  }

  /// The question.
  let question: Question
  /// Sets the field's random numbers apart from those of other fields.
  let salt: UInt64
  /// The choices with their names in full, for choice filters.
  let choices: [Choice]
  var source: Source
  var required: Requirement = .never
  /// Positions among the plan's conditions, all of which must hold.
  var relevance: [Int] = []
  var constraint: CompiledExpression?
  var choiceFilter: CompiledExpression?
  /// Answers to try when chance finds none.
  var candidates: [String] = []
  /// Fields made earlier whose constraints look at this one.
  var guards: [Int] = []
  /// The field's place among those that the form's consent looks at.
  var consentPlace: Int?
  /// Whether an answer is free of required, constraint, filter and consent: the common case, made the short way.
  var isFree = false
  /// The share of blanks where an answer is optional.
  var blankShare: Double
  /// Whether answers may hold characters that a CSV cell must quote.
  var mayNeedQuotes: Bool

  /// Works out ``isFree``, once everything else is known.
  mutating func settle() {
    isFree = constraint == nil && choiceFilter == nil && guards.isEmpty && consentPlace == nil
    switch required {
    case .never: break
    case .always, .when: isFree = false
    }
    switch source {
    case .nothing, .calculation: isFree = false
    default: break
    }
  }
}

extension FieldPlan {
  /// Prepares a field without looking at other fields.
  init(_ question: Question, list: ChoiceList?, character: LikertItem.Character, options: SimulationOptions) {
    self.question = question
    salt = SplitMix64.hash(question.name)
    choices = list?.choices ?? []
    blankShare = question.isMultiline ? 0.4 : question.type.isMetadata ? 0 : 0.02
    let hints = question.constraint.map { ConstraintHints($0.text) }
    source = Self.source(question, list: list, character: character, hints: hints, days: options.days)
    if question.type == .text, let values = options.values[question.name], !values.isEmpty {
      source = .oneOf(values.map { Array($0.utf8) })
    }
    switch source {
    case .likert, .choice, .several, .ranking:
      mayNeedQuotes = choices.contains { CSVCell.needsQuotes(Array($0.name.utf8)) }
    case .number, .date, .time, .dateTime, .start, .end, .today, .geography, .nothing: mayNeedQuotes = false
    case .pattern, .sentence, .oneOf, .fixed, .calculation: mayNeedQuotes = true
    }
    if let hints { candidates = Self.candidates(for: question, hints) }
  }

  private static func source(
    _ question: Question, list: ChoiceList?, character: LikertItem.Character, hints: ConstraintHints?,
    days: ClosedRange<Int>
  ) -> Source {
    switch question.type {
    case .note: return .nothing
    // Files are not invented; where one is required its name stands alone.
    case .attachment: return question.required == nil ? .nothing : .fixed(Array("simulated.bin".utf8))
    case .text, .barcode:
      if let sampler = hints?.patterns.lazy.compactMap({ PatternSampler($0) }).first { return .pattern(sampler) }
      if question.isMultiline { return .sentence }
      return .fixed(Array((question.type == .text ? "mô phỏng" : "0000000000000").utf8))
    case .integer, .decimal:
      if let sampler = hints?.patterns.lazy.compactMap({ PatternSampler($0) }).first { return .pattern(sampler) }
      let sampler = NumberSampler(
        lower: hints?.lower?.value, upper: hints?.upper?.value, isLowerStrict: hints?.lower?.isStrict ?? false,
        isUpperStrict: hints?.upper?.isStrict ?? false, isInteger: question.type == .integer, name: question.name)
      return sampler.map { .number($0) } ?? .nothing
    case .range: return NumberSampler(parameters: question.parameters).map { .number($0) } ?? .nothing
    case .date: return .date(permittedDays(hints, days))
    case .time: return .time
    case .dateTime: return .dateTime(permittedDays(hints, days))
    case .selectOne:
      guard let list, !list.choices.isEmpty else { return .nothing }
      if question.choiceFilter == nil,
        let item = LikertItem(list: list, name: question.name, character: character)
      {
        return .likert(item)
      }
      return .choice(ChoiceSampler(list: list, name: question.name))
    case .selectMultiple:
      guard let list, !list.choices.isEmpty else { return .nothing }
      return .several(ChoiceSampler(list: list, name: question.name))
    case .rank:
      guard let list, !list.choices.isEmpty else { return .nothing }
      return .ranking(ChoiceSampler(list: list, name: question.name))
    case .calculate: return .nothing
    case .hidden:
      let text = question.defaultValue
      return text.isEmpty || question.computedDefault != nil ? .nothing : .fixed(Array(text.utf8))
    case .acknowledge: return .fixed(Array("OK".utf8))
    case .geography(let kind): return .geography(kind)
    case .metadata(let kind):
      switch kind {
      case .start: return .start
      case .end: return .end
      case .today: return .today
      case .deviceid, .username: return .fixed(Array("simulated".utf8))
      case .phonenumber, .email, .startGeopoint, .backgroundGeopoint, .audit, .subscriberid, .simserial, .deviceURI,
        .subscriberURI, .simURI, .phoneURI, .usernameURI, .emailURI:
        return .nothing
      }
    }
  }

  /// The days between the dates named in a constraint, if any, else those of the simulation.
  private static func permittedDays(_ hints: ConstraintHints?, _ days: ClosedRange<Int>) -> ClosedRange<Int> {
    let named = hints?.texts.compactMap { CalendarText.day(in: $0) } ?? []
    guard let first = named.min(), let last = named.max() else { return days }
    return first < last ? first...last : min(first, days.lowerBound)...max(first, days.upperBound)
  }

  private static func candidates(for question: Question, _ hints: ConstraintHints) -> [String] {
    var candidates = Array(hints.texts.prefix(50))
    for text in hints.texts.prefix(50) {
      guard let day = CalendarText.day(in: text) else { continue }
      for neighbour in [day - 1, day, day + 1] {
        var bytes: [UInt8] = []
        CalendarText.append(day: neighbour, to: &bytes)
        candidates.append(String(decoding: bytes, as: UTF8.self))
      }
    }
    for number in hints.numbers.prefix(50) {
      for shifted in [number, number + 1, number - 1, number + 0.5, number - 0.5] {
        candidates.append(ExpressionValue.number(shifted).text)
      }
      // A number may also be a length.
      guard !question.type.isNumeric, let length = Int(exactly: number), (0...1000).contains(length) else { continue }
      for count in [length, length + 1, length - 1] where count > 0 {
        candidates.append(String(repeating: "a", count: count))
        candidates.append(String(repeating: "1", count: count))
      }
    }
    candidates += ["0", "1", "10", "100", "1000", "a", "a@example.org"]
    return candidates
  }
}

extension Question {
  /// Whether the answer is a longer text.
  var isMultiline: Bool { type == .text && appearance.split(separator: " ").contains("multiline") }
}

extension QuestionType {
  /// Whether the device notes the answer by itself.
  var isMetadata: Bool { if case .metadata = self { true } else { false } }

  /// Whether the answer is a number.
  var isNumeric: Bool { self == .integer || self == .decimal || self == .range }
}
