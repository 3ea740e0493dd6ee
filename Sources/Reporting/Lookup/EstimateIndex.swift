import Estimation

/// What a row of the estimates table is about.
public struct EstimateKey: Sendable, Hashable {
  /// The indicator's name.
  public var indicator: String
  /// The item; "" for a whole indicator.
  public var item: String
  /// The statistic's name.
  public var statistic: String
  /// The answer code of a proportion; "" otherwise.
  public var level: String
  /// The domain's variables joined by `*`; "" overall.
  public var domain: String
  /// The domain's level; "" overall.
  public var domainLevel: String
}

/// Finds rows of the estimates table by what they are about.
struct EstimateIndex {
  private let rows: [EstimateRow]
  private var places: [EstimateKey: Int] = [:]
  /// The domains in the order of the table.
  private(set) var domains: [String] = []
  /// The levels of each domain, in the order of the table.
  private(set) var levels: [String: [String]] = [:]
  /// The items of each indicator, in the order of the table.
  private(set) var items: [String: [String]] = [:]
  /// The indicators that have rows.
  private(set) var indicators: Set<String> = []
  /// The options of each ranking, with the item they stand under, in the order of the table.
  private(set) var options: [String: [(item: String, level: String)]] = [:]
  /// Whether any row is withheld to protect respondents.
  private(set) var hasSuppressedRows = false

  init(_ table: EstimatesTable) {
    rows = table.rows
    var seenLevels: Set<[String]> = []
    var seenItems: Set<[String]> = []
    var seenOptions: Set<[String]> = []
    for (index, row) in rows.enumerated() {
      let key = EstimateKey(
        indicator: row.indicator, item: row.item, statistic: row.statistic.rawValue, level: row.level,
        domain: row.domain, domainLevel: row.domainLevel)
      if places[key] == nil { places[key] = index }
      if !row.domain.isEmpty, seenLevels.insert([row.domain, row.domainLevel]).inserted {
        if levels[row.domain] == nil { domains.append(row.domain) }
        levels[row.domain, default: []].append(row.domainLevel)
      }
      if !row.item.isEmpty, seenItems.insert([row.indicator, row.item]).inserted {
        items[row.indicator, default: []].append(row.item)
      }
      indicators.insert(row.indicator)
      if row.statistic == .borda || row.statistic == .topShare, row.domain.isEmpty,
        seenOptions.insert([row.indicator, row.item, row.level]).inserted
      {
        options[row.indicator, default: []].append((row.item, row.level))
      }
      if row.flags.contains(.suppressed) { hasSuppressedRows = true }
    }
  }

  /// The row about a key; nil when the table has none.
  subscript(key: EstimateKey) -> EstimateRow? { places[key].map { rows[$0] } }

  /// The row of an indicator's item; nil when the table has none.
  func estimate(
    _ indicator: String, _ item: String, _ statistic: Statistic, level: String = "", domain: String = "",
    domainLevel: String = ""
  ) -> EstimateRow? {
    self[
      EstimateKey(
        indicator: indicator, item: item, statistic: statistic.rawValue, level: level, domain: domain,
        domainLevel: domainLevel)]
  }
}

extension EstimateRow {
  /// What the row is about.
  var key: EstimateKey {
    EstimateKey(
      indicator: indicator, item: item, statistic: statistic.rawValue, level: level, domain: domain,
      domainLevel: domainLevel)
  }

  /// Whether a figure may be printed: it exists and is not withheld.
  var isPublished: Bool { estimate?.isFinite == true && !flags.contains(.suppressed) }
}
