import Diagnostics
import Estimation
import FormDefinition

/// Expands a template over the facts: Markdown with marks, and the piece that belongs to each mark.
struct ReportComposer {
  /// What the words of a placeholder refer to where they leave something out.
  struct Scope {
    var indicator: Indicator?
    var domain: String?
    var unit: ReportUnit?
  }

  let facts: ReportFacts
  let settings: TemplateSettings
  let language: InterfaceLanguage
  let format: NumberFormat
  let index: EstimateIndex
  let labels: Labels
  /// What stands for each mark, by the mark's number.
  var pieces: [ReportPiece] = []
  /// Findings about figures that the table does not hold.
  var diagnostics: [Diagnostic] = []
  /// Figures asked for that were not published, counted to decide on sentences.
  var unpublished = 0
  var tableNumber = 0
  var chartNumber = 0
  var sheetNumber = 0

  init(facts: ReportFacts, settings: TemplateSettings, language: InterfaceLanguage) {
    self.facts = facts
    self.settings = settings
    self.language = language
    format = NumberFormat(language)
    index = EstimateIndex(facts.estimates)
    labels = Labels(form: facts.form, made: facts.variables, language: language)
  }

  /// The wording in the report's language.
  func say(_ vietnamese: String, _ english: String) -> String { language == .vietnamese ? vietnamese : english }

  /// The sentence in the report's language, with figures in their place.
  func sentence(_ vietnamese: ReportText, _ english: ReportText) -> ReportText {
    language == .vietnamese ? vietnamese : english
  }

  /// The words for a figure that is withheld.
  var unavailable: String { say("không đủ số liệu để công bố", "too few answers to publish") }

  /// The domains that are questions of the form: rates by unit and the like have tables of their own.
  var domains: [String] {
    index.domains.filter { domain in domain.split(separator: "*").allSatisfy { labels.has(String($0)) } }
  }

  /// The words for a change that cannot be told, because items, scales or areas changed.
  var notComparable: String { say("không so sánh được", "not comparable") }

  /// The words for a figure that there is none of.
  var noData: String { say("không có số liệu", "no data") }

  /// The Markdown of some nodes, marks included.
  mutating func expand(_ nodes: [TemplateNode], in scope: Scope) -> String {
    var text = ""
    for node in nodes {
      switch node {
      case .text(let markdown, _): text += markdown
      case .directive(let directive): text += expand(directive, in: scope)
      case .conditional(let directive, let then, let otherwise):
        text += expand(holds(directive, in: scope) ? then : otherwise, in: scope)
      case .each(let directive, let body):
        noteMissingUnits(directive)
        for inner in scopes(of: directive, in: scope) { text += expand(body, in: inner) }
      case .sentence(let body, let otherwise): text += expandSentence(body, otherwise: otherwise, in: scope)
      }
    }
    return text
  }

  /// The sentence when all its figures are published; else the alternative, or a sentence that says so.
  private mutating func expandSentence(_ body: [TemplateNode], otherwise: [TemplateNode]?, in scope: Scope) -> String {
    let count = unpublished
    let sentence = expand(body, in: scope)
    if unpublished == count { return sentence }
    unpublished = count
    if let otherwise { return expand(otherwise, in: scope) }
    return inline(
      self.sentence("Không đủ số liệu để công bố nội dung này.", "There are too few answers to publish this."))
  }

  /// Notes that a loop over units finds none of their figures.
  private mutating func noteMissingUnits(_ directive: Directive) {
    guard directive.word(0) == "units", !units.isEmpty, !domains.contains(facts.unitQuestion ?? "") else { return }
    diagnostics.append(
      Diagnostic(.unitsNotEstimated, at: directive.position, ["question": facts.unitQuestion ?? "—"]))
  }

  /// The scopes that a loop runs through.
  func scopes(of directive: Directive, in scope: Scope) -> [Scope] {
    switch directive.word(0) {
    case "domains":
      return domains.map { Scope(indicator: scope.indicator, domain: $0, unit: scope.unit) }
    case "units": return units.map { Scope(indicator: scope.indicator, domain: scope.domain, unit: $0) }
    case "levels":
      return levels(of: directive.options["by"] ?? "").map {
        Scope(indicator: scope.indicator, domain: scope.domain, unit: $0)
      }
    case let kind?:
      return facts.form.indicators.filter { $0.kind.rawValue == kind && index.indicators.contains($0.name) }
        .map { Scope(indicator: $0, domain: scope.domain, unit: scope.unit) }
    case nil: return []
    }
  }

  /// A mark within a line for words and figures.
  mutating func inline(_ text: ReportText) -> String {
    pieces.append(.text(text))
    return "\(Token.inline)\(pieces.count - 1)\(Token.end)"
  }

  /// A mark that is a paragraph of its own for tables, charts and lists.
  mutating func block(_ blocks: [ReportBlock]) -> String { block(.blocks(blocks)) }

  mutating func block(_ piece: ReportPiece) -> String {
    pieces.append(piece)
    return "\n\n\(Token.block)\(pieces.count - 1)\(Token.end)\n\n"
  }
}

/// What stands for a mark in the expanded template.
enum ReportPiece {
  /// Words and figures within a line.
  case text(ReportText)
  /// Blocks of their own.
  case blocks([ReportBlock])
  /// An annex of this title begins.
  case annex(String)
}
