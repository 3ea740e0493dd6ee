public import Diagnostics
public import FormDefinition
public import Responses
internal import StatisticalFiles

/// What an export has written.
public struct ExportOutcome: Sendable {
  /// The files, the one of the records first.
  public var paths: [String]
  /// The number of records.
  public var recordCount: Int
  /// What could not be written as it is.
  public var diagnostics: [Diagnostic]
  /// How small the groups of a public file are; nil for other files and codebooks.
  public var anonymity: AnonymityReport?
}

/// Writes the accepted records of a form to a file, and the rows of repeats to files beside it or to sheets.
///
/// Files are readable by their owner only (mode 0600) and appear when they are complete. The same records give the same
/// bytes.
/// - Parameters:
///   - records: records of the form's own layout.
///   - path: the file; those of repeats have the repeat's name behind its stem.
/// - Throws: ``ExitCode/unusableInput`` when the format cannot hold the records, or groups of a public file are smaller
///   than asked for; ``ExitCode/locked`` when the store
///   changed meanwhile; ``ExitCode/cannotWrite``.
/// - Complexity: O(records × columns); memory of one batch and the longest row. Excel and statistics files take two
///   and more scans.
public func export(
  _ records: any RecordSource, of form: Form, as format: ExportFormat, _ options: ExportOptions, to path: String
) throws(StageFailure) -> ExportOutcome {
  let plan = ExportPlan(form, records.layout, options, for: format)
  var outcome = ExportOutcome(paths: [path], recordCount: try records.recordCount, diagnostics: [])
  if options.isPublic, format != .ddi {
    let report = try AnonymityReport(records, plan, form: form, names: options.quasiIdentifiers)
    if let finding = report.finding(limit: options.smallestGroup) {
      if finding.severity == .error { throw StageFailure(finding, exitCode: .unusableInput) }
      outcome.diagnostics.append(finding)
    }
    outcome.anonymity = report
  }
  switch format {
  case .csv: outcome.paths = try writeDelimitedText(records, plan, to: path)
  case .json: try writeJSON(records, plan, to: path)
  case .xlsx: try writeSpreadsheet(records, plan, to: path)
  case .sav, .dta:
    outcome.paths = try writeStatistics(
      records, plan, as: format == .sav ? .spss : .stata, to: path, &outcome.diagnostics)
  case .ddi: try writeCodebook(plan, recordCount: outcome.recordCount, to: path)
  }
  if try records.isSimulated { outcome.diagnostics.append(Diagnostic(.exportSimulated)) }
  return outcome
}
