import Diagnostics
import Estimation
import FormDefinition
import Responses
import Testing

/// Replicate variances of measures of several questions together, and jackknives of random groups.
@Suite("Replicates of measures of several questions, and of random groups")
struct ReplicatedMeasureTests {
  static let scale = ["1", "2", "3", "4", "5"]
  static let options = ["a", "b", "c"]
  static let fields = [
    coded("x", scale), coded("y", scale), coded("z", scale), field("order", .ranking, options), field("w", .decimal),
    coded("best", options), coded("worst", options), field("n", .decimal),
  ]
  static let form = testForm([
    indicator(
      "block", .consensus, ["x", "y", "z"],
      parameters: ["statistics": "kendall_w+krippendorff_alpha+cronbach_alpha+r_wg_j"]
    ), indicator("places", .ranking, ["order"], parameters: ["statistics": "plackett_luce"]),
    indicator("sets", .ranking, ["best|worst"]), indicator("number", .mean, ["n"]),
  ])

  static func rows(_ count: Int) -> [[String]] {
    var generator = SeededGenerator(seed: 3)
    return (0..<count).map { number in
      let level = Int.random(in: 1...3, using: &generator)
      // The items differ, or W would be near 0, where it is not smooth.
      let answers = [0, 0, 1].map { String(level + $0 + Int.random(in: 0...1, using: &generator)) }
      let order = options.shuffled(using: &generator)
      return answers + [
        order.joined(separator: " "), String(Double.random(in: 1...4, using: &generator)), order[0], order[2],
        String(Double.random(in: 0...9, using: &generator)),
      ]
    }
  }

  static func estimates(_ rows: [[String]], _ replicates: ReplicatePlan?) throws -> EstimationResult {
    var plan = EstimationPlan()
    plan.sample = .probability
    plan.weights = "w"
    plan.replicates = replicates
    plan.disclosure.minimumCount = 1
    return try estimate(plan, form: form, records: TestRecords(fields, rows: rows))
  }

  @Test("the jackknife's variance is that of the estimates without one person at a time")
  func leaveOneOut() throws {
    let people = Self.rows(17)
    let found = RowIndex(try Self.estimates(people, ReplicatePlan(.jackknife)).table)
    let without = try people.indices.map { left in
      RowIndex(try Self.estimates(people.enumerated().filter { $0.offset != left }.map(\.element), nil).table)
    }
    let figures: [(item: String, statistic: Statistic, level: String)] = [
      ("", .kendallW, ""), ("", .krippendorffAlpha, ""), ("", .cronbachAlpha, ""),
      ("order", .plackettLuce, "a"), ("order", .plackettLuce, "c"), ("", .maxDiff, "b"),
    ]
    for (item, statistic, level) in figures {
      let values = try without.map { try #require($0.row(item, statistic, level: level)?.estimate) }
      let mean = values.reduce(0, +) / 17
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } * 16 / 17
      let error = try #require(found.row(item, statistic, level: level)?.standardError)
      #expect(isClose(error, variance.squareRoot(), 1e-8), "\(statistic) \(level)")
    }
  }

  @Test("replicates and linearisation agree in a large sample", arguments: [ReplicateType.jackknife, .raoWu])
  func linearised(_ type: ReplicateType) throws {
    var replicates = ReplicatePlan(type)
    replicates.count = 100
    let people = Self.rows(150)
    let found = RowIndex(try Self.estimates(people, replicates).table)
    let linear = RowIndex(try Self.estimates(people, nil).table)
    for statistic in [Statistic.kendallW, .krippendorffAlpha, .cronbachAlpha, .rWG] {
      let ratio =
        try #require(found.row("", statistic)?.standardError) / #require(linear.row("", statistic)?.standardError)
      #expect(abs(ratio - 1) < (type == .jackknife ? 0.05 : 0.35), "\(statistic) \(ratio)")
    }
    for option in Self.options {
      let row = found.row("order", .plackettLuce, level: option)
      let ratio =
        try #require(row?.standardError) / #require(linear.row("order", .plackettLuce, level: option)?.standardError)
      #expect(abs(ratio - 1) < (type == .jackknife ? 0.05 : 0.35), "\(option) \(ratio)")
    }
  }

  @Test("as many groups as people are the plain jackknife; fewer are near it; equal seeds give equal groups")
  func groups() throws {
    let people = Self.rows(300)
    func error(_ groups: Int?, seed: UInt64 = 1) throws -> Double {
      var replicates = ReplicatePlan(.stratifiedJackknife)
      replicates.groupCount = groups
      replicates.seed = seed
      let rows = RowIndex(try Self.estimates(people, replicates).table)
      return try #require(rows.row("n", .mean)?.standardError)
    }
    let plain = try error(nil)
    #expect(try error(300) == plain && error(1000) == plain)
    // Of 49 degrees of freedom: the standard error varies by a tenth.
    #expect(abs(try error(50) / plain - 1) < 0.4)
    #expect(try error(50) == error(50))
    #expect(try error(50, seed: 2) != error(50))
  }

  @Test("groups of two by hand: four values, two groups, the rest counting twice")
  func byHand() throws {
    var replicates = ReplicatePlan(.jackknife)
    replicates.groupCount = 2
    let people = ["1", "2", "4", "9"].map { ["1", "1", "1", "", "1", "", "", $0] }
    let row = try #require(RowIndex(try Self.estimates(people, replicates).table).row("n", .mean))
    // Whatever the groups: means of the two halves m and 8 − m, about 4; V = ½ 2 (m − 4)².
    let halves = [1.5, 2.5, 3].map { abs($0 - 4) }
    #expect(halves.contains { isClose(row.standardError, $0, 1e-12) }, "\(row.standardError ?? -1)")
    #expect(row.degreesOfFreedom == 1)
  }

  @Test("a jackknife of more weights than memory should hold says what to do, and groups do it")
  func tooMany() throws {
    let people = (0..<8_300).map { ["1", "1", "1", "", "1", "", "", String($0 % 10)] }
    let failure = #expect(throws: StageFailure.self) { try Self.estimates(people, ReplicatePlan(.jackknife)) }
    let finding = try #require(failure?.diagnostics.first)
    #expect(finding.code.identifier == "EST-050")
    #expect(finding.code.fix.english.contains("count"))
    var replicates = ReplicatePlan(.jackknife)
    replicates.groupCount = 50
    let row = try #require(RowIndex(try Self.estimates(people, replicates).table).row("n", .mean))
    #expect(row.degreesOfFreedom == 49 && (row.standardError ?? 0) > 0)
  }
}
