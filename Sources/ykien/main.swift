import CommandLineInterface
import Diagnostics
import Foundation

exit(Program.main(words: Array(CommandLine.arguments.dropFirst()), style: .ofThisProcess).rawValue)
