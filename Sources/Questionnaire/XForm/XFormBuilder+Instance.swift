import FormDefinition
import Markup

extension XFormBuilder {
  /// The empty submission.
  func writeInstance(_ writer: inout MarkupWriter) {
    writer.element("instance") { writer in
      let attributes: MarkupWriter.Attributes = [
        ("id", form.identifier), ("version", form.version.isEmpty ? nil : form.version),
        ("odk:prefix", form.settings["prefix"]), ("odk:delimiter", form.settings["delimiter"]),
        ("xmlns", form.settings["instance_xmlns"]),
      ]
      writer.element(paths.root.root, attributes.overridden(by: own(form.attributes, at: paths.root))) { writer in
        writeInstance(form.children, in: paths.root, &writer)
        if !hasMetadata { return }
        writer.element("meta") { writer in
          if audit != nil { writer.empty("audit") }
          if hasInstanceID { writer.empty("instanceID") }
          if form.instanceName != nil { writer.empty("instanceName") }
        }
      }
    }
  }

  /// Whether submissions carry an identifier of their own; a form may do without, as old ones did.
  var hasInstanceID: Bool { form.settings["omit_instanceid"] == nil }

  private var hasMetadata: Bool { hasInstanceID || form.instanceName != nil || audit != nil }

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
    _ children: [FormNode], in parent: FormPaths.Place, _ writer: inout MarkupWriter,
    _ surroundings: Surroundings = .root
  ) {
    for child in children {
      switch child {
      case .question(let question):
        if question.type == .metadata(.audit) { continue }
        writer.leaf(
          question.name, own(question.attributes.instance, at: parent.child(question.name)),
          text: startValue(of: question))
      case .group(let group):
        let place = parent.child(group.name)
        // A group inside a template holds the repetitions of its repeats, too.
        let inside = surroundings == .template ? .root : surroundings
        container(group, own(group.attributes.instance, at: place), in: place, inside, &writer)
      case .repeatGroup(let group):
        let place = parent.child(group.name)
        if countName(of: group) != nil { writer.empty("\(group.name)_count") }
        if surroundings != .repetition {
          container(group, [("jr:template", "")], in: place.insideRepeat, .template, &writer)
        }
        if surroundings != .template {
          container(
            group, own(group.attributes.instance, at: place), in: place.insideRepeat, .repetition, &writer)
        }
      }
    }
  }

  private func container(
    _ group: QuestionGroup, _ attributes: MarkupWriter.Attributes, in place: FormPaths.Place,
    _ surroundings: Surroundings, _ writer: inout MarkupWriter
  ) {
    if group.children.isEmpty { return writer.empty(group.name, attributes) }
    writer.element(group.name, attributes) { writer in
      writeInstance(group.children, in: place, &writer, surroundings)
    }
  }

  /// The value an answer starts with; a picture is named with the place where clients keep pictures.
  private func startValue(of question: Question) -> String {
    let value = question.defaultValue.straightenedQuotes
    if value.isEmpty || question.computedDefault != nil { return "" }
    guard question.type == .attachment(.image), !value.hasPrefix("jr://images/") else { return value }
    return "jr://images/\(value)"
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

  /// The question that asks the client to keep a log.
  var audit: Question? {
    for node in nodes {
      if case .question(let question) = node.kind, question.type == .metadata(.audit) { return question }
    }
    return nil
  }
}
