import Diagnostics
import FileSystem
import FormDefinition
import Hashing
import Responses

/// What is done with files of submissions ahead of the session: read, typed, held against the form.
struct SubmissionWork: Sendable {
  /// A file that was read: its bytes with their SHA-256, nil when it is large and not read ahead; or why it cannot be.
  typealias Fetched = Result<(bytes: [UInt8], sha256: String)?, StageFailure>

  /// Files that were read together.
  struct Chunk: Sendable {
    /// The files; of very large ones only the first.
    var files: [Fetched] = []
    /// What they hold; nil when they must be taken in one by one.
    var group: SubmissionGroup?
    var examined: ExaminedRun?
    /// The versions of the form that they state, with the first file that does.
    var versions: [(version: String, label: String)] = []
  }

  let form: Form
  let layout: RecordLayout
  let options: IngestOptions
  var examiner: RecordExaminer
  /// Larger files are left to the session.
  let byteLimit: Int

  /// The most bytes that are read together.
  private static let chunkByteLimit = 1 << 25

  /// What one thread does: it has a parser of its own.
  ///
  /// - Parameter isParsing: whether to go on when the files were read.
  func begin(_ isParsing: @escaping @Sendable () -> Bool) -> ([String]) -> Chunk {
    var own = self
    var reader = SubmissionReader(form: form, layout: layout)
    var hasher = SHA256()
    return { paths in
      var chunk = own.read(paths, &hasher)
      if options.revisions == nil, isParsing() { own.parse(paths, &chunk, &reader) }
      return chunk
    }
  }

  private func read(_ paths: [String], _ hasher: inout SHA256) -> Chunk {
    var chunk = Chunk()
    chunk.files.reserveCapacity(paths.count)
    var byteCount = 0
    for path in paths {
      if byteCount > Self.chunkByteLimit { break }
      do throws(StageFailure) {
        guard let bytes = try readFile(at: path, unless: byteLimit) else {
          chunk.files.append(.success(nil))
          continue
        }
        hasher.update(bytes)
        byteCount += bytes.count
        chunk.files.append(.success((bytes, hexadecimal(hasher.finish()))))
      } catch {
        chunk.files.append(.failure(error))
      }
    }
    return chunk
  }

  /// Types and examines files when all of them are usual ones.
  private mutating func parse(_ paths: [String], _ chunk: inout Chunk, _ reader: inout SubmissionReader) {
    guard chunk.files.count == paths.count else { return }
    var group = SubmissionGroup(layout: layout)
    var known: Set<String> = []
    for (path, file) in zip(paths, chunk.files) {
      guard case .success(let (bytes, sha256)?) = file else { return }
      guard let position = group.open(SourceDescription(submission: path, bytes, sha256: sha256)) else { continue }
      let reading = reader.read(bytes, label: path)
      if let version = reading.version, version != form.version, known.count < 100, known.insert(version).inserted {
        chunk.versions.append((version, path))
      }
      if reading.isReadable {
        group.append(reading, of: reader, bytes, at: (position, 1, 0, sha256))
        continue
      }
      let isWhole = reading.diagnostics.contains { $0.code == .submissionOtherForm }
      if BulkScanner.holdsMany(bytes, form: form, options, isWhole: isWhole) { return }
      group.hold(reading, bytes, source: position, number: 1)
    }
    group.finishColumns()
    chunk.examined = examiner.examine(group.run, labels: group.descriptions.map(\.label))
    group.run = RecordRun(columns: [], present: [])
    chunk.group = group
  }
}

extension SourceDescription {
  /// A file of one submission.
  init(submission label: String, _ bytes: [UInt8], sha256: String) {
    self.init(label: label, sha256: sha256, byteCount: bytes.count, kind: SourceKind.submission.rawValue)
  }
}
