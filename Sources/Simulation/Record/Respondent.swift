/// What the answers of one record share.
struct Respondent: Sendable {
  /// The start of all the record's random numbers.
  private(set) var state: UInt64
  /// How favourably the respondent sees things; roughly standard normal.
  let attitude: Double
  /// The day on which the form was filled in: days since 1970-01-01.
  let day: Int
  /// When it was opened and closed: seconds since midnight.
  let startSecond: Int
  let endSecond: Int
  /// Whether the respondent consents, and a number that picks the way of doing so.
  let consents: Bool
  let consentDraw: UInt64

  /// The earliest and latest second of the day at which a form is opened: 07:00 and 20:59:59.
  private static let openingSeconds = 25_200...75_599
  /// How long an interview takes, in seconds: 6 to 40 minutes.
  private static let interviewSeconds = 360...2400

  /// The respondent of a record; follows from the seed and the record's number alone.
  init(seed: UInt64, number: Int, days: ClosedRange<Int>) {
    state = SplitMix64.mix(SplitMix64.mix(seed &+ SplitMix64.increment) ^ UInt64(truncatingIfNeeded: number))
    var random = SplitMix64(state: state)
    attitude = random.normal()
    day = random.within(days)
    startSecond = random.within(Self.openingSeconds)
    endSecond = startSecond + random.within(Self.interviewSeconds)
    consents = random.chance(ConsentPlan.share)
    consentDraw = random.next()
  }

  /// The same respondent filling in a row of a repeat.
  func inRow(_ row: Int, salt: UInt64) -> Respondent {
    var other = self
    other.state = SplitMix64.mix(SplitMix64.mix(state ^ salt) &+ UInt64(truncatingIfNeeded: row))
    return other
  }
}
