public import CivilCalendar

/// When what is due, every year.
public struct ScheduleDefinition: Sendable, Hashable {
  /// The day before which the report must be delivered ("trước ngày 15 tháng 12": by 14 December).
  public var due: DayOfYear
  /// What must be done on the way, in the order of the file.
  public var milestones: [Milestone]
  /// When the pipeline is run by itself; nil: when somebody runs it.
  public var runAt: RunTime?
  /// Whether a step that falls on a day off is moved to the last working day before it; the data cut-off never is, for
  /// answers come in on any day.
  public var movesToWorkingDays = true
  /// The file that says which days were decided to be off or not, from the base folder; nil: the rule alone.
  public var holidayFile: String?
  /// The share of those invited that every unit should reach, 0…1; nil: any will do.
  public var responseRate: Double?

  /// Creates a schedule.
  public init(due: DayOfYear, milestones: [Milestone] = [], runAt: RunTime? = nil) {
    self.due = due
    self.milestones = milestones
    self.runAt = runAt
  }
}

/// A day of every year.
public struct DayOfYear: Sendable, Hashable {
  /// The month, 1…12.
  public var month: Int
  /// The day of the month; 29 February falls on 28 February in common years.
  public var day: Int

  /// 15 December, before which the annual report is due.
  public static let december15 = DayOfYear(month: 12, day: 15)

  private init(month: Int, day: Int) {
    self.month = month
    self.day = day
  }

  /// Reads `MM-dd`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 2, parts[1].count == 2 else { return nil }
    guard let month = Int(parts[0]), let day = Int(parts[1]) else { return nil }
    guard CivilDay(year: 2000, month: month, day: day) != nil else { return nil }
    self.month = month
    self.day = day
  }

  /// The day in a year.
  public func inYear(_ year: Int) -> CivilDay {
    CivilDay(year: year, month: month, day: day) ?? CivilDay(year: year, month: 2, day: 28) ?? CivilDay(number: 0)
  }
}

/// A step on the way to the report.
public struct Milestone: Sendable, Hashable {
  /// Which step.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The last day whose answers count.
    case dataCutoff = "data_cutoff"
    /// The units deliver to the union.
    case unitDue = "unit_due"
    /// The union's report is ready.
    case unionDue = "union_due"
    /// The report leaves the house.
    case finalDue = "final_due"
  }

  /// Which step.
  public var kind: Kind
  /// Its day.
  public var day: DayOfYear

  /// Creates a step.
  public init(kind: Kind, day: DayOfYear) {
    self.kind = kind
    self.day = day
  }
}

/// A day and time of every year.
public struct RunTime: Sendable, Hashable {
  /// The day.
  public var day: DayOfYear
  /// The hour, 0…23.
  public var hour: Int
  /// The minute, 0…59.
  public var minute: Int

  /// Reads `MM-dd HH:mm`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let day = DayOfYear(String(parts[0])) else { return nil }
    let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
    guard clock.count == 2, let hour = Int(clock[0]), let minute = Int(clock[1]) else { return nil }
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    self.day = day
    self.hour = hour
    self.minute = minute
  }
}
