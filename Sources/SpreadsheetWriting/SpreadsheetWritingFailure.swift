/// A workbook that could not be written.
public struct SpreadsheetWritingFailure: Error, Sendable, Hashable {
  /// libxlsxwriter's own words, or what a cell, name or rule goes beyond.
  public let message: String

  init(_ message: String) { self.message = message }
}
