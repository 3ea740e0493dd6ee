/// The order in which the fields of a record are made: the form's, but fields after those they depend on.
struct GenerationOrder: Sendable {
  /// Positions of the fields.
  private(set) var fields: [Int] = []
  /// Fields whose conditions depend on themselves.
  private(set) var circular: [Int] = []

  /// Orders fields.
  ///
  /// - Parameters:
  ///   - hard: the fields that each field's being shown, required, filtered or calculated depends on.
  ///   - soft: those that its constraint looks at; obeyed where that closes no circle.
  /// - Complexity: O(fields + dependencies), and as much again for each constraint that looks ahead.
  init(hard: [[Int]], soft: [[Int]]) {
    var needs = hard
    for field in soft.indices {
      for other in soft[field] where other > field && !Self.reaches(other, field, needs) { needs[field].append(other) }
    }
    // 0 not seen, 1 on the way, 2 done. An explicit stack: a chain of conditions may be as long as the form.
    var marks = [UInt8](repeating: 0, count: needs.count)
    for field in needs.indices where marks[field] == 0 {
      var stack = [(field: field, next: 0)]
      marks[field] = 1
      while let top = stack.last {
        if top.next < needs[top.field].count {
          stack[stack.count - 1].next += 1
          let other = needs[top.field][top.next]
          if marks[other] == 0 {
            marks[other] = 1
            stack.append((other, 0))
          } else if marks[other] == 1, !circular.contains(other) {
            circular.append(other)
          }
        } else {
          stack.removeLast()
          marks[top.field] = 2
          fields.append(top.field)
        }
      }
    }
  }

  private static func reaches(_ start: Int, _ goal: Int, _ needs: [[Int]]) -> Bool {
    var seen: Set<Int> = [start]
    var stack = [start]
    while let field = stack.popLast() {
      if field == goal { return true }
      for other in needs[field] where seen.insert(other).inserted { stack.append(other) }
    }
    return false
  }
}
