/// The bounds and the step of a `range` as its parameters state them, with what holds where they state nothing.
///
/// Without parameters a range goes from 1 to 10 by 1, as in pyxform and ODK.
public struct RangeTexts: Sendable, Hashable {
  /// The first value; 1 when none is stated.
  public let start: String
  /// The last value, which may be less than the first; 10 when none is stated.
  public let end: String
  /// The distance of neighbouring values; 1 when none is stated.
  public let step: String

  /// Reads the parameters of a question.
  public init(parameters: [String: String]) {
    start = parameters["start"] ?? "1"
    end = parameters["end"] ?? "10"
    step = parameters["step"] ?? "1"
  }
}
