import CivilCalendar
import FormDefinition

extension EntryBounds {
  /// The range of a question's answers that its constraint states plainly: `. >= 18 and . <= 120`.
  ///
  /// What the constraint says beyond comparisons with numbers, dates and `today()` is left to ingest.
  init(_ question: Question, words: EntryWording) {
    for part in question.constraint?.condition.conjuncts ?? [] {
      guard let (relation, limit) = Self.limit(part) else { continue }
      guard let bound = Self.bound(limit, question.type, words, isInclusive: relation.isInclusive) else { continue }
      switch relation {
      case .greater, .greaterOrEqual: if minimum == nil { minimum = bound }
      case .less, .lessOrEqual: if maximum == nil { maximum = bound }
      case .equal, .notEqual: continue
      }
    }
    if question.type == .range {
      let ends = [question.parameters["start"] ?? "1", question.parameters["end"] ?? "10"].compactMap(Double.init)
      if let low = ends.min(), let high = ends.max(), ends.count == 2 {
        if minimum == nil { minimum = Self.bound(.number(low), question.type, words, isInclusive: true) }
        if maximum == nil { maximum = Self.bound(.number(high), question.type, words, isInclusive: true) }
      }
    }
  }

  /// What an answer is compared with.
  private enum Limit {
    case number(Double)
    case day(CivilDay)
    case today
  }

  private static func limit(_ condition: AnswerCondition) -> (AnswerRelation, Limit)? {
    switch condition {
    case .compares(nil, let relation, let value):
      if let number = Double(value), number.isFinite { return (relation, .number(number)) }
      return CivilDay(iso: value).map { (relation, .day($0)) }
    case .source(let source):
      let text = source.filter { !$0.isWhitespace }
      // Longer spellings first: `<` begins `<=` too.
      for relation in [AnswerRelation.lessOrEqual, .greaterOrEqual, .less, .greater] {
        guard text.hasPrefix("." + relation.rawValue) else { continue }
        let side = text.dropFirst(1 + relation.rawValue.count)
        if side == "today()" { return (relation, .today) }
        guard side.hasPrefix("date("), side.hasSuffix(")") else { return nil }
        let quoted = side.dropFirst(5).dropLast()
        guard let mark = quoted.first, mark == "'" || mark == "\"", quoted.last == mark else { return nil }
        return CivilDay(iso: String(quoted.dropFirst().dropLast())).map { (relation, .day($0)) }
      }
      return nil
    default: return nil
    }
  }

  private static func bound(
    _ limit: Limit, _ type: QuestionType, _ words: EntryWording, isInclusive: Bool
  ) -> Bound? {
    switch (limit, type) {
    case (.number(let number), .integer), (.number(let number), .decimal), (.number(let number), .range):
      // Spreadsheets hold 15 digits.
      guard abs(number) < 1e15 else { return nil }
      let text = Int64(exactly: number).map { "\($0)" } ?? "\(number)"
      return Bound(formula: text, isInclusive: isInclusive, words: words.number(text))
    case (.day(let day), .date):
      let serial = day.number + 25_569
      // Before March 1900 spreadsheets disagree about the number of a day.
      guard serial > 60, serial < 2_958_466 else { return nil }
      return Bound(formula: "\(serial)", isInclusive: isInclusive, words: words.day(day))
    case (.today, .date):
      return Bound(formula: "TODAY()", isInclusive: isInclusive, words: words.today)
    default: return nil
    }
  }
}

extension AnswerRelation {
  fileprivate var isInclusive: Bool { self == .lessOrEqual || self == .greaterOrEqual }
}
