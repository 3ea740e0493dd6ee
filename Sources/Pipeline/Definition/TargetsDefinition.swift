public import CivilCalendar
public import Geography

/// The targets of a pipeline and where their figures come from.
public struct TargetsDefinition: Sendable, Hashable {
  /// The register's file, from the base folder.
  public var register: String
  /// Files of observations, from the base folder.
  public var observations: [String] = []
  /// The headcounts of organisations; nil when none are collected.
  public var headcounts: HeadcountSource?
  /// Survey estimates that stand for measures.
  public var estimates: [EstimateSource] = []

  /// Where headcounts of organisations are.
  public struct HeadcountSource: Sendable, Hashable {
    /// The folder of the form; nil: the pipeline's own.
    public var form: String?
    /// The path of the store; nil: the pipeline's own.
    public var store: String?
    /// The file of the organisations that are to report; nil when nobody says.
    public var units: String?
    /// The definition whose headcounts stand for targets of plans that state none; nil: none does.
    public var unstated: String?
    /// Whether years of which organisations are missing are held against targets.
    public var includesIncomplete = false
  }

  /// A row of the estimates that stands for a measure.
  public struct EstimateSource: Sendable, Hashable {
    /// What finds the row: indicator, item, statistic, level, domain, domain level.
    public var row: [String]
    /// The measure and the definition the figure is one of.
    public var measure: String
    /// Who is counted.
    public var definition: String
    /// The area the survey covers.
    public var area: AreaReference
    /// The day the figure stands for; nil: the last day of the period, or that of the report.
    public var day: CivilDay?
  }
}
