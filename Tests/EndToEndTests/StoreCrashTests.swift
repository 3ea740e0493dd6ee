import Foundation
import Pipeline
import Testing

/// Requirements:
/// 1. Whenever the process is killed, the store is sound: pages, checksums, accounting of every source and form.
/// 2. What a store held before it still holds; running the ingest again completes it.
/// 3. A full disk ends the ingest with a failure and loses nothing that was taken in.
@Suite("Crashes and full disks", .serialized)
struct StoreCrashTests {
  private static let rows = 80
  private static let tables = 4
  private static let submissions = 40
  private static let total = rows * tables + submissions

  /// A folder `in` with tables and submissions: each table is a transaction, the submissions are one.
  private func prepare() throws -> Workspace {
    let workspace = try Workspace()
    try SmallForm.write(to: workspace)
    for table in 0..<Self.tables {
      var text = "KEY,consent,age,view,wish\n"
      for row in 0..<Self.rows { text += "t\(table)-\(row),yes,\(18 + row % 80),\(1 + row % 2),sách \(row)\n" }
      try workspace.write(text, to: "in/\(table).csv")
    }
    for number in 0..<Self.submissions {
      try workspace.write(SmallForm.submission("x\(number)", SmallForm.good), to: "in/x\(number).xml")
    }
    return workspace
  }

  private func command(_ store: String) -> [String] {
    ["ingest", "--form", "forms/small", "--store", "sqlite:\(store)", "in", "--format", "json"]
  }

  @Test("Killed at 200 random moments, the accounting is right each time, and running again completes")
  func killed() throws {
    let workspace = try prepare()
    let clock = ContinuousClock()
    let duration = try clock.measure { _ = try workspace.run(command("undisturbed.sqlite")) }
    let longest = max(20_000, Int(duration / .microseconds(1)))
    var random = SeededGenerator(state: 2026)
    var (kills, store, known) = (0, 0, 0)
    for round in 0..<200 {
      let name = "s\(store).sqlite"
      let running = try workspace.start(command(name))
      usleep(useconds_t(Int.random(in: 0...longest, using: &random)))
      kill(running.process.processIdentifier, SIGKILL)
      let outcome = try workspace.finish(running)
      if outcome.status == 128 + SIGKILL { kills += 1 }
      let path = workspace.folder.appending(path: name).path
      guard FileManager.default.fileExists(atPath: path) else { continue }
      let report = try StoreVerificationReport(store: path)
      #expect(report.diagnostics == [], "round \(round)")
      // Whole files, and never fewer than before.
      let isWhole = [0, Self.submissions].contains { (report.recordCount - $0) % Self.rows == 0 }
      #expect(isWhole && report.recordCount >= known, "round \(round): \(report.recordCount) after \(known)")
      known = report.recordCount
      if outcome.status == 0 {
        #expect(known == Self.total)
        (store, known) = (store + 1, 0)
      }
    }
    #expect(kills >= 100, "only \(kills) rounds were quick enough")
    let last = try workspace.run(command("s\(store).sqlite"))
    let accounting = try Accounting(printed: last.output)
    #expect(accounting.accepted + accounting.identical == Self.total)
    let path = workspace.folder.appending(path: "s\(store).sqlite").path
    #expect(try StoreVerificationReport(store: path).recordCount == Self.total)
  }

  @Test(
    "On a full disk the ingest fails, the store stays sound, and later it is completed", arguments: [64, 200, 400, 640])
  func fullDisk(limit: Int) throws {
    let workspace = try prepare()
    try workspace.write("KEY,consent,age,view,wish\nfirst,yes,40,2,a\n", to: "first.csv")
    let store = ["--form", "forms/small", "--store", "sqlite:s.sqlite"]
    #expect(try workspace.run(["ingest"] + store + ["first.csv"]).status == 0)
    // A file size limit is a full disk without a disk; ignored, the signal becomes an error of the write.
    let full = try workspace.shell(
      "trap '' XFSZ; ulimit -f \(limit); ykien \(command("s.sqlite").joined(separator: " ")) || echo failed $?")
    let path = workspace.folder.appending(path: "s.sqlite").path
    let report = try StoreVerificationReport(store: path)
    #expect(report.diagnostics == [])
    #expect(report.recordCount >= 1)
    // The empty store alone fits the smallest limit, an ingest does not.
    if limit == 64 { #expect(full.output.contains("failed")) }
    if full.output.contains("failed") {
      #expect(full.output.contains("failed 73") || full.output.contains("failed 74"), "\(full.output) \(full.errors)")
      #expect(full.errors.contains("STORE-005"), "\(full.errors)")
    } else {
      #expect(report.recordCount == Self.total + 1)
    }
    #expect(try workspace.run(command("s.sqlite")).status == 0)
    #expect(try StoreVerificationReport(store: path).recordCount == Self.total + 1)
  }

  @Test("A second writer waits as long as told, then ends with 75; readers do not wait")
  func waiting() throws {
    let workspace = try prepare()
    #expect(try workspace.run(command("s.sqlite")).status == 0)
    try workspace.write("KEY,consent,age,view,wish\nlater,yes,40,2,a\n", to: "later.csv")
    let outcome = try workspace.shell(
      """
      (echo 'BEGIN IMMEDIATE;'; sleep 8) | sqlite3 s.sqlite &
      sleep 1
      ykien ingest --form forms/small --store sqlite:s.sqlite --wait 1 later.csv || echo "ingest $?"
      ykien store compact --store sqlite:s.sqlite --wait 0 || echo "compact $?"
      ykien store status --form forms/small --store sqlite:s.sqlite > status.txt
      ykien ingest --form forms/small --store sqlite:s.sqlite --wait 30 later.csv
      """)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("ingest 75"))
    #expect(outcome.output.contains("compact 75"))
    #expect(outcome.errors.contains("STORE-001"))
    #expect(try workspace.text("status.txt").contains("records: \(Self.total)\n"))
    #expect(
      try StoreVerificationReport(store: workspace.folder.appending(path: "s.sqlite").path).recordCount == Self.total
        + 1)
  }
}

/// A repeatable source of random numbers (SplitMix64).
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }
}
