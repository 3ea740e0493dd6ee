import FormDefinition
import Responses
import TextEncoding

/// A form as tables see it: where its questions may stand, and what may stand for its choices.
struct TableForm: Sendable {
  let layout: RecordLayout
  let mapping: ColumnMapping
  let wording: FormWording
  let index: HeadingIndex
  /// The position in the form's layout of the repeat whose rows are read; nil: records.
  let repeated: Int?
  /// The program that wrote the table of records; nil: told by the headings.
  var producer: TableProducer?
  /// The names of questions that stand in other tables of the form.
  let elsewhere: Set<String>
  /// Whether the form has repeats.
  let hasRepeats: Bool
  private let form: Form
  /// The layout of the form's records, whatever is read.
  private let whole: RecordLayout

  /// A form as a table of its records sees it.
  init(form: Form, layout: RecordLayout, mapping: ColumnMapping) {
    self.layout = layout
    self.mapping = mapping
    self.form = form
    whole = layout
    repeated = nil
    hasRepeats = !layout.repeats.isEmpty
    elsewhere = Set(layout.repeats.flatMap(\.fields).map(\.name))
    wording = FormWording(form: form, layout: layout, language: mapping.language)
    index = HeadingIndex(layout, wording)
  }

  /// The same form as a table of the rows of one of its repeats sees it.
  func ofRows(_ repeated: Int) -> TableForm {
    TableForm(form: form, layout: whole, repeated: repeated, mapping: mapping)
  }

  private init(form: Form, layout: RecordLayout, repeated: Int, mapping: ColumnMapping) {
    let own = layout.repeats[repeated]
    self.form = form
    whole = layout
    self.layout = RecordLayout(
      formIdentifier: layout.formIdentifier, formVersion: layout.formVersion, fields: own.fields)
    var mapping = mapping
    mapping.key = nil
    self.mapping = mapping
    self.repeated = repeated
    hasRepeats = true
    let fields = layout.fields + layout.repeats.flatMap(\.fields)
    elsewhere = Set(fields.map(\.name)).subtracting(own.fields.map(\.name))
    wording = FormWording(form: form, layout: self.layout, language: mapping.language)
    index = HeadingIndex(self.layout, wording, depth: own.path.count)
  }

  /// How the answers to each field are written in a table of a producer.
  func notations(_ producer: TableProducer, _ headings: [String], _ plan: TablePlan) -> [AnswerNotation] {
    // Many questions share a list of choices, and so the texts that stand for them.
    var vocabularies: [VocabularyKey: ChoiceVocabulary] = [:]
    return layout.fields.enumerated().map { position, field in
      var notation = AnswerNotation(bareIsNotShown: producer.tellsBareCells)
      let heading: String? = if case .column(let column) = plan.origins[position] { headings[column] } else { nil }
      let own = heading.flatMap { mapping.notations[$0] }
      if let mark = own?.decimalMark ?? mapping.decimalMark ?? (producer.writesCanonically ? .point : nil) {
        notation.decimalMark = .certain(mark)
      }
      if let order = own?.dateOrder ?? mapping.dateOrder { notation.dateOrder = .certain(order) }
      guard !field.choices.isEmpty else { return notation }
      let key = VocabularyKey(
        names: field.choices, labels: wording.fields[position].choices, others: mapping.values[field.name] ?? [:])
      let vocabulary =
        vocabularies[key]
        ?? ChoiceVocabulary(
          names: key.names, labels: key.labels, others: key.others, style: mapping.answers ?? producer.style,
          joiner: mapping.joiner ?? producer.joiner)
      vocabularies[key] = vocabulary
      notation.choices = vocabulary
      return notation
    }
  }

  /// How many columns of a sheet belong to questions.
  func matchCount(_ sheet: SheetTable) -> Int {
    guard let header = HeaderRow(sheet.bytes, .sheet, isLast: true) else { return 0 }
    return matchCount(header.headings)
  }

  /// How many headings belong to questions.
  func matchCount(_ headings: [String]) -> Int {
    headings.count { heading in
      if repeated != nil, RowLink.isLink(heading) { return false }
      if let target = mapping.columns[heading] { return !target.isEmpty }
      switch index.match(heading) {
      case .named, .labelled: return true
      case .ambiguous, .none: return false
      }
    }
  }

  /// Whether a second header row holds the labels of the questions that the first one names.
  func isLabelRow(_ labels: [String], below names: [String]) -> Bool {
    var named = 0
    var labelled = 0
    for (name, label) in zip(names, labels) {
      guard let field = index.field(named: name) else { continue }
      named += 1
      let key = label.comparisonKey
      // Entry workbooks number their questions: "3. Tuổi".
      let isLabel = wording.fields[field].labels.contains { label in
        let own = label.comparisonKey
        return own == key || (own.count > 2 && key.hasSuffix(" " + own))
      }
      if isLabel { labelled += 1 }
    }
    return labelled > 0 && labelled * 2 >= named
  }

  private struct VocabularyKey: Hashable {
    var names: [String]
    var labels: [[String]]
    var others: [String: String]
  }
}

extension TableProducer {
  /// Whether a cell without anything is another thing than an empty pair of quotes.
  var tellsBareCells: Bool { self == .limeSurvey || self == .limeSurveyVV }

  /// What its cells of choices hold.
  var style: ChoiceVocabulary.Style { self == .odkCentral ? .names : holdsLabels ? .labels : .either }
}
