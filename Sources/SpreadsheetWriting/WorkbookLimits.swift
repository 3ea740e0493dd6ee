/// What spreadsheet programs put up with (Excel specifications and limits, Microsoft support).
public enum WorkbookLimits {
  /// Rows of a sheet.
  public static let rowCount = 1_048_576
  /// Columns of a sheet.
  public static let columnCount = 16_384
  /// UTF-16 units of the text in a cell.
  public static let textLength = 32_767
  /// UTF-16 units of the name of a sheet.
  public static let sheetNameLength = 31
  /// UTF-16 units of a title shown beside a cell.
  public static let titleLength = 32
  /// UTF-16 units of a message shown beside a cell.
  public static let messageLength = 255
}

extension String {
  /// The text cut to a number of UTF-16 units, with an ellipsis where something is left out.
  ///
  /// - Complexity: O(limit).
  public func fitting(_ limit: Int) -> String {
    // An UTF-8 text has at least as many bytes as UTF-16 units; most texts need no walk.
    if utf8.count <= limit { return self }
    var length = 0
    var end = startIndex
    for index in unicodeScalars.indices {
      length += unicodeScalars[index].utf16.count
      if length < limit {
        end = unicodeScalars.index(after: index)
      } else if length > limit {
        return String(self[..<end]) + "…"
      }
    }
    return self
  }
}
