public import Estimation

/// Rows of the estimates table that came from theme fields, named as those of a question with several answers.
public enum ThemeRows {
  /// Names the rows of theme fields: item the open question ("" for all together), level the theme.
  ///
  /// The rows for `no` are left out. Where suppressed themes could be worked out from the share that is not coded,
  /// because the published themes do not cover all that is, that share is suppressed too, in this domain and in every
  /// one that divides it further.
  /// - Complexity: O(rows).
  public static func named(_ rows: [EstimateRow]) -> [EstimateRow] {
    var others: [EstimateRow] = []
    var themed: [EstimateRow] = []
    for row in rows {
      guard let parts = ThemeFields.parts(of: row.item) else {
        others.append(row)
        continue
      }
      guard row.level == "yes" else { continue }
      var row = row
      (row.item, row.level) = (parts.group, parts.level)
      themed.append(row)
    }
    return others + guarded(themed)
  }

  /// One level of a domain of one question.
  private struct Place: Hashable {
    var indicator: String
    var domain: String
    var level: String
  }

  private static func guarded(_ rows: [EstimateRow]) -> [EstimateRow] {
    var covered: [Place: (themes: Double, coded: Double, hasHidden: Bool)] = [:]
    for row in rows where row.statistic == .proportion {
      let place = Place(indicator: row.indicator, domain: row.domain, level: row.domainLevel)
      var sums = covered[place] ?? (0, 1, false)
      if isRemainder(row) {
        sums.coded -= row.estimate ?? 0
      } else if row.flags.contains(.suppressed) {
        sums.hasHidden = true
      } else {
        sums.themes += row.estimate ?? 0
      }
      covered[place] = sums
    }
    var unsafe: [String: [Set<String>]] = [:]
    for (place, sums) in covered where sums.hasHidden && sums.coded > sums.themes + 1e-12 {
      unsafe[place.indicator, default: []].append(variables(place.domain))
    }
    return rows.map { row in
      guard isRemainder(row), let open = unsafe[row.indicator],
        open.contains(where: { $0.isSubset(of: variables(row.domain)) })
      else { return row }
      return row.suppressed
    }
  }

  private static func isRemainder(_ row: EstimateRow) -> Bool {
    row.level == ThemeNames.uncoded || row.level == ThemeNames.nothing
  }

  private static func variables(_ domain: String) -> Set<String> { Set(domain.split(separator: "*").map(String.init)) }
}

extension EstimateRow {
  /// The row without its figures.
  fileprivate var suppressed: EstimateRow {
    var row = EstimateRow(
      form: form, wave: wave, indicator: indicator, item: item, statistic: statistic, level: level, domain: domain,
      domainLevel: domainLevel)
    row.flags = [.suppressed] + flags.filter { $0 == .modelled || $0 == .simulated }
    return row
  }
}
