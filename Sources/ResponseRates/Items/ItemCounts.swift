/// How often one question was shown, answered and left out.
public struct ItemCounts: Sendable, Hashable {
  /// The question.
  public var item: String
  /// Interviews in which it was shown.
  public var shown = 0
  /// Substantive answers.
  public var answered = 0
  /// "Don't know".
  public var doNotKnow = 0
  /// "No answer".
  public var refused = 0
  /// "Does not apply to me".
  public var notApplicable = 0
  /// Left blank.
  public var missing = 0
  /// Interviews that ended here: of the questions shown from here on that are no free texts, three at least, none was
  /// answered, and the one before was.
  public var brokenOff = 0

  /// Creates the counts of a question that was never shown.
  public init(item: String) { self.item = item }

  /// Shown and not answered.
  public var notAnswered: Int { shown - answered }

  mutating func count(_ state: ItemState) {
    switch state {
    case .notShown: return
    case .blank: missing += 1
    case .answered: answered += 1
    case .doNotKnow: doNotKnow += 1
    case .noAnswer: refused += 1
    case .notApplicable: notApplicable += 1
    }
    shown += 1
  }
}
