import Diagnostics

/// Parameters are written as name=value, and those of a range are numbers that fit together.
enum ParametersCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    for row in draft.rows where row.cells.sheet.has(.parameters) || row.type == .range {
      let position = row.cells.position(.parameters)
      let (parameters, unreadable) = readParameters(row.cells[.parameters])
      for word in unreadable { report.add(.formParametersUnreadable, at: position, field: row.name, ["word": word]) }
      if let type = row.type, let accepted = type.acceptedParameters(typeCell: row.cells[.type]) {
        for name in parameters.keys.sorted() where !accepted.contains(name) {
          let nearest = report.nearest(to: name, among: accepted, of: "parameter of \(type.name)")
          report.add(
            .formParameterUnknown, at: position, field: row.name,
            ["type": type.name, "name": name, "nearest": nearest])
        }
      }
      guard row.type == .range else { continue }
      for name in invalidRangeParameters(parameters) {
        report.add(.formRangeInvalid, at: position, field: row.name, ["parameter": name])
      }
    }
  }

  /// The parameters among start (1 if absent), end (10) and step (1) that do not make a range.
  private static func invalidRangeParameters(_ parameters: [String: String]) -> [String] {
    var numbers = ["start": 1.0, "end": 10.0, "step": 1.0]
    var invalid: [String] = []
    for name in ["start", "end", "step"] {
      guard let text = parameters[name] else { continue }
      if let number = Double(text), number.isFinite { numbers[name] = number } else { invalid.append(name) }
    }
    guard invalid.isEmpty, let start = numbers["start"], let end = numbers["end"], let step = numbers["step"] else {
      return invalid
    }
    if start == end { invalid.append("end") }
    if step == 0 || abs(step) > abs(end - start) { invalid.append("step") }
    return invalid
  }
}

extension QuestionType {
  /// The parameters that a type may have; nil for types whose parameters are not looked at.
  fileprivate func acceptedParameters(typeCell: String) -> [String]? {
    switch self {
    case .selectOne where choiceSource?.isFile == true && typeCell.lowercased().contains("file"),
      .selectMultiple where choiceSource?.isFile == true && typeCell.lowercased().contains("file"):
      ["label", "randomize", "seed", "value"]
    case .range: ["end", "placeholder", "start", "step", "tick_interval", "tick_labelset"]
    case .selectOne, .selectMultiple, .rank: ["randomize", "seed"]
    case .text: ["rows"]
    case .attachment(.image): ["app", "max-pixels"]
    case .attachment(.audio), .attachment(.backgroundAudio): ["quality"]
    case .geography(.geopoint):
      ["allow-mock-accuracy", "capture-accuracy", "reference-geometry", "warning-accuracy"]
    case .geography: ["allow-mock-accuracy", "incremental", "reference-geometry"]
    case .metadata(.audit):
      [
        "identify-user", "location-max-age", "location-min-interval", "location-priority", "track-changes",
        "track-changes-reasons",
      ]
    default: nil
    }
  }
}
