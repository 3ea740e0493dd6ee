public import CivilCalendar

/// What is known of a pipeline's answers and report, however it was found out.
public struct ReadinessFacts: Sendable, Hashable {
  /// The accepted records of the wave; nil when there is no store yet.
  public var recordCount: Int?
  /// Whether the answers are simulated.
  public var isSimulated: Bool
  /// Records kept apart that wait for a decision.
  public var quarantinedCount: Int
  /// The day the report was last written; nil when there is none.
  public var reportDay: CivilDay?
  /// Whether answers came in after the report was written.
  public var hasNewerAnswers: Bool
  /// Whether records were erased or changed after the report was written.
  public var hasLostAnswers: Bool
  /// Whether the pipeline makes a report at all.
  public var makesReport: Bool
  /// Files of the pipeline that are not there: frames, mappings, the template.
  public var missingFiles: [String] = []
  /// The units invited that too few have answered of; nil when nobody counts them.
  public var lateUnitCount: Int?

  /// Creates the facts of a pipeline that was never run.
  public init(
    recordCount: Int? = nil, isSimulated: Bool = false, quarantinedCount: Int = 0, reportDay: CivilDay? = nil,
    hasNewerAnswers: Bool = false, hasLostAnswers: Bool = false, makesReport: Bool = true
  ) {
    self.recordCount = recordCount
    self.isSimulated = isSimulated
    self.quarantinedCount = quarantinedCount
    self.reportDay = reportDay
    self.hasNewerAnswers = hasNewerAnswers
    self.hasLostAnswers = hasLostAnswers
    self.makesReport = makesReport
  }
}

/// Why a report cannot leave the house yet.
public enum ReadinessObstacle: Sendable, Hashable {
  /// Nothing was taken in yet: there is no store.
  case noStore
  /// The store holds no record of the wave.
  case noRecords
  /// The answers are simulated.
  case simulatedAnswers
  /// Answers still come in: the data are cut off on this day or later.
  case cutoffAhead(CivilDay)
  /// There is no report.
  case noReport
  /// The report was written on the first day, before answers were complete on the second.
  case reportBeforeCutoff(written: CivilDay, cutoff: CivilDay)
  /// The report belongs to an earlier round.
  case reportOfEarlierRound(written: CivilDay)
  /// Answers came in after the report was written.
  case newerAnswers
  /// Records that the report counts were erased or changed after it was written.
  case lostAnswers
  /// A file that the pipeline names is not there.
  case missingFile(String)
}

/// What should be looked at before the report leaves the house.
public enum ReadinessRemark: Sendable, Hashable {
  /// So many records are kept apart and count in no figure.
  case openQuarantine(Int)
  /// Too few of so many units have answered.
  case lateUnits(Int)
}

/// The part of a round that readiness depends on.
struct ReportingRound {
  /// The last day whose answers count; nil when the schedule names none.
  let cutoff: CivilDay?
  /// The due day of the round before.
  let previousDue: CivilDay
  let asOf: CivilDay
}

extension ReadinessFacts {
  /// What stands in the way, the gravest first.
  func obstacles(in round: ReportingRound) -> [ReadinessObstacle] {
    var obstacles: [ReadinessObstacle] = missingFiles.map { .missingFile($0) }
    guard let recordCount else { return obstacles + [.noStore] }
    if recordCount == 0 { obstacles.append(.noRecords) }
    if isSimulated { obstacles.append(.simulatedAnswers) }
    if let cutoff = round.cutoff, round.asOf <= cutoff { obstacles.append(.cutoffAhead(cutoff)) }
    guard makesReport else { return obstacles }
    guard let reportDay else { return obstacles + [.noReport] }
    if reportDay < round.previousDue {
      obstacles.append(.reportOfEarlierRound(written: reportDay))
    } else if let cutoff = round.cutoff, reportDay <= cutoff, cutoff < round.asOf {
      obstacles.append(.reportBeforeCutoff(written: reportDay, cutoff: cutoff))
    }
    if hasLostAnswers { obstacles.append(.lostAnswers) }
    if hasNewerAnswers { obstacles.append(.newerAnswers) }
    return obstacles
  }
}

extension ReadinessFacts {
  /// What should be looked at.
  var remarks: [ReadinessRemark] {
    (quarantinedCount > 0 ? [.openQuarantine(quarantinedCount)] : [])
      + (lateUnitCount.map { $0 > 0 ? [.lateUnits($0)] : [] } ?? [])
  }
}
