public import CivilCalendar

/// How a pipeline stands on a day: what is due when, and whether its report can leave the house.
public struct ScheduleStatus: Sendable, Hashable {
  /// The pipeline's name.
  public let pipeline: String
  /// The day the status holds for.
  public let asOf: CivilDay
  /// The day before which the report must be delivered.
  public let due: CivilDay
  /// The steps on the way, each on its day of this round, in the order of the days.
  public let milestones: [MilestoneDay]
  /// When the pipeline is to be run in this round; nil: when somebody likes to.
  public let run: ScheduledRun?
  /// What stands in the way of delivery, the gravest first; empty: the report is ready.
  public let obstacles: [ReadinessObstacle]
  /// What should be looked at and stops nothing.
  public let remarks: [ReadinessRemark]
  /// The steps whose day is over and that are not done.
  public let overdue: [MilestoneDay]
  /// The due day that has passed without a report, for two months after it; nil otherwise.
  public let missedRound: CivilDay?

  /// Works out how a pipeline stands.
  ///
  /// "Before 15 December" is kept up to the end of 14 December; from 15 December on, next year's round is meant. A step
  /// belongs to the round in which it falls last before the due day, so that a report due in January can have its data
  /// cut off in November.
  ///
  /// A step on a day off is moved to the last working day before it, save for the data cut-off.
  public init(
    pipeline: String, schedule: ScheduleDefinition, asOf: CivilDay, facts: ReadinessFacts,
    holidays: PublicHolidays = PublicHolidays()
  ) {
    let due = schedule.due.next(after: asOf)
    self.pipeline = pipeline
    self.asOf = asOf
    self.due = due
    milestones = schedule.steps(before: due, holidays: holidays)
    run = schedule.runAt.map { ScheduledRun(day: $0.day.last(before: due), hour: $0.hour, minute: $0.minute) }
    let round = ReportingRound(
      cutoff: milestones.first { $0.kind == .dataCutoff }?.day, previousDue: schedule.due.last(before: due), asOf: asOf)
    obstacles = facts.obstacles(in: round)
    remarks = facts.remarks
    overdue = Self.overdueSteps(milestones, asOf: asOf, obstacles: obstacles, facts: facts)
    missedRound = Self.missedRound(schedule: schedule, asOf: asOf, facts: facts)
  }

  /// Days from the status's day to the due day, 1 or more.
  public var daysLeft: Int { due.number - asOf.number }

  /// The last day on which the report is in time.
  public var lastDay: CivilDay { CivilDay(number: due.number - 1) }

  /// Whether the report can leave the house.
  public var isReady: Bool { obstacles.isEmpty }

  /// Days from the status's day to a step; negative when it is over.
  public func daysLeft(to milestone: MilestoneDay) -> Int { milestone.day.number - asOf.number }
}

extension ScheduleDefinition {
  /// The steps of the round that ends before a due day, each on its day, in the order of the days.
  func steps(before due: CivilDay, holidays: PublicHolidays) -> [MilestoneDay] {
    milestones.enumerated()
      .map { order, milestone in
        let planned = milestone.day.last(before: due)
        let isMoved = movesToWorkingDays && milestone.kind != .dataCutoff
        let day = isMoved ? holidays.lastWorkingDay(onOrBefore: planned) : planned
        return (order: order, step: MilestoneDay(kind: milestone.kind, day: day, planned: planned))
      }
      .sorted { ($0.step.day, $0.order) < ($1.step.day, $1.order) }
      .map(\.step)
  }
}

/// A step on its day of a round.
public struct MilestoneDay: Sendable, Hashable {
  /// Which step.
  public let kind: Milestone.Kind
  /// Its day.
  public let day: CivilDay
  /// The day the schedule names, which is a day off when it is another one.
  public let planned: CivilDay
}

/// A day and time at which a pipeline is to be run.
public struct ScheduledRun: Sendable, Hashable {
  /// The day.
  public let day: CivilDay
  /// The hour, 0…23, in Vietnam.
  public let hour: Int
  /// The minute, 0…59.
  public let minute: Int
}

extension DayOfYear {
  /// The first such day after a given one.
  func next(after day: CivilDay) -> CivilDay {
    let year = day.parts.year
    let thisYear = inYear(year)
    return thisYear > day ? thisYear : inYear(year + 1)
  }

  /// The last such day before a given one.
  func last(before day: CivilDay) -> CivilDay {
    let year = day.parts.year
    let thisYear = inYear(year)
    return thisYear < day ? thisYear : inYear(year - 1)
  }
}
