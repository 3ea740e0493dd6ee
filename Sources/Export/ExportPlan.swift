import FormDefinition
import Questionnaire
import Responses

/// The tables that an export writes.
struct ExportPlan {
  let form: Form
  let layout: RecordLayout
  let options: ExportOptions
  /// The records, then the repeats in the order of the layout.
  let tables: [ExportTable]
  /// How choices are written.
  let labels: ExportOptions.Labels
  private let questions: [[String]: Question]

  init(_ form: Form, _ layout: RecordLayout, _ options: ExportOptions, for format: ExportFormat) {
    self.form = form
    self.layout = layout
    let isStatistical = format == .sav || format == .dta
    let labels = options.labels ?? (isStatistical ? .labels : .codes)
    self.labels = labels
    questions = Dictionary(
      form.placedQuestions.map { ($0.path, $0.question) }, uniquingKeysWith: { first, _ in first })
    var composer = ColumnComposer(form, questions, layout, options)
    // Statistics programs keep codes and labels in one column.
    composer.labels = isStatistical ? .codes : labels
    composer.isSplit = isStatistical || options.multiples == .split
    self.options = options
    let records = ExportTable(name: "", repeated: nil, columns: composer.columns(of: layout.fields, isRepeat: false))
    tables =
      [records]
      + layout.repeats.enumerated().map { position, repeated in
        ExportTable(
          name: repeated.name, repeated: position, columns: composer.columns(of: repeated.fields, isRepeat: true))
      }
  }
}

extension ExportPlan {
  /// The question of a field.
  func question(of field: Field) -> Question? { questions[field.path] }
}

/// Makes the columns of tables.
private struct ColumnComposer {
  let form: Form
  let options: ExportOptions
  var labels = ExportOptions.Labels.codes
  var isSplit = false
  private let questions: [[String]: Question]
  private let repeatedNames: Set<String>

  init(_ form: Form, _ questions: [[String]: Question], _ layout: RecordLayout, _ options: ExportOptions) {
    self.form = form
    self.questions = questions
    self.options = options
    var seen: Set<String> = []
    let names = (layout.fields + layout.repeats.flatMap(\.fields)).map(\.name)
    repeatedNames = Set(names.filter { !seen.insert($0).inserted })
  }

  func columns(of fields: [Field], isRepeat: Bool) -> [ExportColumn] {
    var columns: [ExportColumn] = []
    if isRepeat { columns.append(key("PARENT_KEY", .parentKey)) }
    columns.append(key("KEY", .key))
    var taken = Set(fields.map(name))
    for (position, field) in fields.enumerated() {
      guard let question = questions[field.path], !options.isPublic || question.type.isPublic else { continue }
      append(field, position, question, &taken, to: &columns)
    }
    return columns
  }

  private func key(_ name: String, _ content: ExportContent) -> ExportColumn {
    ExportColumn(name: name, label: name, content: content, type: nil, choices: [], isOrdinal: false)
  }

  /// The question's name; its whole path when the form has another question of that name.
  private func name(_ field: Field) -> String {
    repeatedNames.contains(field.name) ? field.path.joined(separator: "/") : field.name
  }

  private func append(
    _ field: Field, _ position: Int, _ question: Question, _ taken: inout Set<String>, to columns: inout [ExportColumn]
  ) {
    let name = name(field)
    let label = question.label.text(in: options.language)
    let choices = choices(of: question)
    func add(_ ending: String, _ detail: String, _ content: ExportContent) {
      columns.append(
        ExportColumn(
          name: name + ending, label: detail.isEmpty ? label : "\(label): \(detail)", content: content,
          type: question.type, choices: choices,
          isOrdinal: question.appearance.split(separator: " ").contains("likert")))
    }
    /// The ending of a column beside the one of the codes.
    func labelEnding(_ ending: String) -> String {
      var candidate = ending + "_label"
      while !taken.insert(name + candidate).inserted { candidate += "_" }
      return candidate
    }
    switch field.storage {
    case .multiple where isSplit:
      for (index, choice) in choices.enumerated() {
        add("/\(choice.code)", choice.label, .tick(field: position, choice: index))
      }
    case .ranking where isSplit:
      for index in choices.indices {
        let detail = "\(index + 1)"
        let ending = "/\(index + 1)"
        if labels != .labels { add(ending, detail, .place(field: position, place: index, isLabel: false)) }
        if labels == .labels { add(ending, detail, .place(field: position, place: index, isLabel: true)) }
        if labels == .both {
          add(labelEnding(ending), detail, .place(field: position, place: index, isLabel: true))
        }
      }
    case .coded, .multiple, .ranking:
      if labels != .labels { add("", "", .answer(field: position)) }
      if labels == .labels { add("", "", .label(field: position)) }
      if labels == .both { add(labelEnding(""), "", .label(field: position)) }
    default: add("", "", .answer(field: position))
    }
  }

  private func choices(of question: Question) -> [ExportChoice] {
    guard let list = question.type.choiceList.flatMap({ form.choiceLists[$0] }) else { return [] }
    let numbers = ExportNumbers.numbers(of: list)
    return zip(list.choices, numbers).map { choice, number in
      let label = choice.label.text(in: options.language)
      return ExportChoice(
        code: choice.name, label: label.isEmpty ? choice.name : label, number: number, missing: choice.missing)
    }
  }
}

/// The numbers that stand for choices where only numbers can.
enum ExportNumbers {
  /// A list whose codes are all whole numbers keeps them; in others short numbers (98, 99) stay and the rest are
  /// counted from 1, as on paper.
  static func numbers(of list: ChoiceList) -> [Double] {
    let own = list.choices.map { choice in
      Int32(choice.name).flatMap { abs($0) <= 1_000_000_000 && "\($0)" == choice.name ? Double($0) : nil }
    }
    let whole = own.compactMap { $0 }
    if whole.count == own.count, Set(whole).count == whole.count { return whole }
    let printed = PaperCodes.codes(of: list).map { Double($0) ?? 0 }
    if Set(printed).count == printed.count { return printed }
    return list.choices.indices.map { Double($0 + 1) }
  }
}

extension QuestionType {
  /// Whether answers may stand in a public file: taken from a list, or numbers.
  fileprivate var isPublic: Bool {
    switch self {
    case .selectOne, .selectMultiple, .rank, .integer, .decimal, .range, .acknowledge: true
    default: false
    }
  }
}
