import CivilCalendar
import Diagnostics
import Testing

@testable import Geography

@Suite struct AreaCheckTests {
  @Test(
    "Codes are read as they were meant, and what was odd is told",
    arguments: [
      ("00010", CodeOutcome.known("00010")), ("10", .zerosLost("00010")), ("80", .ofOtherList("00080")),
      ("00080", .ofOtherList("00080")), ("99", .unknown), ("", .unknown), ("xã", .unknown), ("000100", .unknown),
    ])
  func outcomes(_ code: String, _ outcome: CodeOutcome) throws {
    let crosswalk = try CrosswalkTests.read(CrosswalkTests.small)
    #expect(crosswalk.outcome(of: code, .commune, in: .former) == outcome)
  }

  @Test(
    "Areas of registers: lost zeros are put back, unknown codes have a suggestion, codes of the other list are told",
    arguments: [
      ("00020", "2004-07-08", "00020", nil), ("20", "2004-07-08", "00020", "GEO-014"),
      ("00080", "2004-07-08", "00080", "GEO-012"), ("00030", "", "00030", "GEO-013"),
      ("00021", "2004-07-08", "00021", "GEO-011"), ("77777", "", "77777", "GEO-011"),
    ] as [(String, String, String, String?)])
  func registers(_ code: String, _ day: String, _ meant: String, _ finding: String?) throws {
    let crosswalk = try CrosswalkTests.read(CrosswalkTests.small)
    let (area, found) = crosswalk.checked(AreaReference(.commune, code, validFrom: CivilDay(iso: day)))
    #expect(area.code == meant && found?.code.identifier == finding)
    if code == "00021" { #expect(found?.arguments["suggestion"] == " (→ 00020?)") }
  }

  @Test("The nation is known without any list")
  func nation() throws {
    let crosswalk = try CrosswalkTests.read(CrosswalkTests.small)
    #expect(crosswalk.checked(AreaReference(.nation, "VN")).finding == nil)
  }
}
