import CXLSXWriter

/// An `.xlsx` workbook that is being written, for one thread.
///
/// The same calls give the same bytes. Nothing stands at the path before ``close()``.
@safe
public struct WorkbookWriter: ~Copyable {
  private let styles: StyleTable

  /// Begins a workbook.
  ///
  /// - Parameters:
  ///   - path: where ``close()`` writes it.
  ///   - temporaryFolder: where parts lie until then.
  ///   - title: the title among the workbook's properties.
  ///   - created: when it was made, in seconds since 1970, among the properties; 1 January 1980, the first day that a zip
  ///     archive can tell, unless something better is known.
  ///   - isStreaming: whether rows leave the memory once the next one is begun; they must come in order then.
  public init(
    path: String, temporaryFolder: String, title: String = "", created: Int = 315_532_800, isStreaming: Bool = false
  ) throws(SpreadsheetWritingFailure) {
    guard let handle = unsafe yk_open_workbook(path, temporaryFolder, isStreaming ? 1 : 0) else {
      throw SpreadsheetWritingFailure("libxlsxwriter")
    }
    let table = unsafe StyleTable(handle)
    try check(unsafe yk_describe(handle, title.plainText.fitting(250), created))
    styles = table
  }

  /// Adds a sheet behind those already there.
  ///
  /// - Parameter name: at most 31 UTF-16 units, no control character, none of `[]:*?/\`, no apostrophe at its ends, unlike every other
  ///   sheet's without regard to case.
  public func addSheet(
    _ name: String, _ body: (borrowing SheetWriter) throws(SpreadsheetWritingFailure) -> Void
  ) throws(SpreadsheetWritingFailure) {
    // Asked first: the library would say it on the terminal.
    try check(unsafe workbook_validate_sheet_name(styles.workbook, name))
    guard let sheet = unsafe workbook_add_worksheet(styles.workbook, name) else {
      throw SpreadsheetWritingFailure(name)
    }
    try body(unsafe SheetWriter(sheet, styles))
  }

  /// Writes the workbook to its path.
  public consuming func close() throws(SpreadsheetWritingFailure) {
    let handle = unsafe styles.workbook
    styles.isClosed = true
    // Frees the workbook whatever comes of it.
    try check(unsafe workbook_close(handle))
  }
}

/// The formats made so far; it owns the workbook.
@safe
final class StyleTable {
  let workbook: UnsafeMutablePointer<lxw_workbook>
  var isClosed = false
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = unsafe [:]

  @unsafe
  init(_ workbook: UnsafeMutablePointer<lxw_workbook>) { unsafe self.workbook = workbook }

  deinit { if !isClosed { unsafe lxw_workbook_free(workbook) } }

  /// The format of a style; nil for plain cells.
  func format(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
    if style == CellStyle() { return nil }
    if let known = unsafe formats[style] { return unsafe known }
    guard let format = unsafe workbook_add_format(workbook) else { return nil }
    if style.isBold { unsafe format_set_bold(format) }
    if style.isItalic { unsafe format_set_italic(format) }
    if let font = style.font { unsafe format_set_font_name(format, font) }
    if let size = style.fontSize { unsafe format_set_font_size(format, size) }
    if let color = style.textColor { unsafe format_set_font_color(format, color) }
    if let color = style.fill {
      unsafe format_set_bg_color(format, color)
      unsafe format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
    }
    if !style.numberFormat.isEmpty { unsafe format_set_num_format(format, style.numberFormat) }
    if style.wraps { unsafe format_set_text_wrap(format) }
    if style.hasBorder { unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if style.alignment == .center {
      unsafe format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    } else if style.alignment == .end {
      unsafe format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    }
    if style.isInMiddle || style.alignment == .center {
      unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    } else if style.wraps {
      unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
    unsafe formats[style] = format
    return unsafe format
  }
}

/// Fails when the library did.
func check(_ code: lxw_error) throws(SpreadsheetWritingFailure) {
  guard code != LXW_NO_ERROR else { return }
  throw SpreadsheetWritingFailure(unsafe lxw_strerror(code).map { unsafe String(cString: $0) } ?? "libxlsxwriter")
}
