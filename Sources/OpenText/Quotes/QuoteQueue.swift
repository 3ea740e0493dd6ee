import DelimitedText
public import Diagnostics
public import Estimation

/// Quotes that wait for a person's yes: a CSV file for a spreadsheet, with the column `approved`.
public struct QuoteQueue: Sendable {
  /// The quotes with what was decided of them: true, false, or nil for nothing yet.
  public internal(set) var entries: [(quote: Quote, isApproved: Bool?)]

  /// Creates a queue of quotes about which nothing is decided.
  public init(_ quotes: [Quote] = []) { entries = quotes.map { ($0, nil) } }

  /// Takes over what was decided of the same quotes before.
  ///
  /// Quotes that are no longer found (because the answer was erased, or consent withdrawn) keep no decision.
  public mutating func adoptDecisions(of other: QuoteQueue) {
    var decisions: [Quote: Bool] = [:]
    for entry in other.entries { decisions[entry.quote] = entry.isApproved }
    for place in entries.indices { entries[place].isApproved = decisions[entries[place].quote] }
  }

  private static let columns = ["theme", "question", "quote", "approved"]

  /// The queue as CSV with a byte order mark, as Excel wants it; texts that a spreadsheet would run are disarmed.
  public func csv() -> [UInt8] {
    var writer = CSVWriter(lineEnd: "\r\n", guardsFormulas: true, byteOrderMark: true)
    writer.row(Self.columns)
    for entry in entries {
      writer.row([
        entry.quote.theme, entry.quote.question, entry.quote.text, entry.isApproved.map { $0 ? "có" : "không" } ?? "",
      ])
    }
    return writer.bytes
  }

  /// Reads a queue; anything but a yes in `approved` is none.
  ///
  /// - Throws: ``ExitCode/unusableInput`` when a column is missing.
  public static func read(bytes: [UInt8], source: String) throws(StageFailure) -> QuoteQueue {
    let semicolons = bytes.prefix { $0 != 0x0A }.count { $0 == UInt8(ascii: ";") }
    let table = DelimitedTable(
      bytes: bytes, source: source, separator: semicolons >= columns.count - 1 ? UInt8(ascii: ";") : UInt8(ascii: ","))
    let places = columns.map { table.column(named: $0) }
    let missing = zip(columns, places).filter { $1 == nil }.map { name, _ in
      Diagnostic(.dictionaryColumnMissing, at: table.headerPosition, ["column": name])
    }
    if !missing.isEmpty { throw StageFailure(missing, exitCode: .unusableInput) }
    var queue = QuoteQueue()
    for row in table.rows {
      let cells = places.map { place in place.flatMap { row.fields.indices.contains($0) ? row.fields[$0] : nil } ?? "" }
      queue.entries.append(
        (Quote(theme: cells[0], question: cells[1], text: unguarded(cells[2])), decision(cells[3])))
    }
    return queue
  }

  /// A text without the apostrophe that disarms it.
  private static func unguarded(_ text: String) -> String {
    guard text.hasPrefix("'"), let second = text.dropFirst().first, "=+-@\t\r".contains(second) else { return text }
    return String(text.dropFirst())
  }

  private static func decision(_ cell: String) -> Bool? {
    switch cell.trimmingBlanks().lowercased() {
    case "": nil
    case "có", "co", "yes", "x", "1", "duyệt": true
    default: false
    }
  }

  /// The quotes that were approved, as a table for the report; restricted, so that no terminal shows it.
  public func approved(dictionary: ThemeDictionary) -> SideTable {
    var table = SideTable(
      name: "quotes", title: BilingualText(vi: "Ý kiến tiêu biểu đã duyệt", en: "Approved typical quotes"),
      columns: ["theme", "label_vi", "label_en", "question", "quote"])
    table.isRestricted = true
    for entry in entries where entry.isApproved == true {
      let label = dictionary.themes.first { $0.name == entry.quote.theme }?.label
      table.add([
        .text(entry.quote.theme), .text(label?.vietnamese ?? ""), .text(label?.english ?? ""),
        .text(entry.quote.question), .text(entry.quote.text),
      ])
    }
    return table
  }
}
