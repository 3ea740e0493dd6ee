import Archive
import Testing

@Suite("Writing zip archives")
struct ZipWriterTests {
  private let members = [
    ZipWriter.Member(name: "[Content_Types].xml", bytes: Array("<Types/>".utf8)),
    ZipWriter.Member(name: "thư mục/tệp.txt", bytes: Array(String(repeating: "chữ ", count: 5000).utf8)),
    ZipWriter.Member(name: "rỗng", bytes: []),
  ]

  @Test("What is packed comes out again, in the same order")
  func roundTrip() throws {
    let archive = try ZipArchive(bytes: ZipWriter.archive(members))
    let packed = archive.members()
    #expect(packed.map(\.name) == members.map(\.name))
    for (member, original) in zip(packed, members) { #expect(try archive.bytes(of: member) == original.bytes) }
  }

  @Test("The same members give the same bytes, dated 1980")
  func deterministic() throws {
    let bytes = try ZipWriter.archive(members)
    #expect(try bytes == ZipWriter.archive(members))
    // Time and date of the first local header: 00:00:00 and 1 January 1980.
    #expect(Array(bytes[10..<14]) == [0, 0, 33, 0])
    #expect(bytes.count < 1000)
  }

  @Test("Two members of one name are refused")
  func duplicate() {
    #expect(throws: ArchiveError.damaged) {
      try ZipWriter.archive([members[0], members[0]])
    }
  }
}
