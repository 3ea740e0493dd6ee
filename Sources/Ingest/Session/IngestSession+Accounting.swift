import Diagnostics
import Responses

extension IngestSession {
  /// How many sources were taken in before.
  var sourcesUnchanged: Int { report.sources.count { $0.status == .unchanged } }

  func close(_ sources: OpenSources, table: TableDescription? = nil) throws(StageFailure) {
    try closeSources(sources)
    try endTransaction()
    addReports(of: sources, table: table)
  }

  /// Ends sources within their transaction.
  func closeSources(_ sources: OpenSources) throws(StageFailure) {
    for accounting in sources.accountings where !accounting.balances { throw unbalanced(accounting) }
    try writer.closeSources(sources.accountings)
  }

  /// Makes durable what was taken in since the transaction began; in a dry run nothing is.
  func endTransaction() throws(StageFailure) {
    if options.isDryRun { writer.rollBack() } else { try writer.commit() }
    admission.quality?.settle()
  }

  /// Reports sources whose transaction has ended.
  func addReports(of sources: OpenSources, table: TableDescription? = nil) {
    for (description, accounting) in zip(sources.descriptions, sources.accountings) {
      add(SourceReport(label: description.label, status: .taken, accounting: accounting, table: table))
    }
  }

  /// Counts a source that was taken in before: what was accepted then is identical now.
  func noteUnchanged(_ label: String, _ known: IngestAccounting) throws(StageFailure) {
    var accounting = known
    accounting.identical += accounting.accepted
    accounting.accepted = 0
    try log.add(Diagnostic(.sourceUnchanged, at: SourcePosition(file: label)))
    add(SourceReport(label: label, status: .unchanged, accounting: accounting))
  }

  /// Adds the tables of rows that were read with the last table of records.
  func noteRows(_ tables: [(label: String, rows: SourceReport.Rows)]) {
    for (label, rows) in tables {
      add(SourceReport(label: label, status: .taken, accounting: IngestAccounting(), rows: rows))
    }
  }

  func refuse(_ label: String, _ diagnostics: [Diagnostic]) throws(StageFailure) {
    for diagnostic in diagnostics { try log.add(diagnostic) }
    add(SourceReport(label: label, status: .unusable, accounting: IngestAccounting()))
  }

  private func add(_ source: SourceReport) {
    report.sources.append(source)
    report.total += source.accounting
    progress?(
      IngestProgress(
        sourcesDone: report.sources.count, sourceCount: max(sourceCount, report.sources.count),
        recordsRead: report.total.read))
  }

  func unbalanced(_ accounting: IngestAccounting) -> StageFailure {
    let sum =
      accounting.accepted + accounting.identical + accounting.quarantined + accounting.rejected + accounting.declined
      + accounting.withheld
    return StageFailure(
      Diagnostic(.accountingUnbalanced, ["read": String(accounting.read), "sum": String(sum)]),
      exitCode: .internalFault)
  }
}
