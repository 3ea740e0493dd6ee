internal import CivilCalendar
internal import Diagnostics
public import Estimation
public import Geography

/// The table `programme-areas`: the ground of a programme in the list it was made for and in the list of today.
///
/// One row for the area itself, one for each unit of the other list that shares ground with it, and of a district one
/// for each of its former communes. Figures of a unit that is not comparable must not be put beside those of the other
/// list.
/// - Returns: nil when the crosswalk does not have the area.
/// - Complexity: O(units of the area · pieces).
public func areaTable(of area: AreaReference, crosswalk: Crosswalk) -> SideTable? {
  guard case .pieces(let ground) = crosswalk.lookUp(area) else { return nil }
  let edition = area.validFrom.map { crosswalk.edition(on: $0) } ?? .former
  var table = SideTable(
    name: "programme-areas",
    title: BilingualText(
      vi:
        "Địa bàn của chương trình trước và từ ngày \(crosswalk.changeDay.parts.day)/\(crosswalk.changeDay.parts.month)/\(crosswalk.changeDay.parts.year)",
      en: "The ground of the programme before and since \(crosswalk.changeDay.iso)"),
    columns: [
      "level", "code", "name", "list", "list_vi", "shared_with", "comparable", "comparable_vi", "comparable_en",
    ])
  var units: [(level: AreaLevel, edition: Crosswalk.Edition)] = [(area.level, edition)]
  switch area.level {
  case .nation: return nil
  case .province: units.append((.province, edition == .former ? .present : .former))
  case .district: units += [(.commune, .former), (.commune, .present)]
  case .commune: units.append((.commune, edition == .former ? .present : .former))
  }
  for (level, edition) in units {
    for unit in crosswalk.units(level, in: edition) where !unit.pieces.isDisjoint(with: ground) {
      let other: Crosswalk.Edition = edition == .former ? .present : .former
      let partnerLevel: AreaLevel = level == .district ? .commune : level
      let partners = crosswalk.units(partnerLevel, in: other).filter { !$0.pieces.isDisjoint(with: unit.pieces) }
      // A district is comparable when whole units of the other list make it up, as a commune or province is.
      let isComparable =
        level == .district
        ? partners.allSatisfy { $0.pieces.isSubset(of: unit.pieces) }
        : crosswalk.isComparable(unit.code, level, in: edition)
      table.add([
        .text(level.rawValue), .text(unit.code), .text(unit.name),
        .text(edition == .former ? "former" : "present"),
        .text(edition == .former ? "trước sắp xếp" : "hiện nay"),
        .text(partners.map { "\($0.name) (\($0.code))" }.joined(separator: "; ")),
        .text(isComparable ? "yes" : "no"), .text(isComparable ? "so sánh được" : "không so sánh được"),
        .text(isComparable ? "comparable" : "not comparable"),
      ])
    }
  }
  return table
}
