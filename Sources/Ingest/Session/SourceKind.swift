import Archive

/// How a source is read.
public enum SourceKind: String, Sendable, Hashable, CaseIterable {
  /// One OpenRosa submission.
  case submission = "openrosa-xml"
  /// A table of text.
  case table = "csv"
  /// A workbook of sheets.
  case workbook
  /// An archive of these.
  case archive = "zip"

  /// What the store calls a file of many submissions: each is read again alone.
  static let bulkName = "openrosa-xml-bulk"

  /// The kind that a name's ending tells; nil for any other ending.
  init?(name: String) {
    // Asked for every file of large folders: most are this.
    if name.utf8.suffix(4).elementsEqual(".xml".utf8) {
      self = .submission
      return
    }
    switch name.split(separator: ".").last?.lowercased() {
    case "xml": self = .submission
    case "csv", "tsv", "txt": self = .table
    case "xlsx", "xlsm", "xls": self = .workbook
    case "zip": self = .archive
    default: return nil
    }
  }

  /// The kind that the first bytes tell, where the name does not.
  init?(content: [UInt8]) {
    if ZipArchive.isArchive(content.span) {
      self = (try? ZipArchive(bytes: content))?.holdsWorkbook ?? false ? .workbook : .archive
    } else if content.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .workbook
    } else if let first = content.first(where: { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }) {
      self = first == UInt8(ascii: "<") ? .submission : .table
    } else {
      return nil
    }
    if content.prefix(4096).contains(0) && self == .table { return nil }
  }
}

extension ZipArchive {
  /// Whether the archive is a workbook.
  var holdsWorkbook: Bool { members().contains { $0.name == "[Content_Types].xml" } }
}
