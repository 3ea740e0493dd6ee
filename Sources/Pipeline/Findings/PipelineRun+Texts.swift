public import Diagnostics
internal import Estimation
internal import FileSystem
internal import FormDefinition
internal import OpenText
internal import ResponseStore
internal import Responses

/// The open answers of a pipeline, ready to be read: the questions, the dictionary, the days.
struct OpenAnswers {
  let definition: TextsDefinition
  let questions: [String]
  let coder: ThemeCoder
  let period: AnswerPeriod?
  /// What is gathered of them while their themes are counted.
  let findings: OpenAnswerFindings
  let diagnostics: [Diagnostic]
}

extension PipelineRun {
  /// Adds what stands beside the themes of open answers: words against ratings, phrases, approved quotes.
  func addTexts(
    _ answers: OpenAnswers, to result: inout EstimationResult, records: some RecordSource
  ) throws(StageFailure) {
    let texts = answers.definition
    result.diagnostics += answers.diagnostics
    result.table.rows = ThemeRows.named(result.table.rows)
    result.tables.append(
      WordsAndRatings.table(
        result.table.rows, dictionary: answers.coder.dictionary, questionCount: answers.questions.count))
    if texts.phraseCount > 0 {
      let table = try phrases(answers, records: records)
      if table.counts.people == 0 {
        result.diagnostics.append(Diagnostic(.noOpenAnswers, at: SourcePosition(file: definition.source)))
      }
      result.tables.append(table.sideTable(limit: texts.phraseCount))
    }
    if let quotes = texts.quotes {
      let queue = try quoteQueue(quotes, answers, records: records)
      result.tables.append(queue.approved(dictionary: answers.coder.dictionary))
    }
  }

  /// Finds typical quotes anew and writes them, with what was decided of them before, to the file where they wait.
  ///
  /// - Returns: the path of the file, the quotes in it, and how many of them are approved.
  /// - Throws: ``ExitCode/missingInput`` when there is no store or the pipeline wants no quotes.
  public func writeQuotes() throws(StageFailure) -> (path: String, count: Int, approved: Int) {
    guard let texts = definition.texts, let quotes = texts.quotes else { throw textsMissing("texts.quotes") }
    let queue = try quoteQueue(quotes, try openAnswers(texts), records: try storedRecords())
    let path = definition.path(quotes.queue)
    try createFolders(at: parentFolder(of: path), mode: 0o700)
    try writeAtomically(queue.csv(), to: path, mode: 0o600)
    try noteCopy(.quotes, at: path)
    return (path, queue.entries.count, queue.entries.count { $0.isApproved == true })
  }

  /// Writes a random sample of open answers for two people to code by hand, for its owner's eyes alone.
  ///
  /// - Returns: how many answers there are on the sheet.
  /// - Throws: ``ExitCode/missingInput`` when there is no store or the pipeline looks at no open answers.
  public func writeCodingSheet(count: Int, seed: UInt64, to path: String) throws(StageFailure) -> Int {
    guard let texts = definition.texts else { throw textsMissing("texts") }
    let answers = try openAnswers(texts)
    let sheet = try CodingSheet.sample(
      try storedRecords(), coder: answers.coder, questions: answers.questions, period: answers.period, count: count,
      seed: seed)
    try createFolders(at: parentFolder(of: path))
    try writeAtomically(sheet.csv(), to: path, mode: 0o600)
    try noteCopy(.texts, at: path)
    return sheet.rows.count
  }

  /// What the open answers are read by that the pipeline file need not name: the dictionary, and the quotes decided on.
  func textInputs() throws(StageFailure) -> [String] {
    guard let texts = definition.texts else { return [] }
    return [try dictionaryFolder(texts)] + (texts.quotes.map { [definition.path($0.queue)] } ?? [])
  }

  private func textsMissing(_ key: String) -> StageFailure {
    StageFailure(
      Diagnostic(.pipelineTextsMissing, at: SourcePosition(file: definition.source), ["key": key]),
      exitCode: .missingInput)
  }

  func openAnswers(_ texts: TextsDefinition) throws(StageFailure) -> OpenAnswers {
    let questions = texts.questions.isEmpty ? form.openQuestions : texts.questions
    let types = Dictionary(
      form.placedQuestions.map { ($0.question.name, $0.question.type.storage) }, uniquingKeysWith: { first, _ in first }
    )
    let unsuitable = questions.filter { types[$0] != .text }.map { name in
      Diagnostic(.pipelineTextsUnsuitable, at: SourcePosition(file: definition.source), ["name": name])
    }
    if questions.isEmpty { throw textsMissing("texts.questions") }
    if !unsuitable.isEmpty { throw StageFailure(unsuitable, exitCode: .unusableInput) }
    let (dictionary, diagnostics) = try readDictionary(texts)
    let period = plan.period.map { AnswerPeriod(field: $0.field, days: $0.firstDay...max($0.firstDay, $0.lastDay)) }
    let coder = ThemeCoder(dictionary)
    let findings = OpenAnswerFindings(
      coder: coder, period: period, phrasesOfAtLeast: texts.phraseCount > 0 ? fewestPeople : nil,
      quotes: texts.quotes.map { search($0, questions: questions, period: period) })
    return OpenAnswers(
      definition: texts, questions: questions, coder: coder, period: period, findings: findings,
      diagnostics: diagnostics)
  }

  private func readDictionary(
    _ texts: TextsDefinition
  ) throws(StageFailure) -> (dictionary: ThemeDictionary, diagnostics: [Diagnostic]) {
    let folder = try dictionaryFolder(texts)
    var files: [String: [UInt8]] = [:]
    for name in ThemeDictionary.fileNames where fileStatus(at: join(folder, name))?.kind == .file {
      files[name] = try readFile(at: join(folder, name))
    }
    for name in ["themes.csv", "phrases.csv"] where files[name] == nil {
      throw StageFailure(
        Diagnostic(.pipelineDictionaryMissing, at: SourcePosition(file: join(folder, name)), ["folder": folder]),
        exitCode: .missingInput)
    }
    return try ThemeDictionary.read(files: files, folder: folder)
  }

  /// The folder that the pipeline names; else the one beside `pipelines/`; else the one installed with the program.
  private func dictionaryFolder(_ texts: TextsDefinition) throws(StageFailure) -> String {
    if let folder = texts.dictionary { return definition.path(folder) }
    let own = definition.path("dictionaries/open-text")
    if fileStatus(at: own)?.kind == .folder { return own }
    let installed = join(
      parentFolder(of: parentFolder(of: try pathOfThisProgram())), "share/ykien/dictionaries/open-text")
    return fileStatus(at: installed)?.kind == .folder ? installed : own
  }

  private var fewestPeople: Int { max(1, plan.disclosure.minimumCount) }

  private func search(_ quotes: QuotesDefinition, questions: [String], period: AnswerPeriod?) -> QuoteSearch {
    QuoteSearch(
      questions: questions, consents: quotes.consents, period: period, count: quotes.count,
      minimumCount: plan.disclosure.minimumCount)
  }

  private func phrases(_ answers: OpenAnswers, records: some RecordSource) throws(StageFailure) -> PhraseTable {
    let minimum = fewestPeople
    func count(_ period: AnswerPeriod?) throws(StageFailure) -> PhraseCounts {
      try PhraseCounts.of(
        records, coder: answers.coder, questions: answers.questions, period: period, atLeast: minimum)
    }
    var former: PhraseCounts?
    switch answers.definition.former {
    case .table(let path)?:
      former = try PhraseTable.read(bytes: try readFile(at: definition.path(path)), source: definition.path(path))
    case .days(let days)?: former = try count(answers.period.map { AnswerPeriod(field: $0.field, days: days) })
    case nil: break
    }
    let gathered = answers.findings.takePhrases()
    let counts = if let gathered { gathered } else { try count(answers.period) }
    return PhraseTable(
      counts: counts, former: former, minimumCount: minimum,
      minimumCell: plan.disclosure.minimumCell ?? min(3, minimum))
  }

  private func quoteQueue(
    _ quotes: QuotesDefinition, _ answers: OpenAnswers, records: some RecordSource
  ) throws(StageFailure) -> QuoteQueue {
    let search = search(quotes, questions: answers.questions, period: answers.period)
    let gathered = answers.findings.takeQuotes()
    let found = if let gathered { gathered } else { try search.quotes(of: records, coder: answers.coder) }
    var queue = QuoteQueue(found)
    let path = definition.path(quotes.queue)
    if fileStatus(at: path)?.kind == .file {
      queue.adoptDecisions(of: try QuoteQueue.read(bytes: try readFile(at: path), source: path))
    }
    return queue
  }
}

extension Form {
  /// The questions of indicators of kind `text`.
  fileprivate var openQuestions: [String] {
    indicators.filter { $0.kind == .text }.flatMap { indicator in
      indicator.items.compactMap { if case .question(let name) = $0 { name } else { nil } }
    }
  }
}
