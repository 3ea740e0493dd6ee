import FormDefinition

/// Where the nodes of a form lie, and how one names another.
struct FormPaths {
  /// A node's place: names from the outermost group down, and how many of them reach the innermost repeat around it.
  struct Place: Hashable {
    /// The name of the submission's root element.
    var root: String
    var names: [String] = []
    var repeatDepth = 0

    /// The path from the root.
    var absolute: String { "/\(root)" + names.map { "/" + $0 }.joined() }

    /// The place of a node inside.
    func child(_ name: String) -> Place { Place(root: root, names: names + [name], repeatDepth: repeatDepth) }

    /// The place as nodes inside a repeat see it that lies here.
    var insideRepeat: Place { Place(root: root, names: names, repeatDepth: names.count) }
  }

  /// The place of the submission.
  let root: Place
  private var places: [String: Place] = [:]

  /// Looks up every node of a form; of several with one name the first counts.
  init(_ form: Form) {
    root = Place(root: form.settings["name"] ?? "data")
    visit(form.children, in: root)
  }

  private mutating func visit(_ nodes: [FormNode], in parent: Place) {
    for node in nodes {
      switch node {
      case .question(let question): add(parent.child(question.name))
      case .group(let group):
        add(parent.child(group.name))
        visit(group.children, in: parent.child(group.name))
      case .repeatGroup(let group):
        add(parent.child(group.name))
        visit(group.children, in: parent.child(group.name).insideRepeat)
      }
    }
  }

  private mutating func add(_ place: Place) {
    guard let name = place.names.last, places[name] == nil else { return }
    places[name] = place
  }

  /// The path to a node from the root.
  func absolutePath(to name: String) -> String { places[name]?.absolute ?? root.child(name).absolute }

  /// The path to a node as seen from another: relative inside a common repeat, else from the root.
  ///
  /// - Parameter isPredicate: whether the path stands in brackets, where the starting node is `current()`.
  func path(to name: String, from context: Place, isPredicate: Bool = false) -> String {
    guard let target = places[name] else { return absolutePath(to: name) }
    let depth = min(target.repeatDepth, context.repeatDepth)
    guard depth > 0, target.names.count > depth, target.names.prefix(depth) == context.names.prefix(depth) else {
      return target.absolute
    }
    let up = String(repeating: "../", count: context.names.count - depth)
    return (isPredicate ? "current()/" : "") + up + target.names.dropFirst(depth).joined(separator: "/")
  }
}
