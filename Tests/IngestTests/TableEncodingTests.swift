import Diagnostics
import Ingest
import Responses
import Testing
import TextEncoding

@Suite("Encodings of tables")
struct TableEncodingTests {
  private static let words = "Cộng hòa xã hội chủ nghĩa Việt Nam; trí thức; nguyện vọng; Quảng Ngãi; Đồng Nai"

  /// Simulated rows, their words in an encoding: recorded with GNU libiconv.
  private static let encoded: [(name: String, hexadecimal: String)] = [
    (
      "tcvn3",
      "43e96e672068df612078b72068e969206368f1206e6768dc61205669d674204e616d3b207472dd207468f8633b206e677579d66e2076e46e673b205175b66e67204e67b7693b20a7e56e67204e6169"
    ),
    (
      "viscii",
      "43b56e672068f2612078e32068b569206368fc206e6768ee61205669ae74204e616d3b207472ed207468d1633b206e677579ae6e2076f76e673b205175e46e67204e67e3693b20d0b06e67204e6169"
    ),
    (
      "windows-1258",
      "43f4f26e6720686fcc61207861de2068f4f26920636875d2206e676869de61205669eaf274204e616d3b207472ed207468fdec633b206e677579eaf26e20766ff26e673b20517561d26e67204e6761de693b20d0f4cc6e67204e6169"
    ),
  ]

  private func decode(_ hexadecimal: String) -> [UInt8] {
    let digits = hexadecimal.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
  }

  private func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
    ((mark ? "\u{FEFF}" : "") + text).utf16.flatMap { unit in
      bigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
  }

  @Test("Legacy encodings are found by content and converted", arguments: encoded)
  func legacy(name: String, hexadecimal: String) throws {
    let bytes = Array("id,words\n1,".utf8) + decode(hexadecimal) + Array("\n2,plain\n".utf8)
    for size in [1, 13, 1 << 18] {
      var options = IngestOptions(mapping: ColumnMapping(key: "id"))
      options.blockByteCount = size
      let taken = try take([("t.csv", bytes)], options: options)
      #expect(taken.report.total.accepted == 2)
      #expect(taken.report.sources.first?.table?.encoding == name)
      #expect(taken.store.contents.sources.map(\.description.kind) == ["csv \(name)"])
      #expect(taken.records["1"]?["words"].map { Array($0.utf8) } == Array(Self.words.utf8))
    }
  }

  @Test("UTF-16 is read with and without its mark, either byte first", arguments: [true, false], [true, false])
  func utf16(bigEndian: Bool, mark: Bool) throws {
    let bytes = utf16("id,words\r\n1,\(Self.words)\r\n2,\"a\r\nb\"\r\n", bigEndian: bigEndian, mark: mark)
    let taken = try take([("t.csv", bytes)], options: IngestOptions(mapping: ColumnMapping(key: "id")))
    #expect(taken.report.total.accepted == 2)
    #expect(taken.records["1"]?["words"] == Self.words)
    #expect(taken.records["2"]?["words"] == "a\r\nb")
  }

  @Test("UTF-8 that was read as Windows-1252 and saved again is got back")
  func misread() throws {
    let broken = "ná»\u{AF}, Ä\u{90}á»“ng, Cá»™ng hÃ²a"
    let taken = try takeTable("id;words\n1;\(broken)\n", mapping: ColumnMapping(key: "id"))
    #expect(taken.records["1"]?["words"] == "nữ, Đồng, Cộng hòa")
  }

  @Test("Bytes that may be one encoding or another are asked for, and nothing is taken in")
  func doubt() throws {
    let bytes = Array("id,words\n1,N".utf8) + [0xF7, 0x0A]
    let taken = try take([("t.csv", bytes)], options: IngestOptions(mapping: ColumnMapping(key: "id")))
    #expect(taken.report.sources.map(\.status) == [.unusable])
    let found = try #require(taken.report.diagnostics.first { $0.code == .encodingDoubtful })
    #expect(found.arguments["candidates"] == "tcvn3, viscii")
    let told = try take(
      [("t.csv", bytes)], options: IngestOptions(mapping: ColumnMapping(key: "id", encoding: TextEncoding(.tcvn3))))
    #expect(told.records["1"]?["words"] == "Nữ")
  }

  @Test("A carriage return alone ends a line; within quotes it belongs to the answer")
  func loneReturns() throws {
    let taken = try takeTable("id,words\r1,a\r2,\"b\rc\"\r3,d\r", mapping: ColumnMapping(key: "id"))
    #expect(taken.report.total.accepted == 3)
    #expect(taken.records["2"]?["words"] == "b\rc")
  }

  @Test("A mapping names the encoding; an unknown name is refused")
  func mapping() throws {
    let known = try ColumnMapping.read(bytes: Array("encoding: TCVN3\n".utf8), source: "m.yaml")
    #expect(known.mapping.encoding == TextEncoding(.tcvn3))
    let unknown = try ColumnMapping.read(bytes: Array("encoding: latin-9\n".utf8), source: "m.yaml")
    #expect(unknown.diagnostics.map(\.code) == [.mappingUnusable])
  }
}
