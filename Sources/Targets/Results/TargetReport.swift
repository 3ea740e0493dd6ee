public import CivilCalendar
public import Diagnostics
public import Geography

/// All targets of a register on a day.
public struct TargetReport: Sendable {
  /// One assessment per target, in the order of the register.
  public private(set) var assessments: [TargetAssessment] = []
  /// What a reader must know of register and figures.
  public private(set) var diagnostics: [Diagnostic]
  /// Whether all figures count as simulated.
  let isSimulated: Bool

  /// Assesses every target of a register.
  ///
  /// - Parameters:
  ///   - crosswalk: how areas of the former list lie in the present one; nil: areas are the same when level, code and
  ///     list are.
  ///   - level: of prediction intervals, 0…1.
  ///   - minimumCount: sums of headcounts below it are not given.
  /// - Complexity: O(targets · observations · log observations).
  public init(
    _ register: TargetRegister, observations: [Observation], crosswalk: Crosswalk?, asOf: CivilDay,
    level: Double = 0.95, minimumCount: Int = 10, isSimulated: Bool = false
  ) {
    diagnostics = register.diagnostics
    self.isSimulated = isSimulated
    let (targets, observations) = checkedAreas(register.targets, observations, crosswalk, &diagnostics)
    for target in targets {
      let series = TargetSeries(
        of: target, from: observations, crosswalk: crosswalk, asOf: asOf, minimumCount: minimumCount)
      diagnostics += series.diagnostics
      var assessment = TargetAssessment(target, figures: series.points, asOf: asOf, level: level)
      assessment.take(series)
      assessments.append(assessment)
      diagnostics += assessment.remarks
    }
    let measures = Set(register.targets.map(\.measure))
    for measure in Set(observations.map(\.measure)).subtracting(measures).sorted() where !measures.isEmpty {
      let nearest = nearestName(to: measure, among: measures.sorted()).map { " (→ \($0)?)" } ?? ""
      diagnostics.append(Diagnostic(.observationsUnused, ["measure": measure, "suggestion": nearest]))
    }
  }
}

extension TargetAssessment {
  /// Notes what kept figures out of the series.
  mutating func take(_ series: TargetSeries) {
    hasOtherAreas = series.hasOtherAreas
    isSuppressed = series.isSuppressed
    if series.isSuppressed {
      hide()
    } else if series.hasOtherAreas, latest == nil {
      state = .notComparable
    }
  }

  /// Leaves nothing but what the register says: every other figure would tell the latest one.
  private mutating func hide() {
    if target.baseline == nil {
      baseline = nil
      plannedPace = nil
    }
    latest = nil
    progress = nil
    requiredPace = nil
    actualPace = nil
    projection = nil
    state = .suppressed
  }

  /// What to say about the target itself.
  var remarks: [Diagnostic] {
    var codes: [(DiagnosticCode, [String: String])] = []
    if asOf > target.due { codes.append((.targetDuePast, ["day": target.due.iso])) }
    if let baseline, target.baseline != nil, target.isMet(by: baseline.value) {
      codes.append((.targetMetFromTheStart, [:]))
    }
    if projection == nil, asOf <= target.due, latest != nil, !isSuppressed {
      codes.append((.targetTrendImpossible, ["count": String(figureCount)]))
    }
    return codes.map { code, arguments in
      Diagnostic(code, at: target.position, arguments.merging(["target": target.name]) { $1 })
    }
  }
}

/// Targets and figures with the codes that were meant, and what is to be said about each code once.
private func checkedAreas(
  _ targets: [Target], _ observations: [Observation], _ crosswalk: Crosswalk?, _ diagnostics: inout [Diagnostic]
) -> ([Target], [Observation]) {
  guard let crosswalk else { return (targets, observations) }
  var known: [AreaReference: AreaReference] = [:]
  var found = 0
  func meant(_ area: AreaReference, _ position: SourcePosition?) -> AreaReference {
    if let meant = known[area] { return meant }
    // Suggestions for a file full of wrong codes would take long and help nobody.
    guard found < 50 else { return area }
    let (meant, finding) = crosswalk.checked(area, at: position)
    if let finding {
      diagnostics.append(finding)
      found += 1
    }
    known[area] = meant
    return meant
  }
  let checkedTargets = targets.map { target in
    var target = target
    target.area = meant(target.area, target.position)
    return target
  }
  let measures = Set(targets.map(\.measure))
  let checkedObservations = observations.map { observation in
    var observation = observation
    if measures.contains(observation.measure) { observation.area = meant(observation.area, observation.position) }
    return observation
  }
  return (checkedTargets, checkedObservations)
}
