import Diagnostics
import Estimation
import Testing

@Suite("Tables beside the estimates")
struct SideTableTests {
  private static let table: SideTable = {
    var table = SideTable(
      name: "response", title: BilingualText(vi: "Tỷ lệ trả lời", en: "Response"), columns: ["unit", "invited", "rr1"])
    table.add([.text("Hội \"A\", B"), .count(1200), .number(0.25)])
    table.add([.text("=1+1"), .count(nil), .number(.nan)])
    return table
  }()

  @Test("CSV quotes what needs it, disarms formulas and leaves what is no number empty")
  func csv() {
    #expect(Self.table.csv() == "unit,invited,rr1\n\"Hội \"\"A\"\", B\",1200,0.25\n'=1+1,,\n")
  }

  @Test("JSON has one object a row and null for what is missing")
  func json() {
    let expected = """
      [
        {"unit": "Hội \\"A\\", B", "invited": 1200, "rr1": 0.25},
        {"unit": "=1+1", "invited": null, "rr1": null}
      ]

      """
    #expect(Self.table.json() == expected)
  }

  @Test("A terminal shows figures aligned to the right in the reader's way of writing numbers")
  func text() {
    let expected = """
      unit        invited     rr1
      Hội "A", B    1.200  0,2500
      =1+1

      """
    #expect(Self.table.text(language: .vietnamese) == expected)
  }
}
