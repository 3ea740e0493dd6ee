import Diagnostics
import Estimation
import FormDefinition
import Testing

/// Respondents and frames that do not fit each other.
@Suite("Raking to a frame")
struct RakingTests {
  static let rows =
    Array(repeating: DegenerateTests.row(imp: "5", sector: "a"), count: 30)
    + Array(repeating: DegenerateTests.row(imp: "1", sector: "b"), count: 10)
    + Array(repeating: DegenerateTests.row(imp: "3", sector: ""), count: 5)

  static func margin(_ rule: UnmatchedRule, _ population: [(String, Double)], map: [String: String] = [:]) -> RakeMargin
  {
    RakeMargin(
      variables: ["sector"], population: population.map { (level: $0.0, count: $0.1) }, unmatched: rule, map: map)
  }

  static func run(_ margins: [RakeMargin], rows: [[String]] = rows) throws -> EstimationResult {
    try DegenerateTests.run(rows) { $0.rake = margins }
  }

  @Test("respondents without a cell: an error, left out, or kept with their weight")
  func unmatched() throws {
    let population = [("a", 100.0), ("b", 300.0)]
    #expect(DegenerateTests.failure(Self.rows) { $0.rake = [Self.margin(.error, population)] } == ["EST-010"])

    let excluded = try Self.run([Self.margin(.exclude, population)])
    #expect(excluded.respondentCount == 40 && excluded.weighting?.excludedCount == 5)
    let mean = RowIndex(excluded.table).row("imp", .mean)
    // (100 × 5 + 300 × 1)/400.
    #expect(isClose(mean?.estimate, 2, 1e-14) && mean?.baseCount == 40)
    // Answers are constant within the margin's levels: it explains everything.
    #expect((mean?.standardError ?? 1) < 1e-12)
    #expect(excluded.diagnostics.map(\.code) == [.unmatchedRespondentsTreated])

    let kept = try Self.run([Self.margin(.baseWeight, population)])
    #expect(kept.respondentCount == 45)
    // (100 × 5 + 300 × 1 + 5 × 3)/405.
    #expect(isClose(RowIndex(kept.table).row("imp", .mean)?.estimate, 815.0 / 405, 1e-14))
    let summary = try #require(kept.weighting)
    #expect(summary.margins[0].unmatchedRespondents.map(\.name) == [""])
    #expect(summary.margins[0].levels.map(\.before) == [30, 10])
    #expect(isClose(summary.margins[0].levels[1].after, 300, 1e-14))
    #expect(summary.base.maximum == 1 && isClose(summary.final.maximum, 30, 1e-14))
  }

  @Test("a frame's level without respondents: an error or a warning")
  func emptyLevel() throws {
    let population = [("a", 100.0), ("b", 300.0), ("c", 50.0)]
    let rows = Array(Self.rows.prefix(40))
    #expect(DegenerateTests.failure(rows) { $0.rake = [Self.margin(.error, population)] } == ["EST-011"])
    let result = try Self.run([Self.margin(.exclude, population)], rows: rows)
    #expect(result.weighting?.margins[0].emptyLevels.map(\.name) == ["c"])
    #expect(isClose(result.weighting?.final.sum, 400, 1e-14))
  }

  @Test("levels are mapped onto the frame's")
  func mapped() throws {
    let rows = Array(Self.rows.prefix(40)) + [DegenerateTests.row(imp: "1", sector: "c")]
    let result = try Self.run([Self.margin(.error, [("a", 100), ("b", 300)], map: ["c": "b"])], rows: rows)
    #expect(isClose(RowIndex(result.table).row("imp", .mean)?.estimate, 2, 1e-14))
    #expect(result.diagnostics.isEmpty)
  }

  @Test("a level whose population is 0 weighs nothing; the same margin twice changes nothing")
  func zeroAndCollinear() throws {
    let rows = Array(Self.rows.prefix(40))
    let zero = try Self.run([Self.margin(.error, [("a", 100), ("b", 0)])], rows: rows)
    #expect(isClose(RowIndex(zero.table).row("imp", .mean)?.estimate, 5, 1e-14))
    #expect(zero.diagnostics.map(\.code) == [.zeroPopulationLevel])
    DegenerateTests.expectFinite(zero.table.rows)
    let margin = Self.margin(.error, [("a", 100), ("b", 300)])
    let once = try Self.run([margin], rows: rows)
    let twice = try Self.run([margin, margin], rows: rows)
    #expect(once.table.rows.map(\.estimate) == twice.table.rows.map(\.estimate))
    for (one, two) in zip(once.table.rows, twice.table.rows) {
      #expect(abs((one.standardError ?? 0) - (two.standardError ?? 0)) < 1e-10)
    }
  }

  @Test("margins that contradict each other: a warning and the weights of the last sweep")
  func contradiction() throws {
    let rows = Array(Self.rows.prefix(40))
    let result = try Self.run(
      [Self.margin(.error, [("a", 100), ("b", 300)]), Self.margin(.error, [("a", 300), ("b", 300)])], rows: rows)
    #expect(result.diagnostics.map(\.code) == [.marginTotalsDiffer, .rakingNotConverged])
    #expect(result.weighting?.converged == false && result.weighting?.iterations == 1000)
  }

  @Test("a frame is read with its remarks, and refused with every error's place")
  func frames() throws {
    let text = """
      variable,level,population,as_of,source,definition
      sector,a,100,2022-08-31,"A, B",Everybody
      sector*gender,a*f,40.5,,,
      """
    let frame = try PopulationFrame.read(bytes: Array(text.utf8), source: "frame.csv")
    #expect(frame.entries(by: ["sector"]).first?.source == "A, B")
    #expect(frame.margin(by: ["sector", "gender"])?.population.first?.count == 40.5)
    #expect(frame.margin(by: ["gender"]) == nil)
    do throws(StageFailure) {
      _ = try PopulationFrame.read(
        bytes: Array("variable,level,population\ns,a,x\ns,b,-1\ns,c,1\ns,c,2\n".utf8), source: "frame.csv")
      Issue.record("an unusable frame was read")
    } catch {
      #expect(error.diagnostics.map { $0.position?.line } == [2, 3, 5])
      #expect(error.diagnostics.map(\.code.identifier) == ["EST-002", "EST-002", "EST-003"])
    }
  }
}
