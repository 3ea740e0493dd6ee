import Tabulation

/// Compares the published levels of one domain in one item.
struct ComparisonMeasure: Sendable {
  let task: ComparisonTask
  let domain: DomainView
  let cells: ItemCells
  /// The positions of the levels that take part.
  let levels: [Int]

  /// What was found.
  struct Finding: Sendable {
    /// The levels compared, `a-b`; "" for a test of all.
    var domainLevel: String
    var figure: Figure
    var result: TestResult
    /// The contrasts of a table that has more than a test takes.
    var excessiveContrasts: Int?
  }

  /// The findings: one test of the whole table, or one difference per pair of levels (and answer).
  var findings: [Finding] {
    switch (task.values, cells) {
    case (.coded(let scale, let contrasts), .coded(let cells)):
      let joint = JointCells(cells, slots: scale.points, count: scale.codes.count, levels: levels, in: domain)
      return task.comparison.test.isOfTable ? [test(joint)] : differences(joint, contrasts)
    case (.number, .number(let cells)):
      let parts = domain.rows.numbers(cells, classes: domain.classes, design: domain.design)
      return pairs.map { first, second in
        let (left, right) = (parts[levels[first]], parts[levels[second]])
        let both = NumberLevelCells(design: domain.design, classes: left.classes + right.classes)
        let figure = NumberLevelCells.difference(
          left, right, intervals: domain.intervals, degreesOfFreedom: degrees(both.degreesOfFreedom))
        return finding(LevelDifference(level: "", figure: figure), first, second)
      }
    default: return []
    }
  }

  private func test(_ joint: JointCells) -> Finding {
    let table = IndependenceTable(joint)
    let result: TestResult? =
      if table.contrastCount > IndependenceTable.mostContrasts {
        nil
      } else {
        switch task.comparison.test {
        case .raoScottChiSquared: RaoScott.firstOrder(table)
        case .wald: WaldTest.result(table, isAdjusted: false)
        case .adjustedWald: WaldTest.result(table, isAdjusted: true)
        default: RaoScott.secondOrder(table)
        }
      }
    var figure = Figure(statistic: .test, level: task.comparison.test.rawValue, count: table.count)
    figure.degreesOfFreedom = result?.degreesOfFreedom
    figure.designEffect = result?.designEffect
    let count = table.contrastCount
    return Finding(
      domainLevel: "", figure: figure, result: result ?? TestResult(),
      excessiveContrasts: count > IndependenceTable.mostContrasts ? count : nil)
  }

  private func differences(_ joint: JointCells, _ contrasts: [ComparisonTask.Contrast]) -> [Finding] {
    pairs.flatMap { first, second in
      let maker = FigureMaker(
        joint.restricted(to: [first, second]), intervals: domain.intervals,
        degreesOfFreedom: degrees(joint.restricted(to: [first, second]).degreesOfFreedom))
      return contrasts.map { contrast in
        let difference = LevelDifference(
          joint, first, second, level: contrast.level, values: contrast.values, maker: maker)
        return finding(difference, first, second)
      }
    }
  }

  private func finding(_ difference: LevelDifference, _ first: Int, _ second: Int) -> Finding {
    let names = [first, second].map { domain.rows.levels[levels[$0]].name }
    return Finding(
      domainLevel: names.joined(separator: "-"), figure: difference.figure,
      result: TestResult(
        statistic: difference.statistic, degreesOfFreedom: difference.figure.degreesOfFreedom,
        pValue: difference.pValue))
  }

  /// The positions in `levels` of every two levels compared, the earlier one first.
  private var pairs: [(Int, Int)] {
    let along = task.comparison.along.flatMap { task.comparison.domain.firstIndex(of: $0) }
    return levels.indices.flatMap { first in
      ((first + 1)..<max(first + 1, levels.count)).map { (first, $0) }.filter { first, second in
        along.map { differ(first, second, onlyIn: $0) } ?? true
      }
    }
  }

  /// Whether two levels agree in every question but one.
  private func differ(_ first: Int, _ second: Int, onlyIn place: Int) -> Bool {
    let (left, right) = (
      domain.rows.levels[levels[first]].coordinates, domain.rows.levels[levels[second]].coordinates
    )
    return left.indices.allSatisfy { ($0 == place) != (left[$0] == right[$0]) }
  }

  private func degrees(_ own: Double?) -> Double? {
    task.comparison.test == .t ? own.map { $0 - 1 } : own
  }
}
