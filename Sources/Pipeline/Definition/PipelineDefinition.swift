public import Diagnostics
public import Estimation
public import Reporting
public import Responses

/// What a pipeline file says: which form, store and sources, how to estimate, what to report and when.
public struct PipelineDefinition: Sendable {
  /// The pipeline's name.
  public var name: String
  /// The folder of the form, from the base folder.
  public var form: String
  /// The path of the store, from the base folder.
  public var store: String
  /// Where answers come from, in order.
  public var sources: [PipelineSource]
  /// What becomes of records whose answers break rules of the form.
  public var validation: ValidationPolicy
  /// Which records are reported as doubtful.
  public var quality: QualityRules
  /// How to estimate; margins have no population before ``PipelineDefinition/frames`` are read.
  public var plan: EstimationPlan
  /// The frame of each margin of the plan, in the same order.
  public var frames: [MarginFrame]
  /// The reports, the main one first; none when only estimates are wanted. All have the same output folder and names of
  /// their own.
  public var reports: [ReportDefinition]
  /// When what is due; nil when nothing is.
  public var schedule: ScheduleDefinition?
  /// Who was invited; nil when nothing is asked about the response.
  public var response: ResponseDefinition?
  /// What is told of tasks, petitions, consultations and rounds; nil when nothing is.
  public var proceedings: ProceedingsDefinition?
  /// The days announced for the end of the wave's personal data.
  public var retention: RetentionDates
  /// The lists of localities; nil when none are named.
  public var geography: GeographyDefinition?
  /// The targets; nil when none are held against figures.
  public var targets: TargetsDefinition?
  /// How the open answers are looked at; nil: not at all.
  public var texts: TextsDefinition?
  /// The folder from which all paths start: the one that holds `pipelines/`.
  public var baseFolder: String
  /// The pipeline file.
  public var source: String
  /// Every text of the file that may be a path, in no order that matters.
  var namedPaths: [String] = []
  /// Which opinion groups are looked for; nil: none.
  var groups: GroupDefinition?
  /// Which former waves this one is compared with; nil: none.
  var trends: TrendDefinition?
  /// The programme that is reported on; nil: none.
  var programme: ProgrammeDefinition?
  /// The returns of organisations that are taken in beside the answers, in order.
  var returns: [ReturnsDefinition] = []
  /// The tables of estimates published before of the same people, from the base folder.
  var publishedTables: [String] = []
  /// When the wave is frozen by itself; nil: by hand.
  var freeze: FreezeRule?
  /// Where names of questions stand, to tell where an unknown one was found.
  var questionMentions: [QuestionMention]
}

/// Where answers come from.
public enum PipelineSource: Sendable, Hashable {
  /// Files that match a pattern, with the mapping file for their columns.
  case files(pattern: String, mapping: String?)
  /// Simulated answers; of questions named in `values` one of these each.
  case simulate(records: Int, seed: UInt64, values: [String: [String]])
}

/// Where a margin's population comes from.
public struct MarginFrame: Sendable, Hashable {
  /// The frame's file, from the base folder.
  public var file: String
  /// What happens to respondents without a population figure.
  public var unmatched: UnmatchedRule
  /// Levels of the form counted as another level of the frame.
  public var map: [String: String]
  /// The questions whose crossed levels make the margin.
  public var variables: [String]
  /// What the margin is for.
  public var use = MarginUse.raking
}

/// How weights are made to meet a margin.
public enum MarginUse: Sendable, Hashable {
  /// One of the margins of `rake`.
  case raking
  /// The margin of `post_stratify`.
  case postStratification
  /// One of the margins of `calibrate`.
  case calibration
}

/// What is reported.
public struct ReportDefinition: Sendable, Hashable {
  /// The name of its files, without the ending.
  public var name: String
  /// The folder of the template, from the base folder.
  public var template: String
  /// The formats to write.
  public var formats: [ReportFormat]
  /// The language of the report.
  public var language: InterfaceLanguage
  /// The folder the report is written to, from the base folder.
  public var output: String
  /// Who issues it.
  public var issuer: IssuerFacts
}

/// A format of reports.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
  /// A web page that prints.
  case html
  /// A Word document to be edited; its charts are drawn by rsvg-convert.
  case docx
  /// The web page as printed, by WeasyPrint.
  case pdf
  /// A workbook of all tables, with charts of its own.
  case xlsx
}

/// A question named in the pipeline file.
struct QuestionMention: Sendable {
  let name: String
  let key: String
  let position: SourcePosition
}
