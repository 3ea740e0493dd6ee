/// By which rules records are doubted; a doubtful record is reported and never left out.
public struct QualityRules: Sendable, Hashable {
  /// An interview shorter than this many minutes is too fast; nil: by the median, see ``InterviewTimes/limit(of:rules:)``.
  public var fastestMinutes: Double?
  /// How many questions of one list answered all alike make a straight line; at least 2.
  public var straightLineItems: Int
  /// How many substantive answers two records must share, all of them, to be near-duplicates.
  public var duplicateAnswers: Int
  /// Whether near-duplicates are looked for.
  public var nearDuplicates: Bool

  /// Creates rules; what is usual unless told.
  public init(
    fastestMinutes: Double? = nil, straightLineItems: Int = 6, duplicateAnswers: Int = 10,
    nearDuplicates: Bool = true
  ) {
    self.fastestMinutes = fastestMinutes
    self.straightLineItems = max(straightLineItems, 2)
    self.duplicateAnswers = max(duplicateAnswers, 1)
    self.nearDuplicates = nearDuplicates
  }
}
