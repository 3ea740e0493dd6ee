public import Diagnostics
public import Estimation
public import FormDefinition
public import Responses

/// Who answered, what they left out, whom to doubt, and how far respondents are like the frame.
public struct ResponseReport: Sendable {
  /// Everybody, sectors, localities, units; empty without a list of invitations.
  public private(set) var domains: [ResponseDomain] = []
  /// The days of the fieldwork.
  public let days: [FieldworkDay]
  /// The questions in the order of the form.
  public let items: [ItemCounts]
  /// Doubtful interviews.
  public let doubtful: DoubtfulInterviews
  /// Respondents against the frame; empty without one.
  public let frame: [FrameLevel]
  /// What should be looked at.
  public private(set) var diagnostics: [Diagnostic] = []
  /// The form's identifier.
  let form: String
  /// The wave's label.
  let wave: String
  let disclosure: DisclosureRules
  let isSimulated: Bool

  /// Reads the records once, and once more for each estimation without doubtful interviews.
  ///
  /// - Parameters:
  ///   - invitations: who was invited; nil: nobody knows, and there are no rates.
  ///   - plan: how the estimates were made, margins with their population.
  ///   - estimates: what came of it; nil: nothing was estimated, and doubtful interviews are counted only.
  /// - Throws: ``ExitCode/unusableInput`` when a question of the options is not there, and what the source throws.
  /// - Complexity: O(records × questions).
  public init(
    invitations: InvitationList?, plan: EstimationPlan, form: Form, records: some RecordSource,
    estimates: EstimationResult?, options: ResponseOptions = ResponseOptions()
  ) throws(StageFailure) {
    let reading = try ResponseReading(
      plan: plan, form: form, records: records, compares: estimates != nil, options: options)
    self.init(reading, invitations: invitations, estimates: estimates)
  }

  /// Holds records read before against those invited and the estimates.
  public init(_ reading: ResponseReading, invitations: InvitationList?, estimates: EstimationResult?) {
    let (plan, options, scan) = (reading.plan, reading.options, reading.scan)
    var account = invitations.map { ResponseAccount($0, scan, options: options) }
    account?.suppress(plan.disclosure, published: Self.published(plan, form: reading.form))
    domains = account?.domains ?? []
    days = scan.fieldworkDays(options.fieldwork, expected: domains.first?.expected)
    items = scan.items
    doubtful = reading.comparison.doubtful(estimates?.table)
    frame = estimates?.weighting?.frameLevels(minimumCount: max(1, plan.disclosure.minimumCount)) ?? []
    diagnostics = (account?.diagnostics ?? []) + reading.comparison.diagnostics
    form = reading.form.identifier
    wave = plan.wave
    disclosure = plan.disclosure
    isSimulated = reading.isSimulated
  }

  /// The questions whose answers the estimates count.
  private static func published(_ plan: EstimationPlan, form: Form) -> Set<String> {
    var names = Set(plan.domains.flatMap(\.self) + plan.comparisons.flatMap(\.domain))
    for indicator in form.indicators {
      for item in indicator.items {
        switch item {
        case .question(let name): names.insert(name)
        case .pair(let first, let second), .ratio(let first, let second): names.formUnion([first, second])
        }
      }
    }
    return names
  }

  /// The response of each unit that was invited, for a schedule that asks whether answers are complete.
  public var units: [ResponseDomain] { domains.filter { $0.kind == .unit } }
}
