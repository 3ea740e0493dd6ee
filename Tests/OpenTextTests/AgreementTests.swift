import Diagnostics
import Estimation
import Testing

@testable import OpenText

/// Requirements:
/// 1. κ and G² are those of published and hand-worked cases, and nil where they have no meaning.
/// 2. Sheets come back as they were written, also from Excel; what is no sheet is said with its place.
@Suite("Agreement of coders, and of waves")
struct AgreementTests {
  @Test("κ is that of hand-worked tables")
  func kappa() throws {
    // p_o = 0.7; p_e = 0.5·0.6 + 0.5·0.4 = 0.5; κ = 0.2/0.5.
    let counts = CohenKappa(both: 20, firstOnly: 5, secondOnly: 10, neither: 15)
    #expect(abs(try #require(counts.kappa) - 0.4) < 1e-12)
    #expect(try #require(counts.agreement) == 0.7)
    // √(0.7·0.3/50)/0.5
    #expect(abs(try #require(counts.standardError) - 0.129614813968) < 1e-9)
    #expect(CohenKappa(both: 10, neither: 10).kappa == 1)
    #expect(CohenKappa(firstOnly: 5, secondOnly: 5).kappa == -1)
    #expect(CohenKappa().kappa == nil)
    #expect(CohenKappa(neither: 9).kappa == nil && CohenKappa(neither: 9).agreement == 1)
  }

  @Test("G² is that of a hand-worked table")
  func logLikelihood() throws {
    // 30 of 100 now, 10 of 100 before: expected 20, 20, 80, 80;
    // G² = 2(30 ln 1.5 + 10 ln 0.5 + 70 ln 0.875 + 90 ln 1.125).
    let change = LogLikelihood(count: 30, base: 100, formerCount: 10, formerBase: 100)
    #expect(abs(try #require(change.ratio) - 12.971514326) < 1e-8)
    // Rayson & Garside: 2(30 ln 1.5 + 10 ln 0.5).
    #expect(abs(try #require(change.frequencyRatio) - 10.464963) < 1e-6)
    #expect(try #require(change.pValue) < 0.001)
    #expect(LogLikelihood(count: 5, base: 50, formerCount: 10, formerBase: 100).ratio.map { abs($0) < 1e-12 } == true)
    #expect(LogLikelihood(count: 0, base: 50, formerCount: 0, formerBase: 9).ratio == 0)
    #expect(LogLikelihood(count: 5, base: 0, formerCount: 0, formerBase: 9).ratio == nil)
    #expect(LogLikelihood(count: 5, base: 4, formerCount: 0, formerBase: 9).ratio == nil)
  }

  @Test("Sheets are compared theme by theme")
  func sheets() throws {
    let rows = (1...4).map {
      CodingSheet.Row(identifier: String($0), question: "q", text: "=lương, \"thấp\"", themes: $0 < 3 ? ["a"] : [])
    }
    let sheet = CodingSheet(themes: ["a", "b"], rows: rows)
    let read = try CodingSheet.read(bytes: sheet.csv(), source: "sheet")
    #expect(read.themes == ["a", "b"] && read.rows.map(\.themes) == rows.map(\.themes))
    // As Excel saves it where the comma is the decimal mark.
    let second = "id;question;text;a;b\r\n1;q;t;x;\r\n2;q;t;không;0\r\n3;q;t;;\r\n9;q;t;1;1\r\n"
    let other = try CodingSheet.read(bytes: Array(second.utf8), source: "second")
    let table = try CodingSheet.comparison(sheet, other)
    #expect(table.rows.count == 3)
    #expect(table.rows[0].prefix(5) == [.text("a"), .count(3), .count(1), .count(1), .count(0)])
    // p_o = 2/3, p_e = 2/3·1/3 + 1/3·2/3 = 4/9, κ = (2/9)/(5/9).
    #expect(table.rows[0][6] == .number(0.4) || abs(number(table.rows[0][6]) - 0.4) < 1e-12)
    #expect(throws: StageFailure.self) { try CodingSheet.read(bytes: Array("id,text,a\n1,t,7\n".utf8), source: "s") }
    #expect(throws: StageFailure.self) { try CodingSheet.read(bytes: Array("a,b\n1,2\n".utf8), source: "s") }
    #expect(throws: StageFailure.self) { try CodingSheet.comparison(sheet, CodingSheet(themes: ["z"], rows: rows)) }
  }

  private func number(_ cell: SideTable.Cell) -> Double { if case .number(let value?) = cell { value } else { .nan } }
}
