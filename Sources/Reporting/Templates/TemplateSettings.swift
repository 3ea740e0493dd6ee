public import Diagnostics

/// The titles and the look of a document, from `template.yaml`.
public struct TemplateSettings: Sendable {
  /// The type of document, in capitals: `BÁO CÁO`.
  public var documentType = LocalizedSetting(vi: "BÁO CÁO", en: "REPORT")
  /// The title below the type; `{{ wave }}` and other placeholders within a line are allowed.
  public var title = LocalizedSetting(vi: "{{ title }}", en: "{{ title }}")
  /// The look: with the letterhead and signature of an official report, or plain.
  public var style = Style.official
  /// The size of letters of the text in points: 13 or 14.
  public var textSize = 14
  /// The agree share from which agreement counts as high, 0…1.
  public var highBand = 0.75
  /// The agree share from which agreement counts as medium, 0…1.
  public var mediumBand = 0.5

  /// The look of a document.
  public enum Style: String, Sendable, CaseIterable {
    /// Letterhead, addressees, signature and recipients after Nghị định 30/2020/NĐ-CP.
    case official
    /// A title and the text.
    case plain
    /// A sheet for each unit: issuer, title and the unit's name at the head of every one.
    case sheets
  }

  /// Creates the defaults.
  public init() {}
}

/// A text of the settings in both languages.
public struct LocalizedSetting: Sendable, Hashable {
  /// The Vietnamese text.
  public var vietnamese: String
  /// The English text.
  public var english: String

  /// Creates a text.
  public init(vi vietnamese: String, en english: String) {
    self.vietnamese = vietnamese
    self.english = english
  }

  /// The text in a language.
  public subscript(language: InterfaceLanguage) -> String { language == .vietnamese ? vietnamese : english }
}
