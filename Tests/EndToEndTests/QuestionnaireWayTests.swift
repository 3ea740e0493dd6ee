import Foundation
import Testing

/// Requirement: a respondent's way holds together, from the form over the page in a browser to the store.
@Suite(
  "From the form over the browser to the store",
  .enabled(if: Chromium.isPresent || Chromium.isRequired, "chromium or a Python with playwright is not installed"))
struct QuestionnaireWayTests {
  @Test("The page saves a submission that ingest accepts, and a refusal of which nothing is kept")
  func wholeWay() throws {
    let workspace = try Workspace()
    try SmallForm.write(to: workspace)
    let built = try workspace.run("form", "build", "forms/small", "--to", "html", "-o", "build")
    #expect(built.output == "build/small.html\n")
    try fill(
      in: workspace,
      [
        ["do": "choose", "question": "Đồng ý?", "answer": "Có"], ["do": "type", "label": "Tuổi", "text": "40"],
        ["do": "choose", "question": "Ý kiến", "answer": "Đồng ý"],
        ["do": "type", "label": "Nguyện vọng", "text": "Sách <mới> & \"tốt\""],
        ["do": "press", "button": "Xem lại phiếu"],
      ], save: "Lưu phiếu", to: "accepted.xml")
    try fill(
      in: workspace,
      [["do": "choose", "question": "Đồng ý?", "answer": "Không"], ["do": "press", "button": "Xem lại phiếu"]],
      save: "Lưu tệp không tham gia", to: "declined.xml")
    let outcome = try workspace.run(
      "ingest", "--form", "forms/small", "--store", "sqlite:s.sqlite", "inbox", "--format", "json")
    #expect(try Accounting(printed: outcome.output) == Accounting(read: 2, accepted: 1, declined: 1))
    #expect(outcome.errors.isEmpty, "\(outcome.errors)")
  }

  /// Fills the page in as a person would and saves the submission into the inbox.
  private func fill(in workspace: Workspace, _ steps: [[String: Any]], save button: String, to name: String) throws {
    let target = workspace.folder.appending(path: "inbox/\(name)").path
    let all = steps + [["do": "save", "button": button, "to": target]]
    try workspace.write(try JSONSerialization.data(withJSONObject: all), to: "steps.json")
    try workspace.write("", to: "inbox/.keep")
    let script = Workspace.project.appending(path: "Tests/QuestionnaireTests/Browser/fill_page.py").path
    let outcome = try workspace.shell("'\(Chromium.python)' '\(script)' build/small.html steps.json")
    try #require(outcome.status == 0, "\(outcome.errors)")
    try FileManager.default.removeItem(at: workspace.folder.appending(path: "inbox/\(name).name"))
  }
}

/// The browser and what drives it.
enum Chromium {
  /// A Python with playwright.
  static let python =
    ProcessInfo.processInfo.environment["YKIEN_BROWSER_PYTHON"]
    ?? Workspace.project.appending(path: ".build/tools/venv/bin/python").path

  /// Whether both are installed.
  static var isPresent: Bool {
    ["/usr/bin/chromium", python].allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Whether their absence is a failure, as on the machine that guards the main branch.
  static var isRequired: Bool { ProcessInfo.processInfo.environment["YKIEN_REQUIRE_TOOLS"] == "1" }
}
