import FormDefinition

extension XFormBuilder {
  /// What runs when a form is opened.
  func writeActions(_ writer: inout MarkupWriter) {
    for node in nodes {
      if case .question(let question) = node.kind { writeAction(question, node.place, &writer) }
    }
  }

  private func writeAction(_ question: Question, _ place: FormPaths.Place, _ writer: inout MarkupWriter) {
    let opening = "odk-instance-first-load"
    switch question.type {
    case .metadata(.startGeopoint): writer.empty("odk:setgeopoint", [("ref", place.absolute), ("event", opening)])
    case .attachment(.backgroundAudio):
      writer.empty(
        "odk:recordaudio",
        [("event", "odk-instance-load"), ("ref", place.absolute), ("odk:quality", question.parameters["quality"])])
    default:
      writeDefault(question, place, event: opening, &writer)
    }
  }

  /// Sets a computed default when something happens.
  private func writeDefault(
    _ question: Question, _ place: FormPaths.Place, event: String, _ writer: inout MarkupWriter
  ) {
    guard let value = computedDefault(of: question) else { return }
    writer.empty("setvalue", [("event", event), ("ref", place.absolute), ("value", xpath(value, from: place))])
  }

  /// Sets the computed defaults of a repeat's questions when a repetition is added; repeats inside set their own.
  func writeDefaultsOfRepetition(_ repeatPlace: FormPaths.Place, _ writer: inout MarkupWriter) {
    for node in nodes where node.place.repeatDepth == repeatPlace.names.count {
      guard case .question(let question) = node.kind, node.place.names.starts(with: repeatPlace.names) else { continue }
      writeDefault(question, node.place, event: "odk-new-repeat", &writer)
    }
  }
}
