internal import CivilCalendar
internal import Diagnostics
internal import Estimation
internal import FileSystem
internal import Geography
internal import Responses

extension PipelineDefinition {
  /// Reads the crosswalk that the pipeline names.
  func readCrosswalk() throws(StageFailure) -> Crosswalk? {
    guard let geography else { return nil }
    return try Crosswalk.read(
      bytes: try readFile(at: path(geography.crosswalk)), source: path(geography.crosswalk))
  }
}

extension PipelineRun {
  /// How areas are made of records' codes; nil when the pipeline asks for no domain of areas.
  func areaDerivation(layout: RecordLayout) -> AreaDerivation? {
    guard let crosswalk, let geography = definition.geography else { return nil }
    return AreaDerivation(geography, crosswalk: crosswalk, layout: layout)
  }

  /// Flags the rows of areas that cannot be put beside those of the other list, and says which codes were odd.
  func addAreas(to result: inout EstimationResult, _ tally: AreaTally) {
    guard let crosswalk, let geography = definition.geography, let field = geography.field else { return }
    var known: [String: Bool] = [:]
    for index in result.table.rows.indices {
      let domain = result.table.rows[index].domain
      guard domain.contains("area_") else { continue }
      let levels = result.table.rows[index].domainLevel.split(separator: "*", omittingEmptySubsequences: false)
      for (variable, level) in zip(domain.split(separator: "*"), levels)
      where GeographyDefinition.variables.contains(String(variable)) {
        let key = "\(variable)*\(level)"
        let isComparable = known[key] ?? crosswalk.isComparable(level: String(level), geography.level)
        known[key] = isComparable
        if !isComparable { result.table.rows[index].flags.append(.notComparable) }
      }
    }
    result.diagnostics += tally.diagnostics(field: field, crosswalk: crosswalk)
    if result.table.rows.contains(where: { $0.domain.contains("area_") }) {
      result.tables.append(crosswalk.table(geography.level, namedBy: geography.harmoniseTo.map(edition) ?? .present))
    }
  }

  private func edition(_ day: CivilDay) -> Crosswalk.Edition { crosswalk?.edition(on: day) ?? .present }
}

extension Crosswalk {
  /// Whether a level of a derived variable can be put beside figures of the other list; harmonised areas always can.
  fileprivate func isComparable(level: String, _ areaLevel: AreaLevel) -> Bool {
    if level == AreaDerivation.unknown { return false }
    for edition in Edition.allCases {
      let suffix = label(of: "", in: edition)
      if level.hasSuffix(suffix) { return isComparable(String(level.dropLast(suffix.count)), areaLevel, in: edition) }
    }
    return true
  }

  /// The table `areas`: how each unit of both lists lies in the other.
  fileprivate func table(_ level: AreaLevel, namedBy naming: Edition) -> SideTable {
    var table = SideTable(
      name: "areas",
      title: BilingualText(
        vi: "Địa bàn trước và từ ngày \(changeDay.iso)", en: "Localities before and since \(changeDay.iso)"),
      columns: ["area_reported", "name", "list", "fate", "area_harmonised", "comparable"])
    for edition in Edition.allCases {
      for unit in units(level, in: edition) {
        table.add([
          .text(label(of: unit.code, in: edition)), .text(unit.name),
          .text(edition == .former ? "former" : "present"),
          .text(fate(of: unit.code, level, in: edition)?.rawValue ?? ""),
          .text(commonArea(of: unit.code, level, in: edition, namedBy: naming)?.label ?? ""),
          .text(isComparable(unit.code, level, in: edition) ? "yes" : "not_comparable"),
        ])
      }
    }
    return table
  }
}
