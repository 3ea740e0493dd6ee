import CFreeXL
import Diagnostics

/// Reads a legacy `.xls` workbook (BIFF) through FreeXL.
///
/// FreeXL gives the stored results of formulas as plain values, and tells neither hidden sheets, merged cells nor errors.
struct LegacyReader {
  private var workbook = Workbook()
  private var rest: ArraySlice<UInt8>
  private var isProtected = false
  private var cellCount = 0

  /// Reads a workbook from the bytes of its file.
  static func read(
    _ bytes: [UInt8], source: String, limits: SpreadsheetLimits, wanted: (String) -> Bool
  ) -> Workbook {
    let file = SourcePosition(file: source)
    guard let result = LegacyProcess.read(bytes, byteLimit: limits.totalByteCount) else {
      return Workbook(diagnostics: [Diagnostic(.sheetFileDamaged, at: file)])
    }
    var reader = LegacyReader(stream: result.stream)
    reader.readAll(source: source, limits: limits, wanted: wanted)
    if reader.isProtected { reader.workbook.diagnostics.append(Diagnostic(.sheetFileProtected, at: file)) }
    if !result.isComplete { reader.workbook.diagnostics.append(Diagnostic(.sheetFileDamaged, at: file)) }
    return reader.workbook
  }

  private init(stream: [UInt8]) { rest = stream[...] }

  private mutating func readAll(source: String, limits: SpreadsheetLimits, wanted: (String) -> Bool) {
    var isWanted = false
    while let mark = rest.popFirst() {
      switch Int(mark) {
      case yk_mark_sheet:
        guard workbook.sheets.count < limits.sheetCount, let name = text() else { return }
        workbook.sheets.append(Worksheet(name: name))
        isWanted = wanted(name)
        cellCount = 0
      case yk_mark_number, yk_mark_text, yk_mark_moment:
        guard let row = number(), let column = number(), let value = value(Int(mark)) else { return }
        guard isWanted, value != .text("") else { continue }
        cellCount += 1
        if cellCount <= limits.cellCount {
          keep(Cell(column: column + 1, value: value), row: row + 1)
        } else if cellCount == limits.cellCount + 1 {
          let place = SourcePosition(file: source, sheet: workbook.sheets.last?.name)
          workbook.diagnostics.append(Diagnostic(.sheetTooManyCells, at: place, ["limit": "\(limits.cellCount)"]))
        }
      case yk_mark_protected: isProtected = true
      default: return
      }
    }
  }

  /// Adds a cell to the last sheet: the stream is in the order of rows and columns.
  private mutating func keep(_ cell: Cell, row: Int) {
    guard let sheet = workbook.sheets.indices.last else { return }
    if let last = workbook.sheets[sheet].rows.indices.last, workbook.sheets[sheet].rows[last].number == row {
      workbook.sheets[sheet].rows[last].cells.append(cell)
    } else {
      workbook.sheets[sheet].rows.append(WorksheetRow(number: row, cells: [cell]))
    }
  }

  private mutating func value(_ mark: Int) -> CellValue? {
    if mark == yk_mark_number {
      guard let bits = bytes(8) else { return nil }
      let number = Double(bitPattern: bits.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
      return number.isFinite ? .number(number) : .unreadable
    }
    guard let text = text() else { return nil }
    guard mark == yk_mark_moment else { return .text(text) }
    // "2026-11-21 00:00:00" is a date, "2026-11-21 08:30:00" a moment.
    let parts = text.split(separator: " ")
    return .date(parts.count == 2 && parts[1] == "00:00:00" ? String(parts[0]) : parts.joined(separator: "T"))
  }

  private mutating func text() -> String? {
    number().flatMap { bytes($0) }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// A number of four bytes; hosts are little-endian.
  private mutating func number() -> Int? {
    bytes(4).map { $0.reversed().reduce(0) { $0 << 8 | Int($1) } }
  }

  private mutating func bytes(_ count: Int) -> ArraySlice<UInt8>? {
    guard rest.count >= count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }
}
