public import Diagnostics
import Markdown

/// A report ready to be written.
public struct RenderedReport: Sendable {
  /// One self-contained HTML page.
  public var html: String
  /// What was found: errors of the template first. With an error the page must not be published.
  public var diagnostics: [Diagnostic]
  /// Every figure printed, with the row it comes from, in the order of printing.
  public var ledger: [PrintedFigure]
}

/// Renders reports.
public enum Report {
  /// Fills a template with the facts: the same template and facts give the same bytes.
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
    let body = MarkdownDocument(parsing: markdown)?.html() ?? ""
    let html = HTMLDocument(composer: composer, title: title)
      .page(body: Token.substitute(in: body, pieces: composer.pieces))
    return RenderedReport(html: html, diagnostics: findings + composer.diagnostics, ledger: composer.ledger)
  }
}

extension ReportComposer {
  /// The title with its placeholders filled, as HTML.
  mutating func title(_ text: String, file: String) -> String {
    var parser = TemplateParser(text, file: file)
    let nodes = parser.parse()
    // A title is plain text: what is not a placeholder is escaped here, not read as Markdown.
    return nodes.map { node -> String in
      switch node {
      case .text(let words): return words.escapedForHTML
      default: return Token.substitute(in: expand([node], in: .init()), pieces: pieces)
      }
    }.joined()
  }
}
