import Testing

@testable import Geography

@Suite struct CommonAreaTests {
  @Test(
    "Communes of the former list lie in the present one as the crosswalk says",
    arguments: [
      ("00010", UnitFate.unchanged, "00010"), ("00020", .merged, "00030"), ("00030", .merged, "00030"),
      ("00040", .split, "00050+00060"), ("00050", .merged, "00050+00060"), ("00060", .merged, "00050+00060"),
      ("00070", .recoded, "00080"), ("104", .recoded, "00070"),
    ])
  func former(_ code: String, _ fate: UnitFate, _ area: String) throws {
    let crosswalk = try CrosswalkTests.read(CrosswalkTests.small)
    #expect(crosswalk.fate(of: code, .commune, in: .former) == fate)
    #expect(crosswalk.commonArea(of: code, .commune, in: .former, namedBy: .present)?.label == area)
  }

  @Test(
    "Communes of the present list are made of former ones, or cut through them",
    arguments: [
      ("00010", UnitFate.unchanged, "00010"), ("00030", .joined, "00020+00030"),
      ("00050", .split, "00040+00050+00060"), ("00060", .split, "00040+00050+00060"), ("00070", .recoded, "104"),
      ("00080", .recoded, "00070"),
    ])
  func present(_ code: String, _ fate: UnitFate, _ area: String) throws {
    let crosswalk = try CrosswalkTests.read(CrosswalkTests.small)
    #expect(crosswalk.fate(of: code, .commune, in: .present) == fate)
    #expect(crosswalk.commonArea(of: code, .commune, in: .present, namedBy: .former)?.label == area)
  }

  @Test("Provinces that were merged have the new one in common")
  func provinces() throws {
    let crosswalk = try CrosswalkTests.read(CrosswalkTests.small)
    #expect(crosswalk.fate(of: "01", .province, in: .former) == .merged)
    #expect(crosswalk.fate(of: "01", .province, in: .present) == .joined)
    #expect(crosswalk.commonArea(of: "02", .province, in: .former, namedBy: .present)?.label == "01")
    #expect(crosswalk.commonArea(of: "01", .province, in: .present, namedBy: .former)?.label == "01+02")
    #expect(crosswalk.commonArea(of: "09", .province, in: .present, namedBy: .former) == nil)
    #expect(crosswalk.fate(of: "09", .province, in: .former) == nil)
  }

  @Test("Common areas divide the ground, and are made of whole communes of both lists")
  func partition() throws {
    let crosswalk = try CrosswalkTests.read(CrosswalkTests.small)
    #expect(crosswalk.commonAreas.reduce(0) { $0 + $1.count } == crosswalk.pieces.count)
    for area in crosswalk.commonAreas {
      for edition in Crosswalk.Edition.allCases {
        let touched = crosswalk.units(.commune, in: edition).filter { !$0.pieces.isDisjoint(with: area) }
        #expect(touched.allSatisfy { $0.pieces.isSubset(of: area) })
      }
    }
  }
}
