public import Diagnostics
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
  /// The question whose answer tells a respondent's unit; nil when nothing does.
  public var unitQuestion: String?
  /// The steps on the way to the report with the days of this round.
  public var milestones: [ReportMilestone: CalendarDay] = [:]

  /// The plan or programme that is reported on.
  public var plan = "[chương trình, kế hoạch của địa phương]"
  /// Variables that were made of answers, for their labels and those of their levels.
  public var variables: [MadeVariable] = []

  /// The words for codes in tables beside the estimates.
  public var words: [String: BilingualText] = [:]

  /// A variable that no question of the form asks for, by which estimates are broken down.
  public struct MadeVariable: Sendable, Hashable {
    /// The variable's name in the estimates table.
    public var name: String
    /// What it is.
    public var label: BilingualText
    /// Its levels by their codes.
    public var levels: [String: BilingualText]

    /// Creates a variable.
    public init(name: String, label: BilingualText, levels: [String: BilingualText]) {
      self.name = name
      self.label = label
      self.levels = levels
    }
  }

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
