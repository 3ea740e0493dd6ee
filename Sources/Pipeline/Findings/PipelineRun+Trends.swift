internal import Diagnostics
internal import Estimation
internal import FileSystem
internal import FormDefinition
internal import ResponseStore
internal import Responses
internal import Trends

/// A former wave as it was published, or as its records give it now.
struct FormerEstimates {
  let definition: FormerWaveDefinition
  let wave: FormerWave
  /// How its records were estimated; nil for a published table.
  var plan: EstimationPlan?
  /// Whether no record counts.
  var isEmpty = false
}

extension PipelineRun {
  /// The estimates of the former waves that the pipeline compares with; those whose records are in a store are estimated
  /// as the current one is, with their own disclosure control.
  ///
  /// - Throws: ``ExitCode/missingInput`` when a store or a table of a former wave is not there;
  ///   ``ExitCode/unusableInput`` when a table cannot be read.
  func formerEstimates() throws(StageFailure) -> [FormerEstimates] {
    var result: [FormerEstimates] = []
    for former in definition.trends?.former ?? [] {
      let version = former.version ?? form.version
      func wave(_ table: EstimatesTable) -> FormerWave {
        FormerWave(label: former.label, version: version, rows: table.rows)
      }
      if let path = former.estimates {
        result.append(FormerEstimates(definition: former, wave: wave(try publishedTable(path))))
        continue
      }
      var formerPlan = plan
      formerPlan.wave = former.label
      formerPlan.period = former.period
      formerPlan.comparisons = []
      let records = try records(ofStore: former.store ?? definition.store)
      let before = try Estimation.estimate(formerPlan, form: form, records: records)
      result.append(
        FormerEstimates(
          definition: former, wave: wave(before.table), plan: formerPlan, isEmpty: before.respondentCount == 0))
    }
    return result
  }

  /// The tables that `disclosure.published` names: what was published before of the same people.
  func publishedTables() throws(StageFailure) -> [PublishedBefore] {
    var tables: [PublishedBefore] = []
    for path in definition.publishedTables { tables.append(PublishedBefore(rows: try publishedTable(path).rows)) }
    return tables
  }

  private func publishedTable(_ path: String) throws(StageFailure) -> EstimatesTable {
    try EstimatesTable.read(csv: try readFile(at: definition.path(path)), source: definition.path(path))
  }

  /// Adds the changes since former waves to the estimates of this one.
  ///
  /// - Throws: ``ExitCode/missingInput`` when the registry is not there; ``ExitCode/unusableInput`` when it cannot be read.
  func addTrends(
    _ trends: TrendDefinition, _ former: [FormerEstimates], to result: inout EstimationResult
  ) throws(StageFailure) {
    var registry = ItemRegistry()
    if let path = trends.registry.map(definition.path) {
      registry = try ItemRegistry.read(bytes: try readFile(at: path), source: path)
    }
    var options = trends.options
    options.version = form.version
    options.level = plan.intervals.level
    var waves: [FormerWave] = []
    for former in former { waves.append(try overlapping(former, panel: trends.panel, result: &result)) }
    let found = changes(of: result.table, since: waves, registry: registry, options: options)
    result.table.rows += found.rows
    result.diagnostics += found.diagnostics
  }

  /// A former wave with what people who answered in both do to the variance of changes.
  private func overlapping(
    _ former: FormerEstimates, panel: String?, result: inout EstimationResult
  ) throws(StageFailure) -> FormerWave {
    var wave = former.wave
    let definition = former.definition
    if former.isEmpty {
      result.diagnostics.append(Diagnostic(.trendWaveEmpty, at: definition.position, ["wave": definition.label]))
      return wave
    }
    guard let panel, let formerPlan = former.plan else { return wave }
    let records = try records(ofStore: definition.store ?? self.definition.store)
    let stacked = StackedRecords(try storedRecords(), plan, records, formerPlan, key: panel)
    guard try stacked.sharedCount() >= max(2, plan.disclosure.minimumCount) else {
      result.diagnostics.append(Diagnostic(.trendOverlapSmall, at: definition.position, ["wave": definition.label]))
      return wave
    }
    wave.overlap = try PanelOverlap(plan: plan, form: form, current: result.table.rows, former: former.wave.rows)
      .variances(stacked)
    return wave
  }
}
