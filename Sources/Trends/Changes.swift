public import Diagnostics
import Distributions
public import Estimation

/// The changes of a table's estimates since former waves.
///
/// change = current − former. For independent waves its variance is the sum of both, which is what a stacked design
/// stratified by wave gives; for waves that share respondents it comes from the stacked design with them as clusters
/// (``FormerWave/overlap``). t = change / SE has the degrees of freedom of both waves together.
///
/// Only numbers of the two tables go in, so a change gives nothing away that they do not: where either row is suppressed,
/// so is the change. Where the registry names a break, or the answers of an item are not the same codes, the row says
/// `not_comparable` and has no numbers.
/// - Returns: rows of the statistic ``Statistic/change`` in the order of the table, wave by wave, and what breaks.
/// - Complexity: O(rows).
public func changes(
  of table: EstimatesTable, since waves: [FormerWave], registry: ItemRegistry, options: TrendOptions
) -> (rows: [EstimateRow], diagnostics: [Diagnostic]) {
  var rows: [EstimateRow] = []
  var diagnostics: [Diagnostic] = []
  for wave in waves {
    var comparison = WaveComparison(table: table, wave: wave, registry: registry, options: options)
    rows += comparison.adjustedRows()
    diagnostics += comparison.diagnostics
  }
  return (rows, diagnostics)
}

/// The comparison with one former wave.
private struct WaveComparison {
  let table: EstimatesTable
  let wave: FormerWave
  let registry: ItemRegistry
  let options: TrendOptions
  private var former: [ChangeKey: EstimateRow] = [:]
  private var breaks: [String: ItemRegistry.Entry] = [:]
  private var rescaled: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []

  init(table: EstimatesTable, wave: FormerWave, registry: ItemRegistry, options: TrendOptions) {
    self.table = table
    self.wave = wave
    self.registry = registry
    self.options = options
    for row in wave.rows { former[ChangeKey(row)] = row }
    findBreaks()
  }

  /// Names what is not the same in both waves.
  private mutating func findBreaks() {
    var names: [String] = []
    var seen: Set<String> = []
    for row in table.rows {
      for name in Self.questions(of: row) where seen.insert(name).inserted { names.append(name) }
    }
    for name in names {
      if let entry = registry.firstBreak(of: name, after: wave.version, upTo: options.version) { breaks[name] = entry }
    }
    let listed = names.compactMap { name in
      breaks[name].map { "\(name) (\($0.version): \($0.status.rawValue))" }
    }
    if !listed.isEmpty {
      diagnostics.append(Diagnostic(.trendBreaks, ["wave": wave.label, "items": listed.joined(separator: ", ")]))
    }
    let (now, before) = (Self.codes(table.rows), Self.codes(wave.rows))
    for name in names where breaks[name] == nil {
      if let codes = now[name], let others = before[name], codes != others { rescaled.insert(name) }
    }
    if !rescaled.isEmpty {
      diagnostics.append(
        Diagnostic(
          .trendScaleDiffers,
          ["wave": wave.label, "items": names.filter(rescaled.contains).joined(separator: ", ")]))
    }
  }

  /// The questions a row rests on: those of its item and of its domain.
  private static func questions(of row: EstimateRow) -> [String] {
    row.item.split { $0 == "|" || $0 == "/" }.map(String.init) + row.domain.split(separator: "*").map(String.init)
  }

  /// By item: the codes whose shares a table gives, suppressed ones included.
  private static func codes(_ rows: [EstimateRow]) -> [String: Set<String>] {
    var codes: [String: Set<String>] = [:]
    for row in rows where row.statistic == .proportion && row.domain.isEmpty {
      codes[row.item, default: []].insert(row.level)
    }
    return codes
  }

  /// All rows, p values adjusted family by family.
  mutating func adjustedRows() -> [EstimateRow] {
    var rows: [EstimateRow] = []
    var families: [[String]: [Int]] = [:]
    var newItems: [String] = []
    let known = Set(wave.rows.map(\.item))
    for row in table.rows where options.statistics.contains(row.statistic) {
      // Groups are found anew in every wave: those of two waves are not the same people's.
      if Self.questions(of: row).contains("opinion_group") { continue }
      guard let change = change(of: row) else {
        if !known.contains(row.item), !newItems.contains(row.item) { newItems.append(row.item) }
        continue
      }
      families[[row.indicator, row.statistic.rawValue, row.domain], default: []].append(rows.count)
      rows.append(change)
    }
    for places in families.values {
      let adjusted = options.adjustment.adjusted(places.map { rows[$0].pValue })
      for (place, value) in zip(places, adjusted) { rows[place].adjustedPValue = value }
    }
    if !newItems.isEmpty {
      diagnostics.append(
        Diagnostic(.trendItemsNew, ["wave": wave.label, "items": newItems.joined(separator: ", ")]))
    }
    if rows.isEmpty { diagnostics.append(Diagnostic(.trendNothingCommon, ["wave": wave.label])) }
    return rows
  }

  /// The change of one row; nil when the former wave has no such row and no break explains why.
  private func change(of row: EstimateRow) -> EstimateRow? {
    let isBroken = Self.questions(of: row).contains { breaks[$0] != nil || rescaled.contains($0) }
    let before = former[ChangeKey(row)]
    if before == nil, !isBroken { return nil }
    var change = EstimateRow(
      form: row.form, wave: row.wave, indicator: row.indicator, item: row.item, statistic: .change,
      level: "\(wave.label):\(row.statistic.rawValue)" + (row.level.isEmpty ? "" : ":\(row.level)"),
      domain: row.domain, domainLevel: row.domainLevel)
    let flags = [EstimateFlag.unreliable, .modelled, .simulated, .singlePSU].filter { flag in
      row.flags.contains(flag) || before?.flags.contains(flag) == true
    }
    if isBroken {
      change.flags = [.notComparable] + flags.filter { $0 != .unreliable }
      return change
    }
    guard let before, !row.flags.contains(.suppressed), !before.flags.contains(.suppressed) else {
      change.flags = [.suppressed] + flags.filter { $0 != .unreliable }
      return change
    }
    change.flags = flags
    change.baseCount = row.baseCount
    guard let now = row.estimate, let then = before.estimate else { return change }
    change.estimate = (now - then).ifFinite
    addError(to: &change, row, before)
    return change
  }

  private func addError(to change: inout EstimateRow, _ row: EstimateRow, _ before: EstimateRow) {
    if let overlap = wave.overlap[ChangeKey(row)] {
      change.standardError = overlap.standardError.ifFinite
      change.degreesOfFreedom = overlap.degreesOfFreedom
    } else if let first = row.standardError, let second = before.standardError {
      change.standardError = (first * first + second * second).squareRoot().ifFinite
      if let own = row.degreesOfFreedom, let other = before.degreesOfFreedom { change.degreesOfFreedom = own + other }
    }
    guard let estimate = change.estimate, let error = change.standardError, let degrees = change.degreesOfFreedom,
      degrees > 0
    else { return }
    if let quantile = StudentT.quantile(1 - (1 - options.level) / 2, degreesOfFreedom: degrees) {
      change.lowerLimit = (estimate - quantile * error).ifFinite
      change.upperLimit = (estimate + quantile * error).ifFinite
    }
    guard error > 1e-300, let statistic = (estimate / error).ifFinite else { return }
    change.testStatistic = statistic
    change.pValue = StudentT.upperTail(abs(statistic), degreesOfFreedom: degrees).map { min(1, 2 * $0) }
  }
}

extension Double {
  /// The number, or nil when it is infinite or none.
  fileprivate var ifFinite: Double? { isFinite ? self : nil }
}
