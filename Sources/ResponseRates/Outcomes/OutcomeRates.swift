public import Estimation

/// The share of invitations of unknown eligibility that are taken to be eligible, e.
public enum EligibilityRule: Sendable, Hashable {
  /// As among those whose eligibility is known: (I+P+R+NC+O) / (I+P+R+NC+O+NE), the proportional allocation of CASRO
  /// (1982).
  case estimated
  /// A share 0…1 known from elsewhere.
  case given(Double)
}

/// The outcome rates of a survey: AAPOR, Standard Definitions (9th edition, 2016).
///
/// With A = (I+P) + (R+NC+O) and U = UH+UO: RR1 = I/(A+U), RR3 = I/(A+eU), RR5 = I/A; RR2, RR4, RR6 the same of I+P;
/// COOP1 = I/(I+P+R+O), COOP3 = I/(I+P+R), COOP2 and COOP4 the same of I+P; REF1 = R/(A+U), REF2 = R/(A+eU), REF3 = R/A;
/// CON1 = (I+P+R+O)/(A+U), CON2 = (I+P+R+O)/(A+eU), CON3 = (I+P+R+O)/A. RR1 is the least and RR6 the most that can be
/// claimed.
public struct OutcomeRates: Sendable, Hashable {
  /// The counts.
  public let counts: DispositionCounts
  /// The share of the unknown that is taken to be eligible; nil when it cannot be estimated.
  public let eligibility: Double?

  /// Creates the rates of some counts.
  public init(_ counts: DispositionCounts, eligibility rule: EligibilityRule = .estimated) {
    self.counts = counts
    switch rule {
    case .given(let share): eligibility = share.ifShare
    case .estimated: eligibility = Self.ratio(counts.eligible, counts.eligible + counts[.notEligible])
    }
  }

  /// The rates in their order.
  public static let statistics: [Statistic] = [
    .responseRate1, .responseRate2, .responseRate3, .responseRate4, .responseRate5, .responseRate6, .cooperationRate1,
    .cooperationRate2, .cooperationRate3, .cooperationRate4, .refusalRate1, .refusalRate2, .refusalRate3, .contactRate1,
    .contactRate2, .contactRate3,
  ]

  /// A rate, 0…1; nil when nobody is in its denominator, or the statistic is no outcome rate.
  public func rate(_ statistic: Statistic) -> Double? {
    let interviews = counts[.interview]
    let taken = interviews + counts[.partial]
    let refused = counts[.refusal]
    let reached = taken + refused + counts[.other]
    let all = counts.eligible + counts.unknown
    switch statistic {
    case .responseRate1: return Self.ratio(interviews, all)
    case .responseRate2: return Self.ratio(taken, all)
    case .responseRate3: return estimatedEligible.flatMap { Self.ratio(interviews, $0) }
    case .responseRate4: return estimatedEligible.flatMap { Self.ratio(taken, $0) }
    case .responseRate5: return Self.ratio(interviews, counts.eligible)
    case .responseRate6: return Self.ratio(taken, counts.eligible)
    case .cooperationRate1: return Self.ratio(interviews, reached)
    case .cooperationRate2: return Self.ratio(taken, reached)
    case .cooperationRate3: return Self.ratio(interviews, taken + refused)
    case .cooperationRate4: return Self.ratio(taken, taken + refused)
    case .refusalRate1: return Self.ratio(refused, all)
    case .refusalRate2: return estimatedEligible.flatMap { Self.ratio(refused, $0) }
    case .refusalRate3: return Self.ratio(refused, counts.eligible)
    case .contactRate1: return Self.ratio(reached, all)
    case .contactRate2: return estimatedEligible.flatMap { Self.ratio(reached, $0) }
    case .contactRate3: return Self.ratio(reached, counts.eligible)
    default: return nil
    }
  }

  /// A + eU; A alone when nothing is unknown.
  private var estimatedEligible: Double? {
    if counts.unknown == 0 { return counts.eligible }
    return eligibility.map { counts.eligible + $0 * counts.unknown }
  }

  private static func ratio(_ part: Double, _ whole: Double) -> Double? {
    whole > 0 && whole.isFinite ? part / whole : nil
  }
}

extension Double {
  /// The number when it lies from 0 to 1, else nil.
  fileprivate var ifShare: Double? { self >= 0 && self <= 1 ? self : nil }
}
