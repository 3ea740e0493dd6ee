public import FormDefinition

/// A form as ODK XForms, for Collect, Enketo and the servers that understand OpenRosa.
public enum XForm {
  /// The XForms document of a form: model with texts, instances and binds, and body.
  ///
  /// The same form gives the same bytes. Every language of the form is included; the title stands in the default one.
  /// - Complexity: O(size of the form × number of languages).
  public static func document(for form: Form) -> String {
    let builder = XFormBuilder(form)
    var writer = MarkupWriter()
    writer.line("<?xml version=\"1.0\"?>")
    writer.element(
      "h:html",
      [
        ("xmlns", "http://www.w3.org/2002/xforms"), ("xmlns:h", "http://www.w3.org/1999/xhtml"),
        ("xmlns:ev", "http://www.w3.org/2001/xml-events"), ("xmlns:xsd", "http://www.w3.org/2001/XMLSchema"),
        ("xmlns:jr", "http://openrosa.org/javarosa"), ("xmlns:orx", "http://openrosa.org/xforms"),
        ("xmlns:odk", "http://www.opendatakit.org/xforms"),
      ]
    ) { writer in
      writer.element("h:head") { writer in
        let title = form.title.text(in: form.defaultLanguage)
        writer.leaf("h:title", text: title.isEmpty ? form.identifier : title)
        writer.element("model", [("odk:xforms-version", "1.0.0")]) { writer in
          builder.writeTexts(&writer)
          builder.writeInstance(&writer)
          builder.writeExternalInstances(&writer)
          builder.writeChoices(&writer)
          builder.writeBinds(&writer)
          builder.writeActions(&writer)
          builder.writeSubmission(&writer)
        }
      }
      writer.element("h:body", [("class", form.settings["style"].flatMap { $0.isEmpty ? nil : $0 })]) { writer in
        builder.writeBody(form.children, &writer)
      }
    }
    return writer.text
  }
}

/// What the parts of an XForms document need to know of the form.
struct XFormBuilder {
  let form: Form
  let paths: FormPaths
  let nodes: [XFormNode]
  /// The questions that each question triggers.
  let triggered: [String: [XFormNode]]
  /// The languages of the texts; empty when texts stand where they are used.
  let languages: [FormLanguage]

  init(_ form: Form) {
    self.form = form
    paths = FormPaths(form)
    nodes = XFormNode.list(form)
    triggered = Self.triggered(nodes)
    let needsTexts = nodes.contains { node in
      if case .question(let question) = node.kind { !question.guidanceHint.isEmpty } else { false }
    }
    languages = form.languages.isEmpty && needsTexts ? [FormLanguage(name: "default")] : form.languages
  }

  /// An expression as seen from a node.
  func xpath(_ expression: Expression?, from place: FormPaths.Place, isPredicate: Bool = false) -> String? {
    expression?.substituting { paths.path(to: $0, from: place, isPredicate: isPredicate || $1) }
  }

  /// A label as markup, answers as outputs.
  func markup(of label: String, at place: FormPaths.Place) -> String {
    LabelPiece.pieces(of: label).map { piece in
      switch piece {
      case .text(let text): text.escapedForMarkup
      case .answer(let name): "<output value=\"\(paths.path(to: name, from: place).escapedForMarkup)\"/>"
      }
    }.joined()
  }
}

/// A node of the form with its place.
struct XFormNode {
  enum Kind {
    case question(Question)
    case group(QuestionGroup)
    case repeatGroup(QuestionGroup)
  }

  var kind: Kind
  var place: FormPaths.Place

  /// All nodes of a form, every group before what it holds.
  static func list(_ form: Form) -> [XFormNode] {
    var list: [XFormNode] = []
    func visit(_ nodes: [FormNode], names: [String], repeatDepth: Int) {
      for node in nodes {
        switch node {
        case .question(let question):
          let place = FormPaths.Place(names: names + [question.name], repeatDepth: repeatDepth)
          list.append(XFormNode(kind: .question(question), place: place))
        case .group(let group):
          let place = FormPaths.Place(names: names + [group.name], repeatDepth: repeatDepth)
          list.append(XFormNode(kind: .group(group), place: place))
          visit(group.children, names: place.names, repeatDepth: repeatDepth)
        case .repeatGroup(let group):
          let place = FormPaths.Place(names: names + [group.name], repeatDepth: repeatDepth)
          list.append(XFormNode(kind: .repeatGroup(group), place: place))
          visit(group.children, names: place.names, repeatDepth: place.names.count)
        }
      }
    }
    visit(form.children, names: [], repeatDepth: 0)
    return list
  }
}
