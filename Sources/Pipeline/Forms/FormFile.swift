internal import Diagnostics
internal import FileSystem
internal import FormDefinition

/// Where a form lies and how it is kept.
enum FormFile {
  /// A folder with one CSV file per sheet.
  case folder(String)
  /// A text file with the tables of Markdown.
  case markdown(String)
  /// A text file of CSV sections.
  case sections(String)
  /// A workbook.
  case workbook(String)

  /// Finds the form at a path; nil when there is none.
  ///
  /// In a folder `survey.csv` goes before a workbook, and a workbook before a text.
  /// - Throws: ``ExitCode/unusableInput`` when a folder holds several forms of one kind.
  init?(at path: String) throws(StageFailure) {
    let path = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
    switch fileStatus(at: path)?.kind {
    case .file: self.init(file: path)
    case .folder: try self.init(folder: path)
    case .other, nil: return nil
    }
  }

  private init?(file path: String) {
    switch Self.extension(of: path) {
    case "md": self = .markdown(path)
    case "csv": self = .sections(path)
    case "xlsx", "xlsm", "xls": self = .workbook(path)
    default: return nil
    }
  }

  private init?(folder: String) throws(StageFailure) {
    if fileStatus(at: join(folder, "survey.csv"))?.kind == .file {
      self = .folder(folder)
      return
    }
    // Office programs keep a lock file `~$form.xlsx` beside an open workbook.
    let names = try names(in: folder).filter {
      !$0.hasPrefix("~$") && !$0.hasPrefix(".") && $0.lowercased() != "readme.md"
    }
    for kinds in [["xlsx", "xlsm", "xls"], ["md"], ["csv"]] {
      let found = names.filter { kinds.contains(Self.extension(of: $0)) }
      guard let only = found.first else { continue }
      guard found.count == 1 else {
        throw StageFailure(
          Diagnostic(
            .sheetSeveralWorkbooks, at: SourcePosition(file: folder), ["names": found.joined(separator: ", ")]),
          exitCode: .unusableInput)
      }
      self.init(file: join(folder, only))
      return
    }
    return nil
  }

  private static func `extension`(of path: String) -> String {
    let name = fileName(of: path)
    guard let dot = name.lastIndex(of: ".") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
