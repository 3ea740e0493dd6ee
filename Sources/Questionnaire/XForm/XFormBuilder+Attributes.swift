import FormDefinition
import Markup

extension XFormBuilder {
  /// Attributes that the form sets by hand, as seen from a node; those that cannot be written are left out.
  func own(_ attributes: [NodeAttributes.Attribute], at place: FormPaths.Place) -> MarkupWriter.Attributes {
    if attributes.isEmpty { return [] }
    let namespaces = XFormNamespaces(form)
    return attributes.filter { namespaces.allow($0.name) }.map {
      ($0.name, PathText($0.value.straightenedQuotes, from: place, paths).resolved())
    }
  }
}

extension MarkupWriter.Attributes {
  /// The attributes, of two with one name the later one.
  func overridden(by others: Self) -> Self {
    if others.isEmpty { return self }
    var result = self
    for other in others {
      if let index = result.firstIndex(where: { $0.name == other.name }) {
        result[index] = other
      } else {
        result.append(other)
      }
    }
    return result
  }
}
