import DelimitedText
import Estimation
import Foundation
import Testing

@testable import ResponseRates

/// Names the folder with values for data that may not be committed.
private let referenceFolder = ProcessInfo.processInfo.environment["YKIEN_REFERENCE"]

/// Requirements:
/// 1. Every rate equals the value of R's package outcomerate for the same counts and the same e.
/// 2. A rate without a denominator is missing, never a number that is none.
@Suite("Outcome rates")
struct OutcomeRateTests {
  @Test("Rates equal the values of an established tool for eight sets of counts and four rules of e")
  func reference() throws {
    let counts = try fixture("dispositions.csv")
    let expected = try fixture("expected.csv")
    var compared = 0
    for row in expected.rows {
      let line = try #require(counts.rows.first { $0[0] == row[0] })
      var dispositions = DispositionCounts()
      for disposition in Disposition.allCases {
        let column = try #require(counts.column(named: disposition.rawValue))
        dispositions[disposition] = try #require(Double(line[column]))
      }
      let rule: EligibilityRule = try row[1] == "ELR" ? .estimated : .given(#require(Double(row[1])))
      let rates = OutcomeRates(dispositions, eligibility: rule)
      let found = row[2] == "e" ? rates.eligibility : Statistic(rawValue: row[2].lowercased()).flatMap(rates.rate)
      guard let value = Double(row[3]), value.isFinite else {
        #expect(found == nil, "\(row.fields)")
        continue
      }
      #expect(abs((found ?? .infinity) - value) <= 1e-14, "\(row.fields) found \(found as Any)")
      compared += 1
    }
    #expect(compared >= 450, "\(compared)")
  }

  @Test("Rates of weighted invitations equal reference values kept elsewhere", .enabled(if: referenceFolder != nil))
  func weighted() throws {
    func table(_ name: String) throws -> DelimitedTable {
      let path = "\(referenceFolder ?? "")/response-rates/\(name)"
      return DelimitedTable(bytes: Array(try Data(contentsOf: URL(fileURLWithPath: path))), source: name)
    }
    var counts = DispositionCounts()
    for row in try table("middleearth.csv").rows {
      counts[try #require(Disposition(rawValue: row[0]))] += try #require(Double(row[1]))
    }
    let rates = OutcomeRates(counts)
    var compared = 0
    for row in try table("expected.csv").rows where row[1] == "middleearth_weighted" {
      let name = row[7] == "e" ? row[7] : String(row[7].dropLast()).lowercased()
      let rate = name == "e" ? rates.eligibility : Statistic(rawValue: name).flatMap(rates.rate)
      guard let rate, let expected = Double(row[8]) else { continue }
      #expect(abs(rate - expected) <= 1e-14, "\(name) \(rate) \(expected)")
      compared += 1
    }
    #expect(compared == 17)
  }

  @Test("A small survey by hand: eleven people, nine of them known to be eligible")
  func byHand() {
    var counts = DispositionCounts()
    for (disposition, count) in zip(Disposition.allCases, [4.0, 2, 1, 1, 1, 1, 1, 1]) { counts[disposition] = count }
    let rates = OutcomeRates(counts)
    #expect(rates.eligibility == 0.9)
    #expect(rates.rate(.responseRate1) == 4.0 / 11)
    #expect(rates.rate(.responseRate3) == 4.0 / (9 + 0.9 * 2))
    #expect(rates.rate(.cooperationRate2) == 6.0 / 8)
    #expect(rates.rate(.contactRate3) == 8.0 / 9)
    #expect(rates.rate(.mean) == nil)
  }

  @Test("Nobody invited, nobody eligible, or a share that is none: no rate")
  func degenerate() {
    let nobody = OutcomeRates(DispositionCounts())
    #expect(OutcomeRates.statistics.allSatisfy { nobody.rate($0) == nil })
    #expect(nobody.eligibility == nil)
    var counts = DispositionCounts()
    counts[.unknownOther] = 10
    let silent = OutcomeRates(counts)
    #expect(silent.rate(.responseRate1) == 0)
    #expect(silent.rate(.responseRate3) == nil, "e cannot be estimated from nobody")
    #expect(silent.rate(.responseRate5) == nil)
    #expect(OutcomeRates(counts, eligibility: .given(1.5)).eligibility == nil)
    #expect(OutcomeRates(counts, eligibility: .given(.nan)).eligibility == nil)
    #expect(OutcomeRates(counts, eligibility: .given(0)).rate(.responseRate3) == nil, "nobody is estimated eligible")
  }
}

/// A committed table of the fixtures.
func fixture(_ path: String) throws -> DelimitedTable {
  let url = Bundle.module.bundleURL.appendingPathComponent("Fixtures").appendingPathComponent(path)
  return DelimitedTable(bytes: Array(try Data(contentsOf: url)), source: path)
}
