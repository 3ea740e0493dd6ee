internal import Diagnostics
internal import Estimation
internal import FileSystem
internal import Proceedings
internal import Responses

extension PipelineRun {
  /// What the store holds of the wave.
  func periodRecords() throws(StageFailure) -> some RecordSource {
    PeriodRecords(source: try storedRecords(), period: plan.period)
  }

  /// Adds what is asked about tasks, petitions, consultations and rounds.
  func addProceedings(to result: inout EstimationResult, records: some RecordSource) throws(StageFailure) {
    guard let section = definition.proceedings else { return }
    if section.tasks {
      let report =
        if let folder = section.tasksForm {
          try taskReport(ofReturns: folder)
        } else {
          try TaskReport(of: records, form: form, asOf: asOf)
        }
      result.table.rows += report.rows(wave: plan.wave)
      result.tables += report.tables
      result.diagnostics += report.diagnostics
    }
    if let petitions = section.petitions {
      let needs: NeedThemes?
      if let file = petitions.needs.map(definition.path) {
        needs = try NeedThemes.read(bytes: try readFile(at: file), source: file)
      } else {
        needs = nil
      }
      let report =
        if let folder = petitions.form {
          try petitionReport(ofReturns: folder, needs: needs)
        } else {
          try PetitionReport(of: records, form: form, needs: needs, asOf: asOf)
        }
      result.table.rows += report.rows(wave: plan.wave)
      result.tables += report.tables
      result.diagnostics += report.diagnostics
    }
    if let consultation = section.consultation {
      let report = try consultationReport(consultation, records: records).report
      result.table.rows += report.rows(wave: plan.wave)
      result.tables += report.tables
      result.diagnostics += report.diagnostics
    }
    if let delphi = section.delphi {
      let report = try DelphiReport(of: records, form: form, plan: delphi, disclosure: plan.disclosure)
      result.tables += report.tables
      result.diagnostics += report.diagnostics
    }
  }

  /// The opinions of clauses with what was recorded of the agency's answers.
  func consultationReport(
    _ section: ConsultationDefinition, records: some RecordSource
  ) throws(StageFailure) -> (report: ConsultationReport, recorded: [ClauseResponse]) {
    let file = section.responses.map(definition.path) ?? ""
    let recorded =
      file.isEmpty || fileStatus(at: file) == nil
      ? [] : try ClauseResponse.read(bytes: try readFile(at: file), source: file)
    return (try consultationReport(recorded, source: file, records: records), recorded)
  }

  /// The opinions of clauses with these answers of the agency.
  func consultationReport(
    _ recorded: [ClauseResponse], source: String, records: some RecordSource
  ) throws(StageFailure) -> ConsultationReport {
    try ConsultationReport(
      of: records, form: form, recorded: recorded, source: source, disclosure: plan.disclosure)
  }
}
