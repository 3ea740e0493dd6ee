import Diagnostics
import FormDefinition
import Responses
import Testing

@testable import Estimation

/// Measures of several items together: derivatives, hand-worked values, and what happens at the edges.
@Suite("Several items together")
struct BlockMeasureTests {
  /// Answers of some people to some items on a scale 1…5, nil where there is none.
  static func answers(seed: UInt64, people: Int, items: Int, missing: Bool) -> [[Int?]] {
    var generator = SeededGenerator(seed: seed)
    return (0..<people).map { _ in
      (0..<items).map { _ in
        missing && Int.random(in: 0..<4, using: &generator) == 0 ? nil : Int.random(in: 0..<5, using: &generator)
      }
    }
  }

  /// Compares a derivative by each weight with differences.
  static func check(
    _ count: Int, _ measure: ([Double]) -> (value: Double, scores: [Double])?,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var generator = SeededGenerator(seed: 5)
    let weights = (0..<count).map { _ in Double.random(in: 0.5...3, using: &generator) }
    let scores = try #require(measure(weights)).scores
    for index in weights.indices {
      var up = weights
      up[index] += 1e-5
      var down = weights
      down[index] -= 1e-5
      let high = try #require(measure(up)).value
      let low = try #require(measure(down)).value
      #expect(abs((high - low) / 2e-5 - scores[index]) < 1e-7, sourceLocation: sourceLocation)
    }
  }

  @Test("the scores of W, Cronbach's alpha and r_WG(J) are their derivatives")
  func completeCases() throws {
    let ratings = Self.answers(seed: 1, people: 9, items: 4, missing: false).map { $0.map { Double($0 ?? 0) } }
    try Self.check(9) { weights in
      KendallW(ratings: ratings, weights: weights).map { ($0.value, $0.scores) }
    }
    try Self.check(9) { BlockVariances(scores: ratings, weights: $0)?.cronbachAlpha }
    try Self.check(9) { BlockVariances(scores: ratings, weights: $0)?.withinGroupAgreement(points: 5, count: 9) }
  }

  @Test("the scores of Krippendorff's alpha are its derivatives", arguments: AlphaMetric.allCases)
  func alpha(metric: AlphaMetric) throws {
    let answers = Self.answers(seed: 2, people: 9, items: 4, missing: true)
    let counts = [Int](repeating: 3, count: 9)
    // Squared weights are taken as given.
    let squares = (0..<9).map { 1 + Double($0) / 4 }
    try Self.check(9) { weights in
      KrippendorffAlpha(
        items: answers, weights: weights, squareWeights: squares, counts: counts, points: 5, metric: metric
      ).map { ($0.value, $0.scores) }
    }
    try Self.check(9) { weights in
      KrippendorffAlpha(respondents: answers, weights: weights, counts: counts, points: 5, metric: metric).map {
        ($0.value, $0.scores)
      }
    }
  }

  @Test("equal weights of any size leave every measure as it is")
  func scale() throws {
    let answers = Self.answers(seed: 3, people: 12, items: 5, missing: true)
    let counts = [Int](repeating: 1, count: 12)
    for metric in AlphaMetric.allCases {
      func alpha(_ weight: Double) -> [Double?] {
        let weights = [Double](repeating: weight, count: 12)
        return [
          KrippendorffAlpha(
            items: answers, weights: weights, squareWeights: weights.map { $0 * $0 }, counts: counts, points: 5,
            metric: metric)?.value,
          KrippendorffAlpha(respondents: answers, weights: weights, counts: counts, points: 5, metric: metric)?.value,
        ]
      }
      for (one, many) in zip(alpha(1), alpha(37.5)) { #expect(isClose(many, try #require(one), 1e-12)) }
    }
  }

  @Test("raters who agree have W 1, opposite ones 0, raters who tie everything none")
  func concordance() {
    #expect(KendallW(ratings: [[1, 2, 3], [2, 4, 9]], weights: [1, 1])?.value == 1)
    #expect(KendallW(ratings: [[1, 2, 3], [3, 2, 1]], weights: [1, 1])?.value == 0)
    #expect(KendallW(ratings: [[2, 2, 2], [5, 5, 5]], weights: [1, 1]) == nil)
    #expect(KendallW(ratings: [[1], [2]], weights: [1, 1]) == nil)
    #expect(KendallW(ratings: [], weights: []) == nil)
    #expect(KendallW(ratings: [[1, 2]], weights: [0]) == nil)
    #expect(KendallW.midranks([4, 1, 4, 4]).ranks == [3, 1, 3, 3])
    #expect(KendallW.midranks([4, 1, 4, 4]).ties == 24)
  }

  @Test("Cronbach's alpha by hand: two items that are equal have 1, unrelated ones 0")
  func cronbach() throws {
    let equal = try #require(BlockVariances(scores: [[1, 1], [2, 2], [4, 4]], weights: [1, 1, 1]))
    #expect(isClose(equal.cronbachAlpha?.value, 1, 1e-14))
    let unrelated = try #require(BlockVariances(scores: [[1, 1], [1, 2], [2, 1], [2, 2]], weights: [1, 1, 1, 1]))
    #expect(abs(unrelated.cronbachAlpha?.value ?? 1) < 1e-14)
    #expect(BlockVariances(scores: [[1, 1], [1, 1]], weights: [1, 1])?.cronbachAlpha == nil)
  }

  @Test("answers that are all equal have no alpha; nobody, one person and one item give rows without figures")
  func degenerate() throws {
    let same: [[Int?]] = [[2, 2], [2, 2]]
    #expect(
      KrippendorffAlpha(
        items: same, weights: [1, 1], squareWeights: [1, 1], counts: [1, 1], points: 5, metric: .ordinal) == nil)
    #expect(
      KrippendorffAlpha(respondents: same, weights: [1, 1], counts: [1, 1], points: 5, metric: .ordinal) == nil)
    let scale = (1...5).map(String.init)
    let fields = ["a", "b"].map { coded($0, scale + ["99"], missing: [5]) }
    let block = indicator("x", .consensus, ["a", "b"], agree: ["5"], parameters: ["statistics": "all"])
    for rows in [[], [["1", "5"]], [["", "99"]], [["1", ""], ["", "2"]]] as [[[String]]] {
      let table = RowIndex(try IndicatorTests.run(fields, rows, [block]).table)
      for statistic in [Statistic.kendallW, .krippendorffAlpha, .cronbachAlpha, .rWG] {
        let row = try #require(table.row("", statistic))
        #expect(row.standardError == nil)
      }
    }
    let alone = indicator("x", .consensus, ["a"], agree: ["5"], parameters: ["statistics": "kendall_w+ipras"])
    let result = try IndicatorTests.run(fields, [["1", "2"]], [alone])
    #expect(result.diagnostics.map(\.code.identifier).sorted() == ["EST-080", "EST-081"])
  }

  @Test("items of reversed wording are turned round before people are compared")
  func reversed() throws {
    let scale = (1...5).map(String.init)
    let fields = ["a", "b"].map { coded($0, scale) }
    let block = indicator(
      "x", .consensus, ["a", "b"], agree: ["5"], reverse: ["b"], parameters: ["statistics": "cronbach_alpha"])
    let table = RowIndex(try IndicatorTests.run(fields, [["1", "5"], ["2", "4"], ["5", "1"]], [block]).table)
    #expect(isClose(table.row("", .cronbachAlpha)?.estimate, 1, 1e-14))
    #expect(table.row("", .cronbachAlpha)?.baseCount == 3)
  }
}
