import Diagnostics

/// One piece of a template.
indirect enum TemplateNode: Sendable {
  /// Markdown as written, with its place in the template.
  case text(String, SourcePosition)
  /// A placeholder: `{{ value agree a1_know_resolution }}`.
  case directive(Directive)
  /// `{{#if …}} … {{else}} … {{/if}}`.
  case conditional(Directive, then: [TemplateNode], otherwise: [TemplateNode])
  /// `{{#each …}} … {{/each}}`.
  case each(Directive, body: [TemplateNode])
  /// `{{#sentence}} … {{else}} … {{/sentence}}`: the first part only when all its figures are published; nil: there is no
  /// `{{else}}`.
  case sentence(body: [TemplateNode], otherwise: [TemplateNode]?)
}

/// The words between two braces, with their place in the template.
struct Directive: Sendable, Hashable {
  /// The first word.
  var name: String
  /// The further words without `=`, in order, quotes removed.
  var words: [String]
  /// The words `name=value`, quotes removed.
  var options: [String: String]
  /// Where the braces open.
  var position: SourcePosition

  /// The word at an index; nil when there is none.
  func word(_ index: Int) -> String? { words.indices.contains(index) ? words[index] : nil }
}
