import CivilCalendar
import Diagnostics
import Testing

@testable import Geography

// 1. Every former commune of the shipped crosswalk is found and lies where the file says. 2. The key is code and day.
// 3. Areas are compared by the ground they cover. 4. What is wrong with a crosswalk is told.
@Suite struct CrosswalkTests {
  static let header =
    "old_province_code,old_province,old_district_code,old_district,old_commune_code,old_commune,new_province_code,"
    + "new_commune_code,new_commune,relation,valid_from\n"

  /// Communes that stay (00010), merge (00020 and 00030 into 00030), are split (00040 into 00050 and 00060), and are
  /// renamed under the code of another (00070 into 00080).
  static let small =
    header + """
      01,Tỉnh A,101,Huyện A,00010,Xã Một,01,00010,Xã Một,whole,2025-07-01
      01,Tỉnh A,101,Huyện A,00020,Xã Hai,01,00030,Xã Ba,whole,2025-07-01
      01,Tỉnh A,102,Huyện B,00030,Xã Ba,01,00030,Xã Ba,whole,2025-07-01
      01,Tỉnh A,102,Huyện B,00040,Xã Bốn,01,00050,Xã Năm,part_default,2025-07-01
      01,Tỉnh A,102,Huyện B,00040,Xã Bốn,01,00060,Xã Sáu,part,2025-07-01
      01,Tỉnh A,102,Huyện B,00050,Xã Năm,01,00050,Xã Năm,whole,2025-07-01
      02,Tỉnh B,103,Huyện C,00060,Xã Sáu,01,00060,Xã Sáu,whole,2025-07-01
      02,Tỉnh B,103,Huyện C,00070,Xã Bảy,01,00080,Xã Tám mới,whole,2025-07-01
      02,Tỉnh B,104,Huyện D,,,01,00070,Đặc khu Bảy,whole,2025-07-01

      """

  static func read(_ text: String) throws(StageFailure) -> Crosswalk {
    try Crosswalk.read(bytes: Array(text.utf8), source: "crosswalk.csv")
  }

  private static let before = CivilDay(iso: "2004-07-08")
  private static let since = CivilDay(iso: "2025-07-01")

  private static func former(_ code: String, _ level: AreaLevel = .commune) -> AreaReference {
    AreaReference(level, code, validFrom: before)
  }

  private static func present(_ code: String, _ level: AreaLevel = .commune) -> AreaReference {
    AreaReference(level, code, validFrom: since)
  }

  @Test("Every case of the crosswalk is found: whole, split, merged, unchanged, a district without communes")
  func cases() throws {
    let crosswalk = try Self.read(Self.small)
    #expect(crosswalk.isSame(Self.former("00010"), Self.present("00010")))
    #expect(!crosswalk.isSame(Self.former("00030"), Self.present("00030")))
    #expect(crosswalk.isSame(Self.former("00070"), Self.present("00080")))
    #expect(crosswalk.isSame(Self.former("104", .district), Self.present("00070")))
    #expect(
      crosswalk.union(of: [Self.former("00020"), Self.former("00030")], making: Self.present("00030")) == [0, 1])
    #expect(crosswalk.union(of: [Self.former("00020")], making: Self.present("00030")) == nil)
    // A split commune has no heir: only both communes together are former communes.
    #expect(crosswalk.union(of: [Self.former("00040")], making: Self.present("00050")) == nil)
    #expect(crosswalk.union(of: [Self.present("00050"), Self.present("00060")], making: Self.former("00040")) == nil)
  }

  @Test("Provinces, districts and communes make up each other where whole units do")
  func unions() throws {
    let crosswalk = try Self.read(Self.small)
    let provinces = [Self.former("01", .province), Self.former("02", .province)]
    #expect(crosswalk.union(of: provinces, making: Self.present("01", .province)) == [0, 1])
    #expect(crosswalk.union(of: provinces, making: Self.former("01", .province)) == [0])
    let districts = ["101", "102", "103", "104"].map { Self.former($0, .district) }
    #expect(crosswalk.union(of: districts, making: Self.former("02", .province)) == [2, 3])
    // Few figures are added: provinces before districts, whatever stands first.
    #expect(crosswalk.union(of: districts + provinces, making: Self.present("01", .province)) == [4, 5])
    #expect(
      crosswalk.union(of: [Self.present("01", .province)], making: Self.former("01", .province)) == nil)
    // Present communes that hold ground of both former provinces make up neither.
    let communes = ["00010", "00030", "00050", "00060", "00070", "00080"].map { Self.present($0) }
    #expect(crosswalk.union(of: communes, making: Self.former("01", .province)) == nil)
    #expect(crosswalk.union(of: communes, making: Self.present("01", .province)) == Array(0..<6))
  }

  @Test("A code without its day is told apart only where it means one area")
  func ambiguity() throws {
    let crosswalk = try Self.read(Self.small)
    #expect(crosswalk.lookUp(AreaReference(.commune, "00010")) == .pieces([0]))
    #expect(crosswalk.lookUp(AreaReference(.commune, "00030")) == .ambiguous)
    #expect(crosswalk.lookUp(AreaReference(.commune, "00080")) == .pieces([7]))
    #expect(crosswalk.lookUp(Self.former("00080")) == .unknown(isInOtherList: true))
    #expect(crosswalk.lookUp(Self.present("99999")) == .unknown(isInOtherList: false))
    #expect(crosswalk.lookUp(AreaReference(.commune, "99999")) == .unknown(isInOtherList: false))
  }

  @Test("Areas outside of the crosswalk are the same when level, code and list are")
  func outside() throws {
    let crosswalk = try Self.read(Self.small)
    let other = CivilDay(iso: "2020-01-01")
    #expect(crosswalk.isSame(Self.former("79", .province), AreaReference(.province, "79", validFrom: other)))
    #expect(!crosswalk.isSame(Self.former("79", .province), Self.present("79", .province)))
    #expect(crosswalk.isSame(AreaReference(.nation, ""), AreaReference(.nation, "")))
  }

  @Test("Figures of a part are added once, though the area stands twice")
  func repeatedParts() throws {
    let crosswalk = try Self.read(Self.small)
    let parts = [Self.former("00020"), Self.former("00020"), Self.former("00030")]
    #expect(crosswalk.union(of: parts, making: Self.present("00030")) == [0, 2])
  }

  @Test(
    "What is wrong with a crosswalk is told with its place",
    arguments: [
      ("01,A,101,B,10,Một,01,00010,Một,whole,2025-07-01", "GEO-002"),
      ("1,A,101,B,00010,Một,01,00010,Một,whole,2025-07-01", "GEO-002"),
      ("01,A,101,B,00010,Một,01,00010,Một,moved,2025-07-01", "GEO-003"),
      ("01,A,101,B,00010,Một,01,00010,Một,whole,1/7/2025", "GEO-004"),
      (
        "01,A,101,B,00010,Một,01,00010,Một,whole,2025-07-01\n01,A,101,B,00020,Hai,01,00010,Một,whole,2026-04-30",
        "GEO-005"
      ),
      (
        "01,A,101,B,00010,Một,01,00010,Một,whole,2025-07-01\n01,A,101,B,00010,Một,01,00010,Một,whole,2025-07-01",
        "GEO-006"
      ),
      (
        "01,A,101,B,00010,Một,01,00010,Một,whole,2025-07-01\n01,A,101,B,00010,Một,01,00020,Hai,whole,2025-07-01",
        "GEO-007"
      ),
      ("01,A,101,B,00010,Một,01,00010,Một,part,2025-07-01", "GEO-008"),
      (
        "01,A,101,B,00010,Một,01,00010,Một,whole,2025-07-01\n02,A,102,B,00020,Hai,02,00010,Một,whole,2025-07-01",
        "GEO-009"
      ),
      ("", "GEO-010"),
    ])
  func refusals(_ rows: String, _ code: String) {
    let failure = #expect(throws: StageFailure.self) { try Self.read(Self.header + rows + "\n") }
    #expect(failure?.diagnostics.contains { $0.code.identifier == code } == true)
  }

  @Test("A crosswalk without its columns, without anything, or with bytes that are no text is refused")
  func hostile() {
    for bytes in [[], Array("a;b\n1;2\n".utf8), [0xFF, 0xFE, 0x00], Array(Self.header.utf8.prefix(30))] {
      #expect(throws: StageFailure.self) { try Crosswalk.read(bytes: bytes, source: "x.csv") }
    }
  }
}
