internal import CivilCalendar
internal import Diagnostics
internal import FormDefinition
internal import Geography
internal import Responses
internal import Targets
internal import TextEncoding

/// Reads headcounts of organisations from the records of the form `bm-01`.
struct HeadcountRecords {
  private let layout: RecordLayout
  private let fields: [String: Int]
  private let repeated: Int
  private let rowFields: [String: Int]

  private static let questions = ["org_code", "org_name", "as_of_date", "definition_id", "geography_version"]
  private static let declared = ["declared_total", "declared_female"]
  private static let rowQuestions = ["row_qualification", "row_sector", "row_commune_code", "row_count", "row_female"]

  /// Finds the questions of a form.
  ///
  /// - Throws: ``ExitCode/unusableInput`` with every question that is missing.
  init(form: Form, source: String) throws(StageFailure) {
    let layout = RecordLayout(form: form)
    var fields: [String: Int] = [:]
    for name in Self.questions + Self.declared { fields[name] = layout.index(of: name) }
    var rowFields: [String: Int] = [:]
    var place = 0
    for (position, repeated) in layout.repeats.enumerated() {
      guard repeated.fields.contains(where: { $0.name == "row_count" }), repeated.parent == nil else { continue }
      place = position
      for name in Self.rowQuestions { rowFields[name] = repeated.fields.firstIndex { $0.name == name } }
    }
    let missing = Self.questions.filter { fields[$0] == nil } + Self.rowQuestions.filter { rowFields[$0] == nil }
    guard missing.isEmpty else {
      throw StageFailure(
        missing.map {
          Diagnostic(.pipelineHeadcountQuestion, at: SourcePosition(file: source), ["form": source, "name": $0])
        }, exitCode: .unusableInput)
    }
    self.layout = layout
    self.fields = fields
    self.rowFields = rowFields
    repeated = place
  }

  /// The codes of qualifications and of sectors.
  var words: (qualifications: [String], sectors: [String]) {
    func choices(_ name: String) -> [String] {
      rowFields[name].map { layout.repeats[repeated].fields[$0].choices } ?? []
    }
    return (choices("row_qualification"), choices("row_sector"))
  }

  /// The reports in the order they were taken in; records without a day or an organisation are left out.
  func reports(_ records: some RecordSource) throws(StageFailure) -> [HeadcountReport] {
    var reports: [HeadcountReport] = []
    try records.forEachBatch(fields: fields.values.sorted(), repeats: [repeated: rowFields.values.sorted()]) { batch in
      guard batch.repeats.indices.contains(repeated) else { return }
      let rows = batch.repeats[repeated]
      let starts = rows.starts
      for record in 0..<batch.count {
        guard var report = report(record, batch) else { continue }
        for row in starts[record]..<starts[record + 1] { if let row = self.row(row, rows) { report.rows.append(row) } }
        reports.append(report)
      }
    }
    return reports
  }

  private func report(_ record: Int, _ batch: RecordBatch) -> HeadcountReport? {
    func column(_ name: String) -> AnswerColumn? { fields[name].flatMap { batch.columns[$0] } }
    func choice(_ name: String) -> String? {
      guard let field = fields[name], let position = column(name)?.choicePosition(record) else { return nil }
      let choices = layout.fields[field].choices
      return choices.indices.contains(position) ? choices[position] : nil
    }
    let code = column("org_code")?.textAnswer(record) ?? ""
    let unit = code.isEmpty ? column("org_name")?.textAnswer(record)?.comparisonKey ?? "" : code
    guard !unit.isEmpty, let day = column("as_of_date")?.wholeNumber(record) else { return nil }
    let definition = choice("definition_id")
    var report = HeadcountReport(
      record: batch.keys[record], unit: unit, day: CivilDay(number: day),
      definition: definition == "other" ? nil : definition,
      edition: choice("geography_version") == "before_2025_07" ? .former : .present, rows: [])
    report.declaredPeople = column("declared_total")?.wholeNumber(record)
    report.declaredWomen = column("declared_female")?.wholeNumber(record)
    return report
  }

  private func row(_ row: Int, _ rows: RepeatRows) -> HeadcountReport.Row? {
    func column(_ name: String) -> AnswerColumn? { rowFields[name].flatMap { rows.columns[$0] } }
    func choice(_ name: String) -> String {
      guard let field = rowFields[name], let position = column(name)?.choicePosition(row) else { return "" }
      let choices = layout.repeats[repeated].fields[field].choices
      return choices.indices.contains(position) ? choices[position] : ""
    }
    guard let people = column("row_count")?.wholeNumber(row) else { return nil }
    return HeadcountReport.Row(
      qualification: choice("row_qualification"), sector: choice("row_sector"),
      commune: column("row_commune_code")?.textAnswer(row) ?? "", people: people,
      women: column("row_female")?.wholeNumber(row) ?? 0)
  }
}
