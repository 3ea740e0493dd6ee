public import CivilCalendar
public import Diagnostics
internal import FileSystem
internal import Hashing

/// What became of a report when it was made again from its manifest.
public struct RunVerification: Sendable {
  /// One file of the report.
  public struct File: Sendable, Hashable {
    /// How it compares.
    public enum Outcome: String, Sendable, Hashable {
      /// The same bytes, here and when made again.
      case same
      /// Made again, it has other bytes.
      case different
      /// The file that lies here is not the one the manifest tells of.
      case altered
      /// The file is not here.
      case missing
    }

    /// Its name.
    public var path: String
    /// How it compares.
    public var outcome: Outcome
  }

  /// The files in the order of the manifest; files that are made only now stand last, as different.
  public var files: [File]
  /// Inputs that are not what they were.
  public var diagnostics: [Diagnostic]

  /// Whether every byte is the same.
  public var isSame: Bool { files.allSatisfy { $0.outcome == .same } }

  /// A line for each file.
  public func text(in language: InterfaceLanguage) -> String {
    files.map { file in
      let word =
        switch file.outcome {
        case .same: language.pick("giống từng byte", "the same bytes")
        case .different: language.pick("lập lại thì khác", "different when made again")
        case .altered: language.pick("tệp đã bị sửa", "the file was altered")
        case .missing: language.pick("không còn tệp", "the file is missing")
        }
      return "\(file.path.printable): \(word)\n"
    }.joined()
  }
}

extension PipelineRun {
  /// The day a manifest's report is dated.
  ///
  /// - Throws: ``ExitCode/missingInput``; ``ExitCode/unusableInput`` when the file is no manifest.
  public static func day(ofManifestAt path: String) throws(StageFailure) -> CivilDay {
    guard let manifest = try RunManifest.read(at: path) else {
      throw StageFailure(Diagnostic(.fileMissing, at: SourcePosition(file: path)), exitCode: .missingInput)
    }
    guard let day = CivilDay(iso: manifest.asOf) else {
      throw StageFailure(
        Diagnostic(.pipelineManifestUnreadable, at: SourcePosition(file: path)), exitCode: .unusableInput)
    }
    return day
  }

  /// Makes the report of a manifest again, without writing it, and compares it byte for byte.
  ///
  /// The run must be dated the manifest's day. Answers are those of the store; no source is read.
  /// - Parameter program: the program's name and version.
  public func verify(manifestAt path: String, program: String) throws(StageFailure) -> RunVerification {
    var then = self
    then.lateThen = try RunManifest.read(at: path)?.freeze?.late
    return try then.compare(manifestAt: path, program: program)
  }

  private func compare(manifestAt path: String, program: String) throws(StageFailure) -> RunVerification {
    guard let manifest = try RunManifest.read(at: path) else {
      throw StageFailure(Diagnostic(.fileMissing, at: SourcePosition(file: path)), exitCode: .missingInput)
    }
    guard manifest.pipeline == definition.name else {
      throw StageFailure(
        Diagnostic(
          .pipelineManifestForeign, at: SourcePosition(file: path),
          ["found": manifest.pipeline, "expected": definition.name]), exitCode: .unusableInput)
    }
    var changes: [String] = manifest.program == program ? [] : [manifest.program]
    changes += StageDecision.changes(manifest.inputs, try inputs(), named: \.path)
    if try answersDigest() != manifest.answers { changes.append(definition.store) }

    let made = Dictionary(
      try reportFiles(of: try estimate()).files.map { ($0.name, $0.entry) }, uniquingKeysWith: { first, _ in first })
    let folder = parentFolder(of: path)
    var files = manifest.outputs.map { output in
      let outcome: RunVerification.File.Outcome =
        if fileStatus(at: join(folder, output.path)) == nil {
          .missing
        } else if !RunFolder.holds([output], in: folder) {
          .altered
        } else {
          made[output.path] == output ? .same : .different
        }
      return RunVerification.File(path: output.path, outcome: outcome)
    }
    for name in made.keys.sorted() where !manifest.outputs.contains(where: { $0.path == name }) {
      files.append(RunVerification.File(path: name, outcome: .different))
    }
    return RunVerification(
      files: files,
      diagnostics: changes.map { Diagnostic(.pipelineInputDiffers, at: SourcePosition(file: path), ["what": $0]) }
        + manifest.freezeFindings(now: try frozenWave(), at: path))
  }
}
