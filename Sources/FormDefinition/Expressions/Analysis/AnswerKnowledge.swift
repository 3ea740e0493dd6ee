/// What answers to a question can be.
struct AnswerDomain: Sendable {
  /// The choices; nil when any text can be the answer.
  var choices: Set<String>?
  /// Whether several choices can be chosen.
  var holdsSeveral = true
  /// Whether the answer is a whole number.
  var isWhole = false
  /// The least number.
  var least = -Double.infinity
  /// The greatest number.
  var greatest = Double.infinity
}

/// Facts about one answer, gathered until they contradict each other.
struct AnswerKnowledge {
  private var equal: String?
  private var unequal: Set<String> = []
  private var isContradictory = false
  private var isNumber = false
  private var lower = -Double.infinity
  private var isLowerOpen = false
  private var upper = Double.infinity
  private var isUpperOpen = false
  private var unequalNumbers: Set<Double> = []
  private var chosen: Set<String> = []
  private var notChosen: Set<String> = []

  /// Takes a fact in.
  mutating func add(_ fact: AnswerFact) {
    switch fact {
    case .text(_, let text, isEqual: true):
      if let equal, equal != text { isContradictory = true }
      equal = text
    case .text(_, let text, isEqual: false): unequal.insert(text)
    case .selected(_, let choice, let isChosen):
      if isChosen { chosen.insert(choice) } else { notChosen.insert(choice) }
    case .number(_, let operation, let value):
      switch operation {
      case .notEqual: unequalNumbers.insert(value)
      case .less: raise(upper: value, isOpen: true)
      case .lessOrEqual: raise(upper: value, isOpen: false)
      case .greater: raise(lower: value, isOpen: true)
      case .greaterOrEqual: raise(lower: value, isOpen: false)
      default:
        raise(lower: value, isOpen: false)
        raise(upper: value, isOpen: false)
      }
    }
  }

  private mutating func raise(lower value: Double, isOpen: Bool) {
    isNumber = true
    if value > lower {
      (lower, isLowerOpen) = (value, isOpen)
    } else if value == lower {
      isLowerOpen = isLowerOpen || isOpen
    }
  }

  private mutating func raise(upper value: Double, isOpen: Bool) {
    isNumber = true
    if value < upper {
      (upper, isUpperOpen) = (value, isOpen)
    } else if value == upper {
      isUpperOpen = isUpperOpen || isOpen
    }
  }

  /// Whether some answer of the domain fits all facts.
  func isPossible(in domain: AnswerDomain) -> Bool {
    if isContradictory || !chosen.isDisjoint(with: notChosen) { return false }
    if let choices = domain.choices {
      if !chosen.isSubset(of: choices) { return false }
      if !domain.holdsSeveral {
        if chosen.count > 1 { return false }
        if let only = chosen.first { return isPossible(text: only, in: domain) }
      }
    }
    if let equal { return isPossible(text: equal, in: domain) }
    if isNumber, let choices = domain.choices, !domain.holdsSeveral {
      return choices.contains { isPossible(text: $0, in: domain) }
    }
    return !isNumber || isSomeNumberLeft(in: domain)
  }

  /// Whether one text fits all facts.
  private func isPossible(text: String, in domain: AnswerDomain) -> Bool {
    if unequal.contains(text) { return false }
    if let equal, equal != text { return false }
    let tokens = Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    if !chosen.isSubset(of: tokens) || !notChosen.isDisjoint(with: tokens) { return false }
    if let choices = domain.choices, !text.isEmpty {
      if domain.holdsSeveral ? !tokens.isSubset(of: choices) : !choices.contains(text) { return false }
    }
    let number = ExpressionValue.string(text).number(offsetMinutes: 0)
    if unequalNumbers.contains(number) { return false }
    return !isNumber || isInside(number)
  }

  /// False for what is no number.
  private func isInside(_ number: Double) -> Bool {
    (isLowerOpen ? number > lower : number >= lower) && (isUpperOpen ? number < upper : number <= upper)
  }

  private func isSomeNumberLeft(in domain: AnswerDomain) -> Bool {
    var (low, isLowOpen) = (lower, isLowerOpen)
    if domain.least > low { (low, isLowOpen) = (domain.least, false) }
    var (high, isHighOpen) = (upper, isUpperOpen)
    if domain.greatest < high { (high, isHighOpen) = (domain.greatest, false) }
    if domain.isWhole {
      low = isLowOpen ? low.rounded(.down) + 1 : low.rounded(.up)
      high = isHighOpen ? high.rounded(.up) - 1 : high.rounded(.down)
      (isLowOpen, isHighOpen) = (false, false)
    }
    if low == high { return !isLowOpen && !isHighOpen && !unequalNumbers.contains(low) }
    return low < high
  }
}

extension ConditionWays {
  /// Whether some answers of the domains fit one of the ways.
  func isPossible(in domain: (AnswerVariable) -> AnswerDomain) -> Bool {
    ways.contains { way in
      var known: [AnswerVariable: AnswerKnowledge] = [:]
      for fact in way { known[fact.variable, default: AnswerKnowledge()].add(fact) }
      return known.allSatisfy { $1.isPossible(in: domain($0)) }
    }
  }

  /// Whether the condition says anything about an answer.
  var isAboutAnswers: Bool { ways.contains { !$0.isEmpty } }
}
