import FormDefinition

extension XFormBuilder {
  /// The controls of the nodes a respondent sees.
  func writeBody(
    _ children: [FormNode], _ writer: inout MarkupWriter, names: [String] = [], repeatDepth: Int = 0,
    inTable: Bool = false
  ) {
    for child in children {
      switch child {
      case .question(let question):
        let place = FormPaths.Place(names: names + [question.name], repeatDepth: repeatDepth)
        write(question, place, inTable: inTable, &writer)
      case .group(let group):
        let place = FormPaths.Place(names: names + [group.name], repeatDepth: repeatDepth)
        let isTable = group.appearance.contains("table-list") || group.appearance.contains("likert")
        let appearance = isTable ? "field-list" : group.appearance
        writer.element("group", [("appearance", nonEmpty(appearance)), ("ref", place.absolute)]) { writer in
          label("label", group.label, place, &writer)
          writeBody(group.children, &writer, names: place.names, repeatDepth: repeatDepth, inTable: isTable)
        }
      case .repeatGroup(let group):
        let place = FormPaths.Place(names: names + [group.name], repeatDepth: repeatDepth)
        writer.element("group", [("ref", place.absolute)]) { writer in
          label("label", group.label, place, &writer)
          let count = countPath(of: group, place)
          let attributes: MarkupWriter.Attributes = [
            ("nodeset", place.absolute), ("appearance", nonEmpty(group.appearance)), ("jr:count", count),
            ("jr:noAddRemove", count == nil ? nil : "true()"),
          ]
          writer.element("repeat", attributes) { writer in
            writeBody(group.children, &writer, names: place.names, repeatDepth: place.names.count)
            writeDefaultsOfRepetition(place, &writer)
          }
        }
      }
    }
  }

  private func countPath(of group: QuestionGroup, _ place: FormPaths.Place) -> String? {
    guard let count = group.repeatCount else { return nil }
    if let name = plainReference(count) { return paths.path(to: name, from: place) }
    return place.absolute + "_count"
  }

  private func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }

  private func label(_ element: String, _ text: LocalizedText, _ place: FormPaths.Place, _ writer: inout MarkupWriter) {
    if text.isEmpty { return }
    if languages.isEmpty {
      writer.leaf(element, markup: markup(of: text.text(in: ""), at: place))
    } else {
      writer.empty(element, [("ref", "jr:itext('\(place.absolute):\(element)')")])
    }
  }

  private func write(_ question: Question, _ place: FormPaths.Place, inTable: Bool, _ writer: inout MarkupWriter) {
    // A calculated field without a label is never shown, whatever its type.
    guard let control = question.control, question.calculation == nil || !question.label.isEmpty else { return }
    var attributes: MarkupWriter.Attributes = [
      ("ref", place.absolute), ("mediatype", question.mediaType),
      ("appearance", nonEmpty(question.appearance) ?? (inTable && control == "select1" ? "likert" : nil)),
    ]
    if question.type == .range {
      for name in ["start", "end", "step"] { attributes.append((name, question.parameters[name] ?? Self.range[name])) }
    }
    attributes += question.controlParameters
    attributes.append(("query", query(of: question, place)))
    writer.element(control, attributes) { writer in
      if question.label.isEmpty { writer.empty("label") }
      label("label", question.label, place, &writer)
      var hint = question.hint
      if hint.isEmpty, !languages.isEmpty { hint = question.guidanceHint }
      label("hint", hint, place, &writer)
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
