import Diagnostics

/// What `or_other` adds to a select: the choice `other` and a text question that asks to specify.
enum OrOther {
  /// The name of the added choice.
  static let choice = "other"

  /// The name of the added text question.
  static func questionName(for name: String) -> String { "\(name)_other" }

  /// The label of the added choice.
  static func choiceLabel(languages: some Sequence<String>) -> LocalizedText {
    let codes = Set(languages)
    if codes.isEmpty { return LocalizedText(["": "Other"]) }
    return LocalizedText(Dictionary(uniqueKeysWithValues: codes.map { ($0, $0 == "vi" ? "Khác" : "Other") }))
  }

  /// The label of the added text question.
  static func specifyLabel(languages: some Sequence<String>) -> LocalizedText {
    let codes = Set(languages)
    // What reads the same in all languages stands without one, as other tools write it.
    if !codes.contains("vi") { return LocalizedText(["": "Specify other."]) }
    return LocalizedText(
      Dictionary(uniqueKeysWithValues: codes.map { ($0, $0 == "vi" ? "Xin ghi rõ." : "Specify other.") }))
  }
}
