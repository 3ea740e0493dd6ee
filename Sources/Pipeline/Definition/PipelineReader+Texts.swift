internal import CivilCalendar
internal import FileSystem
internal import YAML

extension PipelineReader {
  /// Reads the section `texts`: how the open answers are looked at.
  ///
  /// - Parameters:
  ///   - store: the path of the store; the queue of quotes lies beside it unless the section says where.
  ///   - hasPeriod: whether the pipeline says which records are of the wave.
  mutating func texts(_ node: YAMLNode, store: String, hasPeriod: Bool) -> TextsDefinition {
    var texts = TextsDefinition()
    let values = settings.section(node, named: "texts", known: ["questions", "dictionary", "phrases", "quotes"])
    texts.questions = settings.texts(values["questions"], key: "questions").map { entry in
      mentions.append(
        QuestionMention(name: entry.text, key: "texts.questions", position: settings.position(of: entry.node)))
      return entry.text
    }
    texts.dictionary = settings.text(values["dictionary"], key: "dictionary")
    if let phrases = values["phrases"] {
      let parts = settings.section(phrases, named: "phrases", known: ["count", "former"])
      if let count = settings.integer(parts["count"], key: "count", atLeast: 0) { texts.phraseCount = count }
      texts.former = parts["former"].flatMap { former($0, hasPeriod: hasPeriod) }
    }
    texts.quotes = values["quotes"].map { quotes($0, store: store) }
    return texts
  }

  private mutating func former(_ node: YAMLNode, hasPeriod: Bool) -> FormerPhrases? {
    let parts = settings.section(node, named: "former", known: ["table", "from", "to"])
    if let table = settings.text(parts["table"], key: "table") {
      if parts.count > 1 { settings.bad(node, key: "former", "{table: …} | {from: …, to: …}") }
      return .table(table)
    }
    for key in ["from", "to"] where parts[key] == nil { settings.missing(key, in: "former", at: node) }
    // Without a period there is no telling which records are of this wave and which of the former.
    if !hasPeriod { settings.missing("period", in: "pipeline", at: node) }
    guard let first = settings.day(parts["from"], key: "from"), let last = settings.day(parts["to"], key: "to") else {
      return nil
    }
    guard first <= last else {
      settings.bad(node, key: "to", "≥ \(first.iso)")
      return nil
    }
    return .days(first.number...last.number)
  }

  private mutating func quotes(_ node: YAMLNode, store: String) -> QuotesDefinition {
    let parts = settings.section(node, named: "quotes", known: ["consent", "count", "queue"])
    let consents = settings.texts(parts["consent"], key: "consent").map { entry in
      mentions.append(
        QuestionMention(name: entry.text, key: "quotes.consent", position: settings.position(of: entry.node)))
      return entry.text
    }
    // Nobody is quoted who was not asked.
    if consents.isEmpty { settings.missing("consent", in: "quotes", at: node) }
    var quotes = QuotesDefinition(
      consents: consents, queue: settings.text(parts["queue"], key: "queue") ?? store + ".quotes.csv")
    if let count = settings.integer(parts["count"], key: "count", atLeast: 1) { quotes.count = count }
    return quotes
  }
}
