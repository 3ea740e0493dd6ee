import CommandLineInterface
import Diagnostics
import Foundation
import Testing

@Suite("Completions")
struct CompletionTests {
  @Test(
    "bash offers the words that fit the place",
    arguments: [
      ("survey ''", ["form", "ingest", "schedule", "manual", "--version", "--language", "--help"]),
      ("survey form ''", ["build", "--language", "--help"]), ("survey form b", ["build"]),
      ("survey form build --", ["--to", "--output", "--quiet", "--language", "--help"]),
      ("survey form build --to ''", ["xform", "html"]), ("survey form build --to h", ["html"]),
      ("survey form build --language ''", ["vi", "en"]), ("survey ingest --p", ["--problems"]),
    ])
  func bash(line: String, offered: [String]) throws {
    // The functions are called as bash calls them, in an empty folder so that no file is offered.
    let script = """
      \(bashCompletion(of: sample))
      cd "$(mktemp -d)" || exit 1
      COMP_WORDS=(\(line)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      _survey
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let result = try shell("bash", script)
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.output.split(separator: "\n").map(String.init) == offered)
  }

  @Test("Texts with quotes and backslashes leave the scripts of zsh and fish well quoted")
  func quotes() {
    for language in InterfaceLanguage.allCases {
      let zsh = zshCompletion(of: sample, language: language)
      #expect(zsh.hasPrefix("#compdef survey\n"))
      let fish = fishCompletion(of: sample, language: language)
      #expect(fish.contains("-l output -s o -x -a '(__fish_complete_directories)'"))
      #expect(fish.contains("-l to -x -a 'xform html'"))
    }
    let zsh = zshCompletion(of: sample, language: .english)
    #expect(zsh.contains(#"'build:make questionnaires from the form'\''s sheets'"#))
    #expect(zsh.contains(#"'--to:format\: xform or html'"#))
    let fish = fishCompletion(of: sample, language: .vietnamese)
    #expect(fish.contains(#"-d 'tạo phiếu từ \'biểu mẫu\''"#))
  }

  @Test("The zsh script is well formed", .enabled(if: isInstalled("zsh")))
  func zsh() throws {
    let script = zshCompletion(of: sample, language: .vietnamese)
    #expect(try shell("zsh", script, options: ["-n"]).errors == "")
  }

  @Test("The fish script is well formed", .enabled(if: isInstalled("fish")))
  func fish() throws {
    let script = fishCompletion(of: sample, language: .vietnamese)
    #expect(try shell("fish", script, options: ["--no-execute"]).errors == "")
  }
}

@Suite("Manual page")
struct ManualPageTests {
  @Test("The page names every command and option, and no line of text is taken for an instruction")
  func wellFormed() {
    for language in InterfaceLanguage.allCases {
      let page = manualPage(of: sample, version: "1.2.3", language: language)
      let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
      let requests: Set<Substring> = [".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".I", ".br"]
      for line in lines where line.hasPrefix(".") || line.hasPrefix("'") {
        #expect(requests.contains(line.prefix { $0 != " " }), "\(line)")
      }
      #expect(lines.first == ".TH SURVEY 1 \"\" \"survey 1.2.3\"")
      for word in [
        "form build", "ingest", "schedule", "\\-\\-problems OUT", "\\-\\-language vi|en", "\\-q, \\-\\-quiet",
      ] {
        #expect(page.contains(word), "\(word)")
      }
      for code in ExitCode.allCases { #expect(page.contains(".B \(code.rawValue)\n")) }
    }
    #expect(
      manualPage(of: sample, version: "1", language: .english).contains(
        "\\&.starts with a dot: \\e and \\(aqquotes\\(aq."))
  }

  @Test("groff formats the page without a warning and keeps the quotes of examples", .enabled(if: isInstalled("groff")))
  func groff() throws {
    let page = manualPage(of: sample, version: "1.2.3", language: .english)
    let result = try shell("groff", page, options: ["-man", "-Kutf8", "-Tutf8", "-ww", "-rLL=100n", "-P-cbou"])
    #expect(result.errors == "")
    #expect(result.output.contains("\"my forms\""))
  }
}

/// Whether a program is on the PATH.
func isInstalled(_ program: String) -> Bool {
  (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
    FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
  }
}

/// Runs a program with a text as its input.
func shell(_ program: String, _ input: String, options: [String] = []) throws -> (
  status: Int32, output: String, errors: String
) {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = [program] + options
  let streams = (input: Pipe(), output: Pipe(), errors: Pipe())
  (process.standardInput, process.standardOutput, process.standardError) = (
    streams.input, streams.output, streams.errors
  )
  try process.run()
  try streams.input.fileHandleForWriting.write(contentsOf: Data(input.utf8))
  try streams.input.fileHandleForWriting.close()
  let output = try streams.output.fileHandleForReading.readToEnd() ?? Data()
  let errors = try streams.errors.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  return (process.terminationStatus, String(decoding: output, as: UTF8.self), String(decoding: errors, as: UTF8.self))
}
