/// Reads the cells of a worksheet; empty cells and rows leave nothing behind.
struct SheetPart: PartReader {
  enum Element: Int32, CaseIterable {
    case row, c, v, f, `is`, t, rPh, mergeCell
  }

  /// What the cells refer to.
  struct Context {
    let texts: [String]
    let formats: [DateFormat?]
    let countsFrom1904: Bool
    let limits: SpreadsheetLimits
  }

  private(set) var rows: [WorksheetRow] = []
  private(set) var mergedRanges: [CellRange] = []
  private(set) var hasRowsBeyond = false
  private(set) var hasColumnsBeyond = false
  private(set) var hasCellsBeyond = false

  private let context: Context
  private var rowNumber = 0
  private var column = 0
  private var cells: [Cell] = []
  private var cellCount = 0
  private var isOrdered = true
  private var draft: CellDraft?
  private var phoneticDepth = 0

  init(_ context: Context) { self.context = context }

  var isDone: Bool { hasCellsBeyond }

  mutating func start(_ element: Element, _ attributes: PartAttributes) {
    switch element {
    case .row:
      let number = attributes.number("r") ?? rowNumber + 1
      if number <= rowNumber { isOrdered = false }
      rowNumber = min(max(number, 0), 1 << 40)
      column = 0
    case .c:
      let number = attributes.bytes("r").map { CellReference($0)?.column ?? 0 } ?? column + 1
      if number <= column { isOrdered = false }
      column = number
      draft = CellDraft(kind: attributes["t"] ?? "n", style: attributes.number("s") ?? 0)
    case .v: draft?.hasValue = true
    case .f: draft?.isFormula = true
    case .is: draft?.hasValue = true
    case .rPh: phoneticDepth += 1
    case .t: break
    case .mergeCell:
      guard mergedRanges.count < context.limits.findingCount else { return }
      if let range = attributes.bytes("ref").flatMap(CellRange.init) { mergedRanges.append(range) }
    }
  }

  mutating func end(_ element: Element) {
    switch element {
    case .c:
      if let value = draft?.value(in: context) { keep(value, isFormula: draft?.isFormula ?? false) }
      draft = nil
    case .row:
      if !cells.isEmpty { rows.append(WorksheetRow(number: rowNumber, cells: cells)) }
      cells.removeAll()
    case .rPh: phoneticDepth -= 1
    default: break
    }
  }

  mutating func text(_ bytes: ArraySlice<UInt8>, in element: Element) {
    guard element == .v || (element == .t && phoneticDepth == 0) else { return }
    draft?.content.append(contentsOf: bytes)
  }

  private mutating func keep(_ value: CellValue, isFormula: Bool) {
    guard (1...context.limits.rowCount).contains(rowNumber) else { return hasRowsBeyond = true }
    guard (1...context.limits.columnCount).contains(column) else { return hasColumnsBeyond = true }
    guard cellCount < context.limits.cellCount else { return hasCellsBeyond = true }
    cellCount += 1
    cells.append(Cell(column: column, value: value, isFormula: isFormula))
  }

  /// The rows in ascending order, each number once; of cells in one place the last counts.
  var orderedRows: [WorksheetRow] {
    if isOrdered { return rows }
    let sorted = rows.enumerated().sorted { ($0.element.number, $0.offset) < ($1.element.number, $1.offset) }
    var result: [WorksheetRow] = []
    for (_, row) in sorted {
      if result.last?.number == row.number {
        result[result.count - 1].cells += row.cells
      } else {
        result.append(row)
      }
    }
    for index in result.indices {
      let byColumn = Dictionary(result[index].cells.map { ($0.column, $0) }, uniquingKeysWith: { _, last in last })
      result[index].cells = byColumn.values.sorted { $0.column < $1.column }
    }
    return result
  }
}

/// A cell while its element is open.
struct CellDraft {
  let kind: String
  let style: Int
  var hasValue = false
  var isFormula = false
  var content: [UInt8] = []

  init(kind: String, style: Int) {
    self.kind = kind
    self.style = style
  }

  /// The value; nil when the cell is empty.
  func value(in context: SheetPart.Context) -> CellValue? {
    let text = String(decoding: content, as: UTF8.self)
    let isBlank = content.allSatisfy { $0 <= 0x20 }
    switch kind {
    case "str", "inlineStr":
      if isFormula, !hasValue { return .notComputed }
      return text.isEmpty ? nil : .text(text.unescapingCharacters)
    case "e": return .error(isBlank ? "#N/A" : String(text.prefix(32)))
    case _ where isBlank: return isFormula ? .notComputed : nil
    case "s":
      guard let index = Int(text), context.texts.indices.contains(index) else { return .unreadable }
      return context.texts[index].isEmpty ? nil : .text(context.texts[index])
    case "b": return text == "1" || text == "true" ? .boolean(true) : .boolean(false)
    case "d": return .date(text)
    case "n":
      guard let number = Double(text), number.isFinite else { return .unreadable }
      let format = context.formats.indices.contains(style) ? context.formats[style] : nil
      let moment = format.flatMap { SerialDate(serial: number, countsFrom1904: context.countsFrom1904).text($0) }
      return moment.map { .date($0) } ?? .number(number)
    default: return .unreadable
    }
  }
}
