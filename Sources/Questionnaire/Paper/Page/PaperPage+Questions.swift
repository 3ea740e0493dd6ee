internal import Markup

extension PaperPage {
  /// A question, its explanations, the places for the answer and where to go on; never broken across pages unless
  /// its list of choices is long.
  func write(_ question: PaperQuestion, into writer: inout MarkupWriter) {
    let isLong = question.answer.choiceCount > 16
    writer.element("div", [("class", isLong ? "question long" : "question")]) { box in
      if let condition = question.condition { box.leaf("p", [("class", "condition")], text: condition) }
      if let width = question.answer.widthBeside {
        box.element("table", [("class", "beside")]) { table in
          table.element("tr") { row in
            row.element("td") { writeText(of: question, into: &$0) }
            row.element("td", [("class", "answer"), ("style", "width:\(width)pt")]) {
              write(question.answer, into: &$0)
            }
          }
        }
      } else {
        writeText(of: question, into: &box)
        write(question.answer, into: &box)
      }
      for jump in question.jumps { box.leaf("p", [("class", "jump")], text: jump) }
    }
  }

  private func writeText(of question: PaperQuestion, into box: inout MarkupWriter) {
    box.leaf("p", [("class", "label")], markup: labelMarkup(question))
    if !question.hint.isEmpty { box.leaf("p", [("class", "hint")], text: question.hint) }
  }

  private func labelMarkup(_ question: PaperQuestion) -> String {
    var markup = "<b>\(question.number).</b> \(question.label.escapedForMarkup)"
    switch question.answer {
    case .choices(_, isMultiple: true): markup += " <em>\(wording.severalChoices.escapedForMarkup)</em>"
    case .ranking: markup += " <em>\(wording.rankNote.escapedForMarkup)</em>"
    case .tick: markup += " \(Self.box)"
    default: break
    }
    return markup
  }

  private func write(_ answer: PaperAnswer, into box: inout MarkupWriter) {
    switch answer {
    case .choices(let choices, _): writeChoices(choices, mark: Self.box, into: &box)
    case .ranking(let choices): writeChoices(choices, mark: "<span class=\"box rank\"></span>", into: &box)
    case .writtenChoice(let list, let count):
      box.leaf("p", [("class", "hint")], text: wording.writtenChoice(list, count))
      writeLines(1, into: &box)
    case .digits(let whole, let decimals):
      let fraction = decimals == 0 ? "" : "<b>\(wording.decimalMark)</b>\(Self.boxes(decimals))"
      box.leaf("p", [("class", "fields")], markup: Self.boxes(whole) + fraction)
    case .date(let hasTime):
      let day = "\(Self.boxes(2)) / \(Self.boxes(2)) / \(Self.boxes(4))"
      box.leaf("p", [("class", "fields")], markup: hasTime ? day + " &#160; " + clock : day)
    case .time: box.leaf("p", [("class", "fields")], markup: clock)
    case .scale(let numbers):
      let marks = numbers.map { "<span class=\"mark\">\(Self.box) \($0.escapedForMarkup)</span>" }
      box.leaf("p", [("class", "fields")], markup: marks.joined(separator: " "))
    case .lines(let count): writeLines(count, into: &box)
    case .tick: break
    case .place:
      let fields = [wording.latitude, wording.longitude].map {
        "\($0.escapedForMarkup) <span class=\"blank\"></span>"
      }
      box.leaf("p", [("class", "fields")], markup: fields.joined(separator: " &#160; "))
    case .attachment: box.leaf("p", [("class", "hint")], text: wording.attachment)
    }
  }

  private var clock: String {
    "\(Self.boxes(2)) \(wording.hour.escapedForMarkup) \(Self.boxes(2)) \(wording.minute.escapedForMarkup)"
  }

  private func writeLines(_ count: Int, into box: inout MarkupWriter) {
    for _ in 0..<count { box.leaf("p", [("class", "line")], markup: "&#160;") }
  }

  /// Choices in as many columns as their texts leave room for, filled row by row.
  func writeChoices(_ choices: [PaperChoice], mark: String, into box: inout MarkupWriter) {
    let columns = choices.paperColumns
    box.element("table", [("class", "choices")]) { table in
      for start in stride(from: 0, to: choices.count, by: columns) {
        table.element("tr") { row in
          for index in start..<start + columns {
            let markup =
              choices.indices.contains(index)
              ? "\(mark)<span class=\"choice\">\(choices[index].code.escapedForMarkup). "
                + "\(choices[index].label.escapedForMarkup)</span>" : ""
            row.leaf("td", [("style", "width:\(100 / columns)%")], markup: markup)
          }
        }
      }
    }
  }
}

extension PaperAnswer {
  /// The width in points of boxes that stand to the right of the question; nil when the answer stands below it.
  fileprivate var widthBeside: Int? {
    switch self {
    case .digits(let whole, let decimals): 15 * (whole + decimals) + (decimals > 0 ? 22 : 10)
    case .date(hasTime: false): 170
    case .time: 140
    default: nil
    }
  }

  /// How many choices are printed for it.
  var choiceCount: Int {
    switch self {
    case .choices(let choices, _), .ranking(let choices): choices.count
    default: 0
    }
  }
}

extension [PaperChoice] {
  /// The number of columns that choices are set in.
  var paperColumns: Int {
    let longest = map { $0.code.count + $0.label.count }.max() ?? 0
    let columns =
      switch longest {
      case ...13: 4
      case ...22: 3
      case ...36: 2
      case ...60 where count > 6: 2
      default: 1
      }
    return Swift.max(1, Swift.min(columns, count))
  }
}
