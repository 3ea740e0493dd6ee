/// A place in an input: a file, optionally a sheet, a 1-based line (or row) and column.
public struct SourcePosition: Sendable, Hashable {
  /// The path as the user gave it, relative where possible; inside an archive `archive.zip!/member.xml`.
  public var file: String
  /// The sheet of a workbook or form; nil for plain files.
  public var sheet: String?
  /// The 1-based line of a text or row of a sheet; nil when the whole file is meant.
  public var line: Int?
  /// The 1-based column: characters of a text, columns of a sheet.
  public var column: Int?

  /// Creates a position; leave out what is not known.
  public init(file: String, sheet: String? = nil, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.sheet = sheet
    self.line = line
    self.column = column
  }
}

extension SourcePosition: CustomStringConvertible {
  /// `file:line:column` with the parts that are known; a workbook's sheet follows the file as `file[sheet]`.
  public var description: String {
    var text = file
    if let sheet { text += "[\(sheet)]" }
    if let line {
      text += ":\(line)"
      if let column { text += ":\(column)" }
    }
    return text
  }
}
