import FormDefinition

/// What expressions see of the row being made.
struct RecordContext: AnswerContext {
  let draft: RecordDraft
  /// The fields of the expression's references.
  let fields: [Int?]
  /// Fields by name, for functions that ask by name.
  let positions: [String: Int]
  /// The day and second at which the form was opened: the record's now.
  let day: Int
  let secondOfDay: Int
  /// The answers in rows of repeats inside, by name.
  var inside: [String: [String]] = [:]
  var current = ""
  /// The choice under test in a choice filter.
  var choice: Choice?

  func answer(to name: String, reference: Int) -> String {
    guard fields.indices.contains(reference), let field = fields[reference] else { return inside[name]?.first ?? "" }
    return draft.text(field)
  }

  func answer(to name: String) -> String { positions[name].map { draft.text($0) } ?? inside[name]?.first ?? "" }

  func answers(to name: String) -> [String] { positions[name].map { [draft.text($0)] } ?? inside[name] ?? [] }

  func attribute(named name: String) -> String {
    guard let choice else { return "" }
    if name == "name" { return choice.name }
    if name == "label" { return choice.attributes[name] ?? choice.label.text(in: "") }
    return choice.attributes[name] ?? ""
  }

  var now: (milliseconds: Int64, offsetMinutes: Int) {
    let seconds = Int64(day) * 86_400 + Int64(secondOfDay) - Int64(CalendarText.offsetMinutes) * 60
    return (seconds * 1000, CalendarText.offsetMinutes)
  }
}
