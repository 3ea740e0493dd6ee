import FormDefinition

extension PaperComposer {
  /// The annex for re-keying: every question, and every list once.
  var codebook: PaperCodebook {
    var listNames: [String] = []
    var seen: Set<String> = []
    let entries = routing.stops.enumerated().map { index, stop -> PaperCodebook.Entry in
      let question = stop.question
      if let list = question.type.choiceList, seen.insert(list).inserted { listNames.append(list) }
      return PaperCodebook.Entry(number: index + 1, name: question.name, kind: kind(of: question))
    }
    let lists = listNames.compactMap { name -> PaperCodebook.List? in
      guard let list = form.choiceLists[name] else { return nil }
      if list.choices.count > Self.longestPrintedList { return PaperCodebook.List(name: name, codes: []) }
      let codes = zip(PaperCodes.codes(of: list, isRanked: rankedLists.contains(name)), list.choices).map {
        PaperCodebook.Code(printed: $0, keyed: $1.name, label: text($1.label).onOneLine)
      }
      return PaperCodebook.List(name: name, codes: codes)
    }
    return PaperCodebook(entries: entries, lists: lists)
  }

  private func kind(of question: Question) -> String {
    switch question.type {
    case .selectOne(let list): list
    case .selectMultiple(let list): wording.several(list)
    case .rank(let list): wording.ranks(list)
    default: wording.kind(answer(to: question))
    }
  }

  /// What the questions call for, each instruction once, in the order of the first need.
  var instructions: [String] {
    var lines: [String] = []
    func add(_ line: String?) { if let line, !lines.contains(line) { lines.append(line) } }
    var hasBoxes = false
    var hasJumps = false
    for block in blocks {
      switch block {
      case .question(let question):
        add(wording.instruction(question.answer))
        if case .choices = question.answer { hasBoxes = true }
        hasJumps = hasJumps || !question.jumps.isEmpty
      case .grid(let grid):
        add(wording.gridInstruction)
        hasBoxes = true
        hasJumps = hasJumps || grid.rows.contains { !$0.jumps.isEmpty }
      case .codeList(let list): hasJumps = hasJumps || list.rows.contains { !$0.jumps.isEmpty }
      case .heading, .notice, .note, .roster: break
      }
    }
    if hasBoxes { add(wording.correction) }
    if hasJumps { add(wording.jumpInstruction) }
    return lines
  }
}
