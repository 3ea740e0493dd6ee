import FormDefinition

/// What expressions see of one record of a run of columns.
struct BatchContext: AnswerContext {
  let layout: RecordLayout
  let positions: [String: Int]
  let columns: [AnswerColumn]
  let now: (milliseconds: Int64, offsetMinutes: Int)
  var row = 0
  var current = ""
  /// The choice under test in a choice filter.
  var choice: Choice?

  init(
    layout: RecordLayout, positions: [String: Int], columns: [AnswerColumn],
    now: (milliseconds: Int64, offsetMinutes: Int)
  ) {
    self.layout = layout
    self.positions = positions
    self.columns = columns
    self.now = now
  }

  func answer(to name: String) -> String {
    guard let position = positions[name] else { return "" }
    return columns[position].text(at: row, of: layout.fields[position])
  }

  func attribute(named name: String) -> String {
    guard let choice else { return "" }
    switch name {
    case "name": return choice.name
    case "label": return choice.attributes[name] ?? choice.label.text(in: "")
    default: return choice.attributes[name] ?? ""
    }
  }
}
