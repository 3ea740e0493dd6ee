internal import DelimitedText
internal import Diagnostics
internal import FileSystem
internal import FormDefinition

/// The folders in which the files of a form may lie.
struct FormFolder {
  private let folders: [String]

  /// Files larger than this are not read: their choices would not fit a questionnaire.
  private static let byteLimit = 64 << 20

  /// Finds the folders of a form: its own, and beside a form in one file also `NAME-media`.
  init(of file: FormFile) {
    switch file {
    case .folder(let folder): folders = [folder]
    case .markdown(let path), .sections(let path), .workbook(let path):
      let parent = parentFolder(of: path)
      let name = fileName(of: path)
      let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
      folders = [join(parent, "\(stem)-media"), parent]
    }
  }

  /// Reads the file of an instance.
  func read(_ instance: ExternalInstance) -> FormFileReading {
    // A name comes from the form: it must not lead out of its folder.
    guard !instance.name.contains("/"), !instance.name.hasPrefix(".") else { return .missing }
    for folder in folders {
      let path = join(folder, instance.fileName)
      guard let status = fileStatus(at: path), status.kind == .file else { continue }
      guard status.byteCount <= Self.byteLimit else { return .unreadable(reason: "> \(Self.byteLimit >> 20) MiB") }
      do throws(StageFailure) {
        let bytes = try readFile(at: path, limit: Self.byteLimit)
        switch instance.format {
        case .csv: return .read(DelimitedTable(bytes: bytes, source: path))
        case .xml: return ItemDocument.read(bytes, source: path)
        case .geojson: return FeatureCollection.read(bytes, source: path)
        }
      } catch {
        return .unreadable(reason: "I/O")
      }
    }
    return .missing
  }
}
