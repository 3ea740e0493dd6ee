import FormDefinition
import Responses
import Testing

@testable import Estimation

/// Worths of options from orders of preference.
@Suite("Plackett–Luce worths")
struct PlackettLuceTests {
  @Test("two options: the worths are the weighted shares of first places")
  func twoOptions() throws {
    let model = try #require(PlackettLuce(orders: [[0, 1], [1, 0]], weights: [3, 1], optionCount: 2))
    #expect(isClose(model.worths[0], 0.75, 1e-12) && isClose(model.worths[1], 0.25, 1e-12))
    // p = w₀/W: its derivative by the weights is (1 − p)/W and −p/W.
    #expect(isClose(model.scores[0][0], 0.25 / 4, 1e-10) && isClose(model.scores[1][0], -0.75 / 4, 1e-10))
  }

  @Test("first places alone of three options give their shares; all orders equally often give equal worths")
  func threeOptions() throws {
    let firsts = try #require(PlackettLuce(orders: [[0], [1], [2]], weights: [5, 3, 2], optionCount: 3))
    for (worth, share) in zip(firsts.worths, [0.5, 0.3, 0.2]) { #expect(isClose(worth, share, 1e-11)) }
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    let even = try #require(PlackettLuce(orders: orders, weights: [Double](repeating: 2, count: 6), optionCount: 3))
    for worth in even.worths { #expect(isClose(worth, 1.0 / 3, 1e-12)) }
  }

  @Test("no worths exist when an option is never placed above another group, or is the only one")
  func identifiability() {
    #expect(PlackettLuce(orders: [[0, 1, 2], [1, 0, 2]], weights: [1, 1], optionCount: 3) == nil)
    #expect(PlackettLuce(orders: [[0, 1], [1, 0]], weights: [1, 0], optionCount: 2) == nil)
    #expect(PlackettLuce(orders: [[0]], weights: [1], optionCount: 1) == nil)
    #expect(PlackettLuce(orders: [], weights: [], optionCount: 3) == nil)
  }

  @Test("the scores are the derivatives of the worths by the weights, partial orders included")
  func derivatives() throws {
    let orders = [[0, 1, 2, 3], [3, 1], [2], [1, 0, 3], [2, 3, 0, 1], [0, 3]]
    for option in 0..<4 {
      try BlockMeasureTests.check(6) { weights in
        PlackettLuce(orders: orders, weights: weights, optionCount: 4).map { model in
          (model.worths[option], model.scores.map { $0[option] })
        }
      }
    }
  }

  @Test("worths with intervals in the table, from a ranking question and from places asked one by one")
  func table() throws {
    let list = ["a", "b", "none"]
    let fields = [
      Field(name: "r", path: ["r"], storage: .ranking, choices: list, missingChoices: [2]),
      coded("p1", list, missing: [2]), coded("p2", list, missing: [2]),
    ]
    let rows = [
      ["a b", "a", "b"], ["a b", "a", "b"], ["a none", "a", "a"], ["b a", "b", ""], ["none", "none", ""],
    ]
    let parameters = ["statistics": "all", "rank": "plackett_luce", "top": "1"]
    let indicators = [
      indicator("r", .ranking, ["r"], parameters: parameters),
      indicator("p", .ranking, ["p1", "p2"], parameters: parameters),
    ]
    let table = RowIndex(try IndicatorTests.run(fields, rows, indicators).table)
    for item in ["r", ""] {
      let row = try #require(table.row(item, .plackettLuce, level: "a"))
      #expect(isClose(row.estimate, 0.75, 1e-12) && row.baseCount == 4)
      // As the share of first places: n/(n − 1) Σ z² with n = 5 records, z = 1/16 three times and −3/16 once.
      let variance = 5.0 / 4 * (3.0 / 256 + 9.0 / 256)
      #expect(isClose(row.standardError, variance.squareRoot(), 1e-9))
      #expect(table.row(item, .rank, level: "a")?.estimate == 1)
      #expect(table.row(item, .total, level: "a")?.estimate == 3)
      #expect(table.row(item, .plackettLuce, level: "none") == nil)
    }
  }

  @Test("sets of options: times best less times worst, out of the times shown, and the order that follows")
  func bestAndWorst() throws {
    let first = ["a", "b", "c", "none"]
    let second = ["b", "c", "d"]
    let fields = ["b1", "w1"].map { coded($0, first, missing: [3]) } + ["b2", "w2"].map { coded($0, second) }
    let rows = [["a", "c", "b", "d"], ["a", "b", "", ""], ["c", "c", "b", "c"], ["none", "a", "", "d"]]
    let sets = indicator("m", .ranking, ["b1|w1", "b2|w2"])
    let table = RowIndex(try IndicatorTests.run(fields, rows, [sets]).table)
    // Sets answered: 1 by the first two, 2 by the first and third.
    let expected = ["a": 2.0 / 2, "b": (2.0 - 1) / 4, "c": -2.0 / 4, "d": -1.0 / 2]
    for (option, score) in expected {
      let row = try #require(table.row("", .maxDiff, level: option))
      #expect(isClose(row.estimate, score, 1e-14) && row.baseCount == 3)
    }
    #expect(table.row("", .maxDiff, level: "none") == nil)
    #expect(table.row("", .rank, level: "a")?.estimate == 1)
    // b: net 1, −1, 1 of shown 2, 1, 1; z = (net − shown/4)/4 = 1/8, −5/16, 3/16 and 0 for the fourth; 4/3 Σ z².
    let variance = 4.0 / 3 * (4.0 + 25 + 9) / 256
    #expect(isClose(table.row("", .maxDiff, level: "b")?.standardError, variance.squareRoot(), 1e-13))
  }
}
