import FormDefinition
import Markup

/// The texts of a form that stand in its translations (itext); all others stand where they are used.
///
/// A text stands here when it is written in named languages, when files or a guidance hint go with it, and, for
/// messages and choices, when it repeats answers. A text without a language belongs to the default language; where a
/// language lacks a text that another has, a dash stands.
struct XFormTexts {
  /// One text: what is shown in every language, by form (nil for the plain text).
  struct Entry {
    var identifier: String
    var values: [(form: String?, byLanguage: [String: String])] = []
  }

  /// What stands where a translation is missing.
  static let missing = "-"

  /// The languages that have a text, in the order in which texts name them: clients without a default take the first.
  private(set) var languages: [String] = []
  /// The texts in the order of the form.
  private(set) var entries: [Entry] = []
  private var identifiers: Set<String> = []
  /// The lists whose choices have their texts here.
  private(set) var lists: Set<String> = []

  private let namesByCode: [String: String]
  /// The language of texts without one.
  let defaultLanguage: String
  private let codes: [String]

  init(_ form: Form) {
    namesByCode = Dictionary(form.languages.map { ($0.code, $0.name) }) { first, _ in first }
    let stated = form.settings["default_language"].map { FormLanguage(name: $0) }
    defaultLanguage = stated.map { form.languageName(of: $0) } ?? "default"
    codes = [""] + form.languages.map(\.code)
  }

  /// Whether a text stands here.
  func contains(_ identifier: String) -> Bool { identifiers.contains(identifier) }

  /// Adds the choices of a list if one of them needs it.
  mutating func add(_ list: ChoiceList, markup: (String) -> String) {
    guard list.choices.contains(where: { $0.label.needsTranslation || $0.label.repeatsAnswers || !$0.media.isEmpty })
    else { return }
    lists.insert(list.name)
    for (index, choice) in list.choices.enumerated() {
      add("\(list.name)-\(index)", [(nil, choice.label)] + choice.media.forms, markup: markup)
    }
  }

  /// Adds the languages of a text to those named so far.
  mutating func note(languagesOf text: LocalizedText) {
    for code in codes where text.byCode[code]?.isEmpty == false && !languages.contains(name(of: code)) {
      languages.append(name(of: code))
    }
  }

  private func name(of code: String) -> String { code.isEmpty ? defaultLanguage : namesByCode[code] ?? code }

  /// Adds a text in all its forms, empty ones left out; the values become markup.
  mutating func add(
    _ identifier: String, _ texts: [(form: String?, text: LocalizedText)], markup: (String) -> String
  ) {
    var entry = Entry(identifier: identifier)
    for (form, text) in texts where !text.isEmpty {
      note(languagesOf: text)
      var values: [String: String] = [:]
      // The text without a language comes first: one written in the default language itself goes before it.
      for code in codes {
        guard let value = text.byCode[code], !value.isEmpty else { continue }
        let language = name(of: code)
        if let kind = form.flatMap(MediaKind.init) {
          // A dash says that there is no file.
          if value != "-" { values[language] = markup("jr://\(kind.folder)/\(value)") }
        } else {
          values[language] = markup(value)
        }
      }
      entry.values.append((form, values))
    }
    if entry.values.isEmpty { return }
    identifiers.insert(identifier)
    entries.append(entry)
  }

  /// Writes the translations; nothing when no text stands here.
  func write(_ writer: inout MarkupWriter) {
    if entries.isEmpty { return }
    writer.element("itext") { writer in
      for language in languages {
        let attributes: MarkupWriter.Attributes = [
          ("lang", language), ("default", language == defaultLanguage ? "true()" : nil),
        ]
        writer.element("translation", attributes) { writer in
          for entry in entries { write(entry, language, &writer) }
        }
      }
    }
  }

  private func write(_ entry: Entry, _ language: String, _ writer: inout MarkupWriter) {
    writer.element("text", [("id", entry.identifier)]) { writer in
      for (form, values) in entry.values {
        // A file that a language lacks is not replaced.
        let substitute = form.flatMap(MediaKind.init) == nil ? Self.missing : nil
        if let value = values[language] ?? substitute { writer.leaf("value", [("form", form)], markup: value) }
      }
    }
  }
}

extension LocalizedText {
  /// Whether the text is written in a named language.
  var needsTranslation: Bool { byCode.contains { !$0.key.isEmpty && !$0.value.isEmpty } }

  /// Whether an answer stands in the text.
  var repeatsAnswers: Bool { byCode.values.contains { $0.contains("${") } }
}

extension LabelMedia {
  /// The files as forms of a text, in a fixed order.
  var forms: [(form: String?, text: LocalizedText)] {
    MediaKind.allCases.compactMap { kind in self[kind].map { (kind.rawValue, $0) } }
  }
}

extension Form {
  /// The full name of a language that may be stated by its code only.
  fileprivate func languageName(of stated: FormLanguage) -> String {
    languages.first { $0.code == stated.code }?.name ?? stated.name
  }
}
