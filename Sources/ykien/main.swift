import Allocation
import CommandLineInterface
import Diagnostics
import Foundation

keepFreedMemory()
endIdleThreads()
exit(Program.main(words: Array(CommandLine.arguments.dropFirst()), style: .ofThisProcess).rawValue)
