public import CivilCalendar

/// The days that were announced for the end of a wave's personal data.
public struct RetentionDates: Sendable, Hashable {
  /// What is announced.
  public enum Step: String, Sendable, Hashable, CaseIterable {
    /// Records are cut off from their people.
    case deidentify = "deidentify_after"
    /// Records are removed.
    case purge = "purge_after"
  }

  /// The last day before each step.
  public var days: [Step: CivilDay] = [:]

  /// Creates announcements.
  public init(_ days: [Step: CivilDay] = [:]) { self.days = days }
}

/// How an announced step stands on a day.
public struct RetentionStatus: Sendable, Hashable {
  /// The pipeline's name.
  public var pipeline: String
  /// What was announced.
  public var step: RetentionDates.Step
  /// The last day before it.
  public var day: CivilDay
  /// Days from the status's day to that day; negative when it is over.
  public var daysLeft: Int
  /// The records that the step concerns and that it was not carried out for; nil as long as nobody had to count them.
  public var recordsLeft: Int?

  /// Whether the step must be carried out now.
  public var isDue: Bool { daysLeft < 0 && (recordsLeft ?? 0) > 0 }

  /// Works out how a step stands.
  public init(
    pipeline: String, step: RetentionDates.Step, day: CivilDay, asOf: CivilDay, recordsLeft: Int? = nil
  ) {
    self.pipeline = pipeline
    self.step = step
    self.day = day
    self.recordsLeft = recordsLeft
    daysLeft = day.number - asOf.number
  }
}
