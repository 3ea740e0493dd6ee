import Diagnostics
import FormDefinition

/// Tells conditions on answers in words, questions by their numbers.
struct ConditionWording {
  let routing: PaperRouting
  let language: InterfaceLanguage
  /// The language of labels.
  let labels: String

  /// Labels longer than this are told by their code alone.
  private static let longestLabel = 60

  /// `câu 3 chọn “Có” và câu 5 từ 18 trở lên`; nil when there is nothing to say.
  func words(_ conditions: [AnswerCondition]) -> String? {
    let parts = conditions.flatMap(\.conjuncts)
    var sets: [Int: PaperRouting.AnswerSet] = [:]
    for part in parts {
      guard let set = routing.answerSet(part) else { continue }
      sets[set.question, default: set].choices.formIntersection(set.choices)
      if !set.allowsBlank { sets[set.question]?.allowsBlank = false }
    }
    var told: Set<Int> = []
    let phrases = parts.compactMap { part -> String? in
      guard let set = routing.answerSet(part) else { return phrase(part, isPart: parts.count > 1) }
      guard told.insert(set.question).inserted, let whole = sets[set.question] else { return nil }
      return phrase(whole)
    }
    return phrases.isEmpty ? nil : phrases.joined(separator: text("và", "and").spaced)
  }

  /// `Nếu câu 5 chọn “Không” → chuyển câu 9.`
  func words(_ jump: PaperRouting.Jump, from number: Int) -> String {
    let answer = choosing(Set(jump.choices), of: number, allowsBlank: false)
    let way =
      jump.target.map { text("chuyển câu \($0)", "go to question \($0)") } ?? text("dừng trả lời tại đây", "stop here")
    return text("Nếu", "If") + " \(answer) → \(way)."
  }

  private func phrase(_ set: PaperRouting.AnswerSet) -> String {
    choosing(set.choices, of: set.question, allowsBlank: set.allowsBlank)
  }

  /// The shorter of naming what is chosen and naming what is not.
  private func choosing(_ names: Set<String>, of number: Int, allowsBlank: Bool) -> String {
    let choices = routing.choices(of: number) ?? []
    let chosen = choices.filter { names.contains($0.name) }
    let others = choices.filter { !names.contains($0.name) }
    let question = text("câu \(number)", "question \(number)")
    if allowsBlank {
      return others.isEmpty
        ? question + text(" có trả lời hay không đều được", " has any answer or none")
        : question + text(" không chọn ", " is not ") + quoted(others)
    }
    if chosen.isEmpty { return question + text(" để trống", " is left blank") }
    if others.isEmpty { return question + text(" có trả lời", " is answered") }
    if others.count < chosen.count {
      return question + text(" chọn phương án khác ", " has another answer than ") + quoted(others)
    }
    return question + text(" chọn ", " is ") + quoted(chosen)
  }

  private func quoted(_ choices: [Choice]) -> String {
    choices.map { quoted($0.label.text(in: labels), name: $0.name) }.joined(separator: text("hoặc", "or").spaced)
  }

  private func quoted(_ label: String, name: String) -> String {
    "“\(label.isEmpty || label.count > Self.longestLabel ? name : label.onOneLine)”"
  }

  private func phrase(_ condition: AnswerCondition, isPart: Bool) -> String {
    switch condition {
    case .all(let parts): return joined(parts, text("và", "and"), isPart: isPart)
    case .any(let parts):
      if let set = routing.answerSet(condition) { return phrase(set) }
      return joined(parts, text("hoặc", "or"), isPart: isPart)
    case .not(.selects(let subject, let choice)):
      return name(subject) + text(" không chọn ", " is without ") + label(of: choice, in: subject)
    case .not(let part):
      if let set = routing.answerSet(condition) { return phrase(set) }
      return text("không đúng là (", "it is not so that (") + phrase(part, isPart: false) + ")"
    case .selects(let subject, let choice):
      return name(subject) + text(" chọn ", " includes ") + label(of: choice, in: subject)
    case .counts(let subject, let relation, let value):
      return text("số phương án chọn ở ", "the number of choices in ") + name(subject) + " "
        + comparison(relation, value)
    case .compares(let subject, let relation, let value): return comparing(subject, relation, value)
    case .matches(let subject, _): return name(subject) + text(" ghi đúng mẫu quy định", " follows the given pattern")
    case .source(let source): return text("thỏa điều kiện: ", "this holds: ") + source.withQuestionNumbers(self)
    }
  }

  private func comparing(_ subject: String?, _ relation: AnswerRelation, _ value: String) -> String {
    if value.isEmpty {
      return name(subject)
        + (relation == .equal ? text(" để trống", " is left blank") : text(" có trả lời", " is answered"))
    }
    if let subject, let number = routing.number(of: subject), routing.choices(of: number) != nil {
      let isChosen = relation == .equal
      if isChosen || relation == .notEqual {
        return name(subject) + (isChosen ? text(" chọn ", " is ") : text(" không chọn ", " is not "))
          + label(of: value, in: subject)
      }
    }
    return name(subject) + " " + comparison(relation, Double(value) == nil ? "“\(value.onOneLine)”" : value)
  }

  private func comparison(_ relation: AnswerRelation, _ value: String) -> String {
    let number = language == .vietnamese ? value.replacing(".", with: ",") : value
    return switch relation {
    case .equal: text("là \(number)", "is \(number)")
    case .notEqual: text("khác \(number)", "is not \(number)")
    case .less: text("nhỏ hơn \(number)", "is less than \(number)")
    case .lessOrEqual: text("từ \(number) trở xuống", "is \(number) or less")
    case .greater: text("lớn hơn \(number)", "is more than \(number)")
    case .greaterOrEqual: text("từ \(number) trở lên", "is \(number) or more")
    }
  }

  private func joined(_ parts: [AnswerCondition], _ word: String, isPart: Bool) -> String {
    let sentence = parts.map { phrase($0, isPart: true) }.joined(separator: word.spaced)
    return isPart && parts.count > 1 ? "(\(sentence))" : sentence
  }

  private func label(of choice: String, in subject: String?) -> String {
    let choices = subject.flatMap(routing.number(of:)).flatMap(routing.choices(of:))
    return quoted(choices?.first { $0.name == choice }?.label.text(in: labels) ?? choice, name: choice)
  }

  /// The question by its number, or as the form names it when it is not printed.
  func name(_ subject: String?) -> String {
    guard let subject else { return text("câu này", "this question") }
    return routing.number(of: subject).map { text("câu \($0)", "question \($0)") } ?? "“\(subject)”"
  }

  private func text(_ vietnamese: String, _ english: String) -> String {
    language == .vietnamese ? vietnamese : english
  }
}

extension String {
  /// With a blank on both sides.
  fileprivate var spaced: String { " \(self) " }

  /// Line breaks as blanks.
  var onOneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }

  /// References `${name}` as question numbers.
  fileprivate func withQuestionNumbers(_ wording: ConditionWording) -> String {
    LabelPiece.pieces(of: self).map { piece in
      switch piece {
      case .text(let text): text.onOneLine
      case .answer(let name): wording.name(name)
      }
    }.joined()
  }
}
