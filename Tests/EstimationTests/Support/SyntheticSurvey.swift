import FormDefinition
import Responses

/// A made-up survey: two five-point items asked of everybody, a number, a group, a design of strata, PSUs and SSUs.
struct SyntheticSurvey {
  static let scale = ["1", "2", "3", "4", "5"]
  static let fields =
    [
      coded("imp", scale + ["98"], missing: [5]), coded("prov", scale + ["98"], missing: [5]),
      field("income", .decimal),
      coded("sector", ["a", "b", "c"]), coded("gender", ["f", "m"]), field("w", .decimal),
      coded("stratum", ["s1", "s2", "s3"]), field("psu", .text), field("ssu", .integer), field("n_psu", .integer),
      field("n_ssu", .integer),
    ] + (0..<4).map { field("half_\($0)", .integer) }

  /// Of balanced half samples, by stratum: whether the clusters of even or of odd numbers are in.
  private static let halves = [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]]

  var rows: [[String]]

  /// Records of the seed's numbers; `seed` and `count` alone decide them.
  init(seed: UInt64, count: Int) {
    var generator = SeededGenerator(seed: seed)
    func pick(_ names: [String], _ generator: inout SeededGenerator) -> String {
      names[Int.random(in: 0..<names.count, using: &generator)]
    }
    rows = (0..<count).map { _ in
      let stratum = Int.random(in: 0..<3, using: &generator)
      let primary = Int.random(in: 0..<6, using: &generator)
      let answer = SyntheticSurvey.scale + ["98", "", "4", "5"]
      return [
        pick(answer, &generator), pick(answer, &generator),
        Int.random(in: 0..<12, using: &generator) == 0
          ? "" : String(Double.random(in: 1000...1010, using: &generator)),
        pick(["a", "b", "c", ""], &generator), pick(["f", "m"], &generator),
        String(Double.random(in: 0.5...20, using: &generator)), "s\(stratum + 1)", "p\(primary)",
        String(Int.random(in: 0..<4, using: &generator)), String(20 + stratum), String(9),
      ] + Self.halves.map { primary % 2 == $0[stratum] ? "2" : "0" }
    }
  }

  var records: TestRecords { TestRecords(Self.fields, rows: rows, batchSize: 97) }

  /// One column by name.
  func column(_ name: String) -> [String] {
    let position = Self.fields.firstIndex { $0.name == name } ?? 0
    return rows.map { $0[position] }
  }

  /// One column as numbers; nil for what is none.
  func numbers(_ name: String) -> [Double?] { column(name).map(Double.init) }

  static let form = testForm([
    indicator("agreement", .consensus, ["imp", "prov"], agree: ["4", "5"], reverse: ["prov"]),
    indicator("needs", .need, ["imp|prov"]), indicator("income", .mean, ["income"]),
    indicator("sum", .total, ["income"]), indicator("sectors", .share, ["sector"]),
  ])
}
