/// An answer, or a missing one, that breaks a rule of the form.
public struct RuleBreach: Sendable, Hashable {
  /// The rules.
  public enum Kind: Sendable, Hashable {
    /// An answer is required and there is none.
    case required
    /// The question's constraint does not hold.
    case constraint
    /// A number outside its scale, or between its steps.
    case outOfRange(start: String, end: String, step: String)
    /// A choice that the question's list, too long for codes, does not have.
    case notAChoice
    /// A choice that the question's choice filter does not offer with the other answers of the record.
    case notOffered
    /// There is an answer to a question that was not shown; it was dropped.
    case notShown
    /// A calculated value is not the one that the record's answers give.
    case notAsCalculated(expected: String)
  }

  /// The record's position in the batch.
  public var row: Int
  /// The field's ordinal in the layout: ``RecordLayout/field(atOrdinal:)``.
  public var field: Int
  /// The row of the field's repeat in the batch; nil for a field of the record itself.
  public var repeatRow: Int?
  /// The rule.
  public var kind: Kind
  /// The answer as found, for restricted eyes only; "" when it is missing.
  public var found: String
}
