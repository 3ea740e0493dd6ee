import FormDefinition

/// A form as the JavaScript value the page works on.
///
/// Every text is a literal without `<`, `>`, `&` and line separators, so that no label can end the script element;
/// conditions are functions of the small runtime `x`.
struct FormScript {
  /// The value as source text.
  let text: String

  init(_ form: Form) {
    var fields: [(String, String)] = [
      ("id", form.identifier.javaScriptLiteral), ("version", form.version.javaScriptLiteral),
      ("title", Self.text(form.title)),
      (
        "langs",
        Self.list(
          form.languages.map {
            Self.object([("code", $0.code.javaScriptLiteral), ("name", $0.name.javaScriptLiteral)])
          })
      ),
      ("lang", form.defaultLanguage.javaScriptLiteral),
      (
        "lists",
        Self.object(form.choiceLists.values.sorted { $0.name < $1.name }.map { ($0.name, Self.choices($0)) })
      ), ("nodes", Self.nodes(form.children)),
      ("tables", Self.object(form.tables.sorted { $0.key < $1.key }.map { ($0.key, Self.table($0.value)) })),
    ]
    if let address = SubmissionAddress(form.submissionURL) { fields.append(("submit", address.url.javaScriptLiteral)) }
    if let consent = form.consent {
      fields.append(("consent", Self.function(consent)))
      fields.append(("consentNames", Self.list(consent.references.map(\.javaScriptLiteral))))
    }
    if let name = form.instanceName { fields.append(("instanceName", Self.function(name))) }
    text = Self.object(fields)
  }

  private static func nodes(_ children: [FormNode]) -> String {
    list(
      children.map { child in
        switch child {
        case .question(let question): Self.question(question)
        case .group(let group): Self.group(group, kind: "g")
        case .repeatGroup(let group): Self.group(group, kind: "r")
        }
      }, separator: ",\n")
  }

  private static func group(_ group: QuestionGroup, kind: String) -> String {
    var fields = [("k", kind.javaScriptLiteral), ("n", group.name.javaScriptLiteral), ("l", text(group.label))]
    add("rel", group.relevant, &fields)
    add("count", group.repeatCount, &fields)
    if !group.appearance.isEmpty { fields.append(("app", group.appearance.javaScriptLiteral)) }
    fields.append(("c", nodes(group.children)))
    return object(fields)
  }

  private static func question(_ question: Question) -> String {
    var fields = [
      ("k", "\"q\""), ("n", question.name.javaScriptLiteral), ("t", question.typeName.javaScriptLiteral),
      ("l", text(question.label)),
    ]
    for (name, value) in [
      ("h", question.hint), ("reqm", question.requiredMessage), ("conm", question.constraintMessage),
    ] where !value.isEmpty { fields.append((name, text(value))) }
    add("req", question.required, &fields)
    add("rel", question.relevant, &fields)
    add("con", question.constraint, &fields)
    add("calc", question.calculation, &fields)
    add("ro", question.readOnly, &fields)
    add("filter", question.choiceFilter, &fields)
    add("dyn", question.computedDefault, &fields)
    if question.computedDefault == nil, !question.defaultValue.isEmpty {
      fields.append(("def", question.defaultValue.javaScriptLiteral))
    }
    if !question.triggers.isEmpty {
      fields.append(("trig", Self.list(question.triggers.map(\.javaScriptLiteral))))
    }
    if !question.appearance.isEmpty { fields.append(("app", question.appearance.javaScriptLiteral)) }
    if case .attachment(let kind) = question.type { fields.append(("kind", kind.rawValue.javaScriptLiteral)) }
    if let list = question.type.choiceList { fields.append(("list", list.javaScriptLiteral)) }
    if !question.parameters.isEmpty {
      let parameters = question.parameters.sorted { $0.key < $1.key }.map { ($0.key, $0.value.javaScriptLiteral) }
      fields.append(("p", object(parameters)))
    }
    return object(fields)
  }

  private static func add(_ name: String, _ expression: Expression?, _ fields: inout [(String, String)]) {
    // What never holds is as if it were not there.
    guard let expression, expression.text != "false()" || !["req", "ro"].contains(name) else { return }
    fields.append((name, function(expression)))
  }

  private static func function(_ expression: Expression) -> String { "x=>\(expression.javaScript)" }

  private static func choices(_ list: ChoiceList) -> String {
    Self.list(
      list.choices.map { choice in
        var fields = [("n", choice.name.javaScriptLiteral), ("l", text(choice.label))]
        if choice.missing != nil { fields.append(("missing", "true")) }
        if !choice.attributes.isEmpty {
          let columns = choice.attributes.sorted { $0.key < $1.key }.map { ($0.key, $0.value.javaScriptLiteral) }
          fields.append(("a", object(columns)))
        }
        return object(fields)
      })
  }

  /// The headings and rows of a table that expressions look things up in.
  private static func table(_ table: LookupTable) -> String {
    object([
      ("c", list(table.columns.map(\.javaScriptLiteral))),
      ("r", list(table.cells.map { list($0.map(\.javaScriptLiteral)) }, separator: ",\n")),
    ])
  }

  private static func text(_ text: LocalizedText) -> String {
    object(text.byCode.sorted { $0.key < $1.key }.map { ($0.key, $0.value.javaScriptLiteral) })
  }

  /// Names are computed keys, so that none of them (`__proto__`) has a meaning of its own.
  private static func object(_ fields: [(String, String)]) -> String {
    "{" + fields.map { "[\($0.0.javaScriptLiteral)]:\($0.1)" }.joined(separator: ",") + "}"
  }

  private static func list(_ items: [String], separator: String = ",") -> String {
    "[" + items.joined(separator: separator) + "]"
  }
}

extension Question {
  /// The kind of the question in the page's script.
  fileprivate var typeName: String {
    switch type {
    case .text: "text"
    case .integer: "integer"
    case .decimal: "decimal"
    case .range: "range"
    case .date: "date"
    case .time: "time"
    case .dateTime: "dateTime"
    case .selectOne: "one"
    case .selectMultiple: "many"
    case .rank: "rank"
    case .note: "note"
    case .calculate: "calculate"
    case .hidden: "hidden"
    case .acknowledge: "acknowledge"
    case .geography(let kind): kind.rawValue
    case .attachment(.backgroundAudio): "device"
    case .attachment: "file"
    case .barcode: "barcode"
    case .metadata(let kind): "meta-\(kind.rawValue)"
    }
  }
}
