/// Reads which cell styles show numbers as dates or times.
struct StylesPart: PartReader {
  enum Element: Int32, CaseIterable {
    case numFmt, cellXfs, xf
  }

  /// The date format of each cell style; nil where numbers are numbers.
  private(set) var formats: [DateFormat?] = []
  private var codes: [Int: DateFormat?] = [:]
  private var isInCellStyles = false

  var isDone: Bool { formats.count >= 100_000 }

  mutating func start(_ element: Element, _ attributes: PartAttributes) {
    switch element {
    case .numFmt:
      guard let number = attributes.number("numFmtId"), let code = attributes["formatCode"] else { return }
      codes[number] = .some(DateFormat(code: code))
    case .cellXfs: isInCellStyles = true
    case .xf:
      guard isInCellStyles else { return }
      let number = attributes.number("numFmtId") ?? 0
      formats.append(codes[number] ?? DateFormat(builtIn: number))
    }
  }

  mutating func end(_ element: Element) {
    if element == .cellXfs { isInCellStyles = false }
  }
}
