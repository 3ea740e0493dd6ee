public import Diagnostics
import FileSystem
public import FormDefinition
import Hashing
import Responses
import TextEncoding

/// A first mapping of a table, written for a person who will go through it.
public struct MappingSuggestion: Sendable {
  /// The mapping file: what is certain as entries, what is doubtful as comments.
  public let text: String
  /// How many things a person must decide.
  public let doubtCount: Int

  /// The bytes of a table that are looked at.
  private static let sampleByteCount = 1 << 20

  /// Looks at a table, or the likeliest sheet of a workbook, and matches it with a form.
  ///
  /// Headings are matched by name, label, label without marks, and the nearest one; answers to questions with choices by
  /// the same steps. Answers that are near no choice are counted, never written.
  /// - Throws: when the file cannot be read or is no table.
  public init(path: String, form: Form) throws(StageFailure) {
    let layout = RecordLayout(form: form)
    let tables = TableForm(form: form, layout: layout, mapping: ColumnMapping())
    var source = TableSource.file(path)
    var isSheet = false
    if SourceKind(name: path) == .workbook {
      let workbook = WorkbookTables(try readFile(at: path), label: path)
      guard let sheet = workbook.sheets.max(by: { tables.matchCount($0) < tables.matchCount($1) }) else {
        throw StageFailure(
          workbook.diagnostics + [Diagnostic(.headerMissing, at: SourcePosition(file: path))], exitCode: .unusableInput)
      }
      source = .memory(sheet.bytes)
      isSheet = true
    }
    guard let sample = try TableSample(source, isSheet: isSheet, limit: Self.sampleByteCount) else {
      throw StageFailure(Diagnostic(.headerMissing, at: SourcePosition(file: path)), exitCode: .unusableInput)
    }
    var writer = SuggestionWriter(tables: tables, sample: sample)
    writer.write(file: path)
    text = writer.text
    doubtCount = writer.doubtCount
  }
}

/// The beginning of a table.
struct TableSample {
  var headings: [String]
  var producer: TableProducer
  var separator: UInt8
  var isSheet: Bool
  var encoding: EncodingDetector.Verdict
  /// The texts of the first rows, by column.
  var cells: [[String]]

  /// Reads the beginning; nil when there is no header.
  init?(_ source: TableSource, isSheet: Bool, limit: Int) throws(StageFailure) {
    var hasher = SHA256()
    let probe = try TableProbe(source, hasher: &hasher)
    encoding = probe.encoding
    var used = TextEncoding.utf8
    switch probe.encoding {
    case .certain(let found): used = found
    case .doubtful(let candidates): used = candidates.first ?? .utf8
    }
    var feed = try TextFeed(source, encoding: used, unifiesLineEnds: probe.hasLoneReturns && !isSheet)
    var bytes: [UInt8] = []
    var isAtEnd = false
    while !isAtEnd, bytes.count < limit {
      let chunk = try feed.next(limit - bytes.count)
      isAtEnd = chunk.isEmpty
      bytes += chunk
    }
    let dialect = isSheet ? TableDialect.sheet : TableDialect.detect(in: bytes)
    guard let header = HeaderRow(bytes, dialect, isLast: isAtEnd) else { return nil }
    self.isSheet = isSheet
    headings = header.headings
    separator = dialect.separator
    producer = TableProducer(
      headings: headings, separator: separator, hasByteOrderMark: dialect.hasByteOrderMark)
    var scanner = TableScanner(separator: separator, columnCount: headings.count, line: header.nextLine)
    let block = scanner.scan(Array(bytes[header.end...]), isLast: isAtEnd, rowLimit: 10_000)
    cells = headings.indices.map { column in
      (0..<block.cells.rowCount).map { row in
        let cell = row * block.cells.columnCount + column
        return String(
          decoding: block.cells.bytes[Int(block.cells.starts[cell])..<Int(block.cells.ends[cell])], as: UTF8.self)
      }
    }
  }
}
