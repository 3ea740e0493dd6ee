internal import CivilCalendar
internal import Diagnostics
internal import FileSystem
internal import Hashing

/// A file of a report before it is written.
public struct RunFile: Sendable, Hashable {
  /// Its name.
  public var name: String
  /// Its bytes.
  public var bytes: [UInt8]
  /// Its permission bits: those of a table that holds answers of single people are its owner's alone.
  public var mode: UInt32 = 0o644

  /// How a manifest names it.
  var entry: RunManifest.File {
    RunManifest.File(path: name, sha256: hexadecimal(SHA256.digest(of: bytes)), bytes: bytes.count)
  }
}

/// Where a pipeline's reports lie: a folder for each day and content, and `latest`, a link to the newest.
///
/// A folder appears whole or not at all, and is never written to again.
struct RunFolder {
  /// The name of the link to the newest folder.
  static let latest = "latest"

  /// Names, without endings, of files that lie beside every report.
  static let reserved: Set<String> = ["estimates", "manifest"]

  /// The folder of the pipeline's output.
  let path: String

  /// The newest folder; nil when there is none.
  var newest: String? {
    let link = join(path, Self.latest)
    return fileStatus(at: link)?.kind == .folder ? link : nil
  }

  /// The name of the file beside the folders with the manifest of a later run that gave the files of the newest folder.
  static let confirmed = "latest.manifest.json"

  /// The manifest of the newest run: that of the newest folder, or of a later run that gave the same files.
  func newestManifest() throws(StageFailure) -> RunManifest? {
    guard let newest, let manifest = try RunManifest.read(at: join(newest, RunManifest.fileName)) else { return nil }
    // A note that cannot be read tells nothing; the next run writes it anew.
    guard let later = try? RunManifest.read(at: join(path, Self.confirmed)), later.outputs == manifest.outputs,
      later.asOf == manifest.asOf, later.pipeline == manifest.pipeline
    else { return manifest }
    return later
  }

  /// Writes files and their manifest into a folder named after the day; one that holds the same files is kept as it is,
  /// and what this run was made of is noted beside it, so that the next run knows.
  ///
  /// - Returns: the folder.
  func write(_ files: [RunFile], manifest: RunManifest, day: CivilDay) throws(StageFailure) -> String {
    try createFolders(at: path)
    for number in 1...9999 {
      let name = number == 1 ? day.iso : "\(day.iso).\(number)"
      let folder = join(path, name)
      if fileStatus(at: folder) == nil {
        let temporary = join(path, ".\(name).new")
        if fileStatus(at: temporary)?.kind == .folder { try removeFolder(at: temporary) }
        try createFolders(at: temporary)
        for file in files { try writeAtomically(file.bytes, to: join(temporary, file.name), mode: file.mode) }
        try writeAtomically(Array(manifest.json().utf8), to: join(temporary, RunManifest.fileName))
        guard try renameFolder(at: temporary, to: folder) else {
          try removeFolder(at: temporary)
          continue
        }
        try? removeFile(at: join(path, Self.confirmed))
      } else if try RunManifest.read(at: join(folder, RunManifest.fileName))?.outputs != manifest.outputs
        || !Self.holds(manifest.outputs, in: folder)
      {
        continue
      } else {
        try writeAtomically(Array(manifest.json().utf8), to: join(path, Self.confirmed))
      }
      try pointSymbolicLink(at: join(path, Self.latest), to: name)
      return folder
    }
    throw StageFailure(
      Diagnostic(.pipelineFoldersFull, at: SourcePosition(file: path), ["day": day.iso]), exitCode: .cannotWrite)
  }

  /// Whether files lie in a folder as a manifest says.
  static func holds(_ files: [RunManifest.File], in folder: String) -> Bool {
    files.allSatisfy { file in
      guard fileStatus(at: join(folder, file.path))?.byteCount == file.bytes,
        let bytes = try? readFile(at: join(folder, file.path))
      else { return false }
      return hexadecimal(SHA256.digest(of: bytes)) == file.sha256
    }
  }
}
