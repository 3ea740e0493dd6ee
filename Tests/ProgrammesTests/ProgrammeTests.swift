import CivilCalendar
import Diagnostics
import Estimation
import Foundation
import Geography
@testable import Programmes
import Testing

/// Requirements:
/// 1. A body that ended is never given as living: whoever took its place stands for it, with the day.
/// 2. Chains of successors are followed to their end, and a circle ends the search.
/// 3. The five programmes read without a finding, and every body they name is in the register.
@Suite("Programmes and the register of bodies")
struct ProgrammeTests {
  static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..")
    .standardizedFileURL
  static let day = CivilDay(year: 2026, month: 12, day: 1) ?? CivilDay(number: 0)

  static let lastDay = CivilDay(year: 2025, month: 6, day: 30) ?? CivilDay(number: 0)

  static func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: project.appending(path: path))) }

  static func register() throws -> AgencyRegister {
    let path = "pipelines/programmes/agencies.csv"
    return try AgencyRegister.read(bytes: try bytes(path), source: path)
  }

  static func programme(_ name: String) throws -> Programme {
    var tables: [Programme.File: [UInt8]] = [:]
    for file in Programme.File.allCases {
      tables[file] = try bytes("pipelines/programmes/\(name)/\(file.rawValue).csv")
    }
    return try Programme.read(agencies: try register()) { (tables[$0] ?? [], "\(name)/\($0.rawValue).csv") }
  }

  @Test("A chain of successors is followed to whoever exists on the day")
  func chain() throws {
    let text = """
      agency,label_vi,label_en,valid_to,successor,note,source
      a,A,A,2025-06-30,b,,X
      b,B,B,2026-04-29,c,,X
      c,C,C,,,,X
      d,D,D,2025,,,X
      e,E,E,2025,f,,X
      f,F,F,2025,e,,X

      """
    let register = try AgencyRegister.read(bytes: Array(text.utf8), source: "agencies.csv")
    func heirs(_ id: String, _ year: Int, _ month: Int, _ day: Int) -> [String] {
      register.successors(of: id, on: CivilDay(year: year, month: month, day: day) ?? Self.day).map(\.id)
    }
    #expect(heirs("a", 2025, 6, 30) == ["a"], "the last day is one of its days")
    #expect(heirs("a", 2025, 7, 1) == ["b"])
    #expect(heirs("a", 2026, 4, 30) == ["c"])
    #expect(heirs("d", 2025, 12, 31) == ["d"] && heirs("d", 2026, 1, 1).isEmpty)
    #expect(heirs("e", 2026, 1, 1).isEmpty, "a circle has no end")
    #expect(heirs("none", 2026, 1, 1).isEmpty)
  }

  @Test("A recipient that ended is replaced by its successor, once; one without successor is left out")
  func recipients() throws {
    let register = AgencyRegister([
      Self.ended("a", heirs: ["c"]), Self.ended("b", heirs: ["c"]), Self.ended("d", heirs: []),
      Agency(id: "c", label: BilingualText(vi: "Cơ quan C", en: "C")),
    ])
    var programme = Programme()
    programme.recipients = ["a", "b", "d", nil].map {
      Programme.Recipient(label: $0 == nil ? "Lưu: VT" : nil, agency: $0, purpose: $0 == "a" ? .report : .copy)
    }
    let letter = programme.letter(on: Self.day, agencies: register)
    #expect(letter.addressees == ["Cơ quan C"])
    #expect(letter.copies == ["Cơ quan C", "Lưu: VT"])
    #expect(letter.diagnostics.map(\.code.identifier) == ["PROG-005", "PROG-005", "PROG-006"])
    let before = programme.letter(on: Self.lastDay, agencies: register)
    #expect(before.addressees == ["Tên a"] && before.diagnostics.isEmpty)
  }

  private static func ended(_ id: String, heirs: [String]) -> Agency {
    var agency = Agency(id: id, label: BilingualText(vi: "Tên \(id)", en: id))
    agency.ending = .day(lastDay)
    agency.successors = heirs
    return agency
  }

  @Test(
    "What is wrong with a table is told with its place",
    arguments: [
      ("agency,label_vi\na,A\n", "PROG-001"),
      ("agency,label_vi,label_en,valid_to,successor,note,source\na,A,,2025-13-01,,,\n", "PROG-002"),
      ("agency,label_vi,label_en,valid_to,successor,note,source\na,A,,,,,\na,B,,,,,\n", "PROG-003"),
      ("agency,label_vi,label_en,valid_to,successor,note,source\na,A,,2025,b,,\n", "PROG-004"),
      ("agency,label_vi,label_en,valid_to,successor,note,source\na,,,,,,\n", "PROG-002"),
    ])
  func mistakes(text: String, code: String) {
    let failure = #expect(throws: StageFailure.self) {
      try AgencyRegister.read(bytes: Array(text.utf8), source: "agencies.csv")
    }
    #expect(failure?.diagnostics.contains { $0.code.identifier == code && $0.position?.line != nil } == true)
  }

  @Test(
    "The project's programmes name known bodies, and their letters living ones",
    arguments: ["duc-pho", "binh-phuoc", "quang-ngai", "phung-hiep", "binh-thuan"])
  func project(name: String) throws {
    let programme = try Self.programme(name)
    let register = try Self.register()
    #expect(programme.tasks.count == (name == "binh-thuan" ? 16 : 5))
    #expect(programme.milestones.map(\.name) == ["data_cutoff", "unit_due", "union_due", "final_due"])
    let letter = programme.letter(on: Self.day, agencies: register)
    #expect(!letter.addressees.isEmpty && letter.diagnostics.isEmpty)
    let over = register.agencies.values.filter { $0.isOver(on: Self.day) }.map(\.label.vietnamese)
    for line in letter.addressees + letter.copies { #expect(!over.contains(line), "\(line)") }
    for source in programme.tasks.map(\.source) + programme.lines.map(\.source) + programme.milestones.map(\.source) {
      #expect(!source.isEmpty, "every datum names its document")
    }
    for id in programme.mentionedAgencies where register.agencies[id]?.ending != nil {
      #expect(register.agencies[id]?.source.isEmpty == false, "\(id)")
    }
  }
}
