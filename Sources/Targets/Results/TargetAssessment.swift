public import CivilCalendar

/// How a target stands on a day.
public struct TargetAssessment: Sendable, Hashable {
  /// The target.
  public let target: Target
  /// The day it was looked at.
  public let asOf: CivilDay
  /// The programme's own starting figure, or the earliest figure where it states none; nil without any.
  public internal(set) var baseline: SeriesPoint?
  /// The latest figure up to the day; nil when there is none but a baseline, or none at all.
  public internal(set) var latest: SeriesPoint?
  /// How many figures there are up to the day, the baseline counted.
  public internal(set) var figureCount = 0
  /// (latest − baseline) / (value − baseline); 0 at the start, 1 at the goal; nil where nothing had to change.
  public internal(set) var progress: Double?
  /// What the programme planned: from the baseline to the goal on the due date.
  public internal(set) var plannedPace: Pace?
  /// What is needed from now: from the last known figure, taken for today's, to the goal on the due date; nil when it is
  /// reached or the due date is over.
  public internal(set) var requiredPace: Pace?
  /// What happened: from the baseline to the latest figure.
  public internal(set) var actualPace: Pace?
  /// Where the line through the figures leads; nil with fewer than four, or when the due date is over.
  public internal(set) var projection: TargetProjection?
  /// Whether some figures could not be compared for their area.
  public internal(set) var hasOtherAreas = false
  /// Whether figures below the minimum count were left out.
  public internal(set) var isSuppressed = false
  /// Whether a figure was simulated.
  public let hasSimulatedFigures: Bool
  /// Whether a figure lacks some that should have reported.
  public let hasIncompleteFigures: Bool
  /// Where the target stands.
  ///
  /// Reached when the latest figure meets the goal, exceeded when it is above the range; after the due date reached, late
  /// or missed; unknown when the last figure is more than a year older than the due date. Before it, with a projection: on track with a probability of 0.8 or more, off track below 0.2, at risk
  /// between. Without one the progress is held against the share of the time gone by at the latest figure: on track when
  /// it is no less, at risk when it is half of it or more, else off track.
  public internal(set) var state = TargetState.unknown

  /// Assesses a target from the figures of its area and definition.
  ///
  /// - Parameters:
  ///   - figures: in any order, one per day, none after `asOf`.
  ///   - level: of the prediction interval, 0…1.
  public init(_ target: Target, figures: [SeriesPoint], asOf: CivilDay, level: Double) {
    self.target = target
    self.asOf = asOf
    var points = figures.filter { $0.day <= asOf }.sorted { $0.day < $1.day }
    hasSimulatedFigures = points.contains(where: \.isSimulated)
    hasIncompleteFigures = points.contains(where: \.isIncomplete)
    let observed = points.last
    if let value = target.baseline, let day = target.baselineDay {
      // The programme's own figure stands for its day.
      points.removeAll { $0.day == day }
      points.append(SeriesPoint(day: day, value: value))
      points.sort { $0.day < $1.day }
      baseline = SeriesPoint(day: day, value: value)
    } else {
      baseline = points.first
    }
    figureCount = points.count
    latest = observed.flatMap { last in baseline.map { last.day > $0.day } ?? true ? last : nil }
    measurePaces()
    if target.due > asOf, let line = TrendLine(points) {
      projection = TargetProjection(line, target: target, level: level)
    }
    state = standing(points)
  }

  private mutating func measurePaces() {
    guard let baseline else { return }
    let distance = target.value - baseline.value
    plannedPace =
      target.isMet(by: baseline.value)
      ? nil : Pace(from: baseline.value, on: baseline.day, to: target.value, on: target.due, unit: target.unit)
    if let latest {
      if distance != 0, !target.isMet(by: baseline.value) {
        let progress = (latest.value - baseline.value) / distance
        self.progress = progress.isFinite ? progress : nil
      }
      actualPace = Pace(
        from: baseline.value, on: baseline.day, to: latest.value, on: latest.day, unit: target.unit)
    }
    let last = latest ?? baseline
    if !target.isMet(by: last.value), last.value <= target.accepted.high {
      requiredPace = Pace(from: last.value, on: asOf, to: target.value, on: target.due, unit: target.unit)
    }
  }

  private func standing(_ points: [SeriesPoint]) -> TargetState {
    guard let last = points.last else { return .unknown }
    if asOf > target.due {
      guard let then = points.last(where: { $0.day <= target.due }) else { return .unknown }
      if let state = metState(then.value) { return state }
      if metState(last.value) != nil { return .late }
      return last.day.years(to: target.due) <= 1 ? .missed : .unknown
    }
    guard latest != nil else { return .unknown }
    if let state = metState(last.value) { return state }
    if let projection {
      return projection.probability >= 0.8 ? .onTrack : projection.probability < 0.2 ? .offTrack : .atRisk
    }
    guard let progress, let baseline, let latest else { return .unknown }
    let elapsed = baseline.day.years(to: latest.day) / baseline.day.years(to: target.due)
    guard elapsed > 0, elapsed.isFinite else { return .unknown }
    return progress >= elapsed ? .onTrack : progress >= elapsed / 2 ? .atRisk : .offTrack
  }

  private func metState(_ value: Double) -> TargetState? {
    if target.isMet(by: value) { return .reached }
    return value > target.accepted.high ? .exceeded : nil
  }
}
