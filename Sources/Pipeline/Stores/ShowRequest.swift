internal import CivilCalendar
public import Diagnostics
internal import FileSystem
internal import FormDefinition
internal import ResponseStore
internal import Responses

/// A person who wants to see what a store holds of them.
public struct ShowRequest: Sendable {
  /// The path of the store.
  public var store: String
  /// The folder or file of the form.
  public var form: String
  /// The record's key, or the code of the questionnaire.
  public var key: String
  /// The file that is written, the owner's alone.
  public var file: String
  /// The language of the questions.
  public var language: InterfaceLanguage

  /// Creates a request.
  public init(store: String, form: String, key: String, file: String, language: InterfaceLanguage) {
    self.store = store
    self.form = form
    self.key = key
    self.file = file
    self.language = language
  }

  /// Writes the answers to the file (mode 0600); no file is written when there is no record.
  ///
  /// - Returns: whether there was a record.
  public func run() throws(StageFailure) -> Bool {
    let form = try loadUsableForm(at: form)
    let store = try storeToCopy(at: store, wait: SQLiteResponseStore.usualWait)
    let records = try store.records(of: PersonKey(written: key), form: form.identifier)
    guard !records.accepted.isEmpty || !records.superseded.isEmpty || !records.held.isEmpty else { return false }
    let sheet = AnswerSheet(form: form, language: language)
    var text = sheet.heading
    for accepted in records.accepted { text += sheet.text(of: accepted) }
    for earlier in records.superseded { text += sheet.text(of: earlier, isSuperseded: true) }
    for held in records.held { text += sheet.text(of: held) }
    try createFolders(at: parentFolder(of: file), mode: 0o700)
    try writeAtomically(Array(text.utf8), to: file, mode: 0o600)
    try store.remember(.answers, at: file)
    return true
  }
}

/// One person's answers with the questions in words.
private struct AnswerSheet {
  let form: Form
  let language: InterfaceLanguage

  var heading: String {
    "\(form.title.text(in: language.rawValue))\n"
      + language.pick(
        "Mọi câu trả lời mà kho đang giữ với mã phiếu này.\n", "All answers that the store holds under this code.\n")
  }

  func text(of accepted: PersonRecords.Accepted, isSuperseded: Bool = false) -> String {
    let layout = accepted.record.layout
    var text = "\n" + origin(version: layout.formVersion, accepted.source, accepted.takenAt)
    if isSuperseded {
      text += language.pick(
        "Đây là bản cũ; một bản sửa đã thay nó và nó không còn được tính.\n",
        "This is an earlier version; an edit took its place and it is counted no more.\n")
    }
    let questions = Dictionary(
      form.placedQuestions.map { ($0.path, $0.question) }, uniquingKeysWith: { first, _ in first })
    for (field, column) in zip(layout.fields, accepted.record.columns) {
      guard let column else { continue }
      text += line(field, column, row: 0, questions[field.path])
    }
    for (repeated, rows) in zip(layout.repeats, accepted.record.repeats) {
      for row in 0..<rows.count {
        text += "\n\(repeated.name) [\(row + 1)]\n"
        for (field, column) in zip(repeated.fields, rows.columns) {
          guard let column else { continue }
          text += line(field, column, row: row, questions[field.path])
        }
      }
    }
    return text + concealed(accepted.record.concealed[0] ?? [])
  }

  /// Answers that the store keeps and does not count.
  private func concealed(_ answers: [ConcealedAnswer]) -> String {
    guard !answers.isEmpty else { return "" }
    let labels = Dictionary(
      form.placedQuestions.map { ($0.question.name, $0.question.label.text(in: language.rawValue)) },
      uniquingKeysWith: { first, _ in first })
    let heading = language.pick(
      "\nCâu trả lời cho câu không hiển thị, không được tính:\n",
      "\nAnswers to questions that were not shown, not counted:\n"
    )
    return answers.reduce(into: heading) { text, answer in
      let name = answer.field.split(separator: "/").last.map(String.init) ?? answer.field
      let label = labels[name] ?? ""
      text += "\n\(label.isEmpty ? answer.field : label)\n    \(answer.answer)\n"
    }
  }

  func text(of held: PersonRecords.Held) -> String {
    "\n" + origin(version: "", held.source, held.takenAt)
      + language.pick(
        "Phiếu này được giữ riêng, chưa được tính; nội dung như khi nhận:\n",
        "This record is held apart and not counted; as it was received:\n")
      + String(decoding: held.original, as: UTF8.self) + "\n"
  }

  private func origin(version: String, _ source: String, _ takenAt: Int64) -> String {
    let day = CivilDay(milliseconds: takenAt).iso
    let from = language.pick("Nhận ngày \(day), từ tệp \(source)\n", "Taken in on \(day), from the file \(source)\n")
    return version.isEmpty ? from : from + language.pick("Phiên bản phiếu: ", "Version of the form: ") + version + "\n"
  }

  /// The question in words and the answer by its label; nothing for a question that was not answered.
  private func line(_ field: Field, _ column: AnswerColumn, row: Int, _ question: Question?) -> String {
    let answer = column.text(at: row, of: field)
    guard !answer.isEmpty else { return "" }
    let label = question?.label.text(in: language.rawValue) ?? ""
    return "\n\(label.isEmpty ? field.name : label)\n    \(labelled(answer, field, question))\n"
  }

  private func labelled(_ answer: String, _ field: Field, _ question: Question?) -> String {
    guard let list = question?.type.choiceList, let choices = form.choiceLists[list]?.choices else { return answer }
    let labels = Dictionary(choices.map { ($0.name, $0.label) }, uniquingKeysWith: { first, _ in first })
    let names = field.storage == .coded ? [answer] : answer.split(separator: " ").map(String.init)
    return names.map { name in
      let label = labels[name]?.text(in: language.rawValue) ?? ""
      return label.isEmpty ? name : label
    }.joined(separator: "; ")
  }
}
