/// One estimate: indicator × item × domain level × statistic.
public struct EstimateRow: Sendable, Hashable {
  /// The form's identifier.
  public var form: String
  /// The wave's label.
  public var wave: String
  /// The indicator's name.
  public var indicator: String
  /// The item: a question's name, or `x_imp|x_prov`; "" for figures of a whole indicator.
  public var item: String
  /// What was estimated.
  public var statistic: Statistic
  /// The answer code of a proportion, the option of a ranking, the p of a quantile, a Delphi criterion; "" otherwise.
  public var level: String
  /// The domain's variables joined by `*`; "" overall.
  public var domain: String
  /// The domain's level, parts joined by `*`; "" overall.
  public var domainLevel: String
  /// The estimate; proportions are 0…1; nil when suppressed or undefined.
  public var estimate: Double?
  /// The linearised standard error; nil when there is none.
  public var standardError: Double?
  /// Lower limit of the interval; nil when there is none.
  public var lowerLimit: Double?
  /// Upper limit of the interval; nil when there is none.
  public var upperLimit: Double?
  /// The unweighted base: people to whom the item was shown and who gave a non-missing answer; nil when suppressed.
  public var baseCount: Int?
  /// The effective number of respondents after weighting (Kish); nil when suppressed or undefined.
  public var effectiveCount: Double?
  /// The design effect; nil when undefined.
  public var designEffect: Double?
  /// The degrees of freedom of the interval; nil when there is none.
  public var degreesOfFreedom: Double?
  /// What a reader must know.
  public var flags: [EstimateFlag]
  /// The band of the indicator sheet the estimate lies in, written among the flags as `band:name`; nil without bands.
  public var band: String?
  /// The test statistic of a test; nil otherwise.
  public var testStatistic: Double?
  /// The second degrees of freedom of a test; nil otherwise.
  public var secondDegreesOfFreedom: Double?
  /// The p value of a test; nil otherwise.
  public var pValue: Double?
  /// The p value adjusted for multiple looks; nil otherwise.
  public var adjustedPValue: Double?

  /// Creates a row without figures.
  public init(
    form: String, wave: String, indicator: String, item: String, statistic: Statistic, level: String = "",
    domain: String = "", domainLevel: String = ""
  ) {
    self.form = form
    self.wave = wave
    self.indicator = indicator
    self.item = item
    self.statistic = statistic
    self.level = level
    self.domain = domain
    self.domainLevel = domainLevel
    flags = []
  }
}

/// What a row estimates.
public enum Statistic: String, Sendable, Hashable, CaseIterable {
  /// The share of one answer code (`level`).
  case proportion
  /// The share that agrees, that disagrees, and their difference.
  case agree, disagree
  /// Agree minus disagree.
  case netAgree = "net_agree"
  /// The mean score, and the weighted total of a number (or of people).
  case mean, total
  /// The value at or below which half of the weights lie; the same for the share `level`.
  case median, quantile
  /// The third quartile less the first.
  case interquartileRange = "iqr"
  /// The total of one number over that of another.
  case ratio
  /// An estimate in one level of a domain less that in another (`domain_level`: `a-b`).
  case difference
  /// A test of independence; `level` names it.
  case test
  /// Tastle–Wierman consensus, and van der Eijk's agreement A.
  case consensus, agreement
  /// Leik's D: 0 when all agree, 1 for halves at both ends.
  case leik
  /// Blair & Lacy's l, and its square.
  case blairLacy = "blair_lacy"
  case blairLacySquared = "blair_lacy_squared"
  /// Agreement within the group against evenly spread answers (James, Demaree & Wolf 1984); of a whole indicator r_WG(J).
  case rWG = "r_wg"
  /// Whether a Delphi criterion is met (`level`: iqr, share or both), and how probably so.
  case delphi
  case delphiProbability = "delphi_probability"
  /// RAND/UCLA: the interpercentile range, the same adjusted for symmetry, their ratio, whether it is above 1, how
  /// probably so, and the classic counts.
  case ipr, ipras
  case disagreementIndex = "disagreement_index"
  case disagreement
  case disagreementProbability = "disagreement_probability"
  case randDisagreement = "rand_disagreement"
  case randAgreement = "rand_agreement"
  /// Needs: mean importance, mean provision, and importance minus provision.
  case importance, provision, gap
  /// The mean of i·(i−p), the ranked discrepancy score, and Borich's mean weighted discrepancy score.
  case weightedGap = "weighted_gap"
  case rds, borich
  /// (I−P)·I.
  case pni
  /// (I−P)/P.
  case pniModified = "pni_modified"
  /// Of a whole indicator: Kendall's W, Krippendorff's α, Cronbach's α.
  case kendallW = "kendall_w"
  case krippendorffAlpha = "krippendorff_alpha"
  case cronbachAlpha = "cronbach_alpha"
  /// The worth of an option after Plackett and Luce.
  case plackettLuce = "plackett_luce"
  /// The share that named an option best less the share that named it worst, among those it was shown to.
  case maxDiff = "max_diff"
  /// The probability that an item ranks above another (`level`).
  case probabilityAbove = "probability_above"
  /// The share that put an item among the first places of a ranking, and its mean Borda score.
  case topShare = "top_share"
  /// Mean Borda score: K−1 for a first place … 0 for the last.
  case borda
  /// The place of an item in the order of an indicator's headline statistic, 1 first.
  case rank

  /// Of opinion groups: how much nearer people are to their own group than to the next (`level`: number of groups), how
  /// far resamples find the same groups, and the share of all differences that a component takes (`level`: its number).
  case silhouette, stability
  case explainedVariance = "explained_variance"
  /// The probability that one person of each opinion group agrees (`level`: agree or disagree), how many times as likely
  /// people of a group are to agree as the others, and the largest difference between two groups (`level`: which).
  case groupConsensus = "group_consensus"
  case representativeness
  case groupDivide = "group_divide"
  /// An estimate less that of a former wave; `level`: the former wave, `:`, and the statistic with its own level.
  case change
  /// AAPOR's response rates: complete interviews (odd) and with partial ones (even) over all invitations, over those
  /// estimated to be eligible, and over those known to be.
  case responseRate1 = "rr1"
  case responseRate2 = "rr2"
  case responseRate3 = "rr3"
  case responseRate4 = "rr4"
  case responseRate5 = "rr5"
  case responseRate6 = "rr6"
  /// AAPOR's cooperation rates: complete interviews (odd) and with partial ones (even) over those reached, and over
  /// those reached and able to answer.
  case cooperationRate1 = "coop1"
  case cooperationRate2 = "coop2"
  case cooperationRate3 = "coop3"
  case cooperationRate4 = "coop4"
  /// AAPOR's refusal rates, over the same bases as the response rates.
  case refusalRate1 = "ref1"
  case refusalRate2 = "ref2"
  case refusalRate3 = "ref3"
  /// AAPOR's contact rates, over the same bases as the response rates.
  case contactRate1 = "con1"
  case contactRate2 = "con2"
  case contactRate3 = "con3"
  // Targets: `indicator` is the target, `item` its measure, `domain_level` its area; `level` is the day of a figure.
  /// The figure a target starts from, and the latest one.
  case targetBaseline = "target_baseline"
  case targetLatest = "target_latest"
  /// (latest − baseline) / (target − baseline).
  case targetProgress = "target_progress"
  /// The change per year from the baseline to the target, and the same as compound growth.
  case targetPlannedPace = "target_planned_pace"
  case targetPlannedGrowth = "target_planned_growth"
  /// The change per year needed from now to the target, and the same as compound growth.
  case targetRequiredPace = "target_required_pace"
  case targetRequiredGrowth = "target_required_growth"
  /// The change per year since the baseline, and the same as compound growth.
  case targetPace = "target_pace"
  case targetGrowth = "target_growth"
  /// Where the line through the figures leads on the due date, with a prediction interval.
  case targetProjection = "target_projection"
  /// How probably the target is reached on the due date.
  case targetProbability = "target_probability"
}

/// What a reader must know of an estimate.
public enum EstimateFlag: String, Sendable, Hashable, CaseIterable {
  /// Fewer respondents than the minimum count: no figures are given.
  case suppressed
  /// The estimate varies too much to be relied on.
  case unreliable
  /// A share whose interval rests on few degrees of freedom, or that nobody or everybody gave: look before publishing.
  case review
  /// A stratum has a single PSU; the rule chosen for it was applied.
  case singlePSU = "single_psu"
  /// Two camps stand against each other at the ends of the scale.
  case polarised
  /// Not a probability sample: the interval holds under the model that the weights make respondents representative.
  case modelled
  /// The answers were simulated.
  case simulated
  /// No distinct opinion groups were found.
  case noGroups = "no_groups"
  /// The figures are of areas that cannot be put together to the same ground, or of items or scales that changed between
  /// two waves.
  case notComparable = "not_comparable"
  /// A projection left what the figure can be, and was cut there.
  case bounded
  /// A sum of reports of which some are missing: it is too low.
  case incomplete
}
