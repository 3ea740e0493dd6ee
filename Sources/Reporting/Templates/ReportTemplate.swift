public import Diagnostics

/// A report's text as an office wrote it, with placeholders for everything that comes from the answers.
public struct ReportTemplate: Sendable {
  /// The folder it was read from.
  public let source: String
  /// Titles and the look of the document.
  public let settings: TemplateSettings
  /// Everything found while reading, in the order of the files.
  public let diagnostics: [Diagnostic]
  /// The text by language code; "" is the text of every language without one of its own.
  let texts: [String: [TemplateNode]]

  /// Whether the template can be used: no finding is an error.
  public var isUsable: Bool { !diagnostics.contains { $0.severity == .error } }

  /// Reads a template's files: `template.md`, optionally `template.en.md` and `template.yaml`.
  ///
  /// - Parameters:
  ///   - files: the bytes by file name inside the folder; other files are ignored.
  ///   - source: the folder, for positions: `reports/bao-cao-nam`.
  public static func read(files: [String: [UInt8]], source: String) -> ReportTemplate {
    var diagnostics: [Diagnostic] = []
    var texts: [String: [TemplateNode]] = [:]
    for (name, language) in [("template.md", ""), ("template.en.md", "en"), ("template.vi.md", "vi")] {
      guard let bytes = files[name] else { continue }
      let path = "\(source)/\(name)"
      guard let text = String(validating: bytes, as: UTF8.self) else {
        diagnostics.append(Diagnostic(.templateNotUTF8, at: SourcePosition(file: path)))
        continue
      }
      var parser = TemplateParser(text.first == "\u{FEFF}" ? String(text.dropFirst()) : text, file: path)
      texts[language] = parser.parse()
      diagnostics += parser.diagnostics
    }
    if texts.isEmpty, diagnostics.isEmpty {
      diagnostics.append(Diagnostic(.templateMissing, at: SourcePosition(file: "\(source)/template.md")))
    }
    let (settings, findings) = TemplateSettings.read(files["template.yaml"], file: "\(source)/template.yaml")
    return ReportTemplate(source: source, settings: settings, diagnostics: diagnostics + findings, texts: texts)
  }

  /// The text for a language: its own, else the common one, else any.
  func nodes(for language: InterfaceLanguage) -> [TemplateNode] {
    texts[language.rawValue] ?? texts[""] ?? texts.min { $0.key < $1.key }?.value ?? []
  }
}
