public import Diagnostics
public import Estimation

extension OpinionGrouping {
  /// The name of the indicator that groups are reported under.
  public static let indicatorName = "opinion_groups"

  /// The name of the field that holds each record's group.
  public static let fieldName = "opinion_group"

  /// How clear and stable the groups are, and what the first two components explain.
  ///
  /// Without groups every silhouette carries the flag ``EstimateFlag/noGroups`` and nothing is given by group.
  /// - Parameters:
  ///   - form: the form's identifier.
  ///   - flags: that every row carries.
  public func rows(form: String, wave: String, flags: [EstimateFlag]) -> [EstimateRow] {
    var rows: [EstimateRow] = []
    func add(_ statistic: Statistic, level: String = "", group: Int? = nil, _ value: Double, p: Double? = nil) {
      var row = EstimateRow(
        form: form, wave: wave, indicator: Self.indicatorName, item: "", statistic: statistic, level: level,
        domain: group == nil ? "" : Self.fieldName, domainLevel: group.map { "g\($0)" } ?? "")
      row.estimate = value
      row.pValue = p
      row.flags = flags
      if statistic == .silhouette, verdict != .distinct { row.flags.append(.noGroups) }
      rows.append(row)
    }
    let reported = candidates.filter { verdict != .distinct || $0.groupCount == groupCount }
    for candidate in reported where candidate.isLargeEnough {
      add(.silhouette, level: String(candidate.groupCount), candidate.silhouette, p: pValue)
    }
    if verdict == .distinct {
      if let stability { add(.stability, stability) }
      for (place, value) in groupStability.enumerated() { add(.stability, group: place + 1, value) }
    }
    for (place, share) in (components?.shares ?? []).prefix(2).enumerated() {
      add(.explainedVariance, level: String(place + 1), share)
    }
    return rows
  }

  /// The map of people and items: cells of many people, the groups' centres, and the items' coefficients.
  ///
  /// - Parameter names: of the items searched.
  public func mapTable(items names: [String]) -> SideTable? {
    guard let map, let components, components.loadings.count > 1 else { return nil }
    var table = SideTable(
      name: "opinion-map", title: BilingualText(vi: "Bản đồ ý kiến", en: "Map of opinions"),
      columns: ["kind", "name", "x", "y", "size", "share"])
    for cell in map.cells {
      table.add([.text("cell"), .text(""), .number(cell.x), .number(cell.y), .number(cell.size), .number(cell.share)])
    }
    for (place, centroid) in map.centroids.enumerated() {
      table.add([
        .text("group"), .text("g\(place + 1)"), .number(centroid.x), .number(centroid.y), .number(nil), .number(nil),
      ])
    }
    for (place, item) in items.enumerated() {
      table.add([
        .text("item"), .text(names[item]), .number(components.loadings[0][place]),
        .number(components.loadings[1][place]), .number(nil), .number(nil),
      ])
    }
    return table
  }

  /// What a reader must know of the search.
  public func diagnostics(items names: [String], options: OpinionGroupOptions) -> [Diagnostic] {
    var result: [Diagnostic] = []
    switch verdict {
    case .distinct: break
    case .tooFew:
      result.append(Diagnostic(.groupsTooFew, ["people": String(max(2 * options.minimumSize, 20))]))
    case .notDistinct: result.append(Diagnostic(.groupsNotDistinct))
    case .notSeparated: result.append(Diagnostic(.groupsNotSeparated))
    case .notStable: result.append(Diagnostic(.groupsNotStable))
    case .tooSmall: result.append(Diagnostic(.groupsTooSmall))
    }
    if leftOutCount > 0 {
      // A small number says something of few people.
      let count = leftOutCount >= options.minimumCount ? String(leftOutCount) : "< \(options.minimumCount)"
      result.append(Diagnostic(.groupsLeftOut, ["count": count]))
    }
    let constant = names.indices.filter { !items.contains($0) }
    if !constant.isEmpty, memberCount > 0 {
      result.append(Diagnostic(.groupItemsConstant, ["items": constant.map { names[$0] }.joined(separator: ", ")]))
    }
    if !repeatedItems.isEmpty {
      let pairs = repeatedItems.map { pair in pair.map { names[$0] }.joined(separator: " = ") }
      result.append(Diagnostic(.groupItemsRepeated, ["items": pairs.joined(separator: ", ")]))
    }
    return result
  }
}
