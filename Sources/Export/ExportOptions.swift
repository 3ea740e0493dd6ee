/// A file format in which answers leave a store.
public enum ExportFormat: String, Sendable, CaseIterable {
  /// Comma-separated text, UTF-8; a file for each repeat.
  case csv
  /// An Excel workbook; a sheet for each repeat.
  case xlsx
  /// SPSS; a file for each repeat.
  case sav
  /// Stata; a file for each repeat.
  case dta
  /// A codebook without answers: DDI Codebook 2.5.
  case ddi
  /// JSON; the rows of repeats inside their records.
  case json
}

/// What an export holds and how it writes it.
public struct ExportOptions: Sendable, Hashable {
  /// How choices are written.
  public enum Labels: String, Sendable, CaseIterable {
    /// As the form's codes.
    case codes
    /// As respondents read them.
    case labels
    /// As codes, and in a column of their own (`q_label`) as labels; in SPSS and Stata as `code – label`.
    case both
  }

  /// How several choices are written.
  public enum Multiples: String, Sendable, CaseIterable {
    /// In one column, separated by blanks (labels by `; `).
    case joined
    /// In a column for each choice, 1 or 0, empty where the question was not asked or not answered.
    case split
  }

  /// How choices are written; nil: as labels in SPSS and Stata, else as codes.
  public var labels: Labels?
  /// How several choices are written; SPSS and Stata have them split.
  public var multiples = Multiples.joined
  /// Whether only answers taken from lists and numbers leave: no keys, metadata, texts, dates, places and files.
  public var isPublic = false
  /// The questions by which people could be recognised in a public file; nil: those of the form's shares.
  public var quasiIdentifiers: [String]?
  /// The smallest number of records that may share their answers to these in a public file; nil: any, with a warning
  /// below 3.
  public var smallestGroup: Int?
  /// Whether a CSV file begins with a byte order mark and ends its lines as Excel does.
  public var isForExcel = false
  /// Whether texts of a CSV file stand exactly as they were answered. Otherwise an apostrophe goes before those that a
  /// spreadsheet would run as a formula. In a workbook: whether numbers of more digits than a cell keeps are texts.
  public var isExact = false
  /// The language of labels; the form's own text where it is missing.
  public var language = ""

  /// Creates the options of a plain export.
  public init() {}
}

extension ExportOptions {
  /// The bytes of different long texts that a Stata file keeps apart from its rows; they are held in memory.
  static let longTextByteLimit = 1 << 28
}
