import CivilCalendar
import Diagnostics
import Foundation
import Geography
import Testing

@testable import Targets

@Suite struct TargetRegisterTests {
  private static let header = TargetRegister.columns.joined(separator: ",") + "\n"

  private static func read(_ rows: String) throws(StageFailure) -> TargetRegister {
    try TargetRegister.read(bytes: Array((header + rows).utf8), source: "targets.csv")
  }

  @Test("The five programmes' registers are read; two of them set no figures, and say so")
  func programmes() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../pipelines/programmes")
    var counts: [String: Int] = [:]
    for name in ["binh-phuoc", "binh-thuan", "duc-pho", "phung-hiep", "quang-ngai"] {
      let path = folder.appending(path: "\(name)/targets.csv")
      let register = try TargetRegister.read(bytes: Array(try Data(contentsOf: path)), source: path.path)
      counts[name] = register.targets.count
      #expect(register.diagnostics.map(\.code.identifier) == (register.targets.isEmpty ? ["TARGET-007"] : []))
    }
    #expect(counts == ["binh-phuoc": 6, "binh-thuan": 0, "duc-pho": 3, "phung-hiep": 0, "quang-ngai": 7])
  }

  @Test("A row gives a target with its baseline, area and place")
  func row() throws {
    let register = try Self.read(
      "a,Trí thức,People,headcount,college_up,people,40924,2022-08-31,50000,,2030-12-31,above,province,70,2004-07-08,X\n"
    )
    let target = try #require(register.targets.first)
    #expect(target.baseline == 40_924 && target.baselineDay?.iso == "2022-08-31" && target.goal == .above)
    #expect(target.area.label == "70@2004-07-08" && target.position?.line == 2 && target.source == "X")
  }

  @Test(
    "What is wrong with a target is told",
    arguments: [
      (",v,e,m,d,people,,,5,,2030-12-31,above,province,70,,", "TARGET-002"),
      ("a,v,e,m,d,persons,,,5,,2030-12-31,above,province,70,,", "TARGET-002"),
      ("a,v,e,m,d,people,,,5.000,5,2030-12-31,above,province,70,,", "TARGET-004"),
      ("a,v,e,m,d,people,,,\"50,000\",,2030-12-31,above,province,70,,", "TARGET-002"),
      ("a,v,e,m,d,people,,,nan,,2030-12-31,above,province,70,,", "TARGET-002"),
      ("a,v,e,m,d,people,,,0x10,,2030-12-31,above,province,70,,", "TARGET-002"),
      ("a,v,e,m,d,people,,,,,2030-12-31,above,province,70,,", "TARGET-002"),
      ("a,v,e,m,d,people,,,-5,,2030-12-31,above,province,70,,", "TARGET-002"),
      ("a,v,e,m,d,people,,,5,,31/12/2030,above,province,70,,", "TARGET-002"),
      ("a,v,e,m,d,people,,,5,,2030-12-31,least,province,70,,", "TARGET-002"),
      ("a,v,e,m,d,people,,,5,,2030-12-31,above,province,,,", "TARGET-002"),
      ("a,v,e,m,d,people,,,5,,2030-12-31,above,tỉnh,70,,", "TARGET-002"),
      ("a,v,e,m,d,share,,,100,,2030-12-31,above,province,70,,", "TARGET-005"),
      ("a,v,e,m,d,people,,,5,,2030-12-31,between,province,70,,", "TARGET-004"),
      ("a,v,e,m,d,people,,,5,4,2030-12-31,between,province,70,,", "TARGET-004"),
      ("a,v,e,m,d,people,3,,5,,2030-12-31,above,province,70,,", "TARGET-006"),
      ("a,v,e,m,d,people,3,2031-01-01,5,,2030-12-31,above,province,70,,", "TARGET-006"),
      (
        "a,v,e,m,d,people,,,5,,2030-12-31,above,province,70,,\na,v,e,m,d,people,,,5,,2030-12-31,above,province,70,,",
        "TARGET-003"
      ),
    ])
  func refusals(_ rows: String, _ code: String) {
    let failure = #expect(throws: StageFailure.self) { try Self.read(rows + "\n") }
    #expect(failure?.diagnostics.contains { $0.code.identifier == code } == true)
    #expect(failure?.exitCode == .unusableInput)
  }

  @Test("Columns that are missing are all named")
  func columns() {
    let failure = #expect(throws: StageFailure.self) {
      try TargetRegister.read(bytes: Array("target,value\n".utf8), source: "t.csv")
    }
    #expect(failure?.diagnostics.count == TargetRegister.columns.count - 2)
    #expect(throws: StageFailure.self) { try TargetRegister.read(bytes: [], source: "t.csv") }
    #expect(throws: StageFailure.self) { try Observation.read(bytes: [0xFF, 0x00, 0x22], source: "t.csv") }
  }

  @Test("Observations are read with their standard errors, areas and the mark of made-up ones")
  func observations() throws {
    let text = """
      measure,definition,date,value,standard_error,geography_level,geography_code,geography_valid_from,source,simulated
      headcount,college_up,2023-12-31,42100,,province,70,2004-07-08,Sở A,yes
      trained,officials,2024-12-31,0.7,0.02,nation,,,,

      """
    let found = try Observation.read(bytes: Array(text.utf8), source: "o.csv")
    #expect(found.map(\.value) == [42_100, 0.7])
    #expect(found.map(\.standardError) == [nil, 0.02])
    #expect(found.map(\.isSimulated) == [true, false])
    #expect(found[1].area.level == .nation && found[0].area.label == "70@2004-07-08")
    let wrong = text.replacingOccurrences(of: ",yes", with: ",maybe").replacingOccurrences(of: "0.02", with: "-1")
    let failure = #expect(throws: StageFailure.self) {
      try Observation.read(bytes: Array(wrong.utf8), source: "o.csv")
    }
    #expect(failure?.diagnostics.map(\.code.identifier) == ["TARGET-002", "TARGET-002"])
  }
}
