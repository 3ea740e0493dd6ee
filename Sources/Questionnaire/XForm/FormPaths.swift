import FormDefinition

/// Where the nodes of a form lie, and how one names another.
struct FormPaths {
  /// A node's place: names from the outermost group down, and how many of them reach the innermost and the outermost
  /// repeat around it (0: none).
  struct Place: Hashable {
    /// The name of the submission's root element.
    var root: String
    var names: [String] = []
    var repeatDepth = 0
    var outermostRepeatDepth = 0

    /// The path from the root.
    var absolute: String { "/\(root)" + names.map { "/" + $0 }.joined() }

    /// The place of a node inside.
    func child(_ name: String) -> Place {
      var place = self
      place.names.append(name)
      return place
    }

    /// The place as nodes inside a repeat see it that lies here.
    var insideRepeat: Place {
      var place = self
      place.repeatDepth = names.count
      if outermostRepeatDepth == 0 { place.outermostRepeatDepth = names.count }
      return place
    }
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

  /// The place of a node; nil when there is none of the name.
  func place(of name: String) -> Place? { places[name] }

  /// The path to a node from the root.
  func absolutePath(to name: String) -> String { places[name]?.absolute ?? root.child(name).absolute }

  /// The path to a node as seen from another: relative to the innermost common group inside a common repeat, else
  /// from the root.
  ///
  /// - Parameter isPredicate: whether the path stands in brackets, where the starting node is `current()`.
  func path(to name: String, from context: Place, isPredicate: Bool = false) -> String {
    if name.hasPrefix(Expression.lastSavedPrefix) {
      return "instance('__last-saved')" + absolutePath(to: String(name.dropFirst(Expression.lastSavedPrefix.count)))
    }
    guard let target = places[name] else { return absolutePath(to: name) }
    let shared = zip(target.names.dropLast(), context.names.dropLast()).prefix { $0 == $1 }.count
    guard target.outermostRepeatDepth > 0, shared >= target.outermostRepeatDepth else { return target.absolute }
    let up = String(repeating: "../", count: context.names.count - shared)
    return (isPredicate ? "current()/" : "") + up + target.names.dropFirst(shared).joined(separator: "/")
  }
}
