public import CivilCalendar
public import Geography

/// The lists of localities of a pipeline, and the domain made of them.
public struct GeographyDefinition: Sendable, Hashable {
  /// The file of the crosswalk, from the base folder.
  public var crosswalk: String
  /// The question with the code; nil when no domain is made.
  public var field: String?
  /// The question with the code of the former province, for records without a code; nil when there is none.
  public var legacy: String?
  /// Which areas the domain has: communes or provinces.
  public var level = AreaLevel.commune
  /// The list whose codes name harmonised areas, by a day on which it is valid; nil: the latest one.
  public var harmoniseTo: CivilDay?
  /// Which list the codes of `field` are from.
  public var list = ListRule.fixed(.present)

  /// How one knows the list that a record's code is from.
  public enum ListRule: Sendable, Hashable {
    /// All are from one list.
    case fixed(Crosswalk.Edition)
    /// The answer to a question tells: the choices that mean the former list and the present one.
    case question(String, former: String, present: String)
  }

  /// The variables that are made of the codes: as they were reported, and harmonised.
  public static let variables = ["area_reported", "area_harmonised"]
}
