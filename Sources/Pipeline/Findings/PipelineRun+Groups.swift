internal import Diagnostics
internal import Estimation
internal import FormDefinition
internal import OpinionGroups
internal import Responses

extension PipelineRun {
  /// Records with their opinion groups, and the plan and form that have these as a domain and an indicator.
  struct Grouped<Source: RecordSource> {
    var records: GroupedRecords<Source>
    var plan: EstimationPlan
    var form: Form
    var grouping: OpinionGrouping
    var names: [String]
    var definition: GroupDefinition
    var diagnostics: [Diagnostic]
  }

  /// Looks for opinion groups among records.
  ///
  /// - Throws: ``ExitCode/unusableInput`` when the pipeline names items that are none, or the form takes the groups' name.
  func grouped<Source: RecordSource>(
    _ records: Source, by definition: GroupDefinition
  ) throws(StageFailure) -> Grouped<Source> {
    let found = OpinionItem.find(
      indicators: definition.indicators, items: definition.items, form: form, layout: records.layout,
      position: definition.position)
    var diagnostics = found.diagnostics
    let field = GroupedRecords<Source>.fieldName
    let taken =
      (records.layout.index(of: field) == nil ? [] : [field])
      + form.indicators.map(\.name).filter { $0 == OpinionGrouping.indicatorName }
    diagnostics += taken.map { Diagnostic(.groupNameTaken, at: definition.position, ["name": $0]) }
    if diagnostics.contains(where: { $0.severity == .error }) {
      throw StageFailure(diagnostics, exitCode: .unusableInput)
    }
    let answers = try OpinionAnswers.read(records, items: found.items, plan: plan)
    let grouping = opinionGroups(answers, definition.options)
    var grouped = Grouped(
      records: GroupedRecords(records, assignments: grouping.assignments, groupCount: grouping.groupCount),
      plan: plan, form: form, grouping: grouping, names: answers.items, definition: definition,
      diagnostics: diagnostics + grouping.diagnostics(items: answers.items, options: definition.options))
    if grouping.verdict == .distinct {
      grouped.plan.domains.append([field])
      var indicator = Indicator(
        name: OpinionGrouping.indicatorName, kind: .share, position: definition.position)
      indicator.items = [.question(field)]
      indicator.label = LocalizedText(["vi": "Nhóm ý kiến", "en": "Opinion groups"])
      grouped.form.indicators.append(indicator)
    }
    return grouped
  }
}

extension PipelineRun.Grouped {
  /// The estimates, those by opinion group and of the groups among them.
  func estimate() throws(StageFailure) -> EstimationResult {
    var result = try Estimation.estimate(plan, form: form, records: records)
    let field = GroupedRecords<Source>.fieldName
    // The share of a group within itself says nothing.
    result.table.rows.removeAll { $0.item == field && $0.domain == field }
    var flags: [EstimateFlag] = plan.sample == .optIn ? [.modelled] : []
    if try records.isSimulated { flags.append(.simulated) }
    result.table.rows += grouping.rows(form: form.identifier, wave: plan.wave, flags: flags)
    result.table.rows += GroupFigures.rows(of: result.table, groupCount: grouping.groupCount)
    if let map = grouping.mapTable(items: names) { result.tables.append(map) }
    result.diagnostics += diagnostics
    return result
  }
}
