public import CivilCalendar
public import Diagnostics
public import Geography

/// The figures of the area and definition of a target, and what kept others out.
public struct TargetSeries: Sendable, Hashable {
  /// One point per day, in their order.
  public private(set) var points: [SeriesPoint] = []
  /// What a reader must know of the figures.
  public private(set) var diagnostics: [Diagnostic] = []
  /// Whether figures of other areas could not be put together to the target's.
  public private(set) var hasOtherAreas = false
  /// Whether the latest figure, or all of them, are below the minimum count.
  public private(set) var isSuppressed = false

  /// Selects the figures for a target.
  ///
  /// Figures of another definition are never used, nor those of an area that is not a union of whole units equal to the
  /// target's; shares of areas are not averaged. Of several areas that make up the target's the figures are added, their
  /// standard errors as those of independent figures.
  /// - Parameters:
  ///   - crosswalk: nil: areas are the same when level, code and list are.
  ///   - asOf: figures after this day are left out.
  ///   - minimumCount: sums of headcounts below it, 0 aside, are left out.
  /// - Complexity: O(observations · log observations).
  public init(
    of target: Target, from observations: [Observation], crosswalk: Crosswalk?, asOf: CivilDay, minimumCount: Int
  ) {
    var chosen = observations.filter { $0.measure == target.measure }
    let others = chosen.filter { $0.definition != target.definition }
    if !others.isEmpty {
      report(
        .targetDefinitionsDiffer, target,
        [
          "definition": target.definition, "count": String(others.count),
          "others": Set(others.map(\.definition)).sorted().joined(separator: ", "),
        ])
    }
    chosen.removeAll { $0.definition != target.definition }
    let isEmpty = chosen.isEmpty
    let late = chosen.count { $0.day > asOf }
    if late > 0 { report(.observationsAfterDay, target, ["count": String(late), "day": asOf.iso]) }
    chosen.removeAll { $0.day > asOf }
    for observation in chosen where !target.unit.allows(observation.value) {
      diagnostics.append(
        Diagnostic(
          .observationOutside, at: observation.position,
          ["measure": target.measure, "day": observation.day.iso, "unit": target.unit.rawValue]))
    }
    chosen.removeAll { !target.unit.allows($0.value) }
    var strangeDays: [CivilDay] = []
    var strangers: Set<String> = []
    for (day, figures) in Dictionary(grouping: chosen, by: \.day).sorted(by: { $0.key < $1.key }) {
      let parts = unrepeated(figures)
      guard !parts.isEmpty else { continue }
      guard let whole = Self.union(of: parts, making: target, crosswalk) else {
        strangeDays.append(day)
        strangers.formUnion(parts.map(\.area.label))
        continue
      }
      add(whole.map { parts[$0] }, on: day, minimumCount: minimumCount)
    }
    if let known = points.first(where: { $0.day == target.baselineDay }), let baseline = target.baseline,
      known.value != baseline
    {
      report(.targetBaselineDiffers, target, ["day": known.day.iso])
    }
    if !strangeDays.isEmpty {
      hasOtherAreas = true
      report(
        .targetAreaNotComparable, target,
        [
          "area": target.area.label, "others": strangers.sorted().prefix(5).joined(separator: ", "),
          "days": strangeDays.map(\.iso).prefix(5).joined(separator: ", "),
        ])
    }
    if isEmpty {
      report(.targetWithoutObservations, target, ["measure": target.measure, "definition": target.definition])
    }
  }

  /// The positions of the parts that make up the target's area.
  private static func union(of parts: [Observation], making target: Target, _ crosswalk: Crosswalk?) -> [Int]? {
    let areas = parts.map(\.area)
    guard let crosswalk else {
      return areas.firstIndex { $0 == target.area }
        .map { [$0] }
    }
    guard let found = crosswalk.union(of: areas, making: target.area) else { return nil }
    return target.unit == .share && found.count > 1 ? nil : found
  }

  /// The figures of a day without those that stand twice; different figures of one area are all left out.
  private mutating func unrepeated(_ figures: [Observation]) -> [Observation] {
    var byArea: [AreaReference: [Observation]] = [:]
    var order: [AreaReference] = []
    for figure in figures {
      if byArea[figure.area] == nil { order.append(figure.area) }
      byArea[figure.area, default: []].append(figure)
    }
    return order.compactMap { area in
      guard let same = byArea[area], let first = same.first else { return nil }
      guard same.count > 1 else { return first }
      let isConflict = same.contains { $0.value != first.value }
      diagnostics.append(
        Diagnostic(
          isConflict ? .observationsConflict : .observationRepeated, at: same.last?.position,
          ["measure": first.measure, "day": first.day.iso, "area": area.label]))
      return isConflict ? nil : first
    }
  }

  private mutating func add(_ parts: [Observation], on day: CivilDay, minimumCount: Int) {
    let value = parts.reduce(0) { $0 + $1.value }
    let isSmall =
      parts.contains(where: \.isSuppressed)
      || parts.contains { $0.origin == .headcount } && value > 0 && value < Double(minimumCount)
    isSuppressed = isSmall
    guard !isSmall, value.isFinite else { return }
    let variances = parts.compactMap { $0.standardError.map { $0 * $0 } }
    var point = SeriesPoint(
      day: day, value: value,
      standardError: variances.isEmpty ? nil : variances.reduce(0, +).squareRoot())
    point.isSimulated = parts.contains(where: \.isSimulated)
    point.isIncomplete = parts.contains(where: \.isIncomplete)
    points.append(point)
  }

  private mutating func report(_ code: DiagnosticCode, _ target: Target, _ arguments: [String: String]) {
    var arguments = arguments
    arguments["target"] = target.name
    diagnostics.append(Diagnostic(code, at: target.position, arguments))
  }
}

extension MeasureUnit {
  /// Whether a figure can be one of the unit.
  func allows(_ value: Double) -> Bool { value >= 0 && (self != .share || value <= 1) }
}
