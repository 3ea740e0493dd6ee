import Diagnostics

/// What `or_other` adds to a select: the choice `other` and a text question that asks to specify.
enum OrOther {
  /// The name of the added choice.
  static let choice = "other"

  /// The name of the added text question.
  static func questionName(for name: String) -> String { "\(name)_other" }

  /// The label of the added choice.
  static func choiceLabel(languages: some Sequence<String>) -> LocalizedText {
    label(languages, vietnamese: "Khác", english: "Other")
  }

  /// The label of the added text question.
  static func specifyLabel(languages: some Sequence<String>) -> LocalizedText {
    label(languages, vietnamese: "Xin ghi rõ.", english: "Specify other.")
  }

  private static func label(_ languages: some Sequence<String>, vietnamese: String, english: String) -> LocalizedText {
    var text = LocalizedText(
      Dictionary(languages.map { ($0, $0 == "vi" ? vietnamese : english) }) { first, _ in first })
    if text.byCode.isEmpty { text.byCode[""] = english }
    return text
  }
}
