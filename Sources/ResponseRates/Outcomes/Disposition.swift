/// What became of one invitation: the final disposition of AAPOR's Standard Definitions.
public enum Disposition: String, Sendable, Hashable, CaseIterable {
  /// A complete interview.
  case interview = "I"
  /// A partial interview.
  case partial = "P"
  /// A refusal, or an interview broken off.
  case refusal = "R"
  /// Eligible, and never reached.
  case nonContact = "NC"
  /// Eligible and reached, no interview for another reason.
  case other = "O"
  /// Unknown whether there is anybody to ask.
  case unknownUnit = "UH"
  /// Unknown for another reason; an invitation of which nothing ever came back.
  case unknownOther = "UO"
  /// Not among those who should be asked.
  case notEligible = "NE"
}

/// How many invitations came to each end.
///
/// Counts may be sums of weights: any number of 0 or more.
public struct DispositionCounts: Sendable, Hashable {
  private var values = [Double](repeating: 0, count: Disposition.allCases.count)

  /// No invitation.
  public init() {}

  /// The count of one disposition, 0 or more.
  public subscript(disposition: Disposition) -> Double {
    get { values[disposition.place] }
    set { values[disposition.place] = newValue }
  }

  /// All invitations.
  public var total: Double { values.reduce(0, +) }

  /// Those known to be eligible: I + P + R + NC + O.
  public var eligible: Double { self[.interview] + self[.partial] + self[.refusal] + self[.nonContact] + self[.other] }

  /// Those of unknown eligibility: UH + UO.
  public var unknown: Double { self[.unknownUnit] + self[.unknownOther] }

  /// Adds the counts of others.
  public static func += (left: inout DispositionCounts, right: DispositionCounts) {
    for place in left.values.indices { left.values[place] += right.values[place] }
  }
}

extension Disposition {
  /// The position among all.
  fileprivate var place: Int {
    switch self {
    case .interview: 0
    case .partial: 1
    case .refusal: 2
    case .nonContact: 3
    case .other: 4
    case .unknownUnit: 5
    case .unknownOther: 6
    case .notEligible: 7
    }
  }
}
