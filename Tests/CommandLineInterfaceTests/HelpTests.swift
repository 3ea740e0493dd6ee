import CommandLineInterface
import Diagnostics
import Testing

@Suite("Help")
struct HelpTests {
  /// Every command of the sample, by its path.
  static let paths: [[String]] = [[], ["form"], ["form", "build"], ["ingest"], ["schedule"], ["manual"]]

  @Test("Help mentions every option, argument, subcommand and example", arguments: paths, InterfaceLanguage.allCases)
  func complete(path: [String], language: InterfaceLanguage) throws {
    let table = try #require(sample.command(at: path))
    let text = help(path, language, width: 80)
    for option in table.allOptions {
      #expect(text.contains("--\(option.name)"))
      #expect(text.contains(option.help[language].prefix(12)))
      if let letter = option.letter { #expect(text.contains("-\(letter), --\(option.name)")) }
    }
    for argument in table.arguments { #expect(text.contains(argument.placeholder)) }
    for command in table.subcommands { #expect(text.contains(command.name)) }
    for example in table.examples { #expect(text.contains(example.line)) }
    #expect(text.contains(table.discussion[language]))
  }

  @Test("Lines keep to the width of the terminal", arguments: [40, 60, 80, 100, 3, 1000])
  func width(width: Int) {
    for path in Self.paths {
      for language in InterfaceLanguage.allCases {
        let lines = help(path, language, width: width).split(separator: "\n")
        // A command line is never broken; everything else is.
        let limit = max(40, min(width, 100))
        let broken = lines.filter { !$0.contains("survey ") }
        #expect(broken.allSatisfy { $0.count <= limit }, "\(path) \(language)")
      }
    }
  }

  @Test("The help of a command reads like this")
  func wholeText() {
    #expect(
      help(["form", "build"], .english, width: 80) == """
        Make questionnaires from the form's sheets.

        Usage: survey form build --to FORMAT [OPTION…] FORM

        .starts with a dot: \\ and 'quotes'.

        Arguments:
          FORM  folder of the form

        Options:
          --to FORMAT       format: xform or html
          -o, --output DIR  output folder
          -q, --quiet       say nothing
          --language vi|en  language of messages and tables (default: after LANG, else
                            vi)
          -h, --help        print this help

        Examples:
          survey form build "my forms" --to html
              makes a web page

        Exit codes:
          0   done
          1   done, with findings: a form with errors, or records quarantined under
              --strict
          64  wrong usage
          65  unusable input
          66  input missing
          73  the output cannot be written
          75  the store is locked, try again

        """)
  }

  private func help(_ path: [String], _ language: InterfaceLanguage, width: Int) -> String {
    HelpText(program: sample, path: path, language: language, width: width).text
  }
}
