import Diagnostics
import FileSystem
import Testing

@Suite("Files")
struct FileSystemTests {
  /// A fresh folder for one test, left to the system's own cleaning.
  private func folder() throws -> String {
    let path = "/tmp/ykien-tests/\(UInt64.random(in: 0...UInt64.max))"
    try createFolders(at: path)
    return path
  }

  @Test("A file written atomically reads back, with exactly the mode asked for")
  func roundTrip() throws {
    let path = try folder() + "/a.bin"
    for size in [0, 1, 4095, 4096, 4097, 200_000] {
      let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      try writeAtomically(bytes, to: path, mode: 0o600)
      #expect(try readFile(at: path) == bytes)
      #expect(fileStatus(at: path)?.mode == 0o600)
      #expect(fileStatus(at: path)?.byteCount == size)
    }
    #expect(try names(in: parentFolder(of: path)) == ["a.bin"])
  }

  @Test("Files without a size of their own are read to their end")
  func unsized() throws {
    #expect(try !readFile(at: "/proc/self/status").isEmpty)
  }

  @Test("A reader gives the same bytes whatever the chunk size", arguments: [1, 7, 4096, 100_000])
  func chunks(limit: Int) throws {
    let path = try folder() + "/a.bin"
    let bytes = (0..<50_000).map { UInt8(truncatingIfNeeded: $0 &* 13) }
    try writeAtomically(bytes, to: path)
    var reader = try FileReader(at: path)
    var received: [UInt8] = []
    while true {
      let chunk = try reader.next(limit)
      if chunk.isEmpty { break }
      received += chunk
    }
    #expect(received == bytes)
  }

  @Test("What cannot be read says why and with which exit code")
  func failures() throws {
    let base = try folder()
    for (path, code, exit) in [
      (base + "/none", DiagnosticCode.fileMissing, ExitCode.missingInput),
      (base + "/none/none", .fileMissing, .missingInput),
      (base, .fileUnreadable, .inputOutput),
      ("", .pathUnusable, .missingInput),
      ("a\0b", .pathUnusable, .missingInput),
    ] {
      let failure = #expect(throws: StageFailure.self) { try readFile(at: path) }
      #expect(failure?.diagnostics.first?.code == code)
      #expect(failure?.exitCode == exit)
    }
    try writeAtomically([1, 2, 3], to: base + "/a")
    let long = #expect(throws: StageFailure.self) { try readFile(at: base + "/a", limit: 2) }
    #expect(long?.diagnostics.first?.code == .fileTooLarge)
    #expect(try readFile(at: base + "/a", limit: 3) == [1, 2, 3])
    let unwritable = #expect(throws: StageFailure.self) { try writeAtomically([], to: base + "/none/a") }
    #expect(unwritable?.exitCode == .cannotWrite)
  }

  @Test("A folder is listed to its depth, in order, without hidden files and without running in circles")
  func listing() throws {
    let base = try folder()
    try createFolders(at: base + "/b/c")
    for name in ["z.xml", "b/y.xml", "b/c/x.xml", ".hidden"] { try writeAtomically([], to: base + "/" + name) }
    try createSymbolicLink(at: base + "/b/loop", to: base)
    #expect(try files(under: base) == ["b/c/x.xml", "b/y.xml", "z.xml"].map { base + "/" + $0 })
  }

  @Test(
    "Patterns find files",
    arguments: [
      ("*.xml", ["z.xml"]), ("b/*.xml", ["b/y.xml"]), ("**/*.xml", ["b/c/x.xml", "b/y.xml", "z.xml"]),
      ("?.xml", ["z.xml"]),
      ("b", ["b"]), ("none", []), ("*/none", []), ("*", ["b", "z.xml"]),
    ])
  func patterns(pattern: String, expected: [String]) throws {
    let base = try folder()
    try createFolders(at: base + "/b/c")
    for name in ["z.xml", "b/y.xml", "b/c/x.xml", ".hidden.xml"] { try writeAtomically([], to: base + "/" + name) }
    #expect(try paths(matching: pattern, from: base) == expected.map { base + "/" + $0 })
  }

  @Test("Many stars do not make matching slow")
  func stars() {
    #expect(!matches(String(repeating: "a", count: 2000), String(repeating: "a*", count: 500) + "b"))
    #expect(matches("Đồng thuận.xml", "Đ*n.x?l"))
  }

  @Test("A lock is held by one")
  func lock() throws {
    let path = try folder() + "/lock"
    let first = try FileLock(at: path)
    let failure = #expect(throws: StageFailure.self) { _ = try FileLock(at: path) }
    #expect(failure?.exitCode == .locked)
    _ = consume first
    _ = try FileLock(at: path)
  }
}
