public import Diagnostics

/// A report ready to be written.
public struct RenderedReport: Sendable {
  /// The report before any format.
  public var document: ReportDocument
  /// What was found: errors of the template first. With an error the report must not be published.
  public var diagnostics: [Diagnostic]

  /// One self-contained HTML page, which also prints on A4.
  ///
  /// - Complexity: O(size of the report).
  public var html: String { HTMLReport(report: document).page }

  /// Every figure printed, with the row it comes from, in the order of printing.
  public var ledger: [PrintedFigure] { document.figures }
}

/// Renders reports.
public enum Report {
  /// Fills a template with the facts: the same template and facts give the same report.
  ///
  /// Every figure printed comes from the facts and stands in the ledger. Figures that are withheld or missing are
  /// printed as words. Never fails: findings say what must be mended.
  /// - Complexity: O(size of the template + figures printed × log items).
  public static func render(template: ReportTemplate, facts: ReportFacts, language: InterfaceLanguage)
    -> RenderedReport
  {
    var composer = ReportComposer(facts: facts, settings: template.settings, language: language)
    let nodes = template.nodes(for: language)
    let findings = template.diagnostics + TemplateCheck(composer: composer).findings(in: nodes)
    let markdown = composer.expand(nodes, in: .init())
    let title = composer.title(template.settings.title[language], file: "\(template.source)/template.yaml")
    let parts = ReportAssembly(
      markdown: markdown, pieces: composer.pieces, attachment: composer.attachment,
      isParty: template.settings.style == .official && facts.issuer.style == .party)
    let document = ReportDocument(
      language: language, style: template.settings.style, documentType: template.settings.documentType[language],
      title: title, issuer: facts.issuer, dateline: composer.dateline, day: facts.asOf, isSimulated: facts.isSimulated,
      body: parts.body, annexes: parts.annexes, methods: composer.methodLines,
      textSize: template.settings.textSize)
    return RenderedReport(document: document, diagnostics: findings + composer.diagnostics)
  }
}

extension ReportComposer {
  /// The title with its placeholders filled; what is no placeholder is plain text, not Markdown.
  fileprivate mutating func title(_ text: String, file: String) -> ReportText {
    var parser = TemplateParser(text, file: file)
    let words = expand(parser.parse(), in: .init())
    return ReportAssembly.line(words, pieces: pieces)
  }

  /// What stands below the title of each annex of an official report.
  fileprivate var attachment: String {
    guard settings.style == .official else { return "" }
    return say(
      "(Kèm theo Báo cáo số \(facts.issuer.number) \(dateline))",
      "(Attached to report No. \(facts.issuer.number), \(dateline))")
  }
}
