public import Diagnostics
public import FormDefinition

extension EntryWorkbook {
  /// What stands in the entry workbook of a form.
  ///
  /// Questions that nobody types (calculations, metadata but the day, notes, files, read-only questions) are left out.
  /// Without a language the workbook is in Vietnamese when the form has it, else in the form's first language with
  /// English words.
  /// - Complexity: O(size of the form), and O(choices × questions) for conditions told in words.
  public init(_ form: Form, language wanted: InterfaceLanguage? = nil) {
    let codes = form.languages.map(\.code)
    let language: InterfaceLanguage =
      wanted ?? (codes.isEmpty || codes.contains { $0.hasPrefix("vi") } ? .vietnamese : .english)
    let labels = codes.first { $0.hasPrefix(language.rawValue) } ?? form.defaultLanguage
    let english = codes.first { $0.hasPrefix("en") && $0 != labels }
    var composer = EntryComposer(form, language: language, labels: [labels] + (english.map { [$0] } ?? []))
    let untouched = composer
    composer.compose()
    if composer.sheets.contains(where: { $0.columns.count > EntrySheet.largestColumnCount }) {
      composer = untouched
      composer.longestSplitList = 0
      composer.compose()
    }
    let sheets = composer.finishedSheets
    let spoken = english == nil ? [language] : [language, .english]
    self.init(
      language: language, title: form.title.text(in: labels).onOneLine, identifier: form.identifier,
      version: form.version, sheets: sheets, lists: composer.lists, names: composer.names,
      guide: spoken.map {
        EntryGuide.instructions(
          EntryWording(language: $0), identifier: form.identifier, version: form.version, sheets: sheets,
          names: composer.names)
      })
  }
}

/// Walks a form and lays its questions out as columns.
struct EntryComposer {
  /// A column whose formulas wait until all columns are known.
  struct Draft {
    var column: EntryColumn
    /// What must hold for the question to be asked.
    var relevance: [AnswerCondition] = []
    /// What must hold for an answer to be required; nil: never.
    var requirement: [AnswerCondition]?
    /// A formula that is true while the question has no answer.
    var isBlank = ""
  }

  /// A sheet of which columns are still being added.
  struct SheetDraft {
    var name: String
    var path: [String]
    var columns: [Draft] = []
    var formulas = EntryFormula()
  }

  /// What is around a question.
  struct Surroundings {
    var sheet = 0
    var path: [String] = []
    var relevance: [AnswerCondition] = []
    var section = 0
  }

  /// Longer lists get one column of codes in place of a column for each choice.
  var longestSplitList = 60

  let form: Form
  let words: EntryWording
  /// The languages of labels, the workbook's first.
  let labels: [String]
  let routing: PaperRouting
  let conditions: ConditionWording
  let names: EntrySheetNames
  let repeatedNames: Set<String>
  /// Whether records have the moment of their end.
  let hasEnd: Bool
  private var naming = EntrySheetNaming()
  var lists: [EntryList] = []
  private var listPositions: [String: Int] = [:]
  var sheets: [SheetDraft] = []
  /// By the position of a nested list, the column of the choices sheet and the list that it lies below.
  var nestings: [Int: EntryNesting] = [:]
  private var sectionCount = 0

  init(_ form: Form, language: InterfaceLanguage, labels: [String]) {
    self.form = form
    self.labels = labels
    words = EntryWording(language: language)
    hasEnd = form.placedQuestions.contains { !$0.isRepeated && $0.question.type == .metadata(.end) }
    routing = PaperRouting(form)
    conditions = ConditionWording(routing: routing, language: language, labels: labels[0])
    var seen: Set<String> = []
    repeatedNames = Set(form.placedQuestions.map(\.question.name).filter { !seen.insert($0).inserted })
    let wanted = words.sheetNames
    names = EntrySheetNames(
      guide: naming.name(wanted.guide), codes: naming.name(wanted.codes), about: naming.name(wanted.about))
  }

  /// Lays the whole form out.
  mutating func compose() {
    beginSheet(named: words.respondents, path: [], parent: nil)
    compose(form.children, in: Surroundings())
  }

  private mutating func beginSheet(named name: String, path: [String], parent: Int?) {
    sheets.append(SheetDraft(name: naming.name(name), path: path))
    appendKeys(parent: parent)
  }

  private mutating func compose(_ nodes: [FormNode], in surroundings: Surroundings) {
    for node in nodes {
      switch node {
      case .question(let question): append(question, in: surroundings)
      case .group(let group): compose(group.children, in: inside(group, surroundings))
      case .repeatGroup(let group):
        var inner = inside(group, surroundings)
        beginSheet(named: group.name, path: inner.path, parent: surroundings.sheet)
        inner.sheet = sheets.count - 1
        compose(group.children, in: inner)
      }
    }
  }

  private mutating func inside(_ group: QuestionGroup, _ surroundings: Surroundings) -> Surroundings {
    var inner = surroundings
    inner.path.append(group.name)
    inner.relevance += group.relevant?.condition.conjuncts ?? []
    if inner.path.count == 1 {
      sectionCount += 1
      inner.section = sectionCount
    }
    return inner
  }

  /// What programs call the column of a question.
  func heading(_ question: Question, in surroundings: Surroundings) -> String {
    repeatedNames.contains(question.name)
      ? (surroundings.path + [question.name]).joined(separator: "/") : question.name
  }

  /// The position of a list among the workbook's, entered at its first use.
  mutating func listPosition(_ name: String) -> Int {
    if let known = listPositions[name] { return known }
    let choices = (form.choiceLists[name]?.choices ?? []).map { choice in
      let texts = labels.map { choice.label.text(in: $0).onOneLine }
      return EntryChoice(
        code: choice.name, entry: Self.entry(choice.name, texts[0]), labels: texts)
    }
    lists.append(EntryList(name: name, choices: choices))
    listPositions[name] = lists.count - 1
    return lists.count - 1
  }

  /// `code – label` of at most 200 characters; the code alone when there is nothing to add.
  private static func entry(_ code: String, _ label: String) -> String {
    let room = 200 - code.count - 3
    if label.isEmpty || label == code || room < 2 { return code }
    return "\(code) – " + (label.count > room ? label.prefix(room - 1) + "…" : label)
  }

  /// A text in the workbook's language on one line, with numbers of questions in place of answers.
  func text(_ text: LocalizedText) -> String {
    LabelPiece.pieces(of: text.text(in: labels[0])).map { piece in
      switch piece {
      case .text(let text): text.onOneLine
      case .answer(let name): routing.number(of: name) == nil ? "…" : "[\(conditions.name(name))]"
      }
    }.joined()
  }
}
