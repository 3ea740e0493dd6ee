import FormDefinition
import Responses

/// What a form says to people: by it the headings and answers of programs that export labels are recognised.
struct FormWording: Sendable {
  /// The texts of one field.
  struct FieldWording: Sendable {
    /// The question in every language.
    var labels: [String] = []
    /// The labels of the groups around it and the question's own, outermost first, by language.
    var paths: [[String]] = []
    /// The labels of each choice in every language.
    var choices: [[String]] = []
    /// Whether it asks for a place on the earth, which tables may have in four columns.
    var isPoint = false
    /// Whether it is the day on which the record was made, which devices fill in.
    var isToday = false
  }

  /// By field of the layout; behind those of the records may stand those of the rows of repeats, by ordinal.
  var fields: [FieldWording]

  /// Gathers the texts of a form, of one language only if it is named and the form has it.
  ///
  /// - Parameter withRows: whether the fields of repeats are among them.
  init(form: Form, layout: RecordLayout, language: String? = nil, withRows: Bool = false) {
    let languages = language.flatMap { wanted in
      form.languages.contains { $0.code == wanted } ? [wanted, ""] : nil
    }
    func texts(_ text: LocalizedText) -> [String] {
      let wanted = text.byCode.filter { languages?.contains($0.key) ?? true }
      let unique = Set(wanted.values.filter { !$0.isEmpty })
      return unique.sorted()
    }
    var byPath: [[String]: FieldWording] = [:]
    for placed in form.placedQuestions {
      var wording = FieldWording(labels: texts(placed.question.label))
      let codes = Set(placed.question.label.byCode.keys).filter { languages?.contains($0) ?? true }
      wording.paths = codes.sorted().map { code in
        (placed.groups.map(\.label) + [placed.question.label]).map { $0.text(in: code) }.filter { !$0.isEmpty }
      }
      let choices = placed.question.type.choiceList.flatMap { form.choiceLists[$0]?.choices } ?? []
      wording.choices = choices.map { texts($0.label) }
      wording.isPoint = placed.question.type.isPoint
      wording.isToday = placed.question.type == .metadata(.today)
      byPath[placed.path] = wording
    }
    let wanted = layout.fields + (withRows ? layout.repeats.flatMap(\.fields) : [])
    fields = wanted.map { byPath[$0.path] ?? FieldWording() }
  }
}

extension QuestionType {
  /// Whether answers are one place on the earth.
  fileprivate var isPoint: Bool { self == .geography(.geopoint) || self == .metadata(.startGeopoint) }
}
