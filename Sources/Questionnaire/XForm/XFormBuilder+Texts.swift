import FormDefinition
import Markup

extension XFormBuilder {
  /// Collects the texts of a form that stand in its translations.
  static func texts(of form: Form, nodes: [XFormNode], paths: FormPaths) -> XFormTexts {
    var texts = XFormTexts(form)
    for list in form.choiceLists.values.sorted(by: { $0.name < $1.name })
    where ChoiceSource(list: list.name) == .sheet {
      texts.add(list) { XFormMarkup.text($0, at: paths.root, paths) }
    }
    for node in nodes { add(node, to: &texts, paths) }
    return texts
  }

  private static func add(_ node: XFormNode, to texts: inout XFormTexts, _ paths: FormPaths) {
    let path = node.place.absolute
    func add(_ kind: String, _ forms: [(form: String?, text: LocalizedText)], if needed: Bool) {
      if needed { texts.add("\(path):\(kind)", forms) { XFormMarkup.text($0, at: node.place, paths) } }
    }
    for (kind, text) in node.messages {
      let isNeeded = text.needsTranslation || text.repeatsAnswers && kind != XFormNode.noAppMessage
      add(kind, [(nil, text)], if: isNeeded)
    }
    func addLabel(_ label: LocalizedText, _ hint: LocalizedText, _ media: LabelMedia) {
      // Files are looked at after all texts.
      for text in [label, hint] where text.needsTranslation { texts.note(languagesOf: text) }
      add("label", [(nil, label)] + media.forms, if: label.needsTranslation || !media.isEmpty)
    }
    switch node.kind {
    case .group(let group), .repeatGroup(let group):
      addLabel(group.label, group.hint, group.media)
      add("hint", [(nil, group.hint)], if: group.hint.needsTranslation)
    case .question(let question):
      addLabel(question.label, question.hint, question.media)
      add(
        "hint", [(nil, question.hint), ("guidance", question.guidanceHint)],
        if: question.hint.needsTranslation || !question.guidanceHint.isEmpty)
    }
  }

  /// The choice lists as secondary instances, with their further columns for choice filters.
  func writeChoices(_ writer: inout MarkupWriter) {
    for list in inlineLists {
      writer.element("instance", [("id", list.name)]) { writer in
        writer.element("root") { writer in
          for (index, choice) in list.choices.enumerated() { write(choice, at: index, in: list.name, &writer) }
        }
      }
    }
  }

  private func write(_ choice: Choice, at index: Int, in list: String, _ writer: inout MarkupWriter) {
    writer.element("item") { writer in
      let isTranslated = texts.lists.contains(list)
      if isTranslated { writer.leaf("itextId", text: "\(list)-\(index)") }
      writer.leaf("name", text: choice.name)
      if !isTranslated, !choice.label.isEmpty {
        writer.leaf("label", text: choice.label.text(in: "").straightenedQuotes)
      }
      for (name, value) in choice.attributes.sorted(by: { $0.key < $1.key })
      where name.isElementName && !["name", "label", "itextId"].contains(name) {
        writer.leaf(name, text: value.straightenedQuotes)
      }
    }
  }
}

extension XFormNode {
  static let noAppMessage = "jr:noAppErrorString"

  /// What is said when something goes wrong with an answer, by the name of the bind's attribute.
  var messages: [(kind: String, text: LocalizedText)] {
    var messages = attributes.messages
    if case .question(let question) = kind {
      messages["jr:constraintMsg"] = question.constraintMessage
      messages["jr:requiredMsg"] = question.requiredMessage
    }
    return messages.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
