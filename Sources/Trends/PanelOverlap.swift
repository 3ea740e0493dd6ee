public import Diagnostics
public import Estimation
public import FormDefinition
import Responses

/// The sampling errors of changes between two waves that share people.
///
/// Both waves are stacked, each person one cluster (a design with clusters of its own keeps them), and the linearised
/// variance of the difference of two means is that of the stacked design (Lumley 2010, § 5; Kish 1965, § 12.4). With
/// weights fitted to a population the stacked design, which has the base weights, gives the correlation of the two
/// estimates only, r, and the error is √(SE₁² + SE₂² − 2 r SE₁ SE₂) with the errors of the two tables.
public struct PanelOverlap: Sendable {
  /// The plan of the current wave.
  public var plan: EstimationPlan
  /// The current form.
  public var form: Form
  /// The current wave's published estimates.
  public var current: [EstimateRow]
  /// The former wave's published estimates.
  public var former: [EstimateRow]

  /// Prepares the comparison of two tables.
  public init(plan: EstimationPlan, form: Form, current: [EstimateRow], former: [EstimateRow]) {
    self.plan = plan
    self.form = form
    self.current = current
    self.former = former
  }

  /// The error of every change of a share or a mean.
  ///
  /// - Throws: what the records throw, and what an estimation of the stacked records throws.
  public func variances<Current, Former>(
    _ records: StackedRecords<Current, Former>
  ) throws(StageFailure) -> [ChangeKey: OverlapVariance] {
    let wave = StackedRecords<Current, Former>.waveField
    var stacked = EstimationPlan()
    stacked.weights = plan.weights
    stacked.strata = plan.strata
    stacked.clusters = plan.clusters.isEmpty ? [StackedRecords<Current, Former>.personField] : plan.clusters
    stacked.singlePSU = plan.singlePSU == .error ? .centered : plan.singlePSU
    stacked.intervals = plan.intervals
    stacked.disclosure.minimumCount = 1
    stacked.domains = [[wave]] + plan.domains.map { $0 + [wave] }
    let items = comparedItems(records.layout)
    if items.isEmpty { return [:] }
    stacked.comparisons = stacked.domains.map { domain in
      var comparison = Comparison(items: items, domain: domain)
      comparison.test = .difference
      comparison.adjustment = .none
      comparison.along = wave
      return comparison
    }
    let rows = try estimate(stacked, form: form, records: records).table.rows
    return variances(rows, wave: wave)
  }

  /// The items whose means or shares can be compared.
  private func comparedItems(_ layout: RecordLayout) -> [String] {
    var items: [String] = []
    for indicator in form.indicators where [.consensus, .share, .mean].contains(indicator.kind) {
      for case .question(let name) in indicator.items where !items.contains(name) {
        guard let field = layout.index(of: name) else { continue }
        let storage = layout.fields[field].storage
        if storage == .coded || (indicator.kind == .mean && storage != .multiple) { items.append(name) }
      }
    }
    return items
  }

  private func variances(_ rows: [EstimateRow], wave: String) -> [ChangeKey: OverlapVariance] {
    let isExact =
      plan.rake.isEmpty && plan.postStratify == nil && plan.calibrate == nil && plan.trim == nil
      && plan.replicates == nil && plan.populationSizes.isEmpty
    // Indicators may share items: a difference is of the item, whatever the indicator.
    func place(_ row: EstimateRow, _ statistic: Statistic, _ level: String, domainLevel: String) -> ItemKey {
      ItemKey(
        item: row.item, statistic: statistic, level: level,
        domain: String(row.domain.dropLast(wave.count + (row.domain == wave ? 0 : 1))), domainLevel: domainLevel)
    }
    var errors: [ItemKey: [String: Double]] = [:]
    var differences: [ItemKey: EstimateRow] = [:]
    for row in rows where row.domain == wave || row.domain.hasSuffix("*" + wave) {
      if row.statistic == .difference {
        let statistic: Statistic = row.level.isEmpty ? .mean : row.level == "agree" ? .agree : .proportion
        guard let split = Self.level(ofDifference: row.domainLevel) else { continue }
        differences[place(row, statistic, statistic == .proportion ? row.level : "", domainLevel: split)] = row
      } else if let error = row.standardError {
        for side in ["now", "then"] {
          guard let level = Self.level(row.domainLevel, ending: side) else { continue }
          errors[place(row, row.statistic, row.level, domainLevel: level), default: [:]][side] = error
        }
      }
    }
    let before = Dictionary(former.map { (ChangeKey($0), $0) }, uniquingKeysWith: { first, _ in first })
    var result: [ChangeKey: OverlapVariance] = [:]
    for row in current {
      let key = ItemKey(
        item: row.item, statistic: row.statistic, level: row.level, domain: row.domain, domainLevel: row.domainLevel)
      guard let difference = differences[key], let error = difference.standardError else { continue }
      let own = ChangeKey(row)
      var combined: Double? = error
      if !isExact {
        combined = Self.combined(
          error, of: errors[key] ?? [:], with: row.standardError, before[own]?.standardError)
      }
      if let combined {
        result[own] = OverlapVariance(standardError: combined, degreesOfFreedom: difference.degreesOfFreedom)
      }
    }
    return result
  }

  /// √(SE₁² + SE₂² − 2 r SE₁ SE₂), r from the stacked design.
  private static func combined(
    _ difference: Double, of errors: [String: Double], with now: Double?, _ then: Double?
  ) -> Double? {
    guard let first = errors["now"], let second = errors["then"], let now, let then, first > 0, second > 0 else {
      return nil
    }
    let correlation = (first * first + second * second - difference * difference) / (2 * first * second)
    return max(0, now * now + then * then - 2 * min(1, max(-1, correlation)) * now * then).squareRoot()
  }

  /// The domain's own level in `x*now` for `now`; "" in `now`.
  private static func level(_ level: String, ending side: String) -> String? {
    if level == side { return "" }
    return level.hasSuffix("*" + side) ? String(level.dropLast(side.count + 1)) : nil
  }

  /// The domain's own level in `x*now-x*then`; "" in `now-then`.
  private static func level(ofDifference level: String) -> String? {
    if level == "now-then" { return "" }
    // x is written twice: x*now- and x*then take 4 + 5 characters and a hyphen.
    let length = level.count - "*now-*then".count
    guard length > 0, length % 2 == 0 else { return nil }
    let name = String(level.prefix(length / 2))
    return level == "\(name)*now-\(name)*then" ? name : nil
  }

  private struct ItemKey: Hashable {
    var item: String
    var statistic: Statistic
    var level: String
    var domain: String
    var domainLevel: String
  }
}
