import Diagnostics

/// The values of parameters are of the kind that clients understand.
enum ParameterValueCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    for row in draft.rows where row.cells.sheet.has(.parameters) {
      guard let type = row.type, !row.cells[.parameters].isEmpty else { continue }
      let values = ParameterValues(row: row, type: type)
      switch type {
      case .text: values.whole("rows", example: "5", &report)
      case .attachment(.image): image(values, row, &report)
      case .attachment(.audio):
        values.word("quality", ["voice-only", "low", "normal", "external"], &report)
      case .attachment(.backgroundAudio): values.word("quality", ["voice-only", "low", "normal"], &report)
      case .geography(let kind): geography(kind, values, draft, &report)
      case .selectOne, .selectMultiple, .rank: order(values, &report)
      case .metadata(.audit): audit(values, &report)
      default: break
      }
    }
  }

  private static func image(_ values: ParameterValues, _ row: SurveyRow, _ report: inout CheckReport) {
    values.whole("max-pixels", example: "1024", &report)
    // An app of its own takes pictures and annotates them; drawing and signing is done by the client.
    let appearance = row.cells[.appearance]
    guard let app = values["app"], appearance.isEmpty || appearance == "annotate" else { return }
    let parts = app.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count < 2 || !parts.allSatisfy(\.isPackagePart) { values.report(.formParameterApp, [:], &report) }
  }

  private static func geography(
    _ kind: QuestionType.GeographyKind, _ values: ParameterValues, _ draft: FormDraft, _ report: inout CheckReport
  ) {
    values.number("capture-accuracy", example: "5", &report)
    values.number("warning-accuracy", example: "10", &report)
    values.word("allow-mock-accuracy", ["true", "false"], &report)
    if kind != .geopoint { values.word("incremental", ["true"], &report) }
    if let source = values["reference-geometry"], !draft.holdsGeometry(source) {
      values.report(.formReferenceGeometryUnknown, [:], &report)
    }
  }

  private static func order(_ values: ParameterValues, _ report: inout CheckReport) {
    values.word("randomize", ["true", "false"], &report)
    guard let seed = values["seed"] else { return }
    if values["randomize"] == nil {
      values.report(.formSeedAlone, [:], &report)
    } else if values["randomize"] == "true", Double(seed) == nil, !(seed.hasPrefix("${") && seed.hasSuffix("}")) {
      values.report(.formParameterNotNumber, ["name": "seed", "example": "42"], &report)
    }
  }

  private static func audit(_ values: ParameterValues, _ report: inout CheckReport) {
    values.word("track-changes", ["true", "false"], &report)
    values.word("identify-user", ["true", "false"], &report)
    values.word("track-changes-reasons", ["on-form-edit"], &report)
    let location = ["location-priority", "location-min-interval", "location-max-age"]
    guard location.contains(where: { values[$0] != nil }) else { return }
    let missing = location.filter { values[$0] == nil }
    for name in missing { values.report(.formAuditLocationIncomplete, ["name": name], &report) }
    values.word("location-priority", ["no-power", "low-power", "balanced", "high-accuracy"], &report)
    values.whole("location-min-interval", example: "60", least: 0, &report)
    let interval = values["location-min-interval"].flatMap { Int($0) } ?? 0
    values.whole("location-max-age", example: "120", least: max(0, interval), &report)
  }
}

/// The parameters of a row, and where what is wrong with them is reported.
struct ParameterValues {
  let row: SurveyRow
  let type: QuestionType
  private let values: [String: String]

  init(row: SurveyRow, type: QuestionType) {
    self.row = row
    self.type = type
    values = readParameters(row.cells[.parameters]).parameters
  }

  subscript(name: String) -> String? { values[name] }

  func report(_ code: DiagnosticCode, _ arguments: [String: String], _ report: inout CheckReport) {
    report.add(code, at: row.cells.position(.parameters), field: row.name, arguments)
  }

  /// Reports a value that is no whole number, or one below the least.
  func whole(_ name: String, example: String, least: Int = .min, _ report: inout CheckReport) {
    guard let text = values[name] else { return }
    if let number = Int(text), number >= least { return }
    self.report(.formParameterNotWhole, ["name": name, "example": example], &report)
  }

  func number(_ name: String, example: String, _ report: inout CheckReport) {
    guard let text = values[name], Double(text) == nil else { return }
    self.report(.formParameterNotNumber, ["name": name, "example": example], &report)
  }

  func word(_ name: String, _ words: [String], _ report: inout CheckReport) {
    guard let text = values[name], !words.contains(text.lowercased()) else { return }
    self.report(
      .formParameterNotInList, ["name": name, "type": type.name, "values": words.joined(separator: ", ")], &report)
  }
}

extension FormDraft {
  /// Whether a parameter names something that can hold positions: a list, a file beside the form, a repeat.
  fileprivate func holdsGeometry(_ source: String) -> Bool {
    if source.hasPrefix("${"), source.hasSuffix("}") {
      let name = String(source.dropFirst(2).dropLast())
      return nameIndex.rows[name]?.contains { rows[$0].kind == .begin(isRepeat: true) } ?? false
    }
    let lowered = source.lowercased()
    if choices.contains(where: { $0.list.lowercased() == lowered }) { return true }
    return rows.contains { row in
      row.cells[.type].split(whereSeparator: \.isWhitespace).contains { word in
        word.contains(".") && word.split(separator: ".")[0].lowercased() == lowered
      } || row.cells[.type].hasSuffix("-external") && row.name.lowercased() == lowered
    }
  }
}

extension Substring {
  /// Whether the text can stand between the dots of an Android package name.
  fileprivate var isPackagePart: Bool {
    guard let first = utf8.first, !(0x30...0x39).contains(first) else { return false }
    return utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
    }
  }
}
