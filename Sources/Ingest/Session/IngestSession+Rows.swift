import Diagnostics
import FileSystem
import Hashing
import Responses

/// A table, what a first look at it says, and what the system says about its file.
struct ProbedTable: Sendable {
  let input: TableInput
  let probe: TableProbe
  let status: FileStatus?

  init(input: TableInput, probe: TableProbe, status: FileStatus?) {
    (self.input, self.probe, self.status) = (input, probe, status)
  }

  init(_ input: TableInput, _ hasher: inout SHA256) throws(StageFailure) {
    self.input = input
    status = input.source.status
    probe = try TableProbe(input.source, hasher: &hasher)
  }
}

extension IngestSession {
  /// A table with rows of a repeat whose header was understood.
  private struct OpenedRows {
    var table: ProbedTable
    var repeated: Int
    var opening: TableOpening
    var form: TableForm
  }

  /// Reads the tables with the rows of repeats that stand beside a table of records.
  ///
  /// - Returns: nil, with the table of records refused, when one of them cannot be used: records would lack their rows.
  func readRows(
    _ inputs: [ProbedTable], beside main: inout TableOpening
  ) throws(StageFailure) -> RepeatTables? {
    let label = inputs.isEmpty ? "" : inputs[0].input.label
    guard inputs.reduce(0, { $0 + $1.probe.byteCount }) <= options.repeatByteLimit else {
      let limit = ["limit": String(options.repeatByteLimit)]
      return try refuseRows(label, [Diagnostic(.repeatsTooLarge, at: SourcePosition(file: label), limit)])
    }
    var opened: [OpenedRows] = []
    for input in inputs {
      let (rows, diagnostics) = try open(input, producer: main.producer)
      if let rows, let other = opened.first(where: { $0.repeated == rows.repeated }) {
        let names = [other.table.input.label, layout.repeats[rows.repeated].name].joined(separator: ", ")
        return try refuseRows(
          input.input.label,
          [Diagnostic(.repeatUncertain, at: SourcePosition(file: input.input.label), ["candidates": names])])
      }
      if let rows { opened.append(rows) }
      if diagnostics.contains(where: { $0.severity == .error }) {
        return try refuseRows(input.input.label, diagnostics)
      }
      for diagnostic in diagnostics { try log.add(diagnostic) }
    }
    if let lost = link(&opened, &main) {
      return try refuseRows(lost, [Diagnostic(.repeatLinkMissing, at: SourcePosition(file: lost))])
    }
    var tables: [RepeatTable] = []
    for rows in opened {
      let input = rows.table.input
      var table = RepeatTable(rows.repeated, label: input.label, rows.opening)
      let stages = TableStages(
        source: input.source, probe: rows.table.probe, label: input.label, form: rows.form, options: options,
        sheet: input.sheet)
      _ = try stages.read(rows.opening) { (piece) throws(StageFailure) in
        if case .note(let finding) = piece { try log.add(finding) }
        table.add(piece)
      }
      if let failure = table.failure { return try refuseRows(input.label, [failure]) }
      table.finish()
      tables.append(table)
    }
    return RepeatTables(layout, tables)
  }

  private func refuseRows(_ label: String, _ diagnostics: [Diagnostic]) throws(StageFailure) -> RepeatTables? {
    try refuse(
      label, diagnostics + [Diagnostic(.repeatTableUnusable, at: SourcePosition(file: label), ["file": label])])
    return nil
  }

  /// Finds the repeat whose rows a table holds: of those that its name or the workbook names, else of all, the one with
  /// the most columns.
  private func open(
    _ table: ProbedTable, producer: TableProducer
  ) throws(StageFailure) -> (rows: OpenedRows?, diagnostics: [Diagnostic]) {
    let input = table.input
    var found: [(rows: OpenedRows, count: Int, isNamed: Bool, diagnostics: [Diagnostic])] = []
    var refusals: [Diagnostic] = []
    for position in layout.repeats.indices {
      var form = rowForm(position)
      form.producer = producer
      var reader = try TableReader(
        input.source, table.probe, label: input.label, form: form, options: options, sheet: input.sheet)
      let header = try reader.readHeader()
      guard let opening = header.opening else {
        refusals = header.diagnostics
        continue
      }
      let rows = OpenedRows(table: table, repeated: position, opening: opening, form: form)
      found.append((rows, form.matchCount(opening.headings), isNamed(input, position), header.diagnostics))
    }
    if found.isEmpty {
      // A repeat that the form does not have.
      let isForeign = refusals.contains { $0.code == .noColumnMatches }
      let position = SourcePosition(file: input.label)
      let form = ["form": layout.formIdentifier]
      return (nil, isForeign ? [Diagnostic(.noColumnMatches, at: position, form, severity: .warning)] : refusals)
    }
    let named = found.contains(where: \.isNamed) ? found.filter(\.isNamed) : found
    let most = named.map(\.count).max() ?? 0
    let best = named.filter { $0.count == most }
    guard best.count == 1 else {
      let names = best.map { layout.repeats[$0.rows.repeated].path.joined(separator: "/") }.joined(separator: ", ")
      return (nil, [Diagnostic(.repeatUncertain, at: SourcePosition(file: input.label), ["candidates": names])])
    }
    return (best[0].rows, best[0].diagnostics)
  }

  /// Whether a table has the name of a repeat: `m-children.csv`, `m-household-children.csv`, a sheet `children`.
  private func isNamed(_ input: TableInput, _ position: Int) -> Bool {
    let repeated = layout.repeats[position]
    if let sheet = input.sheet {
      if !sheet.path.isEmpty { return sheet.path == repeated.path }
      // Names of sheets end after 31 characters.
      return sheet.name == repeated.name || sheet.name.count == 31 && repeated.name.hasPrefix(sheet.name)
    }
    let stem = TableSets.stem(of: input.label)
    let names = [repeated.name] + ["-", ".", "_"].map { repeated.path.joined(separator: $0) }
    return names.contains { name in
      guard stem.hasSuffix(name) else { return false }
      return stem.dropLast(name.count).last.map { "-_. ".contains($0) } ?? true
    }
  }

  /// Finds the columns by which rows and records belong together.
  ///
  /// - Returns: the table that has none; nil when all have.
  private func link(_ opened: inout [OpenedRows], _ main: inout TableOpening) -> String? {
    let parents = [nil] + opened.indices.map(Optional.some)
    for parent in parents {
      let around = parent.map { opened[$0].repeated }
      let children = opened.indices.filter { layout.repeats[opened[$0].repeated].parent == around }
      if children.isEmpty { continue }
      let headings = parent.map { opened[$0].opening.headings } ?? main.headings
      guard
        let (link, column) = RowLink.between(
          children.map { opened[$0].opening.headings }, and: headings, key: parent == nil ? main.plan.key : nil,
          isOfRows: parent != nil)
      else { return opened[children[0]].table.input.label }
      if let parent { opened[parent].opening.plan.reference = column } else { main.plan.reference = column }
      for child in children {
        opened[child].opening.plan.parent =
          opened[child].opening.headings.firstIndex(of: link.headings.parent)
        // A key of its own tells a row that is there twice.
        if opened[child].opening.plan.reference == nil {
          opened[child].opening.plan.reference = opened[child].opening.headings.firstIndex(of: link.headings.own)
        }
      }
    }
    // Rows whose repeat stands in one without a table have nobody to belong to.
    return opened.first { $0.opening.plan.parent == nil }?.table.input.label
  }
}
