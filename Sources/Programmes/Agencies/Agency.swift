public import CivilCalendar
public import Diagnostics

/// A body that a programme names: who it is, until when it existed, who took its place.
public struct Agency: Sendable, Hashable {
  /// The last day, or the year, of a body's existence.
  public enum Ending: Sendable, Hashable {
    /// The last day.
    case day(CivilDay)
    /// A year, where the day is not known or differs from place to place.
    case year(Int)
  }

  /// The key, by which tables name it.
  public var id: String
  /// Its name.
  public var label: BilingualText
  /// When it ended; nil while nothing says that it did.
  public var ending: Ending?
  /// The keys of those that took its place; empty where nobody said.
  public var successors: [String]
  /// What a reader has to know.
  public var note: String
  /// The document that says so.
  public var source: String
  /// Where it stands in the register.
  public var position: SourcePosition?

  /// Creates a living body.
  public init(id: String, label: BilingualText) {
    self.id = id
    self.label = label
    successors = []
    note = ""
    source = ""
  }

  /// Whether it no longer exists on a day. One that ended in a year, nobody knows when, is over with that year.
  public func isOver(on day: CivilDay) -> Bool {
    switch ending {
    case .day(let last): day > last
    case .year(let year): day.parts.year > year
    case nil: false
    }
  }
}

extension Agency.Ending {
  /// `30/6/2025`, or `2025` where the day is not known.
  public var wording: String {
    switch self {
    case .day(let day): "\(day.parts.day)/\(day.parts.month)/\(day.parts.year)"
    case .year(let year): String(year)
    }
  }
}
