/// What reading a workbook may cost; whatever goes beyond is a finding.
public struct SpreadsheetLimits: Sendable, Hashable {
  /// The most bytes one part may unpack to.
  public var partByteCount = 256 << 20
  /// The most bytes all parts together may unpack to.
  public var totalByteCount = 512 << 20
  /// The most bytes a part may unpack to per byte stored, once it is larger than 1 MiB.
  public var ratio = 200
  /// The most rows of a sheet, as in spreadsheet programs.
  public var rowCount = 1_048_576
  /// The most columns of a sheet, as in spreadsheet programs.
  public var columnCount = 16_384
  /// The most cells of a sheet that are not empty.
  public var cellCount = 5_000_000
  /// The most bytes of shared texts.
  public var textByteCount = 128 << 20
  /// The most worksheets.
  public var sheetCount = 1_000
  /// The most findings about single cells of a sheet.
  public var findingCount = 1_000

  /// Creates the limits that suit forms and answers.
  public init() {}
}
