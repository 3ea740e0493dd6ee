public import Diagnostics
public import Geography

extension HeadcountMargins {
  /// What the round says about targets: one figure per measure and area that a target of its definition asks for.
  ///
  /// A row counts for an area when its commune lies in it with all of its ground; a commune that the area's border cuts
  /// makes the figure impossible, unless nobody works there. A commune nobody reports of counts 0.
  /// - Parameters:
  ///   - crosswalk: nil: figures are made for the nation and for single communes of the list reported only.
  ///   - qualifications: the codes of qualifications of the form; `sectors`: those of sectors.
  /// - Complexity: O(targets · rows).
  public func observations(
    for targets: [Target], crosswalk: Crosswalk?, qualifications: [String], sectors: [String]
  ) -> (observations: [Observation], diagnostics: [Diagnostic]) {
    var observations: [Observation] = []
    var figures: [HeadcountProtection.Figure] = []
    let protection = protection
    var diagnostics = crosswalk.map { strangers(to: $0) } ?? []
    var asked: Set<Question> = []
    for target in targets where target.definition == round.definition && target.unit == .people {
      guard let measure = HeadcountMeasure(target.measure, qualifications: qualifications, sectors: sectors) else {
        if target.measure.hasPrefix(HeadcountMeasure.everybody + ":") {
          diagnostics.append(unknownMeasure(target, words: qualifications + sectors + ["women", "men"]))
        }
        continue
      }
      guard asked.insert(Question(measure: target.measure, area: target.area)).inserted else { continue }
      guard let group = group(of: measure, in: target.area, crosswalk) else {
        diagnostics.append(
          Diagnostic(
            .headcountAreaCut, at: target.position,
            ["target": target.name, "area": target.area.label, "year": String(round.year)]))
        continue
      }
      var observation = Observation(
        measure: target.measure, definition: round.definition, day: round.day, value: Double(group.people),
        area: target.area,
        source: "headcounts", origin: .headcount)
      observation.isIncomplete = !round.missingUnits.isEmpty
      observations.append(observation)
      figures.append(HeadcountProtection.Figure(group: group, isHidden: isHidden))
    }
    protection.protect(&figures)
    for index in observations.indices { observations[index].isSuppressed = figures[index].isHidden }
    return (observations, diagnostics)
  }

  private struct Question: Hashable {
    var measure: String
    var area: AreaReference
  }

  /// The people of a measure in an area; nil where communes with such people lie across its border, or nothing tells
  /// where they lie.
  private func group(of measure: HeadcountMeasure, in area: AreaReference, _ crosswalk: Crosswalk?) -> HeadcountGroup? {
    var whole: Set<Int>?
    if case .pieces(let pieces)? = crosswalk?.lookUp(area) { whole = pieces }
    var inside: Set<Int> = []
    var people = 0
    var number = 0
    var byUnit: [String: Int] = [:]
    for report in round.reports {
      for row in report.soundRows {
        let count = measure.count(row)
        switch place(of: row.commune, in: report.edition, area, whole, crosswalk) {
        case .inside:
          people = people.addingCapped(count)
          byUnit[report.unit] = (byUnit[report.unit] ?? 0).addingCapped(count)
          inside.insert(number)
        case .outside: break
        case .across: if count > 0 { return nil }
        }
        number += 1
      }
    }
    return HeadcountGroup(measure: measure, area: inside.count == number ? nil : inside, people: people, byUnit: byUnit)
  }

  private enum Place {
    case inside, outside, across
  }

  private func place(
    of commune: String, in edition: Crosswalk.Edition, _ area: AreaReference, _ whole: Set<Int>?,
    _ crosswalk: Crosswalk?
  ) -> Place {
    if area.level == .nation { return .inside }
    guard let crosswalk, let whole else {
      guard area.level == .commune else { return .across }
      return area.code == commune ? .inside : .outside
    }
    // A commune of another province than those of the crosswalk lies outside of all of its areas.
    guard case .known(let code) = crosswalk.outcome(of: commune, .commune, in: edition),
      let own = crosswalk.unit(code, .commune, in: edition)?.pieces
    else { return .outside }
    if own.isSubset(of: whole) { return .inside }
    return own.isDisjoint(with: whole) ? .outside : .across
  }

  /// Reports with communes that their list does not have.
  private func strangers(to crosswalk: Crosswalk) -> [Diagnostic] {
    round.reports.compactMap { report in
      let count = report.soundRows.count { row in
        if case .known = crosswalk.outcome(of: row.commune, .commune, in: report.edition) { return false }
        return row.people > 0
      }
      return count == 0
        ? nil : Diagnostic(.headcountCommuneUnknown, record: report.record, ["count": String(count)])
    }
  }

  private func unknownMeasure(_ target: Target, words: [String]) -> Diagnostic {
    let own = String(target.measure.dropFirst(HeadcountMeasure.everybody.count + 1))
    let nearest = nearestName(to: own, among: words).map { " (→ \($0)?)" } ?? ""
    return Diagnostic(
      .headcountMeasureUnknown, at: target.position,
      [
        "target": target.name, "measure": target.measure, "suggestion": nearest,
        "known": words.joined(separator: ", "),
      ])
  }
}
