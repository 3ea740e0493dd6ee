import Responses

/// What is gathered of open answers while the shares of their themes are counted: nothing is read twice.
///
/// Given to ``ThemedRecords``; each scan of theirs that reads answers begins it anew.
public final class OpenAnswerFindings {
  private let coder: ThemeCoder
  private let period: AnswerPeriod?
  private let atLeast: Int?
  private let search: QuoteSearch?
  private var counter: PhraseCounter?
  private var collection: QuoteCollection?
  /// Where the period's field, the open questions and the consents stand, and what a yes to each of these is.
  private var dated: Int?
  private var questions: [Int?] = []
  private var consents: [Int?] = []
  private var agreeing: [Int]?

  /// Prepares to gather from the records of a period.
  ///
  /// - Parameters:
  ///   - phrasesOfAtLeast: the fewest people of a phrase; nil: no phrases are counted.
  ///   - quotes: how quotes are looked for, among the same questions and days; nil: none are.
  public init(coder: ThemeCoder, period: AnswerPeriod?, phrasesOfAtLeast: Int?, quotes: QuoteSearch?) {
    self.coder = coder
    self.period = period
    atLeast = phrasesOfAtLeast
    search = quotes
  }

  /// The phrases of the last scan, as ``PhraseCounts/of(_:coder:questions:period:atLeast:)``; nil when there was none, and
  /// when the answers are too many for their words to be kept.
  ///
  /// - Complexity: O(words) the first time; empty afterwards.
  public func takePhrases() -> PhraseCounts? {
    defer { counter = nil }
    return counter?.finished()
  }

  /// The quotes of the last scan, as ``QuoteSearch/quotes(of:coder:)``; nil when there was none.
  public func takeQuotes() -> [Quote]? {
    guard let search, let collection = collection.take() else { return nil }
    return agreeing == nil ? [] : collection.chosen(by: search)
  }

  /// Begins a scan of records that have some questions.
  ///
  /// - Returns: the fields it needs beside the open questions.
  func begin(_ layout: RecordLayout, questions names: [String]) -> [Int] {
    questions = names.map { layout.index(of: $0) }
    dated = period.flatMap { layout.index(of: $0.field) }
    counter = atLeast.map { PhraseCounter(coder: coder, atLeast: max(1, $0)) }
    collection = search.map { _ in QuoteCollection(coder: coder) }
    consents = search?.consents.map { layout.index(of: $0) } ?? []
    agreeing = search?.agreeingCodes(layout)
    return ([dated] + consents).compactMap(\.self)
  }

  /// Gathers from a batch whose answers were read, question by question.
  func add(_ batch: RecordBatch, _ answers: [ReadAnswers?]) {
    let rows = batch.rows(in: period, dated: dated)
    counter?.addPairs(answers, rows)
    guard let agreeing, collection != nil else { return }
    let texts = questions.map { place -> TextColumn? in
      if let place, case .text(let column)? = batch.columns[place] { column } else { nil }
    }
    let columns = consents.map { place in place.flatMap { batch.columns[$0] } }
    for row in rows {
      collection?.add(texts, answers, row: row, agrees: QuoteSearch.agrees(columns, agreeing, row: row))
    }
  }
}
