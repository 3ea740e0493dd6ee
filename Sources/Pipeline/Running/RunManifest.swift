public import Diagnostics
internal import FileSystem
internal import FoundationEssentials

/// What a run was made of and what it made, so that a year later it can be said why a figure is what it is.
///
/// Written as JSON with sorted keys. Only `stages[].seconds` differs between two runs with the same inputs.
public struct RunManifest: Sendable, Hashable, Codable {
  /// A file with its content.
  public struct File: Sendable, Hashable, Codable {
    /// The path: of an input from the pipeline's base folder, of an output from the manifest's folder.
    public var path: String
    /// SHA-256 of its bytes, hexadecimal.
    public var sha256: String
    /// Its size.
    public var bytes: Int
  }

  /// A source of answers as it was found.
  public struct Source: Sendable, Hashable, Codable {
    /// The path from the base folder, or `simulate(…)`.
    public var label: String
    /// Its size; 0 for simulated answers.
    public var bytes: Int
    /// When it was last changed, nanoseconds since 1970; 0 for simulated answers.
    public var modified: Int
  }

  /// A stage of the run.
  public struct Stage: Sendable, Hashable, Codable {
    /// `ingest`, `estimate` or `report`.
    public var name: String
    /// Why it ran, or that nothing changed.
    public var reason: String
    /// Whether it ran.
    public var ran: Bool
    /// How long it took.
    public var seconds: Double
  }

  /// The version of this layout.
  public var format = 1
  /// The pipeline's name.
  public var pipeline: String
  /// The program's name and version.
  public var program: String
  /// The day the report is dated, `yyyy-MM-dd`.
  public var asOf: String
  /// The wave.
  public var wave: String
  /// The pipeline file, the form, frames, mappings, the template and whatever else the pipeline names.
  public var inputs: [File] = []
  /// Where answers came from.
  public var sources: [Source] = []
  /// Digest of the answers in the store that the figures rest on.
  public var answers = ""
  /// The records counted, and what became of all that were read.
  public var counts: [String: Int] = [:]
  /// How the wave was frozen; nil when it was not.
  public var freeze: Freeze?
  /// Where random numbers start, by use.
  public var seeds: [String: UInt64] = [:]
  /// What was written.
  public var outputs: [File] = []
  /// The stages in their order.
  public var stages: [Stage] = []

  /// The name of its file.
  public static let fileName = "manifest.json"

  /// Reads a manifest; nil when the file is not there.
  ///
  /// - Throws: ``ExitCode/unusableInput`` when it is no manifest of this layout.
  public static func read(at path: String) throws(StageFailure) -> RunManifest? {
    guard fileStatus(at: path)?.kind == .file else { return nil }
    let bytes = try readFile(at: path, limit: 1 << 26)
    guard let manifest = try? JSONDecoder().decode(RunManifest.self, from: Data(bytes)), manifest.format == 1 else {
      throw StageFailure(
        Diagnostic(.pipelineManifestUnreadable, at: SourcePosition(file: path)), exitCode: .unusableInput)
    }
    return manifest
  }

  /// The manifest as JSON, ends in a newline.
  public func json() -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { return "{}\n" }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
