/// A language of a form, as its sheets name it: `Tiếng Việt (vi)`.
public struct FormLanguage: Sendable, Hashable {
  /// The full name used in column headings.
  public let name: String
  /// The subtag in parentheses (`vi`), or the whole name when there is none.
  public let code: String

  /// Reads the subtag out of a heading's language name.
  public init(name: String) {
    self.name = name
    if name.hasSuffix(")"), let open = name.lastIndex(of: "(") {
      code = String(name[name.index(after: open)..<name.index(before: name.endIndex)])
    } else {
      code = name
    }
  }
}

/// A text in the languages of a form; the code "" holds a text written without a language.
public struct LocalizedText: Sendable, Hashable {
  /// The texts by language code.
  public var byCode: [String: String]

  /// Creates a text from its translations.
  public init(_ byCode: [String: String] = [:]) { self.byCode = byCode }

  /// Whether there is no text in any language.
  public var isEmpty: Bool { byCode.values.allSatisfy(\.isEmpty) }

  /// The text in a language, else the one without a language, else the first by language code, else "".
  public func text(in code: String) -> String {
    byCode[code] ?? byCode[""] ?? byCode.min { $0.key < $1.key }?.value ?? ""
  }
}
