import FormDefinition
import Markup

extension XFormBuilder {
  /// The controls of the nodes a respondent sees.
  func writeBody(_ children: [FormNode], in parent: FormPaths.Place, _ writer: inout MarkupWriter) {
    for child in children {
      switch child {
      case .question(let question): write(question, parent.child(question.name), &writer)
      case .group(let group): write(group, parent.child(group.name), &writer)
      case .repeatGroup(let group): writeRepeat(group, parent.child(group.name), &writer)
      }
    }
  }

  private func write(_ group: QuestionGroup, _ place: FormPaths.Place, _ writer: inout MarkupWriter) {
    let attributes: MarkupWriter.Attributes = [("appearance", nonEmpty(group.appearance)), ("ref", place.absolute)]
    writer.element("group", attributes.overridden(by: own(group.attributes.control, at: place))) { writer in
      if !group.label.isEmpty { label("label", group.label, place, &writer) }
      writeBody(group.children, in: place, &writer)
    }
  }

  private func writeRepeat(_ group: QuestionGroup, _ place: FormPaths.Place, _ writer: inout MarkupWriter) {
    writer.element("group", [("ref", place.absolute)]) { writer in
      if group.label.isEmpty, group.media.isEmpty { writer.empty("label") }
      label("label", group.label, place, &writer)
      let attributes: MarkupWriter.Attributes = [
        ("nodeset", place.absolute), ("appearance", resolved(group.appearance, place)),
        ("jr:count", countPath(of: group, place)),
      ]
      writer.element("repeat", attributes.overridden(by: own(group.attributes.control, at: place))) { writer in
        writeBody(group.children, in: place.insideRepeat, &writer)
        writeDefaultsOfRepetition(place, &writer)
      }
    }
  }

  private func countPath(of group: QuestionGroup, _ place: FormPaths.Place) -> String? {
    guard let count = group.repeatCount else { return nil }
    if let name = plainReference(count) { return paths.path(to: name, from: place) }
    return place.repeatDepth == 0 ? place.absolute + "_count" : "../\(group.name)_count"
  }

  private func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }

  private func resolved(_ text: String, _ place: FormPaths.Place) -> String? {
    text.isEmpty ? nil : PathText(text.straightenedQuotes, from: place, paths).resolved()
  }

  /// A label or hint: a reference when it stands in the translations, else its text; nothing when there is none.
  private func label(_ element: String, _ text: LocalizedText, _ place: FormPaths.Place, _ writer: inout MarkupWriter) {
    let identifier = "\(place.absolute):\(element)"
    if texts.contains(identifier) {
      writer.empty(element, [("ref", "jr:itext('\(identifier)')")])
    } else if !text.isEmpty {
      writer.leaf(element, markup: XFormMarkup.text(text.text(in: ""), at: place, paths))
    }
  }

  private func write(_ question: Question, _ place: FormPaths.Place, _ writer: inout MarkupWriter) {
    // A calculated field without a label is never shown, whatever its type.
    guard let control = question.control, question.calculation == nil || !question.label.isEmpty else { return }
    var attributes: MarkupWriter.Attributes = [
      ("ref", place.absolute), ("mediatype", question.mediaType),
      ("appearance", resolved(question.appearance, place)),
    ]
    if question.type == .range {
      for name in ["start", "end", "step"] { attributes.append((name, question.parameters[name] ?? Self.range[name])) }
    }
    attributes += question.controlParameters
    attributes.append(("query", query(of: question, place)))
    let own = own(question.attributes.control, at: place).filter { !["tag", "ref"].contains($0.name) }
    writer.element(control, attributes.overridden(by: own)) { writer in
      if question.label.isEmpty, question.media.isEmpty { writer.empty("label") }
      label("label", question.label, place, &writer)
      label("hint", question.hint, place, &writer)
      writeChoices(of: question, place, &writer)
      writeTriggered(by: question, place, &writer)
    }
  }

  /// The bounds of a range that states none.
  private static let range = ["start": "1", "end": "10", "step": "1"]
}

extension Question {
  /// The element that asks the question; nil when nothing is shown.
  fileprivate var control: String? {
    switch type {
    case .text, .integer, .decimal, .date, .time, .dateTime, .geography, .barcode, .note: "input"
    case .range: "range"
    case .selectOne:
      if case .externalSheet? = type.choiceSource { "input" } else { "select1" }
    case .selectMultiple: "select"
    case .rank: "odk:rank"
    case .acknowledge: "trigger"
    case .attachment(.backgroundAudio): nil
    case .attachment: "upload"
    case .metadata(.backgroundGeopoint): label.isEmpty ? nil : "trigger"
    case .calculate, .hidden, .metadata: nil
    }
  }

  fileprivate var mediaType: String? {
    switch type {
    case .attachment(.image): "image/*"
    case .attachment(.audio): "audio/*"
    case .attachment(.video): "video/*"
    case .attachment(.file): "application/*"
    default: nil
    }
  }
}
