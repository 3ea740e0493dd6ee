public import CivilCalendar

/// A petition as it stands on a day.
public struct Petition: Sendable, Hashable {
  /// Whether and when it was answered.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// Answered by the deadline.
    case onTime = "answered_on_time"
    /// Answered after the deadline.
    case late = "answered_late"
    /// Not answered, the deadline past.
    case overdue
    /// Not answered, the deadline not past.
    case waiting
  }

  /// The organisation that keeps the log.
  public var keeper: String
  /// The number in the log.
  public var code: String
  /// The theme's code.
  public var theme: String
  /// How it was received.
  public var origin: String
  /// The agency responsible.
  public var agency: String
  /// The level of the agency.
  public var level: String
  /// The day it was received.
  public var receivedOn: CivilDay?
  /// The deadline of the answer.
  public var deadline: CivilDay?
  /// The day of the answer; nil while there is none.
  public var answeredOn: CivilDay?
  /// The outcome's code; "" while there is none.
  public var outcome: String
  /// How it stands.
  public var state: State

  /// Days from receipt to answer; nil while there is none.
  public var daysToAnswer: Int? { answeredOn.flatMap { answer in receivedOn.map { answer.days(since: $0) } } }

  /// Days past the deadline of an answer that came late, or of one that is due on a day; nil for others.
  public func daysLate(on day: CivilDay) -> Int? {
    switch state {
    case .late: answeredOn.flatMap { answer in deadline.map { answer.days(since: $0) } }
    case .overdue: deadline.map { day.days(since: $0) }
    case .onTime, .waiting: nil
    }
  }
}

/// How many petitions stand how.
public struct PetitionSummary: Sendable, Hashable {
  /// By state.
  public private(set) var counts: [Petition.State: Int] = [:]
  /// By outcome.
  public private(set) var outcomes: [String: Int] = [:]
  /// Days to the answer.
  public private(set) var days: [Int] = []

  /// Counts petitions.
  public init(_ petitions: some Sequence<Petition>) {
    for petition in petitions {
      counts[petition.state, default: 0] += 1
      if !petition.outcome.isEmpty { outcomes[petition.outcome, default: 0] += 1 }
      if let days = petition.daysToAnswer { self.days.append(days) }
    }
  }

  /// All petitions.
  public var total: Int { counts.values.reduce(0, +) }

  /// The number in a state.
  public func count(_ state: Petition.State) -> Int { counts[state] ?? 0 }

  /// Those answered.
  public var answered: Int { count(.onTime) + count(.late) }

  /// Of the petitions answered or overdue the share answered by the deadline; nil when none is.
  public var onTimeShare: Double? {
    let due = answered + count(.overdue)
    return due == 0 ? nil : Double(count(.onTime)) / Double(due)
  }

  /// Of the petitions answered the share resolved wholly or in part; nil when none is answered.
  public var resolvedShare: Double? {
    answered == 0 ? nil : Double((outcomes["resolved"] ?? 0) + (outcomes["partly"] ?? 0)) / Double(answered)
  }

  /// The share in a state; nil without petitions.
  public func share(_ state: Petition.State) -> Double? { total == 0 ? nil : Double(count(state)) / Double(total) }
}
