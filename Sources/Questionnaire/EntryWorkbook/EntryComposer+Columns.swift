import FormDefinition

extension EntryComposer {
  /// Adds the columns of a question to its sheet; none when nobody types its answer.
  mutating func append(_ question: Question, in surroundings: Surroundings) {
    // The day of answering stands on paper too, and tells in which period a record belongs: one column, whose day is
    // the moment of its end to forms that have one.
    let isDay = question.type == .metadata(hasEnd ? .end : .today)
    guard isDay || question.isNumberedOnPaper else { return }
    if case .attachment = question.type { return }
    let heading = heading(question, in: surroundings)
    let relevance = surroundings.relevance + (question.relevant?.condition.conjuncts ?? [])
    var draft = Draft(
      column: EntryColumn(
        heading: heading, label: isDay ? words.dateOfAnswering + " *" : label(question),
        content: content(question, in: surroundings.sheet),
        title: title(question), message: "", error: error(question), section: surroundings.section),
      relevance: relevance, requirement: isDay ? [] : requirement(question))
    draft.column.message = message(question, draft.column.content)
    if isOneColumn(question.type) {
      add(draft, place: question, in: surroundings.sheet)
    } else if case .selectMultiple(let list) = question.type {
      addTicks(draft, question, list, in: surroundings.sheet)
    } else if case .rank(let list) = question.type {
      addPlaces(draft, question, list, in: surroundings.sheet)
    }
  }

  /// The columns of keys at the beginning of the sheet begun last.
  mutating func appendKeys(parent: Int?) {
    let isOuter = sheets.count == 1
    if let parent {
      let name = sheets[parent].name
      sheets[sheets.count - 1].columns.append(
        Draft(
          column: EntryColumn(
            heading: "PARENT_KEY", label: (parent == 0 ? words.parentKey(name) : words.parentRow(name)) + " *",
            content: .parentKey(sheet: parent), title: "PARENT_KEY", message: words.parentMessage,
            error: words.parentError, section: 0)))
    }
    sheets[sheets.count - 1].columns.append(
      Draft(
        column: EntryColumn(
          heading: "KEY", label: isOuter ? words.key : words.rowKey, content: .key, title: "KEY", message: "",
          error: words.keyError, section: 0)))
  }

  private mutating func add(_ draft: Draft, place question: Question, in sheet: Int) {
    var draft = draft
    let cell = "$\(columnLetters(sheets[sheet].columns.count + 1))\(EntrySheet.firstRecordRow)"
    draft.isBlank = "\(cell)=\"\""
    let place: EntryFormula.Place? =
      switch question.type {
      case .selectOne: .choice(cell)
      case .selectMultiple: .codes(cell)
      case .integer, .decimal, .range: .number(cell)
      case .text, .acknowledge, .barcode: .text(cell)
      default: nil
      }
    if let place { note(place, of: question.name, in: sheet) }
    sheets[sheet].columns.append(draft)
  }

  /// A question of which another one of the same name stands on the sheet cannot be referred to.
  private mutating func note(_ place: EntryFormula.Place, of name: String, in sheet: Int) {
    if !repeatedNames.contains(name) { sheets[sheet].formulas.places[name] = place }
  }

  private mutating func addTicks(_ draft: Draft, _ question: Question, _ list: String, in sheet: Int) {
    // Entering the list comes first: it may be new.
    let position = listPosition(list)
    let choices = lists[position].choices
    let first = sheets[sheet].columns.count + 1
    let row = EntrySheet.firstRecordRow
    let range = "$\(columnLetters(first))\(row):$\(columnLetters(first + choices.count - 1))\(row)"
    var cells: [String: String] = [:]
    for (index, choice) in choices.enumerated() {
      cells[choice.code] = "$\(columnLetters(first + index))\(row)"
      var tick = draft
      tick.column.heading += "/" + choice.code
      tick.column.label = part(choice.labels[0].isEmpty ? choice.code : choice.labels[0], of: draft, question, index)
      tick.isBlank = "COUNTIF(\(range),1)=0"
      sheets[sheet].columns.append(tick)
    }
    note(.ticks(cells, range: range), of: question.name, in: sheet)
  }

  private mutating func addPlaces(_ draft: Draft, _ question: Question, _ list: String, in sheet: Int) {
    let position = listPosition(list)
    for index in lists[position].choices.indices {
      var place = draft
      place.column.heading += "/\(index + 1)"
      place.column.label = part(words.place(index + 1), of: draft, question, index)
      place.isBlank = "$\(columnLetters(sheets[sheet].columns.count + 1))\(EntrySheet.firstRecordRow)=\"\""
      // Respondents may rank only what they know.
      if index > 0 { place.requirement = nil }
      sheets[sheet].columns.append(place)
    }
  }

  /// The whole question above its first column, its number above the others.
  private func part(_ words: String, of draft: Draft, _ question: Question, _ index: Int) -> String {
    let number = routing.number(of: question.name).map { "\($0)" } ?? question.name
    return (index == 0 ? draft.column.label : number) + " ▸ " + words.prefix(200)
  }

  private mutating func content(_ question: Question, in sheet: Int) -> EntryContent {
    let bounds = EntryBounds(question, words: words)
    switch question.type {
    case .integer: return .number(isWhole: true, bounds)
    case .range:
      let steps = ["start", "step"].map { Double(question.parameters[$0] ?? "1") ?? 0.5 }
      return .number(isWhole: steps.allSatisfy { $0 == $0.rounded() }, bounds)
    case .decimal: return .number(isWhole: false, bounds)
    case .date, .metadata: return .date(hasTime: false, bounds)
    case .dateTime: return .date(hasTime: true, bounds)
    case .time: return .time
    case .acknowledge: return .acknowledgement
    case .selectOne(let list):
      let position = listPosition(list)
      return .choice(list: position, within: parentCell(of: question, list: position, in: sheet))
    case .selectMultiple: return isOneColumn(question.type) ? .text(isLong: false) : .tick
    case .rank(let list):
      return isOneColumn(question.type) ? .text(isLong: false) : .choice(list: listPosition(list))
    case .text: return .text(isLong: question.appearance.split(separator: " ").contains("multiline"))
    default: return .text(isLong: false)
    }
  }

  /// Whether one column holds the whole answer.
  private func isOneColumn(_ type: QuestionType) -> Bool {
    switch type {
    case .selectMultiple(let list), .rank(let list):
      form.choiceLists[list].map { $0.choices.count > longestSplitList || $0.choices.isEmpty } ?? true
    default: true
    }
  }
}
