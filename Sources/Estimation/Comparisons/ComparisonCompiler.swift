import Diagnostics
import FormDefinition
import Responses
import Tabulation

/// Finds the items a plan compares among the indicators' and checks that the tests fit them.
struct ComparisonCompiler {
  private(set) var tasks: [ComparisonTask] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ plan: EstimationPlan, indicators: IndicatorCompiler) {
    for (family, comparison) in plan.comparisons.enumerated() {
      for name in comparison.items {
        let found = Self.entries(named: name, in: indicators)
        if found.isEmpty {
          let names = indicators.entries.flatMap { [$0.item, $0.indicator.name] }
          diagnostics.append(
            Diagnostic(
              .comparisonItemUnknown, field: name,
              ["suggestion": nearestName(to: name, among: names).map { " (\($0)?)" } ?? ""]))
        }
        let tasks = found.compactMap { Self.task($0, family: family, comparison, indicators) }
        if tasks.isEmpty, !found.isEmpty {
          diagnostics.append(
            Diagnostic(.comparisonItemUnsuitable, field: name, ["test": comparison.test.rawValue]))
        }
        self.tasks += tasks
      }
    }
  }

  /// The first entry of each item that a name stands for: an item, or all items of an indicator.
  private static func entries(named name: String, in indicators: IndicatorCompiler) -> [Int] {
    let all = indicators.entries.indices.filter { indicators.entries[$0].questions.count == 1 }
    if let item = all.first(where: { indicators.entries[$0].item == name }) { return [item] }
    var seen: Set<String> = []
    return all.filter {
      indicators.entries[$0].indicator.name == name && seen.insert(indicators.entries[$0].item).inserted
    }
  }

  private static func task(
    _ entry: Int, family: Int, _ comparison: Comparison, _ indicators: IndicatorCompiler
  ) -> ComparisonTask? {
    let description = indicators.entries[entry]
    let field = indicators.layout.fields[description.questions[0]]
    func task(_ values: ComparisonTask.Values) -> ComparisonTask {
      ComparisonTask(comparison: comparison, family: family, entry: entry, values: values)
    }
    switch indicators.items[description.tabulated] {
    case .number: return comparison.test.isOfTable ? nil : task(.number)
    case .coded:
      let scale = AnswerScale(codes: description.indicator.scale, field: field)
      return task(
        .coded(
          scale: scale,
          contrasts: comparison.test.isOfTable ? [] : contrasts(description.indicator, field: field, scale: scale)))
    default: return nil
    }
  }

  /// The means compared of a coded item, as its indicator has them: scores, agree shares, or the share of each answer.
  private static func contrasts(
    _ indicator: Indicator, field: Field, scale: AnswerScale
  ) -> [ComparisonTask.Contrast] {
    let points = scale.codes.indices
    guard indicator.kind == .consensus || indicator.kind == .mean else {
      return points.map { point in
        .init(level: scale.codes[point], values: points.map { $0 == point ? 1 : 0 })
      }
    }
    let isReversed = indicator.reverse.contains(field.name)
    let scores = points.map { Double(isReversed ? points.count - $0 : $0 + 1) }
    let agree = scale.positions(of: indicator.agree)
    let agreeing = Set(isReversed ? scale.mirrored(agree) : agree)
    return [.init(level: "", values: scores)]
      + (agreeing.isEmpty
        ? [] : [.init(level: Statistic.agree.rawValue, values: points.map { agreeing.contains($0) ? 1 : 0 })])
  }
}

/// One item compared by one domain.
struct ComparisonTask: Sendable {
  let comparison: Comparison
  /// The comparison's position in the plan: p values are adjusted within it.
  let family: Int
  /// The item's position among the indicators' entries.
  let entry: Int
  let values: Values

  /// What is compared.
  enum Values: Sendable {
    case number
    case coded(scale: AnswerScale, contrasts: [Contrast])
  }

  /// A mean of values by point of the scale.
  struct Contrast: Sendable {
    /// The column `level`.
    var level: String
    var values: [Double]
  }
}
