import Diagnostics
import Estimation
import Responses
import Testing

/// Calibration, trimming and their replicates at the edge, and laws that hold for all of them.
@Suite("Weighting at the edge")
struct WeightingEdgeTests {
  static let rows = (0..<40).map { number in
    DegenerateTests.row(
      imp: String(1 + number % 5), income: String(number), sector: number % 4 == 0 ? "b" : "a",
      weight: String(1 + number % 3))
  }

  static func target(
    _ method: CalibrationMethod, total: Double? = nil, bounds: ClosedRange<Double>? = nil,
    population: [(String, Double)] = [("a", 60), ("b", 20)]
  ) -> CalibrationTarget {
    var target = CalibrationTarget()
    target.method = method
    target.bounds = bounds
    if !population.isEmpty {
      target.margins = [
        RakeMargin(variables: ["sector"], population: population.map { (level: $0.0, count: $0.1) })
      ]
    }
    if let total { target.totals = [("income", total)] }
    return target
  }

  @Test("what cannot be met is an error with the way out, never silence")
  func refusals() {
    func codes(_ change: (inout EstimationPlan) -> Void) -> [String] { DegenerateTests.failure(Self.rows, change) }
    #expect(codes { $0.calibrate = Self.target(.logit) } == ["EST-043"])
    #expect(codes { $0.calibrate = Self.target(.linear, bounds: 1...2) } == ["EST-043"])
    // Everybody's factor would have to be about 10.
    #expect(
      codes { $0.calibrate = Self.target(.logit, bounds: 0.5...2, population: [("a", 600), ("b", 200)]) }
        == ["EST-044"])
    #expect(codes { $0.calibrate = Self.target(.raking, total: -1e6) } == ["EST-044"])
    #expect(codes { $0.calibrate = Self.target(.linear, population: [("a", 60)]) } == ["EST-010"])
    #expect(codes { $0.calibrate = Self.target(.linear, population: [("a", 60), ("b", 9), ("c", 9)]) } == ["EST-011"])
    #expect(codes { $0.trim = TrimRule(lower: 1, upper: 2) } == ["EST-048"])
    #expect(codes { $0.trim = TrimRule(upper: 0.5) } == ["EST-048"])
    let missing = Self.rows + [DegenerateTests.row(income: "")]
    #expect(DegenerateTests.failure(missing) { $0.calibrate = Self.target(.linear, total: 1000) } == ["EST-046"])
  }

  @Test("negative weights of linear calibration are told, and leave no number that is none")
  func negative() throws {
    let result = try DegenerateTests.run(Self.rows) { plan in
      plan.weights = "w"
      plan.calibrate = Self.target(.linear, total: 80 * 36)
    }
    #expect(result.diagnostics.map(\.code) == [.negativeWeightsCalibrated])
    #expect((result.weighting?.final.minimum ?? 0) < 0)
    #expect(isClose(RowIndex(result.table).row("income", .total)?.estimate, 80 * 36, 1e-9))
    DegenerateTests.expectFinite(result.table.rows)
    // Trimming lifts them to 0, and the total is then missed.
    let trimmed = try DegenerateTests.run(Self.rows) { plan in
      plan.weights = "w"
      plan.calibrate = Self.target(.linear, total: 80 * 36)
      plan.trim = TrimRule(lower: 0, upper: 50, isStrict: true)
    }
    #expect((trimmed.weighting?.final.minimum ?? -1) >= 0 && (trimmed.weighting?.trimmedCount ?? 0) > 0)
    #expect(isClose(trimmed.weighting?.final.sum, 80, 1e-9))
  }

  @Test("a number without margins: its total, with the number of people or without")
  func withoutMargins() throws {
    for size in [nil, 100.0] {
      let result = try DegenerateTests.run(Self.rows) { plan in
        plan.weights = "w"
        plan.calibrate = Self.target(.linear, total: 1600, population: [])
        plan.calibrate?.size = size
      }
      #expect(isClose(RowIndex(result.table).row("income", .total)?.estimate, 1600, 1e-10))
      if let size { #expect(isClose(result.weighting?.final.sum, size, 1e-10)) }
      #expect(result.weighting?.totals.map(\.population) == [1600])
    }
  }

  @Test("the same margin twice, and a number that is a sum of others, change nothing")
  func collinear() throws {
    func run(_ copies: Int) throws -> [EstimateRow] {
      try DegenerateTests.run(Self.rows) { plan in
        plan.weights = "w"
        plan.calibrate = Self.target(.raking, total: 1500)
        let margins = plan.calibrate?.margins ?? []
        plan.calibrate?.margins = Array(repeating: margins, count: copies).flatMap { $0 }
        plan.calibrate?.size = copies > 1 ? 80 : nil
      }.table.rows
    }
    for (one, two) in zip(try run(1), try run(2)) {
      #expect(abs((one.estimate ?? 0) - (two.estimate ?? 0)) <= 1e-8 * max(1, abs(one.estimate ?? 0)))
      #expect(abs((one.standardError ?? 0) - (two.standardError ?? 0)) < 1e-6)
    }
  }

  @Test("trimming that leaves no weight to give to changes the sum, and says so")
  func trimmedAway() throws {
    let rows = ["1", "1", "9", "9"].map { DegenerateTests.row(weight: $0) }
    let result = try DegenerateTests.run(rows) { plan in
      plan.weights = "w"
      plan.trim = TrimRule(lower: 0.9, upper: 1.1)
    }
    // Weights 1, 1, 9, 9 have the mean 5: all are cut, to 4.5 and 5.5, and the sum is 20 as before.
    #expect(isClose(result.weighting?.final.sum, 20, 1e-12) && result.weighting?.trimmedCount == 4)
    let uneven = ["1", "1", "1", "9"].map { DegenerateTests.row(weight: $0) }
    let other = try DegenerateTests.run(uneven) { plan in
      plan.weights = "w"
      plan.trim = TrimRule(lower: 0.9, upper: 1.1)
    }
    // The mean is 3: 2.7 three times and 3.3 make 11.4 of 12.
    #expect(isClose(other.weighting?.final.sum, 11.4, 1e-12))
    #expect(other.diagnostics.map(\.code) == [.trimSumChanged])
  }

  @Test("weights of 0 stay 0 when others are filled up")
  func zeroWeights() throws {
    let rows = ["0", "1", "4", "4", "3"].map { DegenerateTests.row(weight: $0) }
    let result = try DegenerateTests.run(rows) { plan in
      plan.weights = "w"
      plan.trim = TrimRule(lower: 0.8, upper: 3)
      plan.replicates = ReplicatePlan(.jackknife)
    }
    // The mean is 12/5; 1 is filled up to 1.92, the 0.92 come from the other three.
    #expect(result.weighting?.final.minimum == 0)
    #expect(isClose(result.weighting?.final.maximum, 4 - 0.92 / 3, 1e-12))
    DegenerateTests.expectFinite(result.table.rows)
  }

  @Test("replicates that cannot meet the margins are counted")
  func poorReplicates() throws {
    var rows = Self.rows
    rows.append(DegenerateTests.row(sector: "c"))
    let result = try DegenerateTests.run(rows) { plan in
      plan.calibrate = Self.target(.linear, bounds: 0.1...10, population: [("a", 60), ("b", 20), ("c", 1)])
      plan.calibrate?.size = 81
      plan.replicates = ReplicatePlan(.jackknife)
    }
    #expect(result.diagnostics.map(\.code) == [.replicatesNotCalibrated])
    DegenerateTests.expectFinite(result.table.rows)
  }

  /// All that weighting offers, with totals in people.
  private static func everything(_ plan: inout EstimationPlan) {
    plan.strata = "stratum"
    plan.calibrate = CalibrationTarget()
    plan.calibrate?.method = .raking
    plan.calibrate?.margins = [RakeMargin(variables: ["gender"], population: [("f", 900), ("m", 1100)])]
    plan.trim = TrimRule(lower: 0.3, upper: 1.6, isStrict: true)
    plan.replicates = ReplicatePlan(.stratifiedJackknife)
  }

  @Test("weights times a constant change nothing once margins are met", arguments: [UInt64(3), 14])
  func constant(seed: UInt64) throws {
    let survey = SyntheticSurvey(seed: seed, count: 90)
    var scaled = survey
    let place = try #require(SyntheticSurvey.fields.firstIndex { $0.name == "w" })
    for row in scaled.rows.indices {
      scaled.rows[row][place] = String((Double(survey.rows[row][place]) ?? 0) * 64)
    }
    let before = try ReplicateTests.run(survey, Self.everything)
    let after = try ReplicateTests.run(scaled, Self.everything)
    #expect(isClose(before.weighting?.final.sum, 2000, 1e-9) && (before.weighting?.trimmedCount ?? 0) > 0)
    for (before, after) in zip(before.table.rows, after.table.rows) {
      #expect(isClose(after.estimate ?? 0, before.estimate ?? 0, 1e-9))
      #expect(
        abs((after.standardError ?? 0) - (before.standardError ?? 0)) <= 1e-7 * (before.standardError ?? 0) + 1e-9)
    }
  }

  @Test("the order of the records changes nothing", arguments: [UInt64(4), 15])
  func order(seed: UInt64) throws {
    let survey = SyntheticSurvey(seed: seed, count: 90)
    var turned = survey
    turned.rows.reverse()
    let before = try ReplicateTests.run(survey, Self.everything)
    let after = try ReplicateTests.run(turned, Self.everything)
    for (before, after) in zip(before.table.rows, after.table.rows) {
      #expect(before.domainLevel == after.domainLevel && isClose(after.estimate ?? 0, before.estimate ?? 0, 1e-9))
      #expect(
        abs((after.standardError ?? 0) - (before.standardError ?? 0)) <= 1e-7 * (before.standardError ?? 0) + 1e-9)
    }
  }

  @Test("calibrated weights meet their totals on generated surveys", arguments: 1...6 as ClosedRange<UInt64>)
  func totalsMet(seed: UInt64) throws {
    let survey = SyntheticSurvey(seed: seed, count: 150)
    let method = CalibrationMethod.allCases[Int(seed) % 3]
    var target = CalibrationTarget()
    target.method = method
    target.bounds = method == .logit ? 0.2...5 : nil
    target.margins = [
      RakeMargin(variables: ["gender"], population: [("f", 700), ("m", 800)]),
      RakeMargin(variables: ["sector"], population: [("a", 400), ("b", 380), ("c", 360)], unmatched: .baseWeight),
    ]
    let result = try ReplicateTests.run(survey) { $0.calibrate = target }
    let margins = try #require(result.weighting?.margins)
    for level in margins.flatMap(\.levels) { #expect(isClose(level.after, level.population, 1e-8)) }
  }
}
