import FormDefinition
import Markup

extension Question {
  /// The parameters that tell a client how to take the answer, as attributes of the control.
  var controlParameters: MarkupWriter.Attributes {
    switch type {
    case .text: [("rows", parameters["rows"])]
    case .geography(.geopoint):
      [
        ("accuracyThreshold", parameters["capture-accuracy"]),
        ("unacceptableAccuracyThreshold", parameters["warning-accuracy"]),
      ]
    case .geography: [("incremental", parameters["incremental"])]
    case .range:
      [("odk:tick-interval", parameters["tick_interval"]), ("odk:placeholder", parameters["placeholder"])]
    case .attachment(.image) where appearance.isEmpty || appearance == "annotate": [("intent", parameters["app"])]
    default: []
    }
  }

  /// The parameters that limit what is stored, as attributes of the bind.
  var bindParameters: MarkupWriter.Attributes {
    switch type {
    case .attachment(.image): [("orx:max-pixels", parameters["max-pixels"])]
    case .attachment(.audio): [("odk:quality", parameters["quality"])]
    case .geography: [("odk:allow-mock-accuracy", parameters["allow-mock-accuracy"])]
    case .metadata(.audit):
      [
        "track-changes", "track-changes-reasons", "identify-user", "location-max-age", "location-min-interval",
        "location-priority",
      ].map { ("odk:\($0)", parameters[$0]) }
    default: []
    }
  }
}
