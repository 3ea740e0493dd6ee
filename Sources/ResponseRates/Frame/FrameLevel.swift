public import Estimation

/// One level of a frame beside its respondents, before weighting.
public struct FrameLevel: Sendable, Hashable {
  /// The question, or crossed questions joined by `*`.
  public var variable: String
  /// The level's name in the frame.
  public var level: String
  /// Its population.
  public var population: Double
  /// Its part of the frame, 0…1; nil for a frame of nobody.
  public var frameShare: Double?
  /// Its respondents; nil when they are too few to be told.
  public var respondents: Int?
  /// Its part of the respondents who have a level in the frame, 0…1; nil when it is not told.
  public var respondentShare: Double?

  /// The part of the respondents less that of the frame; nil when one is missing.
  public var difference: Double? { respondentShare.flatMap { own in frameShare.map { own - $0 } } }
}

extension WeightingSummary {
  /// Respondents against the frame, margin by margin, before weighting.
  ///
  /// A level of fewer respondents than the minimum count is not told; when only one is hidden, or those hidden are
  /// together too few, the smallest others are hidden too, because the total is known.
  public func frameLevels(minimumCount: Int) -> [FrameLevel] {
    margins.flatMap { margin -> [FrameLevel] in
      let total = base.count
      var isShown = margin.levels.map { $0.respondents.map { $0 >= minimumCount } ?? false }
      // A count of nobody is no secret, but is not told by the summary either.
      var told: Int { zip(margin.levels, isShown).reduce(0) { $0 + ($1.1 ? $1.0.respondents ?? 0 : 0) } }
      while isShown.contains(false), isShown.contains(true),
        isShown.count(where: { !$0 }) == 1 || (1..<max(1, minimumCount)).contains(total - told)
      {
        let next = margin.levels.indices.filter { isShown[$0] }
          .min { (margin.levels[$0].respondents ?? 0, $0) < (margin.levels[$1].respondents ?? 0, $1) }
        guard let next else { break }
        isShown[next] = false
      }
      return margin.levels.indices.map { place in
        let level = margin.levels[place]
        let count = isShown[place] ? level.respondents : nil
        return FrameLevel(
          variable: margin.variables.joined(separator: "*"), level: level.name, population: level.population,
          frameShare: margin.population > 0 ? level.population / margin.population : nil, respondents: count,
          respondentShare: total > 0 ? count.map { Double($0) / Double(total) } : nil)
      }
    }
  }
}
