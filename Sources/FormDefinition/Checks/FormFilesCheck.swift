import DelimitedText
import Diagnostics

/// The files that the survey needs are there, can be read, and have the columns and codes that it uses.
///
/// Nothing of this is an error: clients get their files from elsewhere too.
enum FormFilesCheck: FormCheck {
  /// How many findings of one file are reported.
  private static let limit = 20

  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    var tables: [ExternalInstance: DelimitedTable] = [:]
    for file in draft.files {
      let position = file.row.cells.position(.type)
      let name = file.instance.fileName
      switch file.reading {
      case .missing: report.add(.formFileMissing, at: position, field: file.row.name, ["file": name])
      case .unreadable(let reason):
        report.add(.formFileUnreadable, at: position, field: file.row.name, ["file": name, "reason": reason])
      case .read(let table):
        tables[file.instance] = table
        for finding in table.diagnostics.prefix(limit) {
          guard let place = finding.position else { continue }
          report.add(
            finding.code, at: place, field: finding.field, finding.arguments, severity: min(finding.severity, .warning))
        }
      }
    }
    var checked: Set<ChoiceFile> = []
    for row in draft.rows {
      guard case .file(let file)? = row.type?.choiceSource,
        let table = tables[ExternalInstance(name: file.instance, format: file.format)]
      else { continue }
      let filter = row.expressions[.choiceFilter]
      for (column, place) in [(file.valueColumn, SheetColumn.type), (file.labelColumn, .type)]
        + (filter?.bareNames ?? []).map({ ($0, .choiceFilter) }) where !table.header.contains(column)
      {
        let nearest = report.nearest(to: column, among: table.header, of: "column of \(file.name)")
        report.add(
          .formFileColumnMissing, at: row.cells.position(place), field: row.name,
          ["file": file.name, "column": column, "nearest": nearest])
      }
      if checked.insert(file).inserted { codes(in: table, file, isFiltered: filter != nil, &report) }
    }
    tablesOfExpressions(draft, &report)
  }

  /// Codes are there and differ; those of a filtered list may stand in several rows.
  private static func codes(
    in table: DelimitedTable, _ file: ChoiceFile, isFiltered: Bool, _ report: inout CheckReport
  ) {
    guard let column = table.header.firstIndex(of: file.valueColumn) else { return }
    var first: [String: Int] = [:]
    var missing: (row: DelimitedRow, count: Int)?
    var reported = 0
    for row in table.rows {
      let code = row[column].trimmingBlanks()
      if code.isEmpty {
        missing = (missing?.row ?? row, (missing?.count ?? 0) + 1)
      } else if let line = first[code] {
        if !isFiltered, reported < limit {
          reported += 1
          report.add(
            .formFileChoiceTwice, at: table.position(of: row, field: column),
            ["file": file.name, "first": String(line)])
        }
      } else {
        first[code] = row.line
      }
    }
    if let missing {
      report.add(
        .formFileCodeMissing, at: table.position(of: missing.row, field: column),
        ["file": file.name, "count": String(missing.count)])
    }
  }

  /// Expressions look into tables that the form has.
  private static func tablesOfExpressions(_ draft: FormDraft, _ report: inout CheckReport) {
    let known = Set(draft.files.map(\.instance.name)).union(draft.form.choiceLists.keys).union(["__last-saved"])
    draft.forEachExpression { row, column, expression in
      for name in Set(expression.tableNames).subtracting(known).sorted() {
        let nearest = report.nearest(to: name, among: known.sorted(), of: "table")
        report.add(
          .formTableUnknown, at: row.cells.position(column), field: row.name, ["name": name, "nearest": nearest])
      }
    }
  }
}
