import Diagnostics
import FormDefinition
import Responses

/// The questions made of open answers: for each open question, and for all together, one per theme.
struct ThemeFields: Sendable {
  /// The open questions.
  let questions: [String]
  /// The levels: the themes, then ``ThemeNames/uncoded`` and ``ThemeNames/nothing``.
  let levels: [String]
  private let themeCount: Int

  init(questions: [String], themes: [String]) {
    self.questions = questions
    themeCount = themes.count
    levels = themes + [ThemeNames.uncoded, ThemeNames.nothing]
  }

  /// Stands between the question and the level in the name of a field; no question's name has it.
  static let separator: Character = "="

  /// The groups: "" stands for all questions together.
  var groups: [String] { questions + (questions.count > 1 ? [""] : []) }

  /// The fields, group after group.
  var all: [Field] {
    groups.flatMap { group in
      levels.map {
        Field(name: Self.name(group, $0), path: [Self.name(group, $0)], storage: .coded, choices: ["yes", "no"])
      }
    }
  }

  static func name(_ group: String, _ level: String) -> String { group + String(separator) + level }

  /// The group and level of a field's name; nil when it is none of these.
  static func parts(of name: String) -> (group: String, level: String)? {
    guard let place = name.firstIndex(of: separator) else { return nil }
    return (String(name[..<place]), String(name[name.index(after: place)...]))
  }

  /// The columns of all fields, from the answers to each question.
  func columns(_ answers: [[CodedAnswer]], count: Int) -> [[UInt8]] {
    var columns: [[UInt8]] = []
    for answers in answers { columns += self.columns(answers, count: count) }
    if questions.count > 1 {
      columns += self.columns((0..<count).map { row in Self.together(answers.map { $0[row] }) }, count: count)
    }
    return columns
  }

  /// What a person says in several answers.
  static func together(_ answers: [CodedAnswer]) -> CodedAnswer {
    var themes: UInt64 = 0
    var plain = CodedAnswer.blank
    for answer in answers {
      switch answer {
      case .themes(let bits): themes |= bits
      case .uncoded: plain = .uncoded
      case .nothing: if plain == .blank { plain = .nothing }
      case .blank: break
      }
    }
    return themes == 0 ? plain : .themes(themes)
  }

  private func columns(_ answers: [CodedAnswer], count: Int) -> [[UInt8]] {
    let (yes, no): (UInt8, UInt8) = (1, 2)
    var columns = [[UInt8]](repeating: Array(repeating: ChoiceCode.blank, count: count), count: levels.count)
    // Column by column: a batch of answers stays near, whatever the number of themes.
    for level in 0..<themeCount {
      for row in 0..<count where answers[row] != .blank {
        columns[level][row] = answers[row].mentions(level) ? yes : no
      }
    }
    for row in 0..<count where answers[row] != .blank {
      columns[themeCount][row] = answers[row] == .uncoded ? yes : no
      columns[themeCount + 1][row] = answers[row] == .nothing ? yes : no
    }
    return columns
  }

  func extending(_ form: Form) -> Form {
    var form = form
    for group in groups {
      let known = form.indicators.first { $0.kind == .text && $0.items.contains(.question(group)) }
      var indicator = Indicator(
        name: group.isEmpty ? Self.together : known?.name ?? group, kind: .share,
        position: known?.position ?? .init(file: form.source))
      indicator.items = levels.map { .question(Self.name(group, $0)) }
      if let known {
        indicator.label = known.label
        indicator.group = known.group
      }
      form.indicators.append(indicator)
    }
    return form
  }

  /// The indicator of all open questions together.
  static let together = "open_answers"
}
