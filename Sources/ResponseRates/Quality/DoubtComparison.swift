import Diagnostics
import Estimation
import FormDefinition
import Responses

/// Estimates again without the doubtful interviews.
///
/// Two tables that differ by a few interviews give these people's answers away. So an item is compared only where the
/// answers of those left out could be published themselves, by the same disclosure rules; single kinds of doubt only
/// where this holds for those of one kind alone, of the other alone, and of both.
struct DoubtComparison: Sendable {
  private let form: Form
  private let scan: RecordScan
  /// The estimates without some interviews; nil when they cannot be made, or nobody is left out.
  private var withoutStraight: EstimatesTable?
  private var withoutFast: EstimatesTable?
  private var withoutBoth: EstimatesTable?
  /// The items that may be compared, and those that may be by the kind of doubt.
  private var open: Set<ItemName>?
  private var openParts: Set<ItemName>?
  private(set) var diagnostics: [Diagnostic] = []

  /// Estimates without doubtful interviews.
  ///
  /// - Parameter compares: whether to; else doubtful interviews are only counted.
  init(
    plan: EstimationPlan, form: Form, records: some RecordSource, scan: RecordScan, compares: Bool
  ) throws(StageFailure) {
    self.form = form
    self.scan = scan
    let isEither = zip(scan.isStraight, scan.isFast).map { $0 || $1 }
    guard compares, scan.counted.contains(where: { isEither[$0] }) else { return }
    var plan = plan
    plan.domains = []
    plan.comparisons = []
    plan.replicates = nil
    withoutStraight = try without(scan.isStraight, plan, records)
    withoutFast = try without(scan.isFast, plan, records)
    withoutBoth = try without(isEither, plan, records)
    open = try publishable(isEither, plan, records)
    let parts = [
      zip(scan.isStraight, scan.isFast).map { $0 && !$1 }, zip(scan.isStraight, scan.isFast).map { !$0 && $1 },
      zip(scan.isStraight, scan.isFast).map { $0 && $1 },
    ]
    openParts = open
    for part in parts { if let items = try publishable(part, plan, records) { openParts?.formIntersection(items) } }
  }

  /// Counts doubtful interviews and compares.
  ///
  /// - Parameter estimates: of all interviews; nil: there are none to compare with.
  func doubtful(_ estimates: EstimatesTable?) -> DoubtfulInterviews {
    let counted = scan.counted
    var result = DoubtfulInterviews()
    result.count = counted.count
    result.straight = counted.count { scan.isStraight[$0] }
    result.fast = counted.count { scan.isFast[$0] }
    result.either = counted.count { scan.isStraight[$0] || scan.isFast[$0] }
    result.fastLimit = scan.fastLimit
    guard result.either > 0, let estimates else { return result }
    // Where nobody is left out, all are as without them.
    let withoutStraight = figures(result.straight == 0 ? estimates : withoutStraight)
    let withoutFast = figures(result.fast == 0 ? estimates : withoutFast)
    let withoutBoth = figures(withoutBoth)
    result.effects = headlines(estimates).map { row in
      let item = ItemName(row)
      let isOpen = open?.contains(item) ?? false
      let isApart = isOpen && (openParts?.contains(item) ?? false)
      let key = RowName(row)
      return DoubtfulInterviews.Effect(
        indicator: row.indicator, item: row.item, statistic: row.statistic.rawValue, level: row.level,
        all: row.estimate, withoutStraight: isApart ? withoutStraight?[key] : nil,
        withoutFast: isApart ? withoutFast?[key] : nil, withoutBoth: isOpen ? withoutBoth?[key] : nil,
        isSuppressed: !isApart || row.flags.contains(.suppressed))
    }
    return result
  }

  /// The estimates without some interviews; nil when they cannot be made, or nobody is left out.
  private mutating func without(
    _ flags: [Bool], _ plan: EstimationPlan, _ records: some RecordSource
  ) throws(StageFailure) -> EstimatesTable? {
    guard scan.counted.contains(where: { flags[$0] }) else { return nil }
    do {
      let rest = KeptRecords(source: records, isKept: flags.map { !$0 })
      return try Estimation.estimate(plan, form: form, records: rest).table
    } catch {
      guard error.exitCode == .unusableInput else { throw error }
      let reason = error.diagnostics.first { $0.severity == .error }?.code.identifier ?? ""
      diagnostics.append(Diagnostic(.doubtfulNotCompared, ["reason": reason]))
      return nil
    }
  }

  /// The items whose figures of some interviews alone are not suppressed; nil when there are no such interviews.
  private func publishable(
    _ flags: [Bool], _ plan: EstimationPlan, _ records: some RecordSource
  ) throws(StageFailure) -> Set<ItemName>? {
    guard scan.counted.contains(where: { flags[$0] }) else { return nil }
    // Counts decide, so everybody counts 1.
    var plain = EstimationPlan()
    plain.period = plan.period
    plain.disclosure = plan.disclosure
    let rows = try Estimation.estimate(plain, form: form, records: KeptRecords(source: records, isKept: flags)).table
      .rows
    let hidden = Set(rows.filter { $0.flags.contains(.suppressed) }.map(ItemName.init))
    return Set(rows.map(ItemName.init)).subtracting(hidden)
  }

  /// The headline figures of a table.
  private func figures(_ table: EstimatesTable?) -> [RowName: Double]? {
    table.map { table in
      Dictionary(
        headlines(table).compactMap { row in row.estimate.map { (RowName(row), $0) } },
        uniquingKeysWith: { first, _ in first })
    }
  }

  /// Of everybody, what a report leads with.
  private func headlines(_ table: EstimatesTable) -> [EstimateRow] {
    let kinds = Dictionary(form.indicators.map { ($0.name, $0.kind) }, uniquingKeysWith: { first, _ in first })
    return table.rows.filter { row in
      row.domain.isEmpty && (kinds[row.indicator].map { Self.headlines(of: $0).contains(row.statistic) } ?? false)
    }
  }

  private static func headlines(of kind: IndicatorKind) -> [Statistic] {
    switch kind {
    case .consensus: [.agree, .mean]
    case .need: [.importance, .provision, .pniModified]
    case .ranking: [.topShare, .borda, .maxDiff]
    case .multiple, .share: [.proportion]
    case .mean: [.mean]
    case .total: [.total]
    default: []
    }
  }
}

/// An item of an indicator.
private struct ItemName: Hashable {
  let indicator: String
  let item: String

  init(_ row: EstimateRow) { (indicator, item) = (row.indicator, row.item) }
}

/// A row among those of everybody.
private struct RowName: Hashable {
  let item: ItemName
  let statistic: Statistic
  let level: String

  init(_ row: EstimateRow) {
    item = ItemName(row)
    (statistic, level) = (row.statistic, row.level)
  }
}
