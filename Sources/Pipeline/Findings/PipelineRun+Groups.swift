internal import Diagnostics
internal import Estimation
internal import FormDefinition
internal import OpinionGroups
internal import Responses

/// The opinion groups found among records.
struct GroupFindings {
  var grouping: OpinionGrouping
  /// The items they were found by.
  var items: [String]
  var diagnostics: [Diagnostic]
}

extension EstimationSubject {
  /// Looks for opinion groups and makes them a domain and an indicator.
  ///
  /// - Throws: ``ExitCode/unusableInput`` when the pipeline names items that are none, or the form takes the groups' name.
  mutating func derive(_ definition: GroupDefinition) throws(StageFailure) {
    let found = OpinionItem.find(
      indicators: definition.indicators, items: definition.items, form: form, layout: records.layout,
      position: definition.position)
    var diagnostics = found.diagnostics
    let field = OpinionGrouping.fieldName
    let taken =
      (records.layout.index(of: field) == nil ? [] : [field])
      + form.indicators.map(\.name).filter { $0 == OpinionGrouping.indicatorName }
    diagnostics += taken.map { Diagnostic(.groupNameTaken, at: definition.position, ["name": $0]) }
    if diagnostics.contains(where: { $0.severity == .error }) {
      throw StageFailure(diagnostics, exitCode: .unusableInput)
    }
    let answers = try OpinionAnswers.read(records, items: found.items, plan: plan)
    let grouping = opinionGroups(answers, definition.options)
    groups = GroupFindings(
      grouping: grouping, items: answers.items,
      diagnostics: diagnostics + grouping.diagnostics(items: answers.items, options: definition.options))
    records = Self.grouped(records, by: grouping)
    if grouping.verdict == .distinct {
      plan.domains.append([field])
      var indicator = Indicator(name: OpinionGrouping.indicatorName, kind: .share, position: definition.position)
      indicator.items = [.question(field)]
      indicator.label = LocalizedText(["vi": "Nhóm ý kiến", "en": "Opinion groups"])
      form.indicators.append(indicator)
    }
  }

  private static func grouped(_ records: some RecordSource, by grouping: OpinionGrouping) -> any RecordSource {
    GroupedRecords(records, assignments: grouping.assignments, groupCount: grouping.groupCount)
  }
}

extension PipelineRun {
  /// Adds the figures of the opinion groups to those by them.
  func addGroups(_ groups: GroupFindings, to result: inout EstimationResult) throws(StageFailure) {
    let field = OpinionGrouping.fieldName
    // The share of a group within itself says nothing.
    result.table.rows.removeAll { $0.item == field && $0.domain == field }
    var flags: [EstimateFlag] = plan.sample == .optIn ? [.modelled] : []
    if try storedRecords().isSimulated { flags.append(.simulated) }
    result.table.rows += groups.grouping.rows(form: form.identifier, wave: plan.wave, flags: flags)
    result.table.rows += GroupFigures.rows(of: result.table, groupCount: groups.grouping.groupCount)
    if let map = groups.grouping.mapTable(items: groups.items) { result.tables.append(map) }
    result.diagnostics += groups.diagnostics
  }
}
