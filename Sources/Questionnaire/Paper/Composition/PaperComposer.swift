public import Diagnostics
public import FormDefinition

extension PaperQuestionnaire {
  /// What stands on paper for a form.
  ///
  /// Fields filled in by the device, calculations and hidden fields are left out. Without a language the paper is in
  /// Vietnamese when the form has it, else in the form's first language with English words.
  /// - Complexity: O(size of the form), and O(choices × questions passed over) for questions that decide on others.
  public init(_ form: Form, language wanted: InterfaceLanguage? = nil) {
    let codes = form.languages.map(\.code)
    let words: InterfaceLanguage =
      wanted ?? (codes.isEmpty || codes.contains { $0.hasPrefix("vi") } ? .vietnamese : .english)
    let labels = codes.first { $0.hasPrefix(words.rawValue) } ?? form.defaultLanguage
    var composer = PaperComposer(form, words: words, labels: labels)
    composer.compose(form.children, depth: 0)
    self.init(
      language: words, title: form.title.text(in: labels).onOneLine, identifier: form.identifier,
      version: form.version, instructions: composer.instructions, blocks: composer.blocks,
      codebook: composer.codebook)
  }
}

/// Walks a form and lays its questions out as blocks.
struct PaperComposer {
  let form: Form
  let labels: String
  let wording: PaperWording
  let conditions: ConditionWording
  let routing: PaperRouting
  /// The lists that are put in order somewhere: lettered, so that no code is taken for a rank.
  let rankedLists: Set<String>
  /// The questions whose answers are the consent.
  let consentNames: Set<String>
  private(set) var blocks: [PaperBlock] = []
  private var questionCount = 0
  private var sectionCount = 0

  init(_ form: Form, words: InterfaceLanguage, labels: String) {
    self.form = form
    self.labels = labels
    wording = PaperWording(language: words)
    routing = PaperRouting(form)
    conditions = ConditionWording(routing: routing, language: words, labels: labels)
    rankedLists = Set(
      routing.stops.compactMap { if case .rank(let list) = $0.question.type { list } else { nil } })
    consentNames = Set(form.consent?.references ?? [])
  }

  mutating func compose(_ nodes: [FormNode], depth: Int, in group: QuestionGroup? = nil) {
    let isConsent = nodes.contains { $0.question.map { consentNames.contains($0.name) } ?? false }
    var rest = nodes[...]
    while let node = rest.first {
      switch node {
      case .question(let question):
        let run = PaperRun.first(of: rest, in: group, lists: form.choiceLists)
        rest = rest.dropFirst(max(1, run.questions.count))
        if run.questions.count > 1 || run.kind != .single {
          append(run)
        } else {
          append(question, isConsent: isConsent)
        }
      case .group(let child):
        rest = rest.dropFirst()
        appendHeading(of: child, depth: depth)
        compose(child.children, depth: depth + 1, in: child)
      case .repeatGroup(let child):
        rest = rest.dropFirst()
        appendHeading(of: child, depth: depth)
        appendRosters(of: child)
      }
    }
  }

  private mutating func append(_ question: Question, isConsent: Bool) {
    if question.isNumberedOnPaper {
      blocks.append(.question(numbered(question)))
    } else if question.type == .note || question.isFixed && question.type.isAsked {
      let paragraphs = self.paragraphs(question)
      if paragraphs.isEmpty { return }
      let condition = uncovered(question.relevant.map { [$0] } ?? [])
      if isConsent, condition == nil {
        blocks.append(.notice(paragraphs))
      } else {
        blocks.append(.note(paragraphs: paragraphs, condition: condition.map(wording.noteCondition)))
      }
    }
  }

  private mutating func append(_ run: PaperRun) {
    let rows = run.questions.map { numbered($0) }
    let choices = self.choices(of: run.list)
    switch run.kind {
    case .grid: blocks.append(.grid(PaperGrid(columns: choices, rows: rows)))
    case .codeList: blocks.append(.codeList(PaperCodeList(choices: choices, rows: rows)))
    case .single: blocks += rows.map { .question($0) }
    }
  }

  /// A group that holds groups only is a part; one that holds questions is a section, or a part of a section.
  private mutating func appendHeading(of group: QuestionGroup, depth: Int) {
    let label = text(group.label)
    let condition = uncovered(group.relevant.map { [$0] } ?? [])
    if label.isEmpty, condition == nil { return }
    let holdsQuestions = group.children.contains { $0.isPrintedQuestion }
    let isInside = currentSectionDepth.map { $0 < depth } ?? false
    let level: PaperHeading.Level = isInside ? .subsection : holdsQuestions || group.isFlat ? .section : .part
    if level == .section {
      sectionCount += 1
      currentSectionDepth = depth
    } else if level == .part {
      currentSectionDepth = nil
    }
    let (title, lead) = Self.split(label.onOneLine)
    blocks.append(
      .heading(
        PaperHeading(
          level: level, number: level == .section ? RomanNumber.text(sectionCount) : "", title: title, lead: lead,
          condition: condition.map(wording.sectionCondition))))
  }

  private var currentSectionDepth: Int?

  /// Splits a heading that ends in a question: `Nhu cầu: mỗi nội dung quan trọng đến mức nào?`.
  static func split(_ label: String) -> (title: String, lead: String) {
    guard label.hasSuffix("?") else { return (label, "") }
    let ends = label.indices.dropFirst(3).filter { index in
      (label[index] == "." || label[index] == ":") && label[label.index(after: index)...].hasPrefix(" ")
    }
    guard let end = ends.last else { return (label, "") }
    let lead = label[label.index(after: end)...].drop { $0 == " " }
    return (String(label[..<end]), lead.prefix(1).uppercased() + lead.dropFirst())
  }

  /// The next question, with its number.
  mutating func numbered(_ question: Question) -> PaperQuestion {
    questionCount += 1
    let number = questionCount
    return PaperQuestion(
      number: number, name: question.name, label: text(question.label).onOneLine, hint: hint(question),
      condition: uncovered(question.relevant.map { [$0] } ?? [], at: number).map(wording.questionCondition),
      jumps: (routing.jumps[number] ?? []).map { conditions.words($0, from: number) }, answer: answer(to: question))
  }

  mutating func append(_ roster: PaperRoster) { blocks.append(.roster(roster)) }
  mutating func appendSubheading(_ title: String) {
    blocks.append(.heading(PaperHeading(level: .subsection, number: "", title: title, lead: "", condition: nil)))
  }

  /// The words for conditions that the jumps before a question do not take care of.
  func uncovered(_ expressions: [Expression], at number: Int? = nil) -> String? {
    let parts = expressions.flatMap { $0.condition.conjuncts }
    let place = number ?? questionCount + 1
    return conditions.words(parts.filter { !routing.isCovered($0, at: place) })
  }

  /// A text in the paper's language, with numbers of questions in place of answers, dots for what is computed.
  func text(_ text: LocalizedText) -> String {
    LabelPiece.pieces(of: text.text(in: labels)).map { piece in
      switch piece {
      case .text(let text): text
      // What is computed has no number to point to: it is written in by hand.
      case .answer(let name): routing.number(of: name) == nil ? "……" : "[\(conditions.name(name))]"
      }
    }.joined()
  }

  private func paragraphs(_ question: Question) -> [String] {
    var lines = text(question.label).split(whereSeparator: \.isNewline).map(String.init)
    if question.isFixed, !question.defaultValue.isEmpty { lines.append(question.defaultValue.onOneLine) }
    if !question.hint.isEmpty { lines.append(text(question.hint).onOneLine) }
    return lines.filter { !$0.allSatisfy(\.isWhitespace) }
  }
}

extension FormNode {
  /// The question, if it is one.
  var question: Question? { if case .question(let question) = self { question } else { nil } }

  /// Whether it is a question that is printed.
  fileprivate var isPrintedQuestion: Bool { question?.isNumberedOnPaper ?? false }
}

extension QuestionGroup {
  /// Whether it holds no groups.
  fileprivate var isFlat: Bool { children.allSatisfy { $0.question != nil } }
}
