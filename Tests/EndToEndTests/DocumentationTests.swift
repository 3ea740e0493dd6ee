import CommandLineInterface
import Foundation
import Testing

@testable import ykien

/// Requirements:
/// 1. Every command of a block marked `sh` runs as it stands, in the order of the page, in a clean clone.
/// 2. Every `ykien` command that a page mentions anywhere exists, with its options.
@Suite("Commands of the documentation")
struct DocumentationTests {
  /// The pages that hold commands.
  static let pages: [String] = {
    let folder = Workspace.project.appending(path: "Documentation")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return ["README.md", "README.vi.md"] + names.filter { $0.hasSuffix(".md") }.sorted().map { "Documentation/\($0)" }
  }()

  @Test("The commands of a page run in a clean clone", arguments: pages)
  func run(page: String) throws {
    let blocks = try text(of: page).matches(of: /(?m)^```sh\n((?s).*?)^```$/).map { String($0.1) }
    #expect(!blocks.isEmpty || page != "README.md", "the README shows how it is done")
    guard !blocks.isEmpty else { return }
    let workspace = try Workspace(withProject: true)
    // Fewer answers than a reader's: what is shown is that the commands run.
    let folder = workspace.folder.appending(path: "pipelines").path
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasSuffix(".yaml") {
      let text = try workspace.text("pipelines/\(name)")
      try workspace.write(text.replacing(/records: [0-9]{4,}/, with: "records: 600"), to: "pipelines/\(name)")
    }
    let outcome = try workspace.shell(blocks.joined(separator: "\n"))
    #expect(outcome.status == 0, "\(outcome.errors.suffix(2000))")
  }

  @Test("A page names only commands and options that there are", arguments: pages)
  func names(page: String) throws {
    let text = try text(of: page)
    for match in text.matches(of: /`ykien ([^`\n]+)`/) {
      let words = match.1.split(separator: " ").map(String.init).filter { $0 != "…" }
      var path: [String] = []
      for word in words {
        guard Program.table.command(at: path + [word]) != nil else { break }
        path.append(word)
      }
      let table = try #require(Program.table.command(at: path))
      #expect(!path.isEmpty || words.first?.hasPrefix("-") == true, "ykien \(match.1)")
      for word in words where word.hasPrefix("--") {
        let name = word.dropFirst(2).prefix { $0 != "=" }
        #expect(table.allOptions.contains { $0.name == name }, "ykien \(match.1)")
      }
    }
  }

  private func text(of page: String) throws -> String {
    try String(contentsOf: Workspace.project.appending(path: page), encoding: .utf8)
  }
}
