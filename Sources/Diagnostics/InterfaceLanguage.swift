/// A language in which ykien speaks to its user.
public enum InterfaceLanguage: String, Sendable, CaseIterable {
  /// Vietnamese, the default.
  case vietnamese = "vi"
  /// English.
  case english = "en"
}

/// A text in both interface languages.
public struct BilingualText: Sendable, Hashable {
  /// The Vietnamese wording (NFC).
  public let vietnamese: String
  /// The English wording.
  public let english: String

  /// Creates a text from its two wordings.
  public init(vi vietnamese: String, en english: String) {
    self.vietnamese = vietnamese
    self.english = english
  }

  /// The wording in one language.
  public subscript(language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }
}
