public import CivilCalendar
public import Diagnostics

/// What a plan asks of whom and by when, with those who get its report.
public struct Programme: Sendable, Hashable {
  /// A task of the plan.
  public struct Task: Sendable, Hashable {
    /// Its number in the plan.
    public var code: String
    /// The group of tasks, a code of the form `bm-03`.
    public var group: String
    /// What is to be done.
    public var label: BilingualText
    /// Those who lead it; empty where the plan names nobody.
    public var leads: [String]
    /// Those who take part.
    public var joint: [String]
    /// When it is to be done.
    public var timing: Timing
    /// The first day of a period.
    public var starts: CivilDay?
    /// The last day.
    public var due: CivilDay?
    /// The place in the plan.
    public var source: String
  }

  /// When a task is to be done.
  public enum Timing: String, Sendable, Hashable, CaseIterable {
    /// All the time.
    case regular
    /// From one day to another.
    case period
    /// After rules or guidance of the central level.
    case afterGuidance = "after_guidance"
    /// The plan does not say.
    case notStated = "not_stated"
  }

  /// Who reports to whom.
  public struct Line: Sendable, Hashable {
    /// The step's name.
    public var step: String
    /// Those who report.
    public var reporters: [String]
    /// Those who are reported to.
    public var receivers: [String]
    /// Those the report passes through.
    public var through: [String]
    /// Those who get a copy.
    public var copies: [String]
    /// The last day in time: `yyyy-MM-dd`, or `MM-dd` every year; "" where the plan names none.
    public var due: String
    /// `once`, `yearly`, `periodic`, `as_needed`.
    public var repeats: String
    /// The place in the plan.
    public var source: String
  }

  /// A day before the final one.
  public struct Milestone: Sendable, Hashable {
    /// The key, one of the schedule's.
    public var name: String
    /// What it is.
    public var label: BilingualText
    /// `MM-dd`.
    public var due: String
    /// `plan` when the plan sets it, `practice` otherwise.
    public var basis: String
    /// The document that sets it.
    public var source: String
    /// Where it stands.
    public var position: SourcePosition?
  }

  /// Somebody who gets the report.
  public struct Recipient: Sendable, Hashable {
    /// The words of the list; nil: the body's name.
    public var label: String?
    /// The body; nil for a line such as "Lưu: VT".
    public var agency: String?
    /// For action, as a copy, or for the file.
    public var purpose: Purpose
    /// Where it stands.
    public var position: SourcePosition?
  }

  /// Why somebody gets the report.
  public enum Purpose: String, Sendable, Hashable, CaseIterable {
    /// It is addressed to them.
    case report
    /// They get a copy.
    case copy
    /// It is kept on file.
    case file
  }

  /// The tasks in the order of the plan.
  public var tasks: [Task]
  /// Who reports to whom.
  public var lines: [Line]
  /// The days before the final one.
  public var milestones: [Milestone]
  /// Who gets the report, in the order of the letter.
  public var recipients: [Recipient]

  /// Creates an empty programme.
  public init() {
    tasks = []
    lines = []
    milestones = []
    recipients = []
  }
}
