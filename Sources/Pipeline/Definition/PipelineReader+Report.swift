internal import Diagnostics
internal import Reporting
internal import YAML

extension PipelineReader {
  /// Reads the section `report`.
  mutating func report(_ node: YAMLNode) -> ReportDefinition {
    let values = settings.section(
      node, named: "report", known: ["template", "formats", "language", "output", "issuer"])
    for key in ["template", "output"] where values[key] == nil { settings.missing(key, in: "report", at: node) }
    let language = settings.word(values["language"], key: "language", as: InterfaceLanguage.self)
    return ReportDefinition(
      template: settings.text(values["template"], key: "template") ?? "", formats: formats(values["formats"]),
      language: language ?? .vietnamese, output: settings.text(values["output"], key: "output") ?? "",
      issuer: issuer(values["issuer"]))
  }

  private mutating func formats(_ node: YAMLNode?) -> [ReportFormat] {
    guard let node else { return [.html] }
    let known = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
    return settings.texts(node, key: "formats").compactMap { entry in
      if let format = ReportFormat(rawValue: entry.text) { return format }
      settings.report(.pipelineFormatUnsupported, at: entry.node, ["format": entry.text, "known": known])
      return nil
    }
  }

  private mutating func issuer(_ node: YAMLNode?) -> IssuerFacts {
    var issuer = IssuerFacts()
    guard let node else { return issuer }
    let values = settings.section(
      node, named: "issuer",
      known: [
        "style", "parent", "name", "called", "number", "place", "addressees", "signer", "signer_name", "recipients",
      ])
    if let style = settings.word(values["style"], key: "style", as: IssuerFacts.Style.self) { issuer.style = style }
    if let parent = settings.text(values["parent"], key: "parent") { issuer.parent = parent }
    if let name = settings.text(values["name"], key: "name") { issuer.name = name }
    if let called = settings.text(values["called"], key: "called") { issuer.called = called }
    if let number = settings.text(values["number"], key: "number") { issuer.number = number }
    if let place = settings.text(values["place"], key: "place") { issuer.place = place }
    if let signer = settings.text(values["signer_name"], key: "signer_name") { issuer.signerName = signer }
    if let node = values["addressees"] { issuer.addressees = settings.texts(node, key: "addressees").map(\.text) }
    if let node = values["signer"] { issuer.signer = settings.texts(node, key: "signer").map(\.text) }
    if let node = values["recipients"] { issuer.recipients = settings.texts(node, key: "recipients").map(\.text) }
    return issuer
  }
}
