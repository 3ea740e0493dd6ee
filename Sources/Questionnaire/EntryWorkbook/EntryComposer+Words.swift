import FormDefinition

extension EntryComposer {
  /// `12. The text of the question *`, at most 500 characters.
  func label(_ question: Question) -> String {
    let text = text(question.label)
    let words = text.isEmpty ? question.name : text.count > 500 ? text.prefix(499) + "…" : text
    let number = routing.number(of: question.name).map { "\($0). " } ?? ""
    return number + words + (question.isAlwaysRequired ? " *" : "")
  }

  func title(_ question: Question) -> String {
    routing.number(of: question.name).map { words.text("Câu \($0)", "Question \($0)") } ?? question.name
  }

  func error(_ question: Question) -> String {
    let message = text(question.constraintMessage)
    if !message.isEmpty { return message }
    switch question.type {
    case .selectOne, .rank: return words.choiceError
    case .selectMultiple: return words.tickError
    default: return ""
    }
  }

  /// The hint, and how the answer is written.
  func message(_ question: Question, _ content: EntryContent) -> String {
    var parts: [String] = []
    for hint in [question.hint, question.guidanceHint] where !hint.isEmpty { parts.append(text(hint)) }
    if let filter = question.choiceFilter {
      let names = filter.references.filter { routing.number(of: $0) != nil }.map(conditions.name)
      if !names.isEmpty { parts.append(words.filtered(by: names)) }
    }
    switch content {
    case .tick: parts.append(words.tickMessage)
    case .acknowledgement: parts.append(words.okMessage)
    case .number(_, let bounds):
      if bounds != EntryBounds() { parts.append(words.range(bounds, of: content)) }
    case .date(let hasTime, let bounds):
      if bounds != EntryBounds() { parts.append(words.range(bounds, of: content)) }
      parts.append(hasTime ? words.dateTimeMessage : words.dateMessage)
    case .time: parts.append(words.timeMessage)
    case .text:
      switch question.type {
      case .selectMultiple: parts.append(words.codesMessage)
      case .rank: parts.append(words.orderedCodesMessage)
      case .geography: parts.append(words.placeMessage)
      default: break
      }
    case .choice, .key, .parentKey: break
    }
    return parts.map(\.asSentence).joined(separator: " ")
  }

  func requirement(_ question: Question) -> [AnswerCondition]? {
    guard let required = question.required else { return nil }
    return question.isAlwaysRequired ? [] : required.condition.conjuncts
  }

  /// The sheets with their formulas, once all columns are there.
  var finishedSheets: [EntrySheet] {
    let parents = Set(
      sheets.compactMap { sheet -> Int? in
        if case .parentKey(let parent) = sheet.columns.first?.column.content { parent } else { nil }
      })
    return sheets.enumerated().map { position, sheet in
      let row = EntrySheet.firstRecordRow
      let isUsed = "COUNTA($A\(row):$\(columnLetters(sheet.columns.count))\(row))>0"
      var columns = sheet.columns.map { draft in
        var column = draft.column
        let relevance = draft.relevance.isEmpty ? nil : sheet.formulas.formula(draft.relevance)
        column.isSkipped = relevance.map { "AND(\(isUsed),NOT(\($0)))" }
        if relevance == nil, let condition = conditions.words(draft.relevance) {
          // What the colour of the cell cannot tell is told in words.
          column.message = "\(words.onlyIf(condition)) \(column.message)"
        }
        // Where nobody knows whether the question is asked, nothing can be said to be missing.
        if let requirement = draft.requirement, draft.relevance.isEmpty || relevance != nil {
          let condition = requirement.isEmpty ? nil : sheet.formulas.formula(requirement)
          if requirement.isEmpty || condition != nil {
            let parts = [isUsed, draft.isBlank] + [condition].compactMap { $0 }
            column.isMissing = "AND(\(parts.joined(separator: ",")))"
          }
        }
        return column
      }
      let keyCount = sheet.path.isEmpty ? 1 : 2
      let isReferredTo = parents.contains(position)
      let key = columns[keyCount - 1]
      columns[keyCount - 1].label = key.label + (isReferredTo ? " *" : "")
      columns[keyCount - 1].message =
        sheet.path.isEmpty
        ? words.keyMessage(isRequired: isReferredTo) : words.rowKeyMessage(isRequired: isReferredTo)
      for index in 0..<keyCount where index == 0 && keyCount == 2 || isReferredTo {
        columns[index].isMissing = "AND(\(isUsed),$\(columnLetters(index + 1))\(row)=\"\")"
      }
      return EntrySheet(name: sheet.name, path: sheet.path, columns: columns, keyCount: keyCount)
    }
  }
}

extension String {
  /// With a full stop when nothing else ends it.
  fileprivate var asSentence: String {
    last.map { $0.isPunctuation && !")”\"".contains($0) } ?? true ? self : self + "."
  }
}

extension Question {
  /// Whether an answer is required whatever the other answers are.
  var isAlwaysRequired: Bool { ["yes", "true", "true()"].contains(required?.text.lowercased() ?? "") }
}
