import Diagnostics
import Estimation
import FormDefinition
import Testing

/// What a reader finds who lays a table published before beside the new one.
///
/// Requirements:
/// 1. A count suppressed now does not follow from both together when the people are the same; late answers included.
/// 2. A former table that the new one contradicts changes nothing.
/// 3. What no suppression can hide any more is told (EST-122).
/// 4. Nothing a file may hold leads to a crash.
@Suite("Tables published before")
struct PublishedBeforeTests {
  /// Answers 4 and 5 by sector, given by hand.
  static let counts = [[5, 4], [6, 6], [14, 16], [20, 20]]

  static func estimates(_ counts: [[Int]], minimumCount: Int = 10, before: [PublishedBefore] = []) throws
    -> EstimationResult
  {
    let sectors = ["a", "b", "c", "d"]
    let rows = zip(sectors, counts).flatMap { sector, counts in
      zip(["4", "5"], counts).flatMap { answer, count in (0..<count).map { _ in [answer, sector] } }
    }
    var plan = EstimationPlan()
    plan.domains = [["sector"]]
    plan.disclosure.minimumCount = minimumCount
    plan.publishedBefore = before
    let fields = [coded("q", ["4", "5"]), coded("sector", sectors)]
    return try estimate(
      plan, form: testForm([indicator("i", .consensus, ["q"], agree: ["5"])]), records: TestRecords(fields, rows: rows))
  }

  /// A table as it was published before, with some levels suppressed.
  static func published(_ counts: [[Int]], hidden: Set<String>) throws -> PublishedBefore {
    PublishedBefore(
      rows: try estimates(counts, minimumCount: 1).table.rows.map { row in
        guard hidden.contains(row.domainLevel) else { return row }
        var suppressed = EstimateRow(
          form: row.form, wave: row.wave, indicator: row.indicator, item: row.item, statistic: row.statistic,
          level: row.level, domain: row.domain, domainLevel: row.domainLevel)
        suppressed.flags = [.suppressed]
        return suppressed
      })
  }

  static func hidden(_ result: EstimationResult) -> Set<String> {
    Set(result.table.rows.filter { $0.flags.contains(.suppressed) }.map(\.domainLevel))
  }

  @Test("the complement of a suppressed level was published before: another level goes")
  func complement() throws {
    #expect(Self.hidden(try Self.estimates(Self.counts)) == ["a", "b"])
    // Before, a hid behind c; b is known, so that a would follow from the whole.
    let before = try Self.published(Self.counts, hidden: ["a", "c"])
    let result = try Self.estimates(Self.counts, before: [before])
    #expect(Self.hidden(result) == ["a", "b", "c"])
    #expect(result.disclosure.exposedCount == 0 && result.disclosure.formerlyKnownCount == 0)
    // The same pattern as before needs nothing more.
    let same = try Self.published(Self.counts, hidden: ["a", "b"])
    #expect(Self.hidden(try Self.estimates(Self.counts, before: [same])) == ["a", "b"])
  }

  @Test("one late answer: what is suppressed is between the former count and that with the late one")
  func late() throws {
    var earlier = Self.counts
    earlier[3][0] -= 1
    // b is 12 or 13, its answers 6 or 7: two tables for each count, which protects.
    let before = try Self.published(earlier, hidden: ["a", "c"])
    let result = try Self.estimates(Self.counts, before: [before])
    #expect(result.disclosure.exposedCount == 0)
    #expect(Self.hidden(result).isSuperset(of: ["a", "b"]))
  }

  @Test("a table that the new one contradicts is of other people, and changes nothing")
  func contradicted() throws {
    var others = Self.counts
    others[3] = [22, 18]
    others[0] = [3, 6]
    others[2] = [13, 17]
    let before = try Self.published(others, hidden: ["a", "c"])
    #expect(Self.hidden(try Self.estimates(Self.counts, before: [before])).isSuperset(of: ["a", "b"]))
    var different = Self.counts
    different[3] = [25, 31]
    different[2] = [20, 2]
    let table = try Self.published(different, hidden: ["a", "c"])
    #expect(Self.hidden(try Self.estimates(Self.counts, before: [table])) == ["a", "b"])
  }

  @Test("where everything else was published before, no suppression can help: it is told")
  func told() throws {
    let before = try Self.published(Self.counts, hidden: ["a"])
    let result = try Self.estimates(Self.counts, before: [before])
    #expect(result.disclosure.formerlyKnownCount > 0)
    #expect(result.disclosure.remarks.map(\.code.identifier).contains("EST-122"))
  }

  @Test("numbers that no table has are no reason to stop", arguments: [Int.max, Int.min, -5, 0])
  func strange(count: Int) throws {
    var before = try Self.published(Self.counts, hidden: ["a"])
    for index in before.rows.indices {
      before.rows[index].baseCount = count
      before.rows[index].estimate = index % 2 == 0 ? 1e300 : -3
    }
    let result = try Self.estimates(Self.counts, before: [before])
    #expect(Self.hidden(result).isSuperset(of: ["a", "b"]))
  }
}
