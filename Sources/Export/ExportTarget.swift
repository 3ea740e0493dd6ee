import Diagnostics
import FileSystem
import Responses

/// A file of an export: private to its user, and at its path only once everything is in it.
final class ExportTarget {
  /// The path it will have.
  let path: String
  private var file: AtomicFile
  private var pending: [UInt8] = []

  init(path: String) throws(StageFailure) {
    self.path = path
    file = try AtomicFile(replacing: path, mode: 0o600)
  }

  func append(_ bytes: [UInt8]) throws(StageFailure) {
    pending += bytes
    if pending.count >= 1 << 20 { try flush() }
  }

  /// Gives the file its path.
  func commit() throws(StageFailure) {
    try flush()
    try file.commit()
  }

  private func flush() throws(StageFailure) {
    try file.append(pending)
    pending.removeAll(keepingCapacity: true)
  }
}

extension ExportPlan {
  /// The path of a table's file: that of the records as wished, those of repeats with their name behind it.
  func path(of table: ExportTable, beside path: String) -> String {
    if table.name.isEmpty { return path }
    let folder = parentFolder(of: path)
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let dot = file.lastIndex(of: ".") ?? file.endIndex
    let stem = dot == file.startIndex ? file : String(file[..<dot])
    let ending = dot == file.startIndex ? "" : String(file[dot...])
    // Two repeats of one name in different groups are told apart by their paths.
    let isTwice = tables.count { $0.name == table.name } > 1
    let path = table.repeated.map { layout.repeats[$0].path } ?? []
    let name = isTwice ? path.joined(separator: "-") : table.name
    return join(folder, "\(stem)-\(name)\(ending)")
  }

  /// Every field and every repeat that an export reads.
  var wanted: (fields: [Int], repeats: [Int: [Int]]) {
    var repeats: [Int: [Int]] = [:]
    for table in tables { if let position = table.repeated { repeats[position] = table.fields } }
    return (tables[0].fields, repeats)
  }
}
