public import CivilCalendar
public import Diagnostics

/// A task of a plan as it stands on a day.
public struct PlanTask: Sendable, Hashable {
  /// How a task stands.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// Completed by its deadline, or without one.
    case doneOnTime = "done_on_time"
    /// Completed after its deadline.
    case doneLate = "done_late"
    /// Under way, its deadline not past.
    case ongoing
    /// Not completed, its deadline past.
    case late
    /// Not begun, its deadline not past.
    case notDue = "not_due"

    /// The words for a report.
    public var wording: BilingualText {
      switch self {
      case .doneOnTime: BilingualText(vi: "hoàn thành đúng hạn", en: "done on time")
      case .doneLate: BilingualText(vi: "hoàn thành chậm", en: "done late")
      case .ongoing: BilingualText(vi: "đang thực hiện", en: "under way")
      case .late: BilingualText(vi: "chậm", en: "late")
      case .notDue: BilingualText(vi: "chưa đến hạn", en: "not due")
      }
    }
  }

  /// The plan: its number, else its title.
  public var plan: String
  /// The number of the task in the plan.
  public var code: String
  /// The task group's code.
  public var group: String
  /// The agency that leads it.
  public var agency: String
  /// The status as reported.
  public var reportedStatus: String
  /// The deadline; nil for regular work and work that waits for guidance.
  public var deadline: CivilDay?
  /// The day of completion; nil when it is not completed.
  public var completedOn: CivilDay?
  /// The extension asked for; nil: none.
  public var newDeadline: CivilDay?
  /// The day as of which it was reported.
  public var reportedOn: CivilDay?
  /// How it stands.
  public var state: State
  /// Days past the deadline, of tasks completed late or late; nil of others.
  public var daysLate: Int?
  /// Whether the deadline passed after the report.
  public var isLateSinceReport = false
  /// Whether the lead agency did not report and a supporting agency's report counts.
  public var isReportedBySupport = false
}
