public import Estimation
public import FormDefinition
public import Responses

/// Everything a report may say: the estimates, how they came about, and who reports to whom.
public struct ReportFacts: Sendable {
  /// The form whose answers are reported.
  public var form: Form
  /// The estimates: the only source of figures about answers.
  public var estimates: EstimatesTable
  /// The tables that stand beside the estimates; restricted ones are never printed.
  public var tables: [SideTable] = []
  /// How respondents were weighted, and how many they are.
  public var weighting: WeightingFacts
  /// What became of every record read; nil when no ingest was recorded.
  public var accounting: IngestAccounting?
  /// The records that came after the wave was frozen and are counted in no figure; nil when it is not frozen.
  public var late: Int?
  /// How the respondents came in.
  public var sample: SampleKind
  /// The wave's label.
  public var wave: String
  /// The first day of the period; nil when the pipeline gives none.
  public var firstDay: CalendarDay?
  /// The last day of the period; nil when the pipeline gives none.
  public var lastDay: CalendarDay?
  /// The day the report is dated, nil: left blank for the office to fill in.
  public var asOf: CalendarDay?
  /// Whether any answer was simulated: then every page says so.
  public var isSimulated: Bool
  /// The smallest base of a published figure.
  public var minimumCount: Int
  /// The confidence level of the intervals, 0…1.
  public var confidenceLevel: Double
  /// Who issues the report.
  public var issuer: IssuerFacts

  /// Creates the facts of a form's report; everything else has a default that can be set.
  public init(form: Form, estimates: EstimatesTable) {
    self.form = form
    self.estimates = estimates
    weighting = WeightingFacts()
    sample = .optIn
    wave = ""
    isSimulated = false
    minimumCount = 10
    confidenceLevel = 0.95
    issuer = IssuerFacts()
  }
}
