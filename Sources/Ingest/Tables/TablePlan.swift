import Diagnostics
import Responses

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
  }

  /// The column of one choice.
  struct Tick: Sendable, Hashable {
    var choice: Int
    var column: Int
  }

  /// The column of the keys; nil: keys are derived.
  var key: Int?
  /// By field.
  var origins: [Origin]
  /// The number of columns of the table.
  var columnCount: Int
}

extension TablePlan {
  /// Matches headings with fields.
  ///
  /// A question is found by the mapping, by its name, or by its path joined with `-`, `/`, `:` or `.`; the columns of
  /// single choices by any of these followed by one of these characters and the choice's name.
  /// - Returns: nil when the table cannot be used; the findings say why.
  static func match(
    _ headings: [String], _ layout: RecordLayout, _ mapping: ColumnMapping, at position: SourcePosition
  ) -> (plan: TablePlan?, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let names = fieldNames(layout)
    var plan = TablePlan(
      key: nil, origins: Array(repeating: .absent, count: layout.fields.count), columnCount: headings.count)
    var unknown: [String] = []
    if let wanted = mapping.key {
      plan.key = headings.firstIndex(of: wanted)
      if plan.key == nil {
        return (nil, [Diagnostic(.keyColumnMissing, at: position, ["column": wanted.printable])])
      }
    } else {
      plan.key = ColumnMapping.usualKeys.lazy.compactMap { headings.firstIndex(of: $0) }.first
    }
    for (heading, question) in mapping.columns.sorted(by: { $0.key < $1.key }) where names.fields[question] == nil {
      diagnostics.append(
        Diagnostic(
          .mappingUnusable, at: position,
          ["entry": "columns: \(heading.printable)", "expected": expectedQuestion(question, layout)], severity: .warning
        ))
    }
    for (column, heading) in headings.enumerated() {
      if let field = names.fields[mapping.columns[heading] ?? heading] {
        if case .column = plan.origins[field] {
          diagnostics.append(Diagnostic(.columnRepeated, at: position, ["column": heading.printable]))
        } else {
          plan.origins[field] = .column(column)
        }
      } else if let tick = names.ticks[heading] {
        switch plan.origins[tick.field] {
        case .absent: plan.origins[tick.field] = .ticks([Tick(choice: tick.choice, column: column)])
        case .ticks(let known): plan.origins[tick.field] = .ticks(known + [Tick(choice: tick.choice, column: column)])
        case .column: continue
        }
      } else if column != plan.key {
        unknown.append(heading)
      }
    }
    let absent = plan.origins.indices.filter { plan.origins[$0] == .absent }.map { layout.fields[$0].name }
    if absent.count == layout.fields.count {
      diagnostics.append(Diagnostic(.noColumnMatches, at: position, ["form": layout.formIdentifier]))
      return (nil, diagnostics)
    }
    if !unknown.isEmpty {
      diagnostics.append(
        Diagnostic(.columnUnknown, at: position, ["count": String(unknown.count), "columns": listed(unknown)]))
    }
    if !absent.isEmpty {
      diagnostics.append(
        Diagnostic(.columnMissing, at: position, ["count": String(absent.count), "fields": listed(absent)]))
    }
    return (plan, diagnostics)
  }

  /// What a mapping should have named instead of a question that the form does not have.
  private static func expectedQuestion(_ question: String, _ layout: RecordLayout) -> String {
    nearestName(to: question, among: layout.fields.map(\.name)).map { "'\($0)'" } ?? layout.formIdentifier
  }

  /// Headings that name a field, and those that name one choice of a field.
  private static func fieldNames(
    _ layout: RecordLayout
  ) -> (fields: [String: Int], ticks: [String: (field: Int, choice: Int)]) {
    var fields: [String: Int] = [:]
    var ticks: [String: (field: Int, choice: Int)] = [:]
    let separators = ["/", "-", ":", "."]
    for (position, field) in layout.fields.enumerated() where fields[field.name] == nil {
      fields[field.name] = position
    }
    for (position, field) in layout.fields.enumerated() {
      for separator in separators {
        let path = field.path.joined(separator: separator)
        if fields[path] == nil { fields[path] = position }
        guard field.storage == .multiple else { continue }
        for (choice, name) in field.choices.enumerated() {
          for heading in [path + separator + name, field.name + separator + name] where ticks[heading] == nil {
            ticks[heading] = (position, choice)
          }
        }
      }
    }
    return (fields, ticks)
  }

  /// Some names, shortened after twelve.
  private static func listed(_ names: [String]) -> String {
    let shown = names.prefix(12).map { $0.isEmpty ? "\"\"" : $0.printable }.joined(separator: ", ")
    return names.count > 12 ? shown + ", …" : shown
  }
}
