import FormDefinition

extension XFormBuilder {
  /// The empty submission.
  func writeInstance(_ writer: inout MarkupWriter) {
    writer.element("instance") { writer in
      let version = form.version.isEmpty ? nil : form.version
      writer.element("data", [("id", form.identifier), ("version", version)]) { writer in
        writeInstance(form.children, &writer)
        writer.element("meta") { writer in
          writer.empty("instanceID")
          if form.instanceName != nil { writer.empty("instanceName") }
          if audit != nil { writer.empty("audit") }
        }
      }
    }
  }

  /// Where nodes of an instance stand; repeats inside differ.
  private enum Surroundings {
    /// Outside repeats: a repeat is written as template and once as it starts out.
    case root
    /// Inside a template: repeats are templates too.
    case template
    /// Inside a repetition: repeats stand there once, their template being known.
    case repetition
  }

  private func writeInstance(
    _ children: [FormNode], _ writer: inout MarkupWriter, in surroundings: Surroundings = .root
  ) {
    for child in children {
      switch child {
      case .question(let question):
        if question.type == .metadata(.audit) { continue }
        writer.leaf(question.name, text: question.fixedDefault)
      case .group(let group): container(group, in: surroundings, &writer)
      case .repeatGroup(let group):
        if countName(of: group) != nil { writer.empty("\(group.name)_count") }
        if surroundings != .repetition { container(group, [("jr:template", "")], in: .template, &writer) }
        if surroundings != .template { container(group, in: .repetition, &writer) }
      }
    }
  }

  private func container(
    _ group: QuestionGroup, _ attributes: MarkupWriter.Attributes = [], in surroundings: Surroundings,
    _ writer: inout MarkupWriter
  ) {
    if group.children.isEmpty { return writer.empty(group.name, attributes) }
    writer.element(group.name, attributes) { writer in writeInstance(group.children, &writer, in: surroundings) }
  }

  /// The helper node that holds a computed number of repetitions; nil when a question tells it, or nothing does.
  func countName(of group: QuestionGroup) -> String? {
    guard let count = group.repeatCount, plainReference(count) == nil else { return nil }
    return "\(group.name)_count"
  }

  /// The question an expression consists of, if it is nothing else.
  func plainReference(_ expression: Expression) -> String? {
    guard let name = expression.references.first, expression.references.count == 1,
      expression.text.filter({ $0 != " " }) == "${\(name)}"
    else { return nil }
    return name
  }

  private var audit: Question? {
    for node in nodes {
      if case .question(let question) = node.kind, question.type == .metadata(.audit) { return question }
    }
    return nil
  }

  /// Types, conditions and calculations of all nodes, and the actions that run when a form is opened.
  func writeBinds(_ writer: inout MarkupWriter) {
    for node in nodes {
      switch node.kind {
      case .group(let group): bindGroup(group, node.place, &writer)
      case .repeatGroup(let group):
        bindGroup(group, node.place, &writer)
        if let name = countName(of: group) {
          var place = node.place
          place.names[place.names.count - 1] = name
          writer.empty(
            "bind",
            [
              ("nodeset", place.absolute), ("type", "string"), ("readonly", "true()"),
              ("calculate", xpath(group.repeatCount, from: place)),
            ])
        }
      case .question(let question): bind(question, node.place, &writer)
      }
    }
    writer.empty(
      "bind",
      [
        ("nodeset", "/data/meta/instanceID"), ("type", "string"), ("readonly", "true()"), ("jr:preload", "uid"),
      ])
    if let name = form.instanceName {
      let root = FormPaths.Place(names: ["meta", "instanceName"], repeatDepth: 0)
      writer.empty(
        "bind",
        [
          ("nodeset", "/data/meta/instanceName"), ("type", "string"), ("calculate", xpath(name, from: root)),
        ])
    }
    if let audit {
      writer.empty("bind", [("nodeset", "/data/meta/audit"), ("type", "binary")] + audit.bindParameters)
    }
  }

  private func bindGroup(_ group: QuestionGroup, _ place: FormPaths.Place, _ writer: inout MarkupWriter) {
    guard let relevant = xpath(group.relevant, from: place) else { return }
    writer.empty("bind", [("nodeset", place.absolute), ("relevant", relevant)])
  }

  private func bind(_ question: Question, _ place: FormPaths.Place, _ writer: inout MarkupWriter) {
    if question.type == .metadata(.audit) { return }
    let isNote = question.type == .note
    writer.empty(
      "bind",
      [
        ("nodeset", place.absolute), ("type", question.bindType),
        ("readonly", isNote ? "true()" : xpath(question.readOnly, from: place)),
        ("required", xpath(question.required, from: place)),
        ("jr:requiredMsg", message(question.requiredMessage, "jr:requiredMsg", place)),
        ("relevant", xpath(question.relevant, from: place)), ("constraint", xpath(question.constraint, from: place)),
        ("jr:constraintMsg", message(question.constraintMessage, "jr:constraintMsg", place)),
        ("calculate", question.triggers.isEmpty ? xpath(question.calculation, from: place) : nil),
        ("jr:preload", question.preload?.kind),
        ("jr:preloadParams", question.preload?.parameter),
      ] + question.bindParameters)
  }

  private func message(_ text: LocalizedText, _ kind: String, _ place: FormPaths.Place) -> String? {
    if text.isEmpty { return nil }
    return languages.isEmpty ? text.text(in: "") : "jr:itext('\(place.absolute):\(kind)')"
  }

  /// Where and how a client sends submissions, when the form says so.
  func writeSubmission(_ writer: inout MarkupWriter) {
    func setting(_ name: String) -> String? { form.settings[name].flatMap { $0.isEmpty ? nil : $0 } }
    let attributes: MarkupWriter.Attributes = [
      ("action", form.submissionURL), ("method", form.submissionURL == nil ? nil : "post"),
      ("base64RsaPublicKey", setting("public_key")), ("orx:auto-send", setting("auto_send")),
      ("orx:auto-delete", setting("auto_delete")),
    ]
    if attributes.contains(where: { $0.value != nil }) { writer.empty("submission", attributes) }
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

  /// What the answer is when the form is opened; a picture lies among the files of the form.
  fileprivate var fixedDefault: String {
    if computedDefault != nil { return "" }
    guard type == .attachment(.image), !defaultValue.isEmpty, !defaultValue.hasPrefix("jr://") else {
      return defaultValue
    }
    return "jr://images/\(defaultValue)"
  }

  /// What the device fills in.
  fileprivate var preload: (kind: String, parameter: String)? {
    guard case .metadata(let kind) = type else { return nil }
    switch kind {
    case .start, .end: return ("timestamp", kind.rawValue)
    case .today: return ("date", "today")
    case .deviceid, .username, .phonenumber, .email: return ("property", kind.rawValue)
    case .startGeopoint, .backgroundGeopoint, .audit: return nil
    }
  }
}
