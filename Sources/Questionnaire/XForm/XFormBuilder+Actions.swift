import FormDefinition
import Markup

extension XFormBuilder {
  /// What runs when a form is opened: computed defaults, and what the device notes by itself.
  func writeActions(_ writer: inout MarkupWriter) {
    for node in nodes {
      guard case .question(let question) = node.kind else { continue }
      let opening = "odk-instance-first-load"
      switch question.type {
      case .metadata(.startGeopoint):
        writer.empty("odk:setgeopoint", [("ref", node.place.absolute), ("event", opening)])
      case .attachment(.backgroundAudio):
        writer.empty(
          "odk:recordaudio",
          [
            ("event", "odk-instance-load"), ("ref", node.place.absolute),
            ("odk:quality", question.parameters["quality"]),
          ])
      default: writeDefault(question, node.place, event: opening, &writer)
      }
    }
  }

  private func writeDefault(
    _ question: Question, _ place: FormPaths.Place, event: String, _ writer: inout MarkupWriter
  ) {
    guard let value = question.computedDefault else { return }
    writer.empty("setvalue", [("event", event), ("ref", place.absolute), ("value", xpath(value, from: place))])
  }

  /// Sets the computed defaults of a repeat's questions when a repetition is added; repeats inside set their own.
  func writeDefaultsOfRepetition(_ repeatPlace: FormPaths.Place, _ writer: inout MarkupWriter) {
    for node in nodes where node.place.repeatDepth == repeatPlace.names.count {
      guard case .question(let question) = node.kind, node.place.names.starts(with: repeatPlace.names) else { continue }
      writeDefault(question, node.place, event: "odk-new-repeat", &writer)
    }
  }

  /// What runs when the answer to a question changes: the calculations and places that name it as their trigger.
  func writeTriggered(by question: Question, _ place: FormPaths.Place, _ writer: inout MarkupWriter) {
    let event = "xforms-value-changed"
    for node in triggered[question.name] ?? [] {
      guard case .question(let target) = node.kind else { continue }
      if target.type == .metadata(.backgroundGeopoint) {
        writer.empty("odk:setgeopoint", [("event", event), ("ref", node.place.absolute)])
      } else {
        let value = xpath(target.calculation, from: place)
        writer.empty("setvalue", [("event", event), ("ref", node.place.absolute), ("value", value)])
      }
    }
  }

  /// The questions that each question triggers, values before places.
  static func triggered(_ nodes: [XFormNode]) -> [String: [XFormNode]] {
    var triggered: [String: (values: [XFormNode], places: [XFormNode])] = [:]
    for node in nodes {
      guard case .question(let question) = node.kind else { continue }
      for name in question.triggers {
        if question.type == .metadata(.backgroundGeopoint) {
          triggered[name, default: ([], [])].places.append(node)
        } else {
          triggered[name, default: ([], [])].values.append(node)
        }
      }
    }
    return triggered.mapValues { $0.values + $0.places }
  }
}
