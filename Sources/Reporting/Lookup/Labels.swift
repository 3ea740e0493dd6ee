import Diagnostics
import FormDefinition

/// The words of the form for its items, levels and domains, in one language.
struct Labels {
  private let language: String
  private var questions: [String: Question] = [:]
  private let form: Form
  private let made: [String: ReportFacts.MadeVariable]
  private let interface: InterfaceLanguage

  init(form: Form, made: [ReportFacts.MadeVariable] = [], language: InterfaceLanguage) {
    self.form = form
    self.made = Dictionary(made.map { ($0.name, $0) }) { first, _ in first }
    interface = language
    self.language = language.rawValue
    for placed in form.placedQuestions where questions[placed.question.name] == nil {
      questions[placed.question.name] = placed.question
    }
  }

  /// The title of the form.
  var title: String { text(form.title, or: form.identifier) }

  /// The label of an indicator.
  func indicator(_ indicator: Indicator) -> String { text(indicator.label, or: indicator.name) }

  /// The label of an item: its question, the question on importance of a pair, or a choice of the indicator's lists.
  func item(_ name: String, of indicator: Indicator) -> String {
    let question = name.split(separator: "|", maxSplits: 1).first.map(String.init) ?? name
    if let found = questions[question] { return text(found.label, or: question) }
    for item in indicator.items {
      guard case .question(let asked) = item, let choice = choice(name, of: asked) else { continue }
      return choice
    }
    return name
  }

  /// The label of an answer to a question; nil when its list has no such choice.
  func choice(_ name: String, of question: String) -> String? {
    guard let list = questions[question]?.type.choiceList,
      let choice = form.choiceLists[list]?.choices.first(where: { $0.name == name })
    else { return nil }
    return text(choice.label, or: name)
  }

  /// The substantive answers to a question, in order; empty for a question without a list.
  func levels(of question: String) -> [String] {
    questions[question]?.type.choiceList.flatMap { form.choiceLists[$0]?.substantive.map(\.name) } ?? []
  }

  /// The label of a domain: its questions, joined by `×` when crossed.
  func domain(_ domain: String) -> String {
    parts(domain).map { name in
      questions[name].map { text($0.label, or: name) } ?? made[name]?.label[interface] ?? name
    }.joined(separator: " × ")
  }

  /// The label of a level of a domain.
  func level(_ level: String, of domain: String) -> String {
    let variables = parts(domain)
    let names = parts(level)
    guard variables.count == names.count else { return level }
    return zip(variables, names).map { choice($1, of: $0) ?? made[$0]?.levels[$1]?[interface] ?? $1 }
      .joined(separator: " × ")
  }

  /// The label of a question or indicator of this name; nil when the form has none.
  func known(_ name: String) -> String? {
    if let question = questions[name] { return text(question.label, or: name) }
    return form.indicators.first { $0.name == name }.map(indicator)
  }

  /// Whether the form asks a question of this name, or a variable of it was made of answers.
  func has(_ question: String) -> Bool { questions[question] != nil || made[question] != nil }

  private func parts(_ joined: String) -> [String] {
    joined.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
  }

  private func text(_ text: LocalizedText, or name: String) -> String {
    let found = text.text(in: language)
    return found.isEmpty ? name : found
  }
}
