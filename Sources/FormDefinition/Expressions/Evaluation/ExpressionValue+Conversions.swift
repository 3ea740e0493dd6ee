extension ExpressionValue {
  /// XPath's `boolean()`: false for 0, NaN and the empty text.
  public var truth: Bool {
    switch self {
    case .boolean(let truth): truth
    case .number(let number): !(number.isNaN || number == 0)
    case .string(let text): !text.isEmpty
    }
  }

  /// XPath's `string()`: numbers without exponent, `true` or `false`.
  public var text: String {
    switch self {
    case .boolean(let truth): truth ? "true" : "false"
    case .number(let number): NumberText.string(of: number)
    case .string(let text): text
    }
  }

  /// XPath's `number()`, with ISO dates as days since 1970-01-01; NaN for other texts.
  ///
  /// - Parameter offsetMinutes: local time's offset from UTC, for dates and times that tell their own.
  func number(offsetMinutes: Int) -> Double {
    switch self {
    case .boolean(let truth): return truth ? 1 : 0
    case .number(let number): return number
    case .string(let text):
      let number = NumberText.number(in: text)
      guard number.isNaN, text.utf8.count >= 10, let moment = CivilDate.moment(in: text) else { return number }
      return CivilDate.localDays(of: moment, offsetMinutes: offsetMinutes)
    }
  }
}
