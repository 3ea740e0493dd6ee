internal import Diagnostics
internal import Estimation
internal import FileSystem
internal import FormDefinition
internal import ResponseStore
internal import Responses
internal import Trends

extension PipelineRun {
  /// Adds the changes since former waves to the estimates of this one.
  ///
  /// - Throws: ``ExitCode/missingInput`` when a store or a table of a former wave is not there;
  ///   ``ExitCode/unusableInput`` when a table or the registry cannot be read.
  func addTrends(_ trends: TrendDefinition, to result: inout EstimationResult) throws(StageFailure) {
    var registry = ItemRegistry()
    if let path = trends.registry.map(definition.path) {
      registry = try ItemRegistry.read(bytes: try readFile(at: path), source: path)
    }
    var options = trends.options
    options.version = form.version
    options.level = plan.intervals.level
    var waves: [FormerWave] = []
    for former in trends.former {
      let version = former.version ?? form.version
      if let path = former.estimates.map(definition.path) {
        let table = try EstimatesTable.read(csv: try readFile(at: path), source: path)
        waves.append(FormerWave(label: former.label, version: version, rows: table.rows))
      } else {
        waves.append(try estimated(former, version: version, panel: trends.panel, result: &result))
      }
    }
    let found = changes(of: result.table, since: waves, registry: registry, options: options)
    result.table.rows += found.rows
    result.diagnostics += found.diagnostics
  }

  /// A former wave whose records are in a store: estimated as the current one is, with its own disclosure control.
  private func estimated(
    _ former: FormerWaveDefinition, version: String, panel: String?, result: inout EstimationResult
  ) throws(StageFailure) -> FormerWave {
    var formerPlan = plan
    formerPlan.wave = former.label
    formerPlan.period = former.period
    formerPlan.comparisons = []
    let records = try records(ofStore: former.store ?? definition.store)
    let before = try Estimation.estimate(formerPlan, form: form, records: records)
    var wave = FormerWave(label: former.label, version: version, rows: before.table.rows)
    if before.respondentCount == 0 {
      result.diagnostics.append(Diagnostic(.trendWaveEmpty, at: former.position, ["wave": former.label]))
      return wave
    }
    guard let panel else { return wave }
    let stacked = StackedRecords(try storedRecords(), plan, records, formerPlan, key: panel)
    guard try stacked.sharedCount() >= max(2, plan.disclosure.minimumCount) else {
      result.diagnostics.append(Diagnostic(.trendOverlapSmall, at: former.position, ["wave": former.label]))
      return wave
    }
    wave.overlap = try PanelOverlap(plan: plan, form: form, current: result.table.rows, former: before.table.rows)
      .variances(stacked)
    return wave
  }
}
