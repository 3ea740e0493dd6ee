/// How many tasks stand how.
public struct TaskSummary: Sendable, Hashable {
  /// By state.
  public private(set) var counts: [PlanTask.State: Int] = [:]
  /// The days of tasks that are late.
  public private(set) var lateDays: [Int] = []

  /// Counts tasks.
  public init(_ tasks: some Sequence<PlanTask>) {
    for task in tasks {
      counts[task.state, default: 0] += 1
      if task.state == .late, let days = task.daysLate { lateDays.append(days) }
    }
  }

  /// All tasks.
  public var total: Int { counts.values.reduce(0, +) }

  /// The number in a state.
  public func count(_ state: PlanTask.State) -> Int { counts[state] ?? 0 }

  /// Of the tasks completed or late the share completed by the deadline; nil when none is.
  public var onTimeShare: Double? {
    let due = count(.doneOnTime) + count(.doneLate) + count(.late)
    return due == 0 ? nil : Double(count(.doneOnTime)) / Double(due)
  }

  /// The share in a state; nil without tasks.
  public func share(_ state: PlanTask.State) -> Double? { total == 0 ? nil : Double(count(state)) / Double(total) }
}
