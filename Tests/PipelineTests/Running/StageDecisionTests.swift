import CivilCalendar
import Diagnostics
import FileSystem
import Foundation
import Testing

@testable import Pipeline

/// Requirements:
/// 1. A stage runs when something it depends on has changed, and says what; otherwise it is skipped.
/// 2. A folder of a report appears whole, is never written to again, and `latest` leads to the newest.
@Suite("Stages and their folders")
struct StageDecisionTests {
  private func manifest() -> RunManifest {
    var manifest = RunManifest(pipeline: "p", program: "ykien 1", asOf: "2026-11-21", wave: "2026")
    manifest.inputs = [RunManifest.File(path: "pipelines/p.yaml", sha256: "aa", bytes: 3)]
    manifest.sources = [RunManifest.Source(label: "inbox/a.csv", bytes: 10, modified: 5)]
    manifest.answers = "11"
    return manifest
  }

  @Test("Nothing changed: nothing runs; told to, all does")
  func unchanged() {
    let last = manifest()
    #expect(!StageDecision.ingest(last, now: last, answers: "11", isForced: false).runs)
    #expect(!StageDecision.report(last, now: last, isForced: false, changedOutput: nil).runs)
    #expect(StageDecision.ingest(last, now: last, answers: "11", isForced: true).reason == .forced)
    #expect(StageDecision.report(last, now: last, isForced: true, changedOutput: nil).reason == .forced)
    #expect(StageDecision.ingest(nil, now: last, answers: "", isForced: false).reason == .first)
  }

  @Test("A changed, new or vanished file is named")
  func changes() {
    let last = manifest()
    var now = last
    now.inputs[0].sha256 = "bb"
    #expect(
      StageDecision.report(last, now: now, isForced: false, changedOutput: nil).reason == .input("pipelines/p.yaml"))
    #expect(StageDecision.ingest(last, now: now, answers: "11", isForced: false).reason == .input("pipelines/p.yaml"))
    now = last
    now.sources.append(RunManifest.Source(label: "inbox/b.csv", bytes: 1, modified: 9))
    #expect(StageDecision.ingest(last, now: now, answers: "11", isForced: false).reason == .source("inbox/b.csv"))
    #expect(
      !StageDecision.report(last, now: now, isForced: false, changedOutput: nil).runs, "answers decide on figures")
    now = last
    now.sources = []
    #expect(StageDecision.ingest(last, now: now, answers: "11", isForced: false).reason == .source("inbox/a.csv"))
    #expect(StageDecision.ingest(last, now: last, answers: "12", isForced: false).reason == .answers)
  }

  @Test("Other answers, another day, another program or a lost file make the report anew")
  func report() {
    let last = manifest()
    var now = last
    now.answers = "12"
    #expect(StageDecision.report(last, now: now, isForced: false, changedOutput: nil).reason == .answers)
    now = last
    now.asOf = "2026-11-22"
    #expect(StageDecision.report(last, now: now, isForced: false, changedOutput: nil).reason == .day)
    now = last
    now.program = "ykien 2"
    #expect(StageDecision.report(last, now: now, isForced: false, changedOutput: nil).reason == .program)
    #expect(
      StageDecision.report(last, now: last, isForced: false, changedOutput: "p.html").reason == .output("p.html"))
  }

  @Test("A manifest reads back as it was written; what is none is refused with a code")
  func roundTrip() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var manifest = manifest()
    manifest.counts = ["respondents": 3]
    manifest.seeds = ["simulate": 18_446_744_073_709_551_615]
    manifest.stages = [RunManifest.Stage(name: "ingest", reason: "first run", ran: true, seconds: 0.25)]
    let path = join(folder, "manifest.json")
    try writeAtomically(Array(manifest.json().utf8), to: path)
    #expect(try RunManifest.read(at: path) == manifest)
    #expect(try RunManifest.read(at: join(folder, "none.json")) == nil)
    for text in ["", "{}", "[1]", "{\"format\": 2}", String(repeating: "[", count: 5000)] {
      try writeAtomically(Array(text.utf8), to: path)
      #expect(throws: StageFailure.self) { try RunManifest.read(at: path) }
    }
  }

  @Test("The same report of a day keeps its folder; another one gets a folder beside it, and latest leads there")
  func folders() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let output = RunFolder(path: join(folder, "out"))
    let day = try day("2026-11-21")
    func write(_ text: String) throws -> String {
      let files = [RunFile(name: "p.html", bytes: Array(text.utf8))]
      var manifest = manifest()
      manifest.outputs = files.map(\.entry)
      return fileName(of: try output.write(files, manifest: manifest, day: day))
    }
    #expect(try write("one") == "2026-11-21")
    #expect(try write("one") == "2026-11-21")
    #expect(try write("two") == "2026-11-21.2")
    #expect(try String(contentsOfFile: join(folder, "out/latest/p.html"), encoding: .utf8) == "two")
    #expect(try write("one") == "2026-11-21")
    #expect(try String(contentsOfFile: join(folder, "out/latest/p.html"), encoding: .utf8) == "one")
    // A folder that was tampered with is left as it is, and not taken for the report.
    try writeAtomically(Array("three".utf8), to: join(folder, "out/2026-11-21/p.html"))
    #expect(try write("one") == "2026-11-21.3")
    #expect(try names(in: join(folder, "out")).sorted() == ["2026-11-21", "2026-11-21.2", "2026-11-21.3", "latest"])
  }

  private func temporaryFolder() throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ykien-runs-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }
}
