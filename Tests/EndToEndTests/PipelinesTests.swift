import Diagnostics
import Foundation
import Testing

/// Requirements:
/// 1. Each pipeline of the project runs from a clean clone and writes its report.
/// 2. A second run skips what has not changed; one that is forced to run changes nothing: every record counts as
///    identical, every file has the same bytes.
@Suite("Pipelines of the project", .serialized)
struct PipelinesTests {
  /// The pipelines that write a report.
  static let reporting: [String] = {
    let folder = Workspace.project.appending(path: "pipelines")
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    // The five programmes have tests of their own, with fewer answers and one format.
    return files.filter { $0.pathExtension == "yaml" }
      .filter { !ProgrammesTests.names.contains($0.deletingPathExtension().lastPathComponent) }
      .filter { (try? String(contentsOf: $0, encoding: .utf8).contains("\nreport:")) ?? false }
      .map { $0.deletingPathExtension().lastPathComponent }.sorted()
  }()

  @Test("A pipeline runs from a clean clone, and again without changing anything", arguments: reporting)
  func twice(name: String) throws {
    let workspace = try Workspace(withProject: true)
    let folder = "reports/output/\(name)/2026-12-01"
    let report = "\(folder)/\(name).html"
    let expected = [report, "\(folder)/estimates.csv", "\(folder)/estimates.json", "\(folder)/manifest.json"]

    let dry = try workspace.run("run", "pipelines/\(name).yaml", "--dry-run")
    #expect(dry.status == 0)
    #expect(!workspace.exists("reports/output"), "a dry run writes nothing")
    #expect(!workspace.exists("var/\(name).sqlite"), "a dry run makes no store")

    let arguments = ["run", "pipelines/\(name).yaml", "--as-of", "2026-12-01"]
    let first = try workspace.run(arguments)
    #expect(first.status == 0, "\(first.errors)")
    let listed = first.output.split(separator: "\n").map(String.init)
    #expect(Set(listed).isSuperset(of: expected))
    #expect(first.errors.contains("balanced"))
    let written = try listed.map { try workspace.bytes($0) }
    #expect(written.allSatisfy { !$0.isEmpty })

    let second = try workspace.run(arguments)
    #expect(second.status == 0)
    #expect(second.errors.contains("ingest: is skipped (nothing has changed)"), "\(second.errors)")
    #expect(second.errors.contains("estimate and report: is skipped (nothing has changed)"), "\(second.errors)")
    #expect(second.output.split(separator: "\n").count == listed.count)

    let forced = try workspace.run(arguments + ["--force"])
    #expect(forced.status == 0)
    #expect(forced.output == first.output, "the same report keeps its folder")
    #expect(try listed.map { try workspace.bytes($0) } == written)
    let totals = try #require(forced.errors.split(separator: "\n").first { $0.hasPrefix("all (") })
    let counts = totals.split(separator: " ").compactMap { Int($0) }.suffix(7)
    #expect(Array(counts.dropFirst()).first == 0, "nothing is accepted twice: \(totals)")

    let html = try workspace.text(report)
    #expect(html.hasPrefix("<!DOCTYPE html>"))
    #expect(html.contains("SỐ LIỆU MÔ PHỎNG") == ["bao-cao-nam", "dia-ban"].contains(name))
    #expect(!html.contains("<script src"), "the page needs no network")
    let status = try workspace.run(
      "estimate", "pipelines/\(name).yaml", "--as-of", "2026-12-01", "--to", "csv", "-o", "out/estimates.csv")
    #expect(status.status == 0)
    #expect(try workspace.bytes("out/estimates.csv") == workspace.bytes("\(folder)/estimates.csv"))

    let verified = try workspace.run("run", "pipelines/\(name).yaml", "--verify", "\(folder)/manifest.json")
    #expect(verified.status == 0, "\(verified.output) \(verified.errors)")
    try workspace.write(html + " ", to: report)
    let altered = try workspace.run("run", "pipelines/\(name).yaml", "--verify", "\(folder)/manifest.json")
    #expect(altered.status == 1 && altered.output.contains("\(name).html: the file was altered"))
  }

  @Test("What changed is said, by a dry run too, and an earlier report is never written over")
  func changes() throws {
    let workspace = try smallWorkspace()
    let arguments = ["run", "pipelines/bao-cao-nam.yaml", "--as-of", "2026-12-01"]
    #expect(try workspace.run(arguments).status == 0)
    let frame = "pipelines/frames/binh-phuoc-2022.csv"
    try workspace.write(try workspace.text(frame).replacing("6210", with: "6310"), to: frame)
    let dry = try workspace.run(arguments + ["--dry-run"])
    #expect(dry.output.contains("estimate and report: runs (changed: \(frame))"), "\(dry.output)")
    let manifest = "reports/output/bao-cao-nam/2026-12-01/manifest.json"
    let verified = try workspace.run("run", "pipelines/bao-cao-nam.yaml", "--verify", manifest)
    #expect(verified.status == 1 && verified.errors.contains("[PIPE-112]") && verified.errors.contains(frame))
    let before = try workspace.bytes("reports/output/bao-cao-nam/2026-12-01/bao-cao-nam.html")
    #expect(try workspace.run(arguments).output.contains("reports/output/bao-cao-nam/2026-12-01.2/bao-cao-nam.html"))
    #expect(try workspace.bytes("reports/output/bao-cao-nam/2026-12-01/bao-cao-nam.html") == before)
    #expect(try workspace.bytes("reports/output/bao-cao-nam/latest/bao-cao-nam.html") != before)
    let foreign = try workspace.run("run", "pipelines/bfi.yaml", "--verify", manifest)
    #expect(foreign.status == 65 && foreign.errors.contains("[PIPE-111]"))
  }

  @Test("The schedule names what is due and what stands in the way, before and after a run")
  func schedule() throws {
    let workspace = try smallWorkspace()
    let before = try workspace.run("schedule", "show", "--as-of", "2026-11-21")
    #expect(before.status == 0)
    #expect(before.output.contains("bao-cao-nam: due before 2026-12-15, in 24 days"))
    #expect(before.output.contains("no answers were taken in yet"))
    #expect(try workspace.run("run", "pipelines/bao-cao-nam.yaml").status == 0)
    let after = try workspace.run(
      "schedule", "show", "pipelines/bao-cao-nam.yaml", "--as-of", "2026-12-14", "--language", "vi")
    #expect(after.output.contains("bao-cao-nam: gửi trước ngày 15/12/2026, còn 1 ngày"))
    #expect(after.output.contains("số liệu là mô phỏng"))
    let json = try workspace.run("schedule", "show", "--format", "json", "--as-of", "2026-12-15")
    let values = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    #expect(values?.contains { $0["due"] as? String == "2027-12-15" } == true)
    try workspace.write("name: broken\n", to: "pipelines/broken.yaml")
    let broken = try workspace.run("schedule", "show")
    #expect(broken.status == 65 && broken.errors.contains("pipelines/broken.yaml:1:1"))
    #expect(broken.output.contains("bao-cao-nam: due before"), "one broken pipeline hides no other")
  }

  @Test("Units for systemd are written as systemd wants them, and cron lines run in a shell")
  func installation() throws {
    let workspace = try smallWorkspace()
    let outcome = try workspace.run(
      "schedule", "install", "pipelines/bao-cao-nam.yaml", "-o", "units", "--notify", "echo \"$YKIEN_EVENT\" 100%")
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: "\n").count == 5)
    #expect(outcome.errors.contains("systemctl --user enable --now ykien-bao-cao-nam.timer"))
    let verify = try workspace.shell(
      """
      command -v systemd-analyze >/dev/null || exit 0
      mkdir -p -m 700 runtime && export XDG_RUNTIME_DIR="$PWD/runtime"
      systemd-analyze verify --user --man=no units/*.service units/*.timer
      """)
    #expect(verify.status == 0 && verify.errors.isEmpty, "\(verify.errors)")
    let cron = try workspace.run("schedule", "install", "pipelines/bao-cao-nam.yaml", "--to", "cron")
    let check = try #require(cron.output.split(separator: "\n").last?.split(separator: " ", maxSplits: 5).last)
    #expect(try workspace.shell(String(check) + " --as-of 2026-11-01").status == 0)
    #expect(try workspace.run("schedule", "check", "--as-of", "2026-12-02", "pipelines/bao-cao-nam.yaml").status == 1)
    let refused = try workspace.run("schedule", "install", "pipelines/bfi.yaml")
    #expect(refused.status == 65 && refused.errors.contains("[PIPE-102]"))
  }

  @Test("A pipeline with mistakes is refused before anything is written, with each place")
  func mistakes() throws {
    let workspace = try Workspace(withProject: true)
    let text = try workspace.text("pipelines/bao-cao-nam.yaml")
    for (from, to, status, code) in [
      ("disclosure:", "disclosur:", 65, "PIPE-001"),
      ("by: [prof_qualification", "by: [prof_qualificatio", 65, "PIPE-008"),
      ("form: forms/pks-01", "form: forms/pks-99", 66, "PIPE-010"),
      ("frames/binh-phuoc-2022.csv", "frames/none.csv", 66, "FILE-001"),
      ("formats: [html", "formats: [odt", 65, "PIPE-012"), ("sample: opt_in", "quantiles: x", 65, "PIPE-001"),
      ("template: reports/bao-cao-nam", "template: reports/none", 66, "PIPE-011"),
    ] as [(String, String, Int32, String)] {
      try workspace.write(text.replacing(from, with: to), to: "pipelines/broken.yaml")
      let outcome = try workspace.run("run", "pipelines/broken.yaml")
      #expect(outcome.status == status, "\(to): \(outcome.errors)")
      #expect(outcome.errors.contains("[\(code)]"), "\(to): \(outcome.errors)")
      #expect(!workspace.exists("reports/output"))
    }
    #expect(try workspace.run("run", "pipelines/none.yaml").status == 66)
    #expect(try workspace.run("estimate", "pipelines/bao-cao-nam.yaml").status == 66)
    #expect(try workspace.run("run", "pipelines/bao-cao-nam.yaml", "--as-of", "tomorrow").status == 64)
  }

  @Test("Paths start at the folder that holds pipelines/, wherever the program is run")
  func elsewhere() throws {
    let workspace = try smallWorkspace()
    try FileManager.default.createDirectory(
      at: workspace.folder.appending(path: "inbox"), withIntermediateDirectories: true)
    let outcome = try workspace.shell("cd inbox && ykien run ../pipelines/bao-cao-nam.yaml")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(workspace.exists("reports/output/bao-cao-nam/latest/bao-cao-nam.html"))
    #expect(!workspace.exists("inbox/var"))
  }

  @Test("Two runs of a pipeline never overlap: the second ends at once with exit code 75")
  func overlapping() throws {
    let workspace = try Workspace(withProject: true)
    let first = try workspace.start("run", "pipelines/bao-cao-nam.yaml")
    while !workspace.exists("var/bao-cao-nam.sqlite.lock") { usleep(1000) }
    // The lock file exists a moment before it is locked.
    usleep(50_000)
    let second = try workspace.run("run", "pipelines/bao-cao-nam.yaml")
    #expect(second.status == 75)
    #expect(second.errors.contains("PIPE-014"))
    #expect(try workspace.finish(first).status == 0)
  }

  /// The project with fewer simulated answers, for tests that do not look at the figures.
  private func smallWorkspace() throws -> Workspace {
    let workspace = try Workspace(withProject: true)
    let text = try workspace.text("pipelines/bao-cao-nam.yaml")
    try workspace.write(text.replacing("records: 3000", with: "records: 300"), to: "pipelines/bao-cao-nam.yaml")
    return workspace
  }
}
