import DelimitedText
import Diagnostics

extension FormDraft {
  /// Looks for the files that the survey needs, and makes lists of choices and tables of them.
  ///
  /// - Complexity: O(cells of the files).
  mutating func readFiles(_ read: FormFileReader) {
    let uses = instanceUses
    var seen: Set<String> = []
    files = uses.filter { seen.insert($0.instance.name).inserted }.map { ResolvedInstance($0, read($0.instance)) }
    form.instances = files.map(\.instance)
    addLists()
    attachTables()
  }

  /// The choices of questions that take them from files.
  private mutating func addLists() {
    let tables = Dictionary(files.map { ($0.instance, $0.table) }, uniquingKeysWith: { first, _ in first })
    var wanted: [ChoiceFile: Set<String>] = [:]
    for row in rows {
      guard case .file(let file)? = row.type?.choiceSource else { continue }
      wanted[file, default: []].formUnion(row.expressions[.choiceFilter]?.bareNames ?? [])
    }
    for (file, columns) in wanted {
      let instance = ExternalInstance(name: file.instance, format: file.format)
      guard case .some(.some(let table)) = tables[instance], let list = ChoiceList(file, table, columns: columns) else {
        continue
      }
      form.choiceLists[list.name] = list
    }
  }

  /// Gives the expressions that look things up the tables they look into.
  private mutating func attachTables() {
    let names = Set(rows.flatMap { $0.expressions.values.flatMap(\.tableNames) })
    if names.isEmpty { return }
    var tables: [String: LookupTable] = [:]
    for file in files where names.contains(file.instance.name) { tables[file.instance.name] = file.table }
    for name in names where tables[name] == nil {
      if let list = form.choiceLists[name] { tables[name] = LookupTable(list) }
    }
    let lookup = LookupTables(tables)
    form.tables = tables
    rows = rows.map { $0.attaching(lookup) }
  }
}

extension SurveyRow {
  fileprivate func attaching(_ tables: LookupTables) -> SurveyRow {
    guard expressions.values.contains(where: { !$0.tableNames.isEmpty }) else { return self }
    let expressions = expressions.mapValues { expression in
      var expression = expression
      if !expression.tableNames.isEmpty { expression.tables = tables }
      return expression
    }
    return SurveyRow(kind: kind, name: name, parent: parent, expressions: expressions, cells: cells)
  }
}

extension ChoiceList {
  /// The choices in a file: rows without a code are left out; nil when the file lacks the column of codes.
  fileprivate init?(_ file: ChoiceFile, _ table: LookupTable, columns: Set<String>) {
    guard let value = table.position(of: file.valueColumn) else { return nil }
    let label = table.position(of: file.labelColumn)
    let further = columns.sorted().compactMap { name in table.position(of: name).map { (name, $0) } }
    self.init(name: file.list)
    choices.reserveCapacity(table.rows.count)
    for (index, row) in table.rows.enumerated() {
      let name = table.text(index, value)
      if name.isEmpty { continue }
      let text = label.map { table.text(index, $0) } ?? ""
      var choice = Choice(
        name: name, label: LocalizedText(["": text.isEmpty ? name : text]),
        position: SourcePosition(file: file.name, line: row.line))
      for (column, position) in further {
        let content = table.text(index, position)
        if !content.isEmpty { choice.attributes[column] = content }
      }
      choices.append(choice)
    }
  }
}
