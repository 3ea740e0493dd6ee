internal import CivilCalendar
internal import Geography
internal import Diagnostics
public import Estimation

extension TargetReport {
  /// The rows of the estimates table: of each target what is known, in the order of the statistics.
  ///
  /// `indicator` is the target, `item` its measure, `domain` the level of its area and `domain_level` its code with the
  /// day of the list; `level` is the day of a figure. A target whose figures cannot be compared, or are suppressed, has a
  /// row without numbers.
  public func rows(form: String, wave: String) -> [EstimateRow] {
    assessments.flatMap { rows(of: $0, form: form, wave: wave) }
  }

  private func rows(of assessment: TargetAssessment, form: String, wave: String) -> [EstimateRow] {
    let target = assessment.target
    func row(_ statistic: Statistic, _ value: Double?, level: String = "") -> EstimateRow {
      var row = EstimateRow(
        form: form, wave: wave, indicator: target.name, item: target.measure, statistic: statistic, level: level,
        domain: target.area.level.rawValue, domainLevel: target.area.label)
      row.estimate = value
      row.flags = flags(of: assessment)
      return row
    }
    var rows: [EstimateRow] = []
    func add(_ statistic: Statistic, _ value: Double?, level: String = "") {
      if let value { rows.append(row(statistic, value, level: level)) }
    }
    if let baseline = assessment.baseline {
      rows.append(row(.targetBaseline, baseline.value, level: baseline.day.iso))
      rows[rows.count - 1].standardError = baseline.standardError
    }
    if let latest = assessment.latest {
      rows.append(row(.targetLatest, latest.value, level: latest.day.iso))
      rows[rows.count - 1].standardError = latest.standardError
    } else if assessment.isSuppressed {
      rows.append(row(.targetLatest, nil))
      rows[rows.count - 1].flags.insert(.suppressed, at: 0)
    } else if assessment.hasOtherAreas {
      rows.append(row(.targetLatest, nil))
    }
    add(.targetProgress, assessment.progress)
    add(.targetPlannedPace, assessment.plannedPace?.perYear)
    add(.targetPlannedGrowth, assessment.plannedPace?.growth)
    add(.targetRequiredPace, assessment.requiredPace?.perYear)
    add(.targetRequiredGrowth, assessment.requiredPace?.growth)
    add(.targetPace, assessment.actualPace?.perYear)
    add(.targetGrowth, assessment.actualPace?.growth)
    if let projection = assessment.projection {
      var projected = row(.targetProjection, projection.value, level: target.due.iso)
      projected.standardError = projection.predictionError
      projected.lowerLimit = projection.low
      projected.upperLimit = projection.high
      projected.degreesOfFreedom = projection.degreesOfFreedom
      if projection.isBounded { projected.flags.append(.bounded) }
      rows.append(projected)
      add(.targetProbability, projection.probability, level: target.due.iso)
    }
    return rows
  }

  /// What a reader must know of a target's figures.
  func flags(of assessment: TargetAssessment) -> [EstimateFlag] {
    var flags: [EstimateFlag] = []
    if assessment.state == .notComparable { flags.append(.notComparable) }
    if assessment.hasIncompleteFigures { flags.append(.incomplete) }
    if isSimulated || assessment.hasSimulatedFigures { flags.append(.simulated) }
    return flags
  }
}
