import CivilCalendar
import Diagnostics
import Geography
import Responses
import Testing

@testable import Pipeline

// 1. Records' codes become areas by the list they are from. 2. Nothing else of a batch changes. 3. Odd codes are counted.
@Suite struct AreaRecordsTests {
  private static let crosswalk = """
    old_province_code,old_province,old_district_code,old_district,old_commune_code,old_commune,new_province_code,\
    new_commune_code,new_commune,relation,valid_from
    01,A,101,B,00010,Một,02,00010,Một,whole,2025-07-01
    01,A,101,B,00020,Hai,02,00030,Ba,whole,2025-07-01
    02,B,102,C,00030,Ba,02,00030,Ba,whole,2025-07-01

    """

  private static let layout = RecordLayout(
    formIdentifier: "f", formVersion: "1",
    fields: [
      Field(name: "code", path: ["code"], storage: .text), Field(name: "old", path: ["old"], storage: .text),
      Field(name: "other", path: ["other"], storage: .integer),
    ])

  /// The variables of records with a code and a former province, "" for no answer.
  private static func areas(
    _ answers: [(code: String, old: String)], _ change: (inout GeographyDefinition) -> Void
  ) throws -> (reported: [String], harmonised: [String], tally: AreaTally) {
    let store = InMemoryRecordStore(layout: layout)
    var columns = [TextColumn(), TextColumn()]
    var keys = TextColumn()
    for (place, answer) in answers.enumerated() {
      columns[0].append(answer.code.utf8, state: answer.code.isEmpty ? .blank : .answered)
      columns[1].append(answer.old.utf8, state: answer.old.isEmpty ? .blank : .answered)
      keys.append("k\(place)".utf8)
    }
    let numbers = IntegerColumn(states: answers.map { _ in 0 }, values: answers.indices.map(Int64.init))
    store.begin()
    store.openSources([SourceDescription(label: "x", sha256: "x", byteCount: 1, kind: "csv")])
    _ = store.append(
      RecordBatch(
        layout: layout, columns: [.text(columns[0]), .text(columns[1]), .integer(numbers)], keys: keys,
        recordNumbers: answers.indices.map(UInt32.init),
        digests: answers.flatMap { _ in [UInt8](repeating: 1, count: 16) }),
      originals: nil)
    var accounting = IngestAccounting()
    accounting.read = answers.count
    accounting.accepted = answers.count
    store.closeSources([accounting])
    store.commit()
    var definition = GeographyDefinition(crosswalk: "c.csv")
    definition.field = "code"
    change(&definition)
    let crosswalk = try Crosswalk.read(bytes: Array(crosswalk.utf8), source: "c.csv")
    let records = AreaRecords(
      store, derivation: AreaDerivation(definition, crosswalk: crosswalk, layout: layout))
    #expect(records.layout.fields.map(\.name) == ["code", "old", "other", "area_reported", "area_harmonised"])
    var found: [[String]] = [[], []]
    try records.forEachAnonymousBatch(fields: [2, 3, 4]) { batch in
      #expect(batch.columns[2] == .integer(numbers))
      for (place, column) in batch.columns[3...].enumerated() {
        guard case .text(let texts)? = column else { continue }
        found[place] += (0..<batch.count).map { texts[$0] }
      }
    }
    return (found[0], found[1], records.tally)
  }

  @Test("Communes of the present list, odd codes among them")
  func communes() throws {
    let found = try Self.areas([("00010", ""), ("30", ""), ("00020", ""), ("77777", ""), ("", ""), ("", "01")]) {
      $0.legacy = "old"
    }
    #expect(
      found.reported == ["00010@2025-07-01", "00030@2025-07-01", "00020@<2025-07-01", "?", "", "?"])
    #expect(found.harmonised == ["00010", "00030", "00030", "?", "", "?"])
    #expect(found.tally.unknown == 1 && found.tally.zerosLost == 1 && found.tally.ofOtherList == 1)
  }

  @Test("Communes named by the former list are the ground that both have in common")
  func formerNames() throws {
    let found = try Self.areas([("00010", ""), ("00030", ""), ("00020", "")]) {
      $0.harmoniseTo = CivilDay(iso: "2024-12-31")
      $0.list = .fixed(.former)
    }
    #expect(found.harmonised == ["00010", "00020+00030", "00020+00030"])
    #expect(found.reported == ["00010@<2025-07-01", "00030@<2025-07-01", "00020@<2025-07-01"])
  }

  @Test("Provinces: the present one of today's codes, the former one where that is wanted and known")
  func provinces() throws {
    let answers = [("02", "01"), ("02", ""), ("00010", ""), ("", "01"), ("00030", "02")]
    let present = try Self.areas(answers) {
      $0.legacy = "old"
      $0.level = .province
    }
    #expect(present.harmonised == ["02", "02", "02", "02", "02"])
    #expect(present.reported.last == "02@2025-07-01" && present.reported[3] == "01@<2025-07-01")
    let former = try Self.areas(answers) {
      $0.legacy = "old"
      $0.level = .province
      $0.harmoniseTo = CivilDay(iso: "2024-12-31")
    }
    #expect(former.harmonised == ["01", "01+02", "01", "01", "02"])
  }

  @Test("Without a derivation records pass as they are")
  func none() throws {
    let records = AreaRecords(InMemoryRecordStore(layout: Self.layout), derivation: nil)
    #expect(records.layout == Self.layout)
  }
}
