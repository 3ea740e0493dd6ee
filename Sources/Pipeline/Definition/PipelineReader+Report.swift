internal import Diagnostics
internal import FileSystem
internal import Reporting
internal import YAML

extension PipelineReader {
  /// Reads the section `report`: one report, or a list of them.
  ///
  /// What a further report of the list leaves out is as in the first. All lie in one folder, told apart by their names.
  mutating func reports(_ node: YAMLNode, pipeline: String) -> [ReportDefinition] {
    var reports: [ReportDefinition] = []
    if let items = node.items, items.isEmpty { settings.bad(node, key: "report", "[- {template: …, output: …}]") }
    for item in node.items ?? [node] {
      let report = report(item, pipeline: pipeline, first: reports.first)
      if reports.contains(where: { $0.name == report.name }) {
        let taken = reports.map(\.name).joined(separator: ", ")
        settings.bad(item["name"] ?? item, key: "name", "≠ \(taken)")
      }
      if report.output != reports.first?.output ?? report.output {
        settings.bad(item["output"] ?? item, key: "output", "\(reports[0].output)")
      }
      reports.append(report)
    }
    return reports
  }

  private mutating func report(_ node: YAMLNode, pipeline: String, first: ReportDefinition?) -> ReportDefinition {
    let values = settings.section(
      node, named: "report", known: ["name", "template", "formats", "language", "output", "issuer"])
    let needed = first == nil ? ["template", "output"] : ["template"]
    for key in needed where values[key] == nil { settings.missing(key, in: "report", at: node) }
    var template = settings.text(values["template"], key: "template") ?? ""
    while template.count > 1, template.hasSuffix("/") { template.removeLast() }
    let language =
      settings.word(values["language"], key: "language", as: InterfaceLanguage.self) ?? first?.language ?? .vietnamese
    // A further report is called after its template; in another language it is another file.
    let translated = language == first?.language ? "" : "-\(language.rawValue)"
    let usual = first == nil ? pipeline : fileName(of: template) + translated
    let name = settings.text(values["name"], key: "name") ?? usual
    // A pipeline's own name was never asked to be one of a file when it makes one report only.
    if let named = values["name"] ?? (first == nil ? nil : values["template"]),
      !isFileName(name) || RunFolder.reserved.contains(name)
    {
      settings.bad(named, key: "name", "bao-cao-nam")
    }
    return ReportDefinition(
      name: name, template: template, formats: values["formats"].map { formats($0) } ?? first?.formats ?? [.html],
      language: language, output: settings.text(values["output"], key: "output") ?? first?.output ?? "",
      issuer: issuer(values["issuer"], from: first?.issuer ?? IssuerFacts()))
  }

  /// Whether a text may be the name of a file: it leads to no other folder and is not hidden.
  private func isFileName(_ text: String) -> Bool {
    !text.isEmpty && text.first != "." && !text.contains { $0 == "/" || $0.isNewline }
  }

  private mutating func formats(_ node: YAMLNode) -> [ReportFormat] {
    let known = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
    return settings.texts(node, key: "formats").compactMap { entry in
      if let format = ReportFormat(rawValue: entry.text) { return format }
      settings.report(.pipelineFormatUnsupported, at: entry.node, ["format": entry.text, "known": known])
      return nil
    }
  }

  private mutating func issuer(_ node: YAMLNode?, from first: IssuerFacts) -> IssuerFacts {
    var issuer = first
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
