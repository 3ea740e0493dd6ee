import Diagnostics

/// No condition or calculation depends on itself, neither directly nor through other questions or the groups around it.
///
/// Constraints and choice filters may refer to each other: they are looked at only when an answer is given.
enum CycleCheck: FormCheck {
  private static let columns: [SheetColumn] = [.relevant, .required, .readOnly, .calculation, .repeatCount]

  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    let index = draft.nameIndex
    let edges = draft.rows.indices.map { dependencies(of: $0, draft, index) }
    for cycle in cycles(edges) {
      guard let first = cycle.first else { continue }
      let row = draft.rows[first]
      let column = columns.first { !NameReferences(row.cells[$0]).names.isEmpty } ?? .type
      let names = (cycle + [first]).map { draft.rows[$0].name }
      let path = names.count > 8 ? names.prefix(7) + ["…", names[0]] : names[...]
      report.add(
        .formReferenceCycle, at: row.cells.position(column), field: row.name,
        ["path": path.joined(separator: " → ")])
    }
  }

  /// The rows on which a row depends: those its expressions name, and the group around it.
  private static func dependencies(of row: Int, _ draft: FormDraft, _ index: NameIndex) -> [Int] {
    var targets: [Int] = []
    for column in columns {
      for name in NameReferences(draft.rows[row].cells[column]).names { targets += index.rows[name]?.prefix(1) ?? [] }
    }
    if let parent = draft.rows[row].parent { targets.append(parent) }
    return targets
  }

  /// One cycle for each edge that closes one in a depth-first walk, without recursion.
  private static func cycles(_ edges: [[Int]]) -> [[Int]] {
    enum State { case untouched, onPath, done }
    var states = Array(repeating: State.untouched, count: edges.count)
    var pathPlaces = Array(repeating: 0, count: edges.count)
    var found: [[Int]] = []
    for start in edges.indices where states[start] == .untouched {
      var path: [(row: Int, next: Int)] = [(start, 0)]
      states[start] = .onPath
      pathPlaces[start] = 0
      while let (row, next) = path.last {
        guard next < edges[row].count else {
          states[row] = .done
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let target = edges[row][next]
        switch states[target] {
        case .untouched:
          states[target] = .onPath
          pathPlaces[target] = path.count
          path.append((target, 0))
        case .onPath: found.append(path[pathPlaces[target]...].map(\.row))
        case .done: break
        }
      }
    }
    return found
  }
}
