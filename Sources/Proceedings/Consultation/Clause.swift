import Estimation

/// What was said of one clause of a draft.
public struct Clause: Sendable, Hashable {
  /// An opinion of a clause, from support to refusal.
  public enum Opinion: String, Sendable, Hashable, CaseIterable {
    /// Leave it as it is.
    case agree
    /// Amend it.
    case amend
    /// Drop it.
    case drop
  }

  /// The draft: the number of the letter that asked for comments, else its title.
  public var document: String
  /// The number of the draft, as written; "" when not stated.
  public var draft: String
  /// The clause as the first respondent wrote it.
  public var name: String
  /// Respondents by opinion.
  public var counts: [Opinion: Int] = [:]
  /// Reasons and proposed wordings of respondents who agreed to be quoted, in the order of the records.
  public var reasons: [String] = []
  /// Respondents who gave a reason and did not agree to be quoted.
  public var unquotedReasons = 0
  /// Whether too few commented on it to be told.
  public var isSuppressed = false
  /// Whether its name may be told: the words are those of respondents. A hidden clause is named only when its name says
  /// nothing but where in the document, and the document only when enough people wrote of it.
  public var isNamed = true

  /// Respondents who commented on it.
  public var count: Int { counts.values.reduce(0, +) }

  /// The respondents of an opinion.
  public func count(_ opinion: Opinion) -> Int { counts[opinion] ?? 0 }

  /// The share of an opinion among those who commented on the clause; nil when nobody did.
  public func share(_ opinion: Opinion) -> Double? { count == 0 ? nil : Double(count(opinion)) / Double(count) }

  /// Tastle & Wierman's consensus (2007) on the scale bỏ < sửa < đồng ý, 0…1; nil when nobody commented.
  public var consensus: Double? {
    if count == 0 { return nil }
    return TastleWierman.consensus(Opinion.allCases.reversed().map { share($0) ?? 0 })
  }
}
