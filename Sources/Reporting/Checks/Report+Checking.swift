public import Diagnostics
internal import Estimation
public import FormDefinition

extension Report {
  /// Checks a template without any answers: faults of its syntax, names that the form does not know, figures typed by
  /// hand, texts without a translation.
  ///
  /// - Parameters:
  ///   - form: the form reported on; nil: names of items are not checked.
  ///   - language: the language the report is made in; nil: whether everything is translated into it is not checked.
  /// - Returns: the findings, those that keep a report from being made first.
  /// - Complexity: O(size of the template × names of the form).
  public static func check(_ template: ReportTemplate, form: Form?, language: InterfaceLanguage?) -> [Diagnostic] {
    var found = template.diagnostics
    for (_, nodes) in template.texts.sorted(by: { $0.key < $1.key }) {
      if let form {
        let facts = ReportFacts(form: form, estimates: .init())
        let composer = ReportComposer(facts: facts, settings: template.settings, language: language ?? .vietnamese)
        found += TemplateCheck(composer: composer).findings(in: nodes)
      }
      found += TypedFigureCheck().findings(in: nodes)
    }
    found += TranslationCheck(template: template).findings(for: language, form: form)
    return found.filter { $0.severity == .error } + found.filter { $0.severity != .error }
  }
}
