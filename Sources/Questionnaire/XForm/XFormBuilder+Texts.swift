import FormDefinition

extension XFormBuilder {
  /// The translations of every text, the default language marked.
  func writeTexts(_ writer: inout MarkupWriter) {
    if languages.isEmpty { return }
    let lists = form.choiceLists.values.sorted { $0.name < $1.name }
    writer.element("itext") { writer in
      for language in languages {
        let isDefault = language.code == form.defaultLanguage || languages.count == 1
        writer.element("translation", [("lang", language.name), ("default", isDefault ? "true()" : nil)]) { writer in
          for list in lists {
            for (index, choice) in list.choices.enumerated() {
              write("\(list.name)-\(index)", choice.label, nil, language, &writer)
            }
          }
          for node in nodes {
            let path = node.place.absolute
            switch node.kind {
            case .group(let group), .repeatGroup(let group):
              write("\(path):label", group.label, node.place, language, &writer)
            case .question(let question):
              write("\(path):label", question.label, node.place, language, &writer)
              write("\(path):hint", question.hint, node.place, language, &writer, guidance: question.guidanceHint)
              write("\(path):jr:constraintMsg", question.constraintMessage, node.place, language, &writer)
              write("\(path):jr:requiredMsg", question.requiredMessage, node.place, language, &writer)
            }
          }
        }
      }
    }
  }

  private func write(
    _ identifier: String, _ text: LocalizedText, _ place: FormPaths.Place?, _ language: FormLanguage,
    _ writer: inout MarkupWriter, guidance: LocalizedText = LocalizedText()
  ) {
    if text.isEmpty, guidance.isEmpty { return }
    func content(_ text: LocalizedText) -> String {
      let plain = text.text(in: language.code)
      return place.map { markup(of: plain, at: $0) } ?? plain.escapedForMarkup
    }
    writer.element("text", [("id", identifier)]) { writer in
      if !text.isEmpty { writer.leaf("value", markup: content(text)) }
      if !guidance.isEmpty { writer.leaf("value", [("form", "guidance")], markup: content(guidance)) }
    }
  }

  /// The choice lists as secondary instances, with their further columns for choice filters.
  func writeChoices(_ writer: inout MarkupWriter) {
    for list in inlineLists {
      writer.element("instance", [("id", list.name)]) { writer in
        writer.element("root") { writer in
          for (index, choice) in list.choices.enumerated() {
            writer.element("item") { writer in
              if !languages.isEmpty { writer.leaf("itextId", text: "\(list.name)-\(index)") }
              writer.leaf("name", text: choice.name)
              if languages.isEmpty { writer.leaf("label", text: choice.label.text(in: "")) }
              for (name, value) in choice.attributes.sorted(by: { $0.key < $1.key })
              where name.isElementName && !["name", "label", "itextId"].contains(name) {
                writer.leaf(name, text: value)
              }
            }
          }
        }
      }
    }
  }
}
