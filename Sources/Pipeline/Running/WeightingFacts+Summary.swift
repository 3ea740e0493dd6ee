internal import Estimation
internal import Reporting

extension WeightingFacts {
  /// What a report tells of the weights of an estimation.
  init(_ result: EstimationResult, plan: EstimationPlan, margins: [MarginFrame], frames sources: [PopulationFrame]) {
    self.init()
    responseCount = result.respondentCount
    strata = plan.strata ?? ""
    clusters = plan.clusters
    guard let weighting = result.weighting else { return }
    effectiveCount = weighting.final.effectiveCount
    designEffect = weighting.final.designEffect
    for (summary, (margin, frame)) in zip(weighting.margins, zip(margins, sources)) {
      let variable = summary.variables.joined(separator: "*")
      let after = summary.levels.reduce(0) { $0 + $1.after }
      let before = weighting.base.sum
      for level in summary.levels {
        self.margins.append(
          MarginLevel(
            variable: variable, level: level.name, population: level.population, respondents: level.respondents,
            shareBefore: before > 0 ? level.before.map { $0 / before } : nil,
            shareAfter: after > 0 ? level.after / after : 0))
      }
      unmatched += summary.unmatchedRespondents.map { level in
        UnmatchedLevel(
          variable: variable, level: level.name, respondents: level.respondents,
          treatment: summary.unmatched == .baseWeight ? .baseWeight : .excluded)
      }
      if let entry = frame.entries(by: margin.variables).first {
        self.frames.append(
          FrameSource(
            variable: variable, asOf: CalendarDay(iso: entry.asOf), source: entry.source, definition: entry.definition))
      }
    }
  }
}
