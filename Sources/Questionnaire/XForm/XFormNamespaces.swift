import FormDefinition
import Markup

/// The namespaces that an XForms document declares: the standard ones and those of the form's settings.
struct XFormNamespaces {
  /// The declarations as attributes of the root element.
  let attributes: MarkupWriter.Attributes
  private let prefixes: Set<String>

  init(_ form: Form) {
    let standard = Form.standardNamespaces
    let own = form.declaredNamespaces.filter { own in !standard.contains { $0.prefix == own.prefix } }
    let declared = standard + own
    attributes =
      [("xmlns", "http://www.w3.org/2002/xforms")] + declared.map { ("xmlns:\($0.prefix)", Optional($0.address)) }
    prefixes = Set(declared.map(\.prefix))
  }

  /// Whether an attribute can be written: its name is one, and its prefix declared.
  func allow(_ name: String) -> Bool {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    switch parts.count {
    case 1: return parts[0].isElementName
    case 2: return prefixes.contains(parts[0]) && parts[1].isElementName
    default: return false
    }
  }
}
