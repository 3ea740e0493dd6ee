import FormDefinition

/// Where the nodes of a form lie, and how one names another.
struct FormPaths {
  /// A node's place: names from the outermost group down, and how many of them reach the innermost repeat around it.
  struct Place: Hashable {
    var names: [String]
    var repeatDepth: Int

    /// The path from the root.
    var absolute: String { "/data" + names.map { "/" + $0 }.joined() }
  }

  private var places: [String: Place] = [:]

  /// Looks up every node of a form; of several with one name the first counts.
  init(_ form: Form) { visit(form.children, names: [], repeatDepth: 0) }

  private mutating func visit(_ nodes: [FormNode], names: [String], repeatDepth: Int) {
    for node in nodes {
      switch node {
      case .question(let question): add(question.name, names: names, repeatDepth: repeatDepth)
      case .group(let group):
        add(group.name, names: names, repeatDepth: repeatDepth)
        visit(group.children, names: names + [group.name], repeatDepth: repeatDepth)
      case .repeatGroup(let group):
        add(group.name, names: names, repeatDepth: repeatDepth)
        visit(group.children, names: names + [group.name], repeatDepth: names.count + 1)
      }
    }
  }

  private mutating func add(_ name: String, names: [String], repeatDepth: Int) {
    if places[name] == nil { places[name] = Place(names: names + [name], repeatDepth: repeatDepth) }
  }

  /// The path to a node as seen from another: relative inside a common repeat, else from the root.
  ///
  /// - Parameter isPredicate: whether the path stands in brackets, where the starting node is `current()`.
  func path(to name: String, from context: Place, isPredicate: Bool = false) -> String {
    if name.hasPrefix(Expression.lastSavedPrefix) {
      let path = places[String(name.dropFirst(Expression.lastSavedPrefix.count))]?.absolute
      return "instance('__last-saved')\(path ?? "/data")"
    }
    guard let target = places[name] else { return "/data/\(name)" }
    let depth = commonRepeatDepth(target, context)
    guard depth > 0, target.names.count > depth else { return target.absolute }
    let up = String(repeating: "../", count: context.names.count - depth)
    return (isPredicate ? "current()/" : "") + up + target.names.dropFirst(depth).joined(separator: "/")
  }

  /// How many names from the outermost reach the innermost repeat that is around two nodes; 0: none is.
  func commonRepeatDepth(_ first: Place, _ second: Place) -> Int {
    let depth = min(first.repeatDepth, second.repeatDepth)
    return first.names.prefix(depth) == second.names.prefix(depth) ? depth : 0
  }

  /// The place of a node; nil when there is none of the name.
  func place(of name: String) -> Place? { places[name] }
}
