import CXLSXWriter

/// A sheet of a workbook that is being written; rows and columns count from 1.
@safe
public struct SheetWriter: ~Copyable {
  let sheet: UnsafeMutablePointer<lxw_worksheet>
  let styles: StyleTable

  @unsafe
  init(_ sheet: UnsafeMutablePointer<lxw_worksheet>, _ styles: StyleTable) {
    unsafe self.sheet = sheet
    self.styles = styles
  }

  /// Writes a text, cut to what a cell can hold; never a formula.
  public func write(
    _ text: String, row: Int, column: Int, style: CellStyle = CellStyle()
  ) throws(SpreadsheetWritingFailure) {
    let place = try place(row, column)
    // An empty text is a cell that has nothing but its looks.
    guard !text.isEmpty else {
      try check(unsafe worksheet_write_blank(sheet, place.row, place.column, styles.format(style)))
      return
    }
    try check(unsafe worksheet_write_string(sheet, place.row, place.column, text.cellText, styles.format(style)))
  }

  /// Writes a number, finite; dates are numbers of days since 1899-12-30.
  public func write(
    _ number: Double, row: Int, column: Int, style: CellStyle = CellStyle()
  ) throws(SpreadsheetWritingFailure) {
    let place = try place(row, column)
    guard number.isFinite else { throw SpreadsheetWritingFailure("not a number") }
    try check(unsafe worksheet_write_number(sheet, place.row, place.column, number, styles.format(style)))
  }

  /// Sets the width, in characters, of columns, and the style of their cells that have none of their own.
  public func setColumns(
    _ columns: ClosedRange<Int>, width: Double, style: CellStyle = CellStyle()
  ) throws(SpreadsheetWritingFailure) {
    let first = try place(1, columns.lowerBound)
    let last = try place(1, columns.upperBound)
    try check(unsafe worksheet_set_column(sheet, first.column, last.column, width, styles.format(style)))
  }

  /// Sets the height of a row in points; before its cells are written.
  public func setRow(_ row: Int, height: Double) throws(SpreadsheetWritingFailure) {
    try check(unsafe worksheet_set_row(sheet, try place(row, 1).row, height, nil))
  }

  /// Keeps rows at the top and columns at the left in sight.
  public func freeze(rows: Int, columns: Int) throws(SpreadsheetWritingFailure) {
    let place = try place(rows + 1, columns + 1)
    unsafe worksheet_freeze_panes(sheet, place.row, place.column)
  }

  /// Makes cells look different where a formula, written for the first of the rows, is true; of several that are
  /// true the first decides.
  public func format(
    rows: ClosedRange<Int>, column: Int, where formula: String, style: CellStyle
  ) throws(SpreadsheetWritingFailure) {
    let first = try place(rows.lowerBound, column)
    let last = try place(rows.upperBound, column)
    try check(
      unsafe yk_format_where(sheet, first.row, last.row, first.column, "=" + formula, styles.format(style)))
  }

  /// Shows this sheet when the workbook is opened.
  public func activate() { unsafe worksheet_activate(sheet) }

  /// Guards the cells against changes by mistake; there is no password.
  public func protect() { unsafe worksheet_protect(sheet, nil, nil) }

  /// Colours the sheet's tab, 0xRRGGBB.
  public func setTabColor(_ color: UInt32) { unsafe worksheet_set_tab_color(sheet, color) }

  /// Prints on A4, as many pages long as it takes, with rows and columns that stand on every page.
  public func setPrinting(
    isLandscape: Bool, repeatedRows: Int = 0, repeatedColumns: Int = 0, fitsWidth: Bool = false
  ) throws(SpreadsheetWritingFailure) {
    unsafe worksheet_set_paper(sheet, 9)
    if isLandscape { unsafe worksheet_set_landscape(sheet) }
    if fitsWidth { unsafe worksheet_fit_to_pages(sheet, 1, 0) }
    if repeatedRows > 0 {
      try check(unsafe worksheet_repeat_rows(sheet, 0, try place(repeatedRows, 1).row))
    }
    if repeatedColumns > 0 {
      try check(unsafe worksheet_repeat_columns(sheet, 0, try place(1, repeatedColumns).column))
    }
  }

  /// Prints words at the foot of every page; `&P` is its number, `&N` how many there are, `&A` the name of the sheet.
  public func setFooter(_ words: String) throws(SpreadsheetWritingFailure) {
    try check(unsafe worksheet_set_footer(sheet, words.plainText.fitting(250)))
  }

  /// Writes a text that leads to the first cell of a sheet of this workbook.
  public func write(
    _ text: String, leadingTo name: String, row: Int, column: Int, style: CellStyle = CellStyle()
  ) throws(SpreadsheetWritingFailure) {
    let place = try place(row, column)
    let address = "internal:'" + name.replacing("'", with: "''") + "'!A1"
    try check(
      unsafe worksheet_write_url_opt(
        sheet, place.row, place.column, address, styles.format(style), text.cellText, nil))
  }

  /// Where a cell is for the library, which counts from 0.
  func place(_ row: Int, _ column: Int) throws(SpreadsheetWritingFailure) -> (row: lxw_row_t, column: lxw_col_t) {
    guard (1...WorkbookLimits.rowCount).contains(row), (1...WorkbookLimits.columnCount).contains(column) else {
      throw SpreadsheetWritingFailure("row \(row), column \(column)")
    }
    return (lxw_row_t(row - 1), lxw_col_t(column - 1))
  }
}

extension String {
  /// What a cell can hold: at most 32,767 units, no characters that XML cannot tell.
  var cellText: String {
    let isPlain = utf8.allSatisfy { $0 >= 0x20 && $0 != 0xEF && $0 != UInt8(ascii: "_") } && utf8.count <= 32_767
    if isPlain { return self }
    var scalars = String.UnicodeScalarView()
    for scalar in fitting(WorkbookLimits.textLength).unicodeScalars {
      switch scalar.value {
      case 0, 0xFFFE, 0xFFFF: scalars.append("\u{FFFD}")
      default: scalars.append(scalar)
      }
    }
    return String(scalars).replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_").fitting(WorkbookLimits.textLength)
  }

  /// What a property or message can hold: the library escapes control characters in cells only.
  var plainText: String {
    guard utf8.contains(where: { $0 < 0x20 || $0 == 0xEF }) else { return self }
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      scalars.append(scalar.value < 0x20 || scalar.value >= 0xFFFE && scalar.value <= 0xFFFF ? " " : scalar)
    }
    return String(scalars)
  }
}
