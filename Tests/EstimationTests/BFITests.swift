import DelimitedText
import Estimation
import FormDefinition
import Responses
import Testing

/// R's values for the 25 items of `bfi`, overall and by gender, without and with weights.
@Suite("The BFI items equal R's values")
struct BFITests {
  static let items = ["A", "C", "E", "N", "O"].flatMap { block in (1...5).map { "\(block)\($0)" } }
  static let scale = (1...6).map(String.init)

  static func estimates(weights: Bool) throws -> RowIndex {
    var plan = EstimationPlan()
    plan.weights = weights ? "w" : nil
    plan.sample = .probability
    plan.domains = [["gender"], ["education"]]
    plan.disclosure.minimumCount = 1
    let fields =
      items.map { coded($0, scale) } + [
        coded("gender", ["1", "2"]), coded("education", ["1", "2", "3", "4", "5"]), field("w", .decimal),
      ]
    let records = TestRecords(try fixture("bfi/bfi.csv"), fields: fields)
    let form = testForm([indicator("items", .consensus, items, agree: ["5", "6"])])
    return RowIndex(try estimate(plan, form: form, records: records).table)
  }

  /// Checks every expected row of some cases; what has no counterpart here is a failure.
  static func check(_ rows: RowIndex, cases: Set<String>) throws -> Int {
    let expected = try fixture("bfi/expected.csv")
    var checked = 0
    for row in expected.rows where cases.contains(row[0]) && Self.isComparable(row) {
      let isWhole = row[5] == "all"
      let level = row[4]
      let wanted = try #require(Self.statistic(row[7], isShare: !level.isEmpty))
      let match = rows.row(
        row[3], wanted, level: level, domain: isWhole ? "" : "gender",
        domainLevel: isWhole ? "" : String(row[5].suffix(1)))
      let found = try #require(match)
      let value = Self.value(row[7], of: found)
      let reference = try #require(Double(row[8]))
      #expect(isClose(value, reference, 1e-9), "\(row.fields)")
      checked += 1
    }
    return checked
  }

  /// Whether these tests speak of an expected value; others do of other operations and measures.
  private static func isComparable(_ row: DelimitedRow) -> Bool {
    ["measure", "svymean"].contains(row[2])
      && ["n", "count", "prop", "deff", "se", "mean", "consensus_TastleWierman", "agreement_A"].contains(row[7])
  }

  private static func statistic(_ name: String, isShare: Bool) -> Statistic? {
    switch name {
    case "n", "mean": .mean
    case "count", "prop", "deff": .proportion
    case "se": isShare ? .proportion : .mean
    case "consensus_TastleWierman": .consensus
    case "agreement_A": .agreement
    default: nil
    }
  }

  private static func value(_ name: String, of row: EstimateRow) -> Double? {
    let base = row.baseCount.map(Double.init)
    switch name {
    case "n": return base
    case "count":
      guard let base, let share = row.estimate else { return nil }
      return (share * base).rounded()
    case "se": return row.standardError
    case "deff": return row.designEffect
    default: return row.estimate
    }
  }

  @Test("counts, means, consensus and agreement, overall and by gender, to 1e-9")
  func unweighted() throws {
    let checked = try Self.check(try Self.estimates(weights: false), cases: ["item"])
    #expect(checked == 25 * 3 * 10)
  }

  @Test("weighted shares and means with standard errors and design effects, overall and by gender, to 1e-9")
  func weighted() throws {
    let checked = try Self.check(try Self.estimates(weights: true), cases: ["weighted", "weighted_by"])
    #expect(checked == 1250)
  }
}
