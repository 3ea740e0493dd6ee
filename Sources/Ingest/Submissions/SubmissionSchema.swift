import FormDefinition
import Responses

/// Where the answers of a form stand in its submissions.
struct SubmissionSchema: Sendable {
  /// What an element is.
  enum Kind: Sendable, Hashable {
    /// An element that only holds others.
    case group
    /// A row of a repeat, by its position in the layout.
    case row(Int)
    /// The answer to a field, by its position in the record or in the row around it.
    case field(Int)
    /// The submission's identifier.
    case instanceID
    /// The identifier of the submission that this one replaces.
    case deprecatedID
    /// The identifier of the first version of the submission.
    case rootUuid
    /// An element without answers of records: notes, what servers add.
    case ignored
  }

  /// An element.
  struct Node: Sendable {
    var kind: Kind
    /// The elements inside, by the number of their names, in the order of the form.
    var children: [(name: Int, node: Int)] = []
    /// The same, where there are many.
    var byName: [Int: Int] = [:]
  }

  /// The names, as the parser numbers them.
  private(set) var names: [String] = []
  /// The elements; the first is the root.
  private(set) var nodes: [Node] = [Node(kind: .group)]
  private var numbers: [String: Int] = [:]
  /// The elements inside each, one element's after the other's: asked for at every element of every submission.
  private var sequence: [(name: Int32, node: Int32)] = []
  /// Where those of each element begin; one more is the end.
  private var firsts: [Int] = []

  /// Lays out a form's submissions.
  init(form: Form, layout: RecordLayout) {
    var kinds: [[String]: Kind] = [:]
    for fields in [layout.fields] + layout.repeats.map(\.fields) {
      for (position, field) in fields.enumerated() where kinds[field.path] == nil {
        kinds[field.path] = .field(position)
      }
    }
    for (position, repeated) in layout.repeats.enumerated() { kinds[repeated.path] = .row(position) }
    add(form.children, under: 0, path: [], kinds)
    let meta = child("meta", .group, of: 0)
    _ = child("instanceID", .instanceID, of: meta)
    _ = child("deprecatedID", .deprecatedID, of: meta)
    _ = child("rootUuid", .rootUuid, of: meta)
    // What collecting apps and servers add.
    for name in ["instanceName", "timeStart", "timeEnd", "userID", "deviceID", "audit", "entity"] {
      _ = child(name, .ignored, of: meta)
    }
    for name in ["formhub", "__version__", "_version_", "version"] { _ = child(name, .ignored, of: 0) }
    for node in nodes {
      firsts.append(sequence.count)
      sequence += node.children.map { (Int32(clamping: $0.name), Int32(clamping: $0.node)) }
    }
    firsts.append(sequence.count)
  }

  /// The element of a name inside another; nil when there is none.
  ///
  /// - Parameter cursor: where the search begins, moved behind what was found: submissions follow the form's order.
  func child(of node: Int, named name: Int, cursor: inout Int) -> Int? {
    guard name >= 0 else { return nil }
    let next = firsts[node] + cursor
    if next < firsts[node + 1], Int(sequence[next].name) == name {
      cursor += 1
      return Int(sequence[next].node)
    }
    guard let found = nodes[node].byName[name] else { return nil }
    cursor = found + 1
    return Int(sequence[firsts[node] + found].node)
  }

  private mutating func add(_ children: [FormNode], under parent: Int, path: [String], _ kinds: [[String]: Kind]) {
    for node in children {
      switch node {
      case .question(let question):
        _ = child(question.name, kinds[path + [question.name]] ?? .ignored, of: parent)
      case .group(let group):
        let node = child(group.name, .group, of: parent)
        add(group.children, under: node, path: path + [group.name], kinds)
      case .repeatGroup(let group):
        let path = path + [group.name]
        let node = child(group.name, kinds[path] ?? .ignored, of: parent)
        add(group.children, under: node, path: path, kinds)
      }
    }
    // Clients keep a computed number of repetitions beside the repeat; a question of that name comes first.
    for case .repeatGroup(let group) in children where group.repeatCount != nil {
      _ = child("\(group.name)_count", .ignored, of: parent)
    }
  }

  private mutating func child(_ name: String, _ kind: Kind, of parent: Int) -> Int {
    let number: Int
    if let known = numbers[name] {
      number = known
    } else {
      number = names.count
      names.append(name)
      numbers[name] = number
    }
    // The form's own node of this name comes first.
    if let known = nodes[parent].byName[number] { return nodes[parent].children[known].node }
    nodes.append(Node(kind: kind))
    nodes[parent].byName[number] = nodes[parent].children.count
    nodes[parent].children.append((number, nodes.count - 1))
    return nodes.count - 1
  }
}
