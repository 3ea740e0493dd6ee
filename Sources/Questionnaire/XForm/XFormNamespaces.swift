import FormDefinition

/// The namespaces that an XForms document declares: the standard ones and those of the form's settings.
struct XFormNamespaces {
  /// The declarations as attributes of the root element.
  let attributes: MarkupWriter.Attributes
  private let prefixes: Set<String>

  private static let standard: MarkupWriter.Attributes = [
    ("xmlns", "http://www.w3.org/2002/xforms"), ("xmlns:h", "http://www.w3.org/1999/xhtml"),
    ("xmlns:ev", "http://www.w3.org/2001/xml-events"), ("xmlns:xsd", "http://www.w3.org/2001/XMLSchema"),
    ("xmlns:jr", "http://openrosa.org/javarosa"), ("xmlns:orx", "http://openrosa.org/xforms"),
    ("xmlns:odk", "http://www.opendatakit.org/xforms"),
  ]

  init(_ form: Form) {
    let standardNames = Set(Self.standard.map(\.name))
    let own = form.declaredNamespaces.map { ("xmlns:\($0.prefix)", Optional($0.address)) }
    attributes = Self.standard + own.filter { !standardNames.contains($0.0) }
    prefixes = Set(attributes.map { String($0.name.dropFirst("xmlns:".count)) })
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
