import Diagnostics
import FormDefinition

/// Compares a template's languages: what one says and another lacks.
struct TranslationCheck {
  let template: ReportTemplate

  /// Placeholders that stand in one language only, and texts that a report in a language would lack.
  func findings(for language: InterfaceLanguage?, form: Form?) -> [Diagnostic] {
    var found = pairs
    guard let language else { return found }
    if template.texts[language.rawValue] == nil, language == .english, let text = template.texts[""],
      Self.isVietnamese(text)
    {
      found.append(
        Diagnostic(
          .templateNotTranslated, at: SourcePosition(file: "\(template.source)/template.md"),
          ["language": language.rawValue, "file": "template.\(language.rawValue).md"]))
    }
    for indicator in form?.indicators ?? [] where indicator.label.text(in: language.rawValue).isEmpty {
      found.append(
        Diagnostic(
          .labelNotTranslated, at: indicator.position,
          ["name": indicator.name, "language": language.rawValue]))
    }
    return found
  }

  /// Placeholders of each language's text that the other lacks.
  private var pairs: [Diagnostic] {
    let texts = template.texts.sorted { $0.key < $1.key }
    guard texts.count > 1 else { return [] }
    return texts.flatMap { language, nodes -> [Diagnostic] in
      texts.filter { $0.key != language }.flatMap { other, others -> [Diagnostic] in
        var rest: [String: Int] = [:]
        for directive in Self.printed(others) { rest[Self.words(of: directive), default: 0] += 1 }
        var found: [Diagnostic] = []
        for directive in Self.printed(nodes) {
          let words = Self.words(of: directive)
          if let count = rest[words], count > 0 {
            rest[words] = count - 1
          } else {
            found.append(
              Diagnostic(
                .placeholderNotTranslated, at: directive.position,
                ["found": words, "file": other.isEmpty ? "template.md" : "template.\(other).md"]))
          }
        }
        return found
      }
    }
  }

  /// The placeholders that print something, annexes left out: their titles are translated.
  private static func printed(_ nodes: [TemplateNode]) -> [Directive] {
    nodes.flatMap { node -> [Directive] in
      switch node {
      case .text: []
      case .directive(let directive): directive.name == Placeholder.annex.rawValue ? [] : [directive]
      case .conditional(_, let then, let otherwise): printed(then) + printed(otherwise)
      case .each(_, let body): printed(body)
      case .sentence(let body, let otherwise): printed(body) + printed(otherwise ?? [])
      }
    }
  }

  /// What a placeholder asks for, whatever its language: headings are translated, `label_vi` and `label_en` are columns of
  /// one meaning.
  private static func words(of directive: Directive) -> String {
    let options = directive.options.filter { !["labels", "title"].contains($0.key) }.sorted { $0.key < $1.key }
    let words = directive.words.map(common) + options.map { "\($0.key)=\(common($0.value))" }
    return ([directive.name] + words).joined(separator: " ")
  }

  /// Names of columns without the language they end in.
  private static func common(_ names: String) -> String {
    names.split(separator: " ", omittingEmptySubsequences: false).map { name in
      name.hasSuffix("_vi") || name.hasSuffix("_en") ? "\(name.dropLast(3))" : String(name)
    }.joined(separator: " ")
  }

  /// Whether a text has letters that only Vietnamese has.
  private static func isVietnamese(_ nodes: [TemplateNode]) -> Bool {
    nodes.contains { node in
      switch node {
      case .text(let text, _): text.contains { "đĐơƠưƯăĂ".contains($0) }
      case .directive: false
      case .conditional(_, let then, let otherwise): isVietnamese(then) || isVietnamese(otherwise)
      case .each(_, let body): isVietnamese(body)
      case .sentence(let body, let otherwise): isVietnamese(body) || isVietnamese(otherwise ?? [])
      }
    }
  }
}
