/// Which people of a headcount a measure counts.
///
/// `headcount` is everybody; `headcount:doctor`, `headcount:health` and `headcount:women` those of a qualification, a
/// sector or a gender; `headcount:doctor*women` those with all of them.
public struct HeadcountMeasure: Sendable, Hashable {
  /// The gender counted; nil: both.
  private(set) var isOfWomen: Bool?
  /// The qualification counted; nil: all.
  private(set) var qualification: String?
  /// The sector counted; nil: all.
  private(set) var sector: String?

  /// Understands a measure.
  ///
  /// - Parameters:
  ///   - qualifications: the codes of qualifications of the form.
  ///   - sectors: the codes of sectors.
  /// - Returns: nil for the measure of something else, or of words that are not known or contradict each other.
  public init?(_ measure: String, qualifications: [String], sectors: [String]) {
    if measure == Self.everybody { return }
    guard measure.hasPrefix(Self.everybody + ":") else { return nil }
    for word in measure.dropFirst(Self.everybody.count + 1).split(separator: "*", omittingEmptySubsequences: false) {
      let word = String(word)
      if qualification == nil, qualifications.contains(word) {
        qualification = word
      } else if sector == nil, sectors.contains(word) {
        sector = word
      } else if isOfWomen == nil, ["women", "men"].contains(word) {
        isOfWomen = word == "women"
      } else {
        return nil
      }
    }
  }

  /// The measure that counts everybody.
  public static let everybody = "headcount"

  /// How many people of a row are counted.
  func count(_ row: HeadcountReport.Row) -> Int {
    if let qualification, row.qualification != qualification { return 0 }
    if let sector, row.sector != sector { return 0 }
    return switch isOfWomen {
    case true?: row.women
    case false?: row.people - row.women
    case nil: row.people
    }
  }
}
