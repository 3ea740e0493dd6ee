public import FormDefinition
import Markup

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
    writer.element("h:html", XFormNamespaces(form).attributes) { writer in
      writer.element("h:head") { writer in
        let title = form.title.text(in: form.defaultLanguage).straightenedQuotes
        writer.leaf("h:title", text: title.isEmpty ? form.identifier : title)
        writer.element("model", [("odk:xforms-version", "1.0.0")]) { writer in
          builder.texts.write(&writer)
          builder.writeInstance(&writer)
          builder.writeExternalInstances(&writer)
          builder.writeChoices(&writer)
          builder.writeBinds(&writer)
          builder.writeActions(&writer)
          builder.writeSubmission(&writer)
        }
      }
      writer.element("h:body", [("class", form.settings["style"].flatMap { $0.isEmpty ? nil : $0 })]) { writer in
        builder.writeBody(builder.form.children, in: builder.paths.root, &writer)
      }
    }
    return writer.text
  }
}

/// What the parts of an XForms document need to know of the form.
struct XFormBuilder {
  /// The form with its tables written out.
  let form: Form
  let paths: FormPaths
  let nodes: [XFormNode]
  /// The questions that each question triggers.
  let triggered: [String: [XFormNode]]
  /// The texts that stand in the translations.
  let texts: XFormTexts

  init(_ form: Form) {
    self.form = form.withTablesWrittenOut
    paths = FormPaths(self.form)
    nodes = XFormNode.list(self.form, in: paths.root)
    triggered = Self.triggered(nodes)
    texts = Self.texts(of: self.form, nodes: nodes, paths: paths)
  }

  /// An expression as seen from a node.
  func xpath(_ expression: Expression?, from place: FormPaths.Place, isPredicate: Bool = false) -> String? {
    expression.map { PathText($0.text, from: place, paths).resolved(isPredicate: isPredicate) }
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

  /// What the form adds to the document by hand.
  var attributes: NodeAttributes {
    switch kind {
    case .question(let question): question.attributes
    case .group(let group), .repeatGroup(let group): group.attributes
    }
  }

  /// All nodes of a form, every group before what it holds.
  static func list(_ form: Form, in root: FormPaths.Place) -> [XFormNode] {
    var list: [XFormNode] = []
    func visit(_ nodes: [FormNode], in parent: FormPaths.Place) {
      for node in nodes {
        switch node {
        case .question(let question):
          list.append(XFormNode(kind: .question(question), place: parent.child(question.name)))
        case .group(let group):
          list.append(XFormNode(kind: .group(group), place: parent.child(group.name)))
          visit(group.children, in: parent.child(group.name))
        case .repeatGroup(let group):
          list.append(XFormNode(kind: .repeatGroup(group), place: parent.child(group.name)))
          visit(group.children, in: parent.child(group.name).insideRepeat)
        }
      }
    }
    visit(form.children, in: root)
    return list
  }
}
