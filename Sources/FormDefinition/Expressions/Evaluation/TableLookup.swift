/// A path through a table: `instance('cities')/root/item[state = ${s}]/label`.
struct TableLookup {
  /// The table's name.
  let table: String
  /// The conditions on the items.
  let predicates: [ExpressionNode]
  /// The column whose texts are meant; nil: the items themselves.
  let column: String?

  /// Understands a path; nil when it is another one.
  init?(_ path: ExpressionPath) {
    guard case .call(.instance, let arguments)? = path.start, case .string(let name)? = arguments.first,
      path.steps.count == 2 || path.steps.count == 3, path.steps[0].test == "root", path.steps[0].predicates.isEmpty,
      path.steps[1].test != "..", path.steps[1].test != "."
    else { return nil }
    table = name
    predicates = path.steps[1].predicates
    if path.steps.count == 2 {
      column = nil
    } else {
      guard path.steps[2].predicates.isEmpty, path.steps[2].test.isElementName else { return nil }
      column = path.steps[2].test
    }
  }
}

/// The item under test while a table is searched.
struct LookupItem {
  let table: LookupTable
  let row: Int
  /// The place of the item among those that meet the conditions before, from 1.
  let position: Int

  func text(of column: String) -> String { table.position(of: column).map { table.text(row, $0) } ?? "" }
}

extension ExpressionEvaluator {
  /// The texts that a path through a table finds, in the order of the table; an item without a column is "".
  func texts(of lookup: TableLookup, atMost limit: Int = .max) -> [String] {
    guard let table = expression.tables?.tables[lookup.table] else { return [] }
    let column = lookup.column.flatMap { table.position(of: $0) }
    if lookup.column != nil, column == nil { return [] }
    var found: [Int] = rows(of: table, lookup.predicates.first, limit: lookup.predicates.count == 1 ? limit : .max)
    for predicate in lookup.predicates.dropFirst() { found = filter(found, by: predicate, in: table, limit: .max) }
    return found.prefix(limit).map { row in column.map { table.text(row, $0) } ?? "" }
  }

  /// The value of `pulldata('table', 'column', 'key column', key)`: that of the first row with the key, else "".
  func pulled(_ arguments: [ExpressionNode]) -> ExpressionValue {
    guard case .string(let name) = arguments[0], let table = expression.tables?.tables[name],
      let column = table.position(of: text(of: arguments[1])), let key = table.position(of: text(of: arguments[2])),
      let row = table.rows(where: key, is: text(of: arguments[3])).first
    else { return .string("") }
    return .string(table.text(row, column))
  }

  /// The rows that meet a condition; an equality between a column and a value is looked up, the rest tried out.
  private func rows(of table: LookupTable, _ predicate: ExpressionNode?, limit: Int) -> [Int] {
    guard let predicate else { return Array(table.rows.indices.prefix(limit)) }
    for (column, value) in equalities(in: predicate) {
      guard let position = table.position(of: column) else { return [] }
      guard case .string(let text) = self.value(of: value) else { continue }
      let candidates = table.rows(where: position, is: text)
      if case .chain(_, let links) = predicate, links.first?.operation == .equal { return candidates }
      return filter(candidates, by: predicate, in: table, limit: limit)
    }
    return filter(Array(table.rows.indices), by: predicate, in: table, limit: limit)
  }

  private func filter(_ rows: [Int], by predicate: ExpressionNode, in table: LookupTable, limit: Int) -> [Int] {
    var kept: [Int] = []
    for (index, row) in rows.enumerated() {
      if kept.count == limit { break }
      var inner = self
      inner.item = LookupItem(table: table, row: row, position: index + 1)
      let isMet: Bool =
        if case .number(let position) = inner.value(of: predicate) { position == Double(index + 1) } else {
          inner.truth(of: predicate)
        }
      if isMet { kept.append(row) }
    }
    return kept
  }

  /// The columns that must equal a value which does not depend on the item.
  private func equalities(in predicate: ExpressionNode) -> [(column: String, value: ExpressionNode)] {
    guard case .chain(let first, let links) = predicate else { return [] }
    if links.count == 1, let link = links.first, link.operation == .equal {
      if case .attribute(let index) = first, !link.operand.dependsOnItem {
        return [(expression.attributes[index], link.operand)]
      }
      if case .attribute(let index) = link.operand, !first.dependsOnItem {
        return [(expression.attributes[index], first)]
      }
      return []
    }
    guard links.allSatisfy({ $0.operation == .and }) else { return [] }
    return ([first] + links.map(\.operand)).flatMap { equalities(in: $0) }
  }
}

extension ExpressionNode {
  /// Whether the value may differ from item to item.
  fileprivate var dependsOnItem: Bool {
    var depends = false
    visitAll { node in
      switch node {
      case .attribute, .current, .call(.position, _): depends = true
      default: break
      }
    }
    return depends
  }
}

extension Expression {
  /// The tables that the expression looks into, as far as their names are literal, in order.
  var tableNames: [String] {
    guard text.contains("instance") || text.contains("pulldata") else { return [] }
    var names: [String] = []
    root.visitAll { node in
      switch node {
      case .call(.pulldata, let arguments), .call(.instance, let arguments):
        if case .string(let name)? = arguments.first { names.append(name) }
      default: break
      }
    }
    return names
  }
}
