import CivilCalendar
import Foundation
import Testing

@testable import Geography

// The crosswalk of 1 July 2025 as it is shipped, every row of it.
@Suite struct ShippedCrosswalkTests {
  private static let path = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../pipelines/geography/crosswalk-2025-07-01.csv")

  private static func read() throws -> Crosswalk {
    try Crosswalk.read(bytes: Array(try Data(contentsOf: path)), source: "crosswalk-2025-07-01.csv")
  }

  private static let before = CivilDay(iso: "2004-07-08")
  private static let since = CivilDay(iso: "2025-07-01")

  @Test("Every former commune lies where its rows say: 1,112 whole in one, 23 split over two without an heir")
  func everyRow() throws {
    let crosswalk = try Self.read()
    #expect(crosswalk.changeDay == Self.since)
    #expect(crosswalk.pieces.count == 1158)
    var split = 0
    for unit in crosswalk.units(.commune, in: .former) {
      let rows = unit.pieces.map { crosswalk.pieces[$0] }
      let fate = crosswalk.fate(of: unit.code, .commune, in: .former)
      let area = crosswalk.commonArea(of: unit.code, .commune, in: .former, namedBy: .present)
      #expect(Set(rows.map(\.presentCommune)).isSubset(of: Set(area?.presentUnits ?? [])))
      if rows.count == 1 {
        #expect(rows[0].isWhole && fate != .split && fate != .joined)
      } else {
        #expect(rows.count == 2 && rows.allSatisfy { !$0.isWhole } && fate == .split)
        #expect(!crosswalk.isComparable(unit.code, .commune, in: .former))
        for row in rows {
          let former = AreaReference(.commune, unit.code, validFrom: Self.before)
          #expect(!crosswalk.isSame(former, AreaReference(.commune, row.presentCommune, validFrom: Self.since)))
        }
        split += 1
      }
    }
    #expect(crosswalk.units(.commune, in: .former).count == 1135)
    #expect(split == 23)
    #expect(crosswalk.units(.commune, in: .present).count == 418)
    #expect(crosswalk.commonAreas.count == 403)
  }

  @Test("Each present commune without a part of a split one is the union of its former communes")
  func everyUnion() throws {
    let crosswalk = try Self.read()
    let former = crosswalk.units(.commune, in: .former).map {
      AreaReference(.commune, $0.code, validFrom: Self.before)
    }
    for unit in crosswalk.units(.commune, in: .present) {
      let rows = unit.pieces.map { crosswalk.pieces[$0] }
      let made = crosswalk.union(of: former, making: AreaReference(.commune, unit.code, validFrom: Self.since))
      #expect((made != nil) == rows.allSatisfy(\.isWhole))
      if let made { #expect(Set(made.map { former[$0].code }) == Set(rows.map(\.formerCommune))) }
    }
  }

  @Test(
    "The ten former provinces make up the four of today",
    arguments: [("75", ["70", "75"]), ("51", ["51", "62"]), ("92", ["92", "93", "94"]), ("68", ["60", "67", "68"])])
  func provinces(_ present: String, _ former: [String]) throws {
    let crosswalk = try Self.read()
    let parts = former.map { AreaReference(.province, $0, validFrom: Self.before) }
    let whole = AreaReference(.province, present, validFrom: Self.since)
    #expect(crosswalk.union(of: parts, making: whole) == Array(parts.indices))
    #expect(crosswalk.commonArea(of: present, .province, in: .present, namedBy: .former)?.formerUnits == former)
    for part in parts { #expect(!crosswalk.isSame(part, whole)) }
  }

  @Test("21439 was Nguyễn Nghiêm and is Đức Phổ; the town of Đức Phổ is five communes of today")
  func ducPho() throws {
    let crosswalk = try Self.read()
    #expect(crosswalk.unit("21439", .commune, in: .former)?.name == "Phường Nguyễn Nghiêm")
    #expect(crosswalk.unit("21439", .commune, in: .present)?.name == "Phường Đức Phổ")
    #expect(crosswalk.lookUp(AreaReference(.commune, "21439")) == .ambiguous)
    let communes = ["21439", "21451", "21478", "21472", "21457"].map {
      AreaReference(.commune, $0, validFrom: Self.since)
    }
    let town = AreaReference(.district, "534", validFrom: Self.before)
    #expect(crosswalk.union(of: communes, making: town) == [0, 1, 2, 3, 4])
    #expect(crosswalk.union(of: Array(communes.dropLast()), making: town) == nil)
    #expect(
      crosswalk.isSame(
        AreaReference(.district, "536", validFrom: Self.before), AreaReference(.commune, "21548", validFrom: Self.since)
      ))
  }
}
