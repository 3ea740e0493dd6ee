import Diagnostics
import Responses
import TextEncoding

/// Which column of a table holds what.
struct TablePlan: Sendable {
  /// Where the answers to a field come from.
  enum Origin: Sendable, Hashable {
    /// Nowhere: not shown.
    case absent
    /// One column.
    case column(Int)
    /// One column per choice (position from 0), each 0 or 1.
    case ticks([Tick])
    /// One column per place of a ranking, the first place first; -1: no column.
    case places([Int])
    /// A place on the earth: the columns of latitude, longitude, altitude and accuracy; -1: no column.
    case parts([Int])
  }

  /// The column of one choice.
  struct Tick: Sendable, Hashable {
    var choice: Int
    var column: Int
  }

  /// The column of the keys; nil: keys are derived.
  var key: Int?
  /// Whether a record without a key is a fault: the mapping or a server's export says there is one.
  var keyIsNeeded = true
  /// The column by which tables of rows name the records or rows of this one; nil: nothing refers to them.
  var reference: Int?
  /// The column that names the record or row to which a row belongs; nil: the rows are records.
  var parent: Int?
  /// The columns that say which rows are later versions of records.
  var edits = EditColumns()
  /// By field.
  var origins: [Origin]
  /// The number of columns of the table.
  var columnCount: Int
  /// How many columns were recognised by the names of questions.
  var namedCount = 0
  /// How many columns were recognised by labels.
  var labelledCount = 0

  /// The repeats whose rows stand in columns of their records.
  var flattened: [FlattenedRepeat] = []

  /// The fields whose answers of several choices stand in one cell.
  var joinedFields: Set<Int> = []

  /// Whether a field has no column.
  func isAbsent(_ field: Int) -> Bool { origins[field] == .absent }
}

/// Matches headings with the fields of a form.
struct HeadingMatcher {
  let layout: RecordLayout
  let mapping: ColumnMapping
  let index: HeadingIndex
  let wording: FormWording
  let producer: TableProducer
  let position: SourcePosition
  /// Whether rows of a repeat are matched, not records.
  let isRepeat: Bool
  /// Names of questions that stand in other tables of the form.
  let elsewhere: Set<String>
  private var diagnostics: [Diagnostic] = []
  private var unknown: [String] = []

  init(_ form: TableForm, _ producer: TableProducer, at position: SourcePosition) {
    layout = form.layout
    mapping = form.mapping
    index = form.index
    wording = form.wording
    isRepeat = form.repeated != nil
    elsewhere = form.elsewhere
    self.producer = producer
    self.position = position
  }

  /// Matches headings with fields.
  ///
  /// A question is found by the mapping, by its name, by its path joined with `-`, `/`, `:` or `.`, or by its label; the
  /// columns of single choices by any of these followed by one of these characters and the choice.
  /// - Parameter flattened: the rows of repeats among the columns.
  /// - Returns: nil when the table cannot be used; the findings say why.
  mutating func match(
    _ headings: [String], flattened: [FlattenedRepeat] = []
  ) -> (plan: TablePlan?, diagnostics: [Diagnostic]) {
    var plan = TablePlan(
      key: nil, origins: Array(repeating: .absent, count: layout.fields.count), columnCount: headings.count)
    plan.flattened = flattened
    let inRows = Set(flattened.flatMap(\.instances).flatMap(\.columns).compactMap(\.self))
    guard findKey(headings, &plan) else { return (nil, diagnostics) }
    if mapping.key == nil { plan.edits = EditColumns(headings, of: producer, key: plan.key) }
    let aliases = mappedFields()
    var own: [(column: Int, field: Int)] = []
    for (column, heading) in headings.enumerated() where mapping.columns[heading] != "" {
      if inRows.contains(column) || isRepeat && RowLink.isLink(heading) { continue }
      if let field = aliases[heading] ?? aliases[heading.comparisonKey] {
        assign(.field(field), column, heading, &plan)
        continue
      }
      switch index.match(heading) {
      case .named(.field(let field)) where producer.writesFirst(heading) && headings.firstIndex(of: heading) == column:
        own.append((column, field))
      case .named(let target):
        plan.namedCount += 1
        assign(target, column, heading, &plan)
      case .labelled(let target):
        // Of its own columns a program names only those with the parts of a place by labels.
        let isPart = if case .part = target { true } else { false }
        guard column != plan.key, isPart || !producer.owns(heading) else { continue }
        plan.labelledCount += 1
        assign(target, column, heading, &plan)
      case .ambiguous(let fields):
        let names = fields.map { layout.fields[$0].name }
        diagnostics.append(
          Diagnostic(
            .headingAmbiguous, at: position, ["column": heading.printable, "fields": Self.listed(names)]))
      case .none:
        if column != plan.key, !producer.owns(heading) { unknown.append(heading) }
      }
    }
    for (column, field) in own where plan.isAbsent(field) {
      diagnostics.append(
        Diagnostic(
          .columnOfProgram, at: position,
          [
            "column": headings[column].printable, "program": producer.rawValue, "question": layout.fields[field].name,
          ]))
    }
    return finish(plan)
  }

  private mutating func findKey(_ headings: [String], _ plan: inout TablePlan) -> Bool {
    if isRepeat {
      plan.keyIsNeeded = false
      return true
    }
    if let wanted = mapping.key {
      plan.key = headings.firstIndex(of: wanted) ?? headings.firstIndex { $0.comparisonKey == wanted.comparisonKey }
      if plan.key == nil {
        diagnostics.append(Diagnostic(.keyColumnMissing, at: position, ["column": wanted.printable]))
      }
      return plan.key != nil
    }
    plan.key = (ColumnMapping.usualKeys + producer.keys).lazy.compactMap { headings.firstIndex(of: $0) }.first
    plan.keyIsNeeded = producer != .entryWorkbook
    return true
  }

  /// The mapping's questions by heading and by its key.
  private mutating func mappedFields() -> [String: Int] {
    var fields: [String: Int] = [:]
    for (heading, question) in mapping.columns.sorted(by: { $0.key < $1.key }) where !question.isEmpty {
      if let field = index.field(named: question) {
        fields[heading] = field
        fields[heading.comparisonKey] = field
      } else if !elsewhere.contains(question) {
        let nearest = nearestName(to: question, among: layout.fields.map(\.name))
        diagnostics.append(
          Diagnostic(
            .mappingUnusable, at: position,
            [
              "entry": "columns: \(heading.printable)",
              "expected": nearest.map { "'\($0)'" } ?? layout.formIdentifier,
            ], severity: .warning))
      }
    }
    return fields
  }

  private mutating func assign(_ target: HeadingIndex.Target, _ column: Int, _ heading: String, _ plan: inout TablePlan)
  {
    switch target {
    case .field(let field):
      if case .column = plan.origins[field] {
        diagnostics.append(Diagnostic(.columnRepeated, at: position, ["column": heading.printable]))
      } else {
        plan.origins[field] = .column(column)
        if [.multiple, .ranking].contains(layout.fields[field].storage) { plan.joinedFields.insert(field) }
      }
    case .tick(let field, let choice):
      let tick = TablePlan.Tick(choice: choice, column: column)
      switch plan.origins[field] {
      case .absent, .places, .parts: plan.origins[field] = .ticks([tick])
      case .ticks(let known): plan.origins[field] = .ticks(known + [tick])
      case .column: return
      }
    case .place(let field, let place):
      var places: [Int]
      switch plan.origins[field] {
      case .absent, .ticks, .parts: places = Array(repeating: -1, count: layout.fields[field].choices.count)
      case .places(let known): places = known
      case .column: return
      }
      if places.indices.contains(place) { places[place] = column }
      plan.origins[field] = .places(places)
    case .part(let field, let part):
      var parts: [Int]
      switch plan.origins[field] {
      case .absent, .ticks, .places: parts = [-1, -1, -1, -1]
      case .parts(let known): parts = known
      case .column: return
      }
      if parts.indices.contains(part) { parts[part] = column }
      plan.origins[field] = .parts(parts)
    }
  }

  private mutating func finish(_ matched: TablePlan) -> (plan: TablePlan?, diagnostics: [Diagnostic]) {
    var plan = matched
    if producer == .entryWorkbook, let end = index.field(named: "end"), layout.fields[end].storage == .dateTime {
      // An entry workbook asks for the day of filling once.
      for field in layout.fields.indices where wording.fields[field].isToday && plan.isAbsent(field) {
        plan.origins[field] = plan.origins[end]
      }
    }
    let absent = plan.origins.indices.filter { plan.isAbsent($0) }.map { layout.fields[$0].name }
    if absent.count == layout.fields.count {
      diagnostics.append(Diagnostic(.noColumnMatches, at: position, ["form": layout.formIdentifier]))
      return (nil, diagnostics)
    }
    if !unknown.isEmpty {
      diagnostics.append(
        Diagnostic(.columnUnknown, at: position, ["count": String(unknown.count), "columns": Self.listed(unknown)]))
    }
    if !absent.isEmpty {
      diagnostics.append(
        Diagnostic(.columnMissing, at: position, ["count": String(absent.count), "fields": Self.listed(absent)]))
    }
    return (plan, diagnostics)
  }

  /// Some names, shortened after twelve.
  private static func listed(_ names: [String]) -> String {
    let shown = names.prefix(12).map { $0.isEmpty ? "\"\"" : $0.printable }.joined(separator: ", ")
    return names.count > 12 ? shown + ", …" : shown
  }
}
