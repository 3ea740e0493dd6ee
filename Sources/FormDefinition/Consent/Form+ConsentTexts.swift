extension Form {
  /// The words by which the form asks for consent, by language code; empty when it asks for none.
  ///
  /// They are the labels and hints of the questions that the form's `consent` setting names, and of everything that
  /// stands in the same group: the notice, and consents to single purposes. One text a line, in the order of the form.
  public var consentTexts: [String: String] {
    guard let consent else { return [:] }
    let placed = placedQuestions
    let asked = placed.filter { consent.references.contains($0.question.name) }
    let groups = Set(asked.compactMap { $0.groups.isEmpty ? nil : $0.groups.map(\.name) })
    let names = Set(asked.map(\.path))
    let shown = placed.filter { names.contains($0.path) || groups.contains($0.groups.map(\.name)) }
    var texts: [String: String] = [:]
    for language in languages.isEmpty ? [""] : languages.map(\.code) {
      let lines = shown.flatMap { [$0.question.label.text(in: language), $0.question.hint.text(in: language)] }
      texts[language] = lines.filter { !$0.isEmpty }.joined(separator: "\n")
    }
    return texts
  }
}
