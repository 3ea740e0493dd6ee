public import CivilCalendar
public import Diagnostics
public import Geography

/// What a figure of a target counts.
public enum MeasureUnit: String, Sendable, Hashable, CaseIterable {
  /// People.
  case people
  /// A share, 0…1.
  case share
  /// Things: campuses, works, organisations.
  case count
}

/// When a target is reached.
public enum TargetGoal: String, Sendable, Hashable, CaseIterable {
  /// The value or more.
  case atLeast = "at_least"
  /// More than the value.
  case above
  /// Within 5 % of the value.
  case about
  /// From the value to the high value, both included.
  case between
}

/// A target as a programme states it, with the area and the definition it was set for.
public struct Target: Sendable, Hashable {
  /// The key: letters, digits, `-`, `_`.
  public var name: String
  /// The words of the programme.
  public var label: BilingualText
  /// What is measured: the key that observations carry (`headcount`, `headcount:doctor`).
  public var measure: String
  /// Who or what is counted; figures of another definition are never compared with it.
  public var definition: String
  /// What a figure counts.
  public var unit: MeasureUnit
  /// The figure the programme starts from; nil when it states none.
  public var baseline: Double?
  /// The day of the baseline; nil when there is none.
  public var baselineDay: CivilDay?
  /// The value to reach; of a range the lower end.
  public var value: Double
  /// The upper end of a range; nil for other goals.
  public var highValue: Double?
  /// The last day to reach it on.
  public var due: CivilDay
  /// When it is reached.
  public var goal: TargetGoal
  /// The area it was set for, in the list valid then.
  public var area: AreaReference
  /// The document that sets it.
  public var source: String
  /// Where it stands in the register.
  public var position: SourcePosition?

  /// Creates a target without a baseline.
  public init(
    name: String, label: BilingualText, measure: String, definition: String, unit: MeasureUnit, value: Double,
    due: CivilDay, goal: TargetGoal, area: AreaReference, source: String
  ) {
    self.name = name
    self.label = label
    self.measure = measure
    self.definition = definition
    self.unit = unit
    self.value = value
    self.due = due
    self.goal = goal
    self.area = area
    self.source = source
  }

  /// The definition of a plan that does not say who counts.
  public static let notStated = "not_stated"

  /// The figures that meet the goal: from the lower end to the upper; the lower one is excluded by `above` only.
  public var accepted: (low: Double, high: Double, excludesLow: Bool) {
    switch goal {
    case .atLeast: (value, .infinity, false)
    case .above: (value, .infinity, true)
    case .about: (value - 0.05 * abs(value), value + 0.05 * abs(value), false)
    case .between: (value, max(value, highValue ?? value), false)
    }
  }

  /// Whether a figure meets the goal.
  public func isMet(by figure: Double) -> Bool {
    let (low, high, excludesLow) = accepted
    return (excludesLow ? figure > low : figure >= low) && figure <= high
  }
}
