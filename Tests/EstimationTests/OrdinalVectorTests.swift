import DelimitedText
import Estimation
import FormDefinition
import Responses
import Testing

/// Distributions of a few answers and panels of few raters, with the values of R's `agrmt` and `multilevel` and of the
/// RAND/UCLA manual's rules.
@Suite("Small distributions and panels")
struct OrdinalVectorTests {
  /// The answers of each case.
  static func answers(_ file: String) throws -> [String: [Int]] {
    var answers: [String: [Int]] = [:]
    for row in try fixture("ordinal/\(file)").rows {
      let isVector = file == "vectors.csv"
      let value = try #require(Int(row[isVector ? 1 : 2]))
      let count = isVector ? try #require(Int(row[2])) : 1
      answers[row[0], default: []] += Array(repeating: value, count: count)
    }
    return answers
  }

  /// The estimates of one item on a scale 1…points under each rule for quantiles.
  static func estimates(_ answers: [Int], points: Int, agree: [String] = []) throws -> [String: RowIndex] {
    var plan = EstimationPlan()
    plan.sample = .census
    plan.disclosure.minimumCount = 1
    let scale = (1...points).map(String.init)
    let records = TestRecords([coded("x", scale)], rows: answers.map { [String($0)] })
    var found: [String: RowIndex] = [:]
    for rule in ["1", "2", "6", "7"] {
      let parameters = ["statistics": "ipras+delphi", "quantile": rule]
      let form = testForm([indicator("x", .consensus, ["x"], agree: agree, parameters: parameters)])
      found["type \(rule)"] = RowIndex(try estimate(plan, form: form, records: records).table)
    }
    return found
  }

  private static func value(_ name: String, _ rows: RowIndex) -> Double?? {
    func estimate(_ statistic: Statistic) -> Double? { rows.row("x", statistic)?.estimate }
    func flipped(_ statistic: Statistic) -> Double? { estimate(statistic).map { 1 - $0 } }
    return switch name {
    case "n", "k": .none
    case "mean": estimate(.mean)
    case "median": estimate(.median)
    case "iqr": estimate(.interquartileRange)
    case "consensus_TastleWierman": estimate(.consensus)
    case "agreement_A": estimate(.agreement)
    case "polarization": estimate(.agreement).map { (1 - $0) / 2 }
    case "leik_D": estimate(.leik)
    case "lsquared": estimate(.blairLacySquared)
    case "l": estimate(.blairLacy)
    case "LOV": flipped(.blairLacy)
    case "rwg_uniform": estimate(.rWG)
    case "ipr": estimate(.ipr)
    case "ipras": estimate(.ipras)
    case "disagreement_index": estimate(.disagreementIndex)
    case "disagreement_IPR_gt_IPRAS": estimate(.disagreement)
    case "classic_disagreement": estimate(.randDisagreement)
    case "classic_agreement": estimate(.randAgreement)
    default: .none
    }
  }

  @Test("measures of spread and the RAND/UCLA rules equal the expected values to 1e-9")
  func values() throws {
    let vectors = try Self.answers("vectors.csv")
    let panels = try Self.answers("rand_ratings.csv")
    let points = Dictionary(
      try fixture("ordinal/vectors.csv").rows.map { ($0[0], Int($0[1]) ?? 0) }, uniquingKeysWith: max)
    var estimates: [String: [String: RowIndex]] = [:]
    for (name, answers) in vectors { estimates[name] = try Self.estimates(answers, points: points[name] ?? 0) }
    for (name, answers) in panels { estimates[name] = try Self.estimates(answers, points: 9) }
    var checked = 0
    for row in try fixture("ordinal/expected.csv").rows {
      let rule = row[2].isEmpty ? "type 2" : String(row[2].suffix(6))
      let rows = try #require(estimates[row[1]]?[rule])
      // A two-point scale: l² exists, R's package gives none.
      guard let found = Self.value(row[3], rows), row[4] != "NA" else { continue }
      #expect(isClose(found, try #require(Double(row[4])), 1e-9), "\(row.fields) \(String(describing: found))")
      checked += 1
    }
    #expect(checked == 466)
  }

  @Test("a quantile of type 1 is the least answer that reaches it, of type 2 the middle where it is reached exactly")
  func rules() throws {
    let rows = try Self.estimates([1, 1, 3, 5], points: 5)
    #expect(rows["type 1"]?.row("x", .median)?.estimate == 1)
    #expect(rows["type 2"]?.row("x", .median)?.estimate == 2)
    #expect(rows["type 7"]?.row("x", .interquartileRange)?.estimate == 2.5)
  }

  @Test("a Delphi consensus needs a narrow middle half, enough who agree, or both")
  func delphi() throws {
    func met(_ answers: [Int]) throws -> [Double?] {
      let rows = try #require(try Self.estimates(answers, points: 5, agree: ["4", "5"])["type 2"])
      return ["iqr", "share", "both"].map { rows.row("x", .delphi, level: $0)?.estimate }
    }
    #expect(try met([4, 4, 4, 5, 5]) == [1, 1, 1])
    #expect(try met([3, 3, 3, 4, 4]) == [1, 0, 0])
    #expect(try met([1, 4, 4, 5, 5, 5, 5, 5, 5, 1]) == [1, 1, 1])
    #expect(try met([1, 1, 1, 4, 5, 5, 5, 5, 5, 5]) == [0, 1, 0])
  }

  @Test("bands name the range a figure lies in; two camps are flagged")
  func bandsAndCamps() throws {
    var plan = EstimationPlan()
    plan.sample = .census
    plan.disclosure.minimumCount = 1
    let parameters = ["bands": "low+0.4:medium+0.8:high"]
    let form = testForm([indicator("x", .consensus, ["x", "y"], agree: ["4", "5"], parameters: parameters)])
    let scale = (1...5).map(String.init)
    let rows = (0..<20).map { [$0 % 2 == 0 ? "1" : "5", $0 < 18 ? "4" : "5"] }
    let table = RowIndex(
      try estimate(plan, form: form, records: TestRecords([coded("x", scale), coded("y", scale)], rows: rows)).table)
    let split = try #require(table.row("x", .consensus))
    #expect(split.band == "low" && split.flags.contains(.polarised))
    #expect(table.row("x", .agreement)?.flags.contains(.polarised) == true)
    let united = try #require(table.row("y", .consensus))
    #expect(united.band == "high" && !united.flags.contains(.polarised))
    #expect(table.row("y", .agreement)?.band == nil)
  }
}
