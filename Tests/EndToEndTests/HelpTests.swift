import CommandLineInterface
import Diagnostics
import Foundation
import Testing

@testable import ykien

/// Every command of the program, groups included.
let everyCommand: [[String]] = {
  func visit(_ table: CommandTable, _ path: [String]) -> [[String]] {
    [path] + table.subcommands.flatMap { visit($0, path + [$0.name]) }
  }
  return visit(Program.table, [])
}()

@Suite("Help of the program")
struct HelpTests {
  @Test(
    "Every command explains itself and all its options in both languages", arguments: everyCommand,
    InterfaceLanguage.allCases)
  func help(path: [String], language: InterfaceLanguage) throws {
    let outcome = try Workspace().run(path + ["--help", "--language", language.rawValue])
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let table = try #require(Program.table.command(at: path))
    #expect(outcome.output.contains(language == .english ? "Usage: ykien" : "Cách dùng: ykien"))
    for option in table.allOptions { #expect(outcome.output.contains("--\(option.name)")) }
    for argument in table.arguments { #expect(outcome.output.contains(argument.placeholder)) }
    for command in table.subcommands { #expect(outcome.output.contains(command.name)) }
    let commandLines = outcome.output.split(separator: "\n").filter { $0.contains("ykien ") }
    let others = outcome.output.split(separator: "\n").filter { !$0.contains("ykien ") }
    #expect(others.allSatisfy { $0.count <= 80 })
    #expect(commandLines.count >= 1)
  }

  @Test("Every command has an example that the parser understands, in both languages the same")
  func examples() throws {
    for path in everyCommand {
      let table = try #require(Program.table.command(at: path))
      for example in table.examples {
        var words = example.line.matches(of: /'([^']*)'|\S+/).map { String($0.1 ?? $0.0) }
        #expect(words.removeFirst() == "ykien")
        if let end = words.firstIndex(where: { $0 == "|" || $0 == ">" }) { words.removeSubrange(end...) }
        #expect(try Program.table.parse(words).path == path, "\(example.line)")
      }
    }
  }

  @Test("Without a word the program says what it can do, and its version is its own")
  func alone() throws {
    let workspace = try Workspace()
    #expect(try workspace.run().output.contains("form check"))
    #expect(try workspace.run("--version").output == "ykien \(Program.version)\n")
    let changes = try String(contentsOf: Workspace.project.appending(path: "CHANGELOG.md"), encoding: .utf8)
    #expect(changes.contains(Program.version) || changes.contains("## Unreleased"))
  }

  @Test(
    "Wrong usage is told on standard error with exit code 64, in the language asked for",
    arguments: [
      (["frm"], "ykien: there is no command “frm”; did you mean “form”?; see “ykien --help”\n"),
      (["form", "check"], "ykien form check: the argument FORM is missing; see “ykien form check --help”\n"),
      (
        ["ingest", "--fom", "x", "--language", "vi"],
        "ykien ingest: không có tùy chọn “--fom”; có phải ý bạn là “--form”?; xem “ykien ingest --help”\n"
      ),
      (["--language", "fr"], "ykien: “fr” is no value for “--language”; expected vi, en; see “ykien --help”\n"),
    ])
  func usage(words: [String], message: String) throws {
    let outcome = try Workspace().run(words)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors == message)
  }

  @Test("Vietnamese is spoken unless the locale names English")
  func language() throws {
    let workspace = try Workspace()
    for (locale, word) in [
      ("", "Cách dùng"), ("C.UTF-8", "Cách dùng"), ("vi_VN.UTF-8", "Cách dùng"), ("en_GB", "Usage"),
    ] {
      #expect(try workspace.run(["--help"], environment: ["LANG": locale]).output.contains(word))
    }
  }

  @Test("Completions and manual pages come from the same tables")
  func completions() throws {
    let workspace = try Workspace()
    for shell in ["bash", "zsh", "fish"] {
      let outcome = try workspace.run("completions", shell)
      #expect(outcome.status == 0)
      for path in everyCommand {
        for option in try #require(Program.table.command(at: path)).options {
          #expect(outcome.output.contains(option.name), "\(shell) \(option.name)")
        }
      }
    }
    let bash = try workspace.shell(
      """
      source <(ykien completions bash)
      COMP_WORDS=(ykien form build --to ''); COMP_CWORD=4; _ykien; echo "${COMPREPLY[*]}"
      """)
    #expect(bash.output.contains("xform html"))
    for language in InterfaceLanguage.allCases {
      let page = try workspace.run("manual", "--language", language.rawValue)
      #expect(page.output.hasPrefix(".TH YKIEN 1"))
      for path in everyCommand where !path.isEmpty {
        for option in try #require(Program.table.command(at: path)).options {
          #expect(page.output.contains("\\-\\-\(option.name.replacing("-", with: "\\-"))"))
        }
      }
    }
    #expect(try workspace.run("completions", "tcsh").status == 64)
  }

  @Test("A reader that goes away, and a disk that is full, are not a success in silence")
  func output() throws {
    let workspace = try Workspace()
    let gone = try workspace.shell("set +o pipefail; ykien manual | head -n 1")
    #expect(gone.errors.isEmpty)
    let full = try workspace.shell("ykien manual > /dev/full")
    #expect(full.status == 73)
    #expect(full.errors.contains("FILE-004"))
  }
}
