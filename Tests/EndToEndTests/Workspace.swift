import Foundation
import Testing

/// A folder of its own with the project's forms, pipelines and reports, in which the built program is run.
final class Workspace {
  /// The folder.
  let folder: URL

  /// Creates a folder; `withProject` says whether it holds what a clean clone holds.
  init(withProject: Bool = false) throws {
    let name = "ykien-test-\(UUID().uuidString)"
    folder = FileManager.default.temporaryDirectory.appending(path: name).resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    guard withProject else { return }
    for name in ["dictionaries", "forms", "pipelines", "reports"] {
      try FileManager.default.copyItem(at: Self.project.appending(path: name), to: folder.appending(path: name))
    }
    try? FileManager.default.removeItem(at: folder.appending(path: "reports/output"))
    // Formats that need other programs have a test of their own.
    let annual = folder.appending(path: "pipelines/bao-cao-nam.yaml")
    let text = try String(contentsOf: annual, encoding: .utf8)
    try text.replacing("[html, docx, pdf, xlsx]", with: "[html]").write(to: annual, atomically: true, encoding: .utf8)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The clone these tests were built from.
  static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL

  /// The built program: it lies beside the tests.
  static var program: URL {
    get throws {
      let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      let program = URL(fileURLWithPath: tests).deletingLastPathComponent().appending(path: "ykien")
      try #require(FileManager.default.isExecutableFile(atPath: program.path), "no program at \(program.path)")
      return program
    }
  }

  /// What a finished process said.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Runs the program in the folder, speaking English unless told otherwise.
  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
    try run(arguments, environment: environment)
  }

  /// Runs the program in the folder, speaking English unless told otherwise.
  func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
    try finish(try start(Self.program, arguments, environment: environment))
  }

  /// Runs a script in the folder, with the program on the PATH; the first command that fails ends it.
  func shell(_ script: String, environment: [String: String] = [:]) throws -> Outcome {
    try finish(
      try start(
        URL(fileURLWithPath: "/bin/bash"), ["-euo", "pipefail", "-c", script], environment: environment))
  }

  /// A process with the files its output goes to: files, unlike pipes, never keep a process waiting.
  struct Running {
    let process: Process
    let output: URL
    let errors: URL
  }

  /// Starts the program in the folder.
  func start(_ arguments: String...) throws -> Running { try start(arguments) }

  /// Starts the program in the folder.
  func start(_ arguments: [String]) throws -> Running { try start(Self.program, arguments, environment: [:]) }

  private func start(_ program: URL, _ arguments: [String], environment: [String: String]) throws -> Running {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let binaries = try Self.program.deletingLastPathComponent().path
    let own = ["PATH": "\(binaries):/usr/local/bin:/usr/bin:/bin", "LANG": "en_US.UTF-8", "HOME": folder.path]
    process.environment = own.merging(environment) { $1 }
    let name = UUID().uuidString
    let outputs = ["out", "err"].map {
      FileManager.default.temporaryDirectory.appending(path: "ykien-test-\(name).\($0)")
    }
    for output in outputs { try Data().write(to: output) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: outputs[0])
    process.standardError = try FileHandle(forWritingTo: outputs[1])
    try process.run()
    return Running(process: process, output: outputs[0], errors: outputs[1])
  }

  /// Waits for a process to end.
  func finish(_ running: Running) throws -> Outcome {
    running.process.waitUntilExit()
    defer { for file in [running.output, running.errors] { try? FileManager.default.removeItem(at: file) } }
    // A process that was killed reports its signal, as a shell does: 128 and the signal's number.
    let status = running.process.terminationStatus
    return Outcome(
      status: running.process.terminationReason == .uncaughtSignal ? 128 + status : status,
      output: String(decoding: try Data(contentsOf: running.output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: running.errors), as: UTF8.self))
  }

  /// Writes a file, and the folders above it.
  func write(_ text: String, to path: String) throws { try write(Data(text.utf8), to: path) }

  /// Writes a file, and the folders above it.
  func write(_ bytes: Data, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
  }

  /// The bytes of a file.
  func bytes(_ path: String) throws -> Data { try Data(contentsOf: folder.appending(path: path)) }

  /// The text of a file.
  func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

  /// Whether there is something at a path.
  func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: folder.appending(path: path).path) }
}

/// The totals that `ykien ingest --format json` prints.
struct Accounting: Decodable, Equatable {
  var read = 0
  var accepted = 0
  var identical = 0
  var quarantined = 0
  var rejected = 0
  var declined = 0
  var withheld = 0

  /// Reads the totals of a printed report.
  init(printed: String) throws {
    struct Report: Decodable {
      let total: Accounting
      let balances: Bool
    }
    let report = try JSONDecoder().decode(Report.self, from: Data(printed.utf8))
    #expect(report.balances)
    self = report.total
  }

  init(read: Int, accepted: Int = 0, identical: Int = 0, quarantined: Int = 0, declined: Int = 0) {
    self.read = read
    self.accepted = accepted
    self.identical = identical
    self.quarantined = quarantined
    self.declined = declined
  }
}
