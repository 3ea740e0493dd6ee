import FormDefinition
import Markup

extension XFormBuilder {
  /// Types, conditions and calculations of all nodes.
  func writeBinds(_ writer: inout MarkupWriter) {
    for node in nodes {
      let own = own(node.attributes.bind, at: node.place)
      switch node.kind {
      case .group(let group): bind([("relevant", xpath(group.relevant, from: node.place))], own, node, &writer)
      case .repeatGroup(let group):
        bind([("relevant", xpath(group.relevant, from: node.place))], own, node, &writer)
        if countName(of: group) != nil { bindCount(of: group, node.place, &writer) }
      case .question(let question):
        if question.type == .metadata(.audit) { continue }
        bind(attributes(of: question, node.place), own, node, &writer)
      }
    }
    writeMetadataBinds(&writer)
  }

  private func bind(
    _ attributes: MarkupWriter.Attributes, _ own: MarkupWriter.Attributes, _ node: XFormNode,
    _ writer: inout MarkupWriter
  ) {
    let messages: MarkupWriter.Attributes = node.messages.map { ($0.kind, message($0.text, $0.kind, node.place)) }
    let all = (attributes + messages).overridden(by: own).filter { $0.value?.isEmpty == false }
    if all.isEmpty { return }
    writer.empty("bind", [("nodeset", node.place.absolute)] + all)
  }

  private func attributes(of question: Question, _ place: FormPaths.Place) -> MarkupWriter.Attributes {
    let readOnly = xpath(question.readOnly, from: place) ?? (question.type == .note ? "true()" : nil)
    return [
      ("type", question.bindType), ("readonly", readOnly),
      ("required", xpath(question.required, from: place)), ("relevant", relevance(of: question, place)),
      ("constraint", xpath(question.constraint, from: place)),
      ("calculate", question.triggers.isEmpty ? xpath(question.calculation, from: place) : nil),
      ("jr:preload", question.preload?.kind),
      ("jr:preloadParams", question.preload?.parameter),
    ] + question.bindParameters
  }

  /// The condition of a question; that of the text added by `or_other` names the select beside it.
  private func relevance(of question: Question, _ place: FormPaths.Place) -> String? {
    let select = question.name.dropLast("_other".count)
    if question.name.hasSuffix("_other"), question.relevant?.text == "selected(${\(select)}, 'other')" {
      return "selected(../\(select), 'other')"
    }
    return xpath(question.relevant, from: place)
  }

  private func bindCount(of group: QuestionGroup, _ place: FormPaths.Place, _ writer: inout MarkupWriter) {
    writer.empty(
      "bind",
      [
        ("nodeset", place.absolute + "_count"), ("type", "string"), ("readonly", "true()"),
        ("calculate", xpath(group.repeatCount, from: place)),
      ])
  }

  private func writeMetadataBinds(_ writer: inout MarkupWriter) {
    let meta = paths.root.child("meta")
    if hasInstanceID {
      writer.empty(
        "bind",
        [
          ("nodeset", meta.child("instanceID").absolute), ("type", "string"), ("readonly", "true()"),
          ("jr:preload", "uid"),
        ])
    }
    if let name = form.instanceName {
      let place = meta.child("instanceName")
      writer.empty(
        "bind", [("nodeset", place.absolute), ("type", "string"), ("calculate", xpath(name, from: place))])
    }
    if let audit {
      writer.empty("bind", [("nodeset", meta.child("audit").absolute), ("type", "binary")] + audit.bindParameters)
    }
  }

  /// A message: a reference when it stands in the translations, else its text.
  private func message(_ text: LocalizedText, _ kind: String, _ place: FormPaths.Place) -> String? {
    let identifier = "\(place.absolute):\(kind)"
    if texts.contains(identifier) { return "jr:itext('\(identifier)')" }
    return text.isEmpty ? nil : PathText(text.text(in: "").straightenedQuotes, from: place, paths).resolved()
  }
}

extension Question {
  /// The type of the answer in a bind.
  var bindType: String {
    switch type {
    case .integer: "int"
    case .decimal: "decimal"
    case .range: rangeIsWhole ? "int" : "decimal"
    case .date, .metadata(.today): "date"
    case .time: "time"
    case .dateTime, .metadata(.start), .metadata(.end): "dateTime"
    case .rank: "odk:rank"
    case .geography(let kind): kind.rawValue
    case .metadata(.startGeopoint), .metadata(.backgroundGeopoint): "geopoint"
    case .attachment: "binary"
    case .barcode: "barcode"
    default: "string"
    }
  }

  /// Whether start, end and step of a range are whole numbers.
  var rangeIsWhole: Bool { ["start", "end", "step"].allSatisfy { Int(parameters[$0] ?? "1") != nil } }

  /// What the device fills in.
  fileprivate var preload: (kind: String, parameter: String)? {
    guard case .metadata(let kind) = type else { return nil }
    switch kind {
    case .start, .end: return ("timestamp", kind.rawValue)
    case .today: return ("date", "today")
    case .startGeopoint, .backgroundGeopoint, .audit: return nil
    case .deviceid, .username, .phonenumber, .email, .subscriberid, .simserial, .deviceURI, .subscriberURI, .simURI,
      .phoneURI, .usernameURI, .emailURI:
      return ("property", kind.rawValue)
    }
  }
}
