internal import Dispatch
internal import Foundation

#if canImport(Glibc)
  internal import Glibc
#endif

/// A program of the system that is run for one piece of work, without a shell.
public struct ProgramRun: Sendable, Hashable {
  /// The name of the program, looked for on the search path.
  public var program: String
  /// Its arguments, each passed as it is.
  public var arguments: [String]
  /// The folder it runs in, which is also its home.
  public var folder: String
  /// Variables it gets beside the search path, its home and a UTF-8 locale; nothing else is passed on.
  public var environment: [String: String]
  /// Seconds after which it is ended.
  public var timeout: Double

  /// Describes a run; nothing is started yet.
  public init(
    _ program: String, _ arguments: [String], in folder: String, environment: [String: String] = [:],
    timeout: Double = 120
  ) {
    self.program = program
    self.arguments = arguments
    self.folder = folder
    self.environment = environment
    self.timeout = timeout
  }

  /// Why a run gave nothing.
  public enum Failure: Error, Sendable, Hashable {
    /// The program is not on the search path.
    case missing
    /// It could not be started.
    case cannotStart(reason: String)
    /// It took longer than allowed and was ended.
    case timedOut
    /// It ended with an error; the last lines it wrote to standard error.
    case failed(status: Int32, errors: String)
  }

  /// Where a program lies on the search path; nil when it is not there.
  public static func find(_ program: String) -> String? {
    searchPath.split(separator: ":").lazy.map { "\($0)/\(program)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs the program to its end; its standard input is empty and its standard output is thrown away.
  ///
  /// - Throws: ``Failure``; a program that runs longer than its time is asked to end, then made to.
  public func run() throws(Failure) {
    guard let path = Self.find(program) else { throw .missing }
    let errorFile = URL(filePath: folder).appending(path: ".\(program).errors")
    guard FileManager.default.createFile(atPath: errorFile.path(percentEncoded: false), contents: nil),
      let errors = try? FileHandle(forWritingTo: errorFile)
    else { throw .cannotStart(reason: "no place for its messages") }
    defer {
      try? errors.close()
      try? FileManager.default.removeItem(at: errorFile)
    }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = environment.merging(
      ["PATH": Self.searchPath, "HOME": folder, "TMPDIR": folder, "LC_ALL": "C.UTF-8"]) { given, _ in given }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    do { try process.run() } catch { throw .cannotStart(reason: "\(error.localizedDescription)") }
    if ended.wait(timeout: .now() + timeout) == .timedOut {
      process.terminate()
      if ended.wait(timeout: .now() + 2) == .timedOut {
        kill(process.processIdentifier, SIGKILL)
        ended.wait()
      }
      throw .timedOut
    }
    if process.terminationReason != .exit || process.terminationStatus != 0 {
      throw .failed(status: process.terminationStatus, errors: Self.lastLines(of: errorFile))
    }
  }

  private static var searchPath: String {
    ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
  }

  /// The end of what a program wrote, at most 2,000 characters.
  private static func lastLines(of file: URL) -> String {
    guard let handle = try? FileHandle(forReadingFrom: file) else { return "" }
    defer { try? handle.close() }
    let end = (try? handle.seekToEnd()) ?? 0
    try? handle.seek(toOffset: end > 4000 ? end - 4000 : 0)
    let data = (try? handle.readToEnd()) ?? Data()
    let text = String(decoding: data, as: UTF8.self)
    return String(text.suffix(2000)).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
