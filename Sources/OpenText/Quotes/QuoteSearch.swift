public import Diagnostics
public import Responses

/// A redacted answer that is typical of a theme.
public struct Quote: Sendable, Hashable {
  /// The theme.
  public var theme: String
  /// The open question.
  public var question: String
  /// The answer, redacted.
  public var text: String

  /// Creates a quote.
  public init(theme: String, question: String, text: String) {
    self.theme = theme
    self.question = question
    self.text = text
  }
}

/// Looks for answers that are typical of themes, among those of people who allowed to be quoted.
public struct QuoteSearch: Sendable {
  /// The open questions.
  public var questions: [String]
  /// The questions that must all be answered `yes`.
  public var consents: [String]
  /// Nil: all records.
  public var period: AnswerPeriod?
  /// The most quotes per theme.
  public var count: Int
  /// Themes of fewer people are not quoted.
  public var minimumCount: Int

  /// Creates a search.
  public init(questions: [String], consents: [String], period: AnswerPeriod?, count: Int, minimumCount: Int) {
    self.questions = questions
    self.consents = consents
    self.period = period
    self.count = count
    self.minimumCount = minimumCount
  }

  /// The answer by which a person agrees.
  public static let yes = "yes"

  /// The quotes, theme by theme, the most typical first.
  ///
  /// An answer is the more typical of a theme the more of its words are used by many who speak of the theme and by few
  /// others: the mean over its words w of s_w ln(s_w/a_w), s_w and a_w being the shares of answers with w among those of
  /// the theme and among all. Only answers of 6 to 45 words are taken, of which redaction leaves three in four.
  /// When a question of ``consents`` is not there, nobody is quoted.
  /// - Complexity: O(words); memory grows with the answers of those who agree.
  public func quotes(of records: some RecordSource, coder: ThemeCoder) throws(StageFailure) -> [Quote] {
    guard let agreeing = agreeingCodes(records.layout) else { return [] }
    var collection = QuoteCollection(coder: coder)
    let scan = AnswerScan(records: records, questions: questions, period: period)
    try scan.forEachBatch(further: consents) { (texts, rows, columns) in
      let answers = texts.map { $0.map(coder.read) }
      for row in rows {
        collection.add(texts, answers, row: row, agrees: Self.agrees(columns, agreeing, row: row))
      }
    }
    return collection.chosen(by: self)
  }

  /// The codes of a yes to each question of ``consents``; nil when nobody can be quoted.
  func agreeingCodes(_ layout: RecordLayout) -> [Int]? {
    var codes: [Int] = []
    for consent in consents {
      guard let place = layout.index(of: consent), layout.fields[place].storage == .coded,
        let choice = layout.fields[place].choices.firstIndex(of: Self.yes)
      else { return nil }
      codes.append(choice + 1)
    }
    return codes.isEmpty ? nil : codes
  }

  /// Whether a person answered yes to every question of ``consents``, by their columns.
  static func agrees(_ columns: [AnswerColumn?], _ codes: [Int], row: Int) -> Bool {
    zip(columns, codes).allSatisfy { column, code in
      if case .coded(let codes)? = column { Int(codes[row]) == code } else { false }
    }
  }
}
