import Diagnostics
import Responses

extension RecordExaminer {
  /// All findings about the records of a run; those that follow from a cell that could not be read are left out.
  ///
  /// - Parameter accepted: the records that a person takes in whatever rules about answers they break: what is found
  ///   in them holds them no more.
  func gathered(
    _ run: RecordRun, _ breaches: [RuleBreach], _ labels: [String], _ consents: [Bool]?, accepted: Set<Int>
  ) -> [(row: Int, diagnostic: Diagnostic)] {
    var findings = run.findings
    var unread = run.unread
    var broken = Set(run.findings.filter { $0.diagnostic.severity == .error }.map(\.row))
    for (fault, line, column) in run.faults {
      let isAccepted = accepted.contains(fault.row)
      if !isAccepted { broken.insert(fault.row) }
      unread.insert([fault.row, fault.field, fault.repeatRow])
      let position = SourcePosition(
        file: labels[Int(run.sources[fault.row])], line: line, column: column)
      findings.append(
        (
          fault.row,
          Diagnostic(
            fault.fault.code, at: position, record: run.name(of: fault.row),
            field: layout.name(ofField: fault.field, row: fault.repeatRow, in: run.repeats),
            restrictedValue: fault.found, severity: isAccepted ? .warning : nil)
        ))
    }
    for row in run.keyless {
      broken.insert(row)
      findings.append(
        (
          row,
          Diagnostic(
            .recordKeyMissing, at: run.position(of: row, labels[Int(run.sources[row])]), record: run.name(of: row))
        ))
    }
    let isGrave = breaches.map { breach in
      !accepted.contains(breach.row)
        && policy.quarantines(breach.kind, at: layout.field(atOrdinal: breach.field).field.name)
    }
    for (breach, isGrave) in zip(breaches, isGrave) where isGrave { broken.insert(breach.row) }
    for (breach, isGrave) in zip(breaches, isGrave) {
      if breach.kind == .required, unread.contains([breach.row, breach.field, breach.repeatRow]) { continue }
      if !isGrave, breach.isConsequence, broken.contains(breach.row) { continue }
      if let consents, !consents[breach.row] { continue }
      var diagnostic = breach.diagnostic(
        at: position(of: breach, run) ?? run.position(of: breach.row, labels[Int(run.sources[breach.row])]),
        record: run.name(of: breach.row),
        field: layout.name(ofField: breach.field, row: breach.repeatRow, in: run.repeats),
        rules: wordings[breach.field])
      diagnostic.severity = isGrave ? .error : .warning
      findings.append((breach.row, diagnostic))
    }
    return findings
  }

  /// Where the row of a repeat stands in which a rule is broken; nil: where its record stands.
  private func position(of breach: RuleBreach, _ run: RecordRun) -> SourcePosition? {
    guard let row = breach.repeatRow, let repeated = layout.field(atOrdinal: breach.field).repeated,
      run.rowPlaces.indices.contains(repeated), run.rowPlaces[repeated].lines.indices.contains(row)
    else { return nil }
    let places = run.rowPlaces[repeated]
    return SourcePosition(file: places.label, line: Int(places.lines[row]))
  }
}

extension RuleBreach {
  /// Whether it may follow from another fault of its record.
  fileprivate var isConsequence: Bool {
    switch kind {
    case .notShown, .notAsCalculated: true
    case .required, .constraint, .outOfRange, .notAChoice, .notOffered: false
    }
  }
}
