internal import CivilCalendar
internal import Diagnostics
internal import Estimation
internal import Geography
internal import Reporting

extension PipelineRun {
  /// The variables of areas that estimates are broken down by, with the names of their levels.
  func areaVariables(in table: EstimatesTable) -> [ReportFacts.MadeVariable] {
    guard let crosswalk, let geography = definition.geography, geography.field != nil else { return [] }
    var levels: [String: [String: BilingualText]] = [:]
    for row in table.rows where row.domain.contains("area_") {
      let parts = row.domainLevel.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
      for (variable, level) in zip(row.domain.split(separator: "*").map(String.init), parts)
      where GeographyDefinition.variables.contains(variable) && levels[variable]?[level] == nil {
        levels[variable, default: [:]][level] = crosswalk.words(for: level, geography)
      }
    }
    let day = crosswalk.changeDay.parts
    let date = "\(day.day)/\(day.month)/\(day.year)"
    let labels = [
      "area_reported": BilingualText(vi: "Địa bàn theo phiếu", en: "Locality as reported"),
      "area_harmonised": BilingualText(
        vi: "Địa bàn chung trước và từ ngày \(date)", en: "Common locality before and since \(crosswalk.changeDay.iso)"),
    ]
    return levels.sorted { $0.key < $1.key }.map { name, levels in
      ReportFacts.MadeVariable(name: name, label: labels[name] ?? BilingualText(vi: name, en: name), levels: levels)
    }
  }
}

extension Crosswalk {
  /// The names of a level of a derived variable, and that it cannot be compared where it cannot.
  fileprivate func words(for level: String, _ geography: GeographyDefinition) -> BilingualText {
    if level == AreaDerivation.unknown {
      return BilingualText(vi: "Không rõ địa bàn", en: "Locality not known")
    }
    for edition in Edition.allCases {
      let suffix = label(of: "", in: edition)
      guard level.hasSuffix(suffix) else { continue }
      let code = String(level.dropLast(suffix.count))
      let name = unit(code, geography.level, in: edition)?.name ?? code
      let list = edition == .former ? BilingualText(vi: ", cũ", en: ", former") : BilingualText(vi: "", en: "")
      let isComparable = isComparable(code, geography.level, in: edition)
      return BilingualText(
        vi: "\(name)\(list.vietnamese)\(isComparable ? "" : " (không so sánh được)")",
        en: "\(name)\(list.english)\(isComparable ? "" : " (not comparable)")")
    }
    let naming = geography.harmoniseTo.map(edition) ?? .present
    let names = level.split(separator: "+").map { code in
      unit(String(code), geography.level, in: naming)?.name ?? String(code)
    }
    return BilingualText(vi: names.joined(separator: " và "), en: names.joined(separator: " and "))
  }
}
