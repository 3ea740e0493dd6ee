internal import Compression
public import Diagnostics
public import Responses
internal import SQLite

/// The accepted records of a form in an SQLite store, whatever version of the form they answered.
///
/// Columns of other versions are matched by question, choices by name; answers of another kind are read as the layout's
/// kind where that has a meaning. A question that a version lacks was not shown, and a choice that the layout no longer
/// has counts as not answered.
public final class SQLiteRecordSource: RecordSource {
  /// The fields of the records.
  public let layout: RecordLayout
  /// The last segment that is read; nil: all are.
  private var lastSegment: Int64?
  private let store: SQLiteResponseStore

  init(store: SQLiteResponseStore, layout: RecordLayout) {
    self.store = store
    self.layout = layout
  }

  /// The number of accepted records.
  public var recordCount: Int {
    get throws(StageFailure) { try total("coalesce(sum(count), 0)") }
  }

  /// Whether any record was simulated.
  public var isSimulated: Bool {
    get throws(StageFailure) { try total("coalesce(max(is_simulated), 0)") != 0 }
  }

  /// Reads only records that are there now, not those that come later.
  public func endHere() throws(StageFailure) {
    lastSegment = try inStore(store.path, .reading) { () throws(SQLiteFailure) in
      try store.hasTables ? try store.database.integer("SELECT coalesce(max(id), 0) FROM segment") : 0
    }
  }

  /// Hands over every record once, segment by segment in the order of acceptance.
  ///
  /// - Throws: ``ExitCode/unusableInput`` when stored bytes are damaged; what `body` throws.
  /// - Complexity: O(records × fields asked for); memory of one segment.
  public func forEachBatch(
    fields: [Int], repeats: [Int: [Int]], _ body: (RecordBatch) throws(StageFailure) -> Void
  ) throws(StageFailure) {
    try scan(fields: fields, repeats: repeats, identities: "keys, record_numbers, answer_digests", body)
  }

  /// Hands over every record once, segment by segment, with empty keys: half the time of a scan is theirs.
  public func forEachAnonymousBatch(
    fields: [Int], _ body: (RecordBatch) throws(StageFailure) -> Void
  ) throws(StageFailure) {
    try scan(fields: fields, repeats: [:], identities: nil, body)
  }

  private func scan(
    fields: [Int], repeats: [Int: [Int]], identities: String?, _ body: (RecordBatch) throws(StageFailure) -> Void
  ) throws(StageFailure) {
    let path = store.path
    // One snapshot for the whole scan, whatever is committed meanwhile; a scan within a scan is of the same snapshot.
    let isNested = store.database.isInTransaction
    if !isNested { try inStore(path, .reading) { () throws(SQLiteFailure) in try store.database.execute("BEGIN") } }
    defer { if !isNested { try? store.database.execute("COMMIT") } }
    let versions = try storedVersions()
    guard !versions.isEmpty else { return }
    let segments = try inStore(path, .reading) { () throws(SQLiteFailure) in
      try store.database.prepare(
        """
        SELECT id, layout, count, length(answer_digests), \(identities ?? "NULL") FROM segment
        WHERE layout IN (SELECT id FROM layout WHERE form = ?) AND \(try store.isCounted)
          AND id <= \(lastSegment ?? .max) ORDER BY id
        """)
    }
    let columns = try inStore(path, .reading) { () throws(SQLiteFailure) in
      try segments.bind(1, layout.formIdentifier)
      return try store.database.prepare(
        "SELECT encoding, data, checksum FROM segment_column WHERE segment = ? AND field = ?")
    }
    while try inStore(path, .reading, { () throws(SQLiteFailure) in try segments.step() }) {
      guard let version = versions[segments.integer(1)] else { throw damaged(segments.integer(0)) }
      var batch = try batch(segments, version, columns: columns, fields: fields)
      if !repeats.isEmpty { batch.repeats = try rows(segments, version, columns: columns, wanted: repeats) }
      try body(batch)
    }
  }

  /// The versions of the form that the store knows at this moment, by their rows.
  private func storedVersions() throws(StageFailure) -> [Int64: LayoutTranslation] {
    let stored = try inStore(store.path, .reading) { () throws(SQLiteFailure) in
      try store.hasTables ? try StoredLayout.all(ofForm: layout.formIdentifier, in: store.database) : []
    }
    var versions: [Int64: LayoutTranslation] = [:]
    for version in stored {
      guard let version else { throw .damaged("layout", at: store.path) }
      versions[version.id] = LayoutTranslation(from: version.layout, to: layout)
    }
    return versions
  }

  private func batch(
    _ segment: Statement, _ translation: LayoutTranslation, columns: Statement, fields: [Int]
  ) throws(StageFailure) -> RecordBatch {
    let id = segment.integer(0)
    let count = Int(segment.integer(2))
    let digestBytes = segment.integer(3)
    // A damaged count must not decide how much memory is asked for; the length of a blob can be trusted that far.
    guard digestBytes % 16 == 0, digestBytes / 16 == count else { throw damaged(id) }
    let answers = try self.columns(columns, segment: id, translation.record, wanted: fields, count: count)
    guard !segment.isNull(4) else {
      let nobody = TextColumn(
        states: [UInt8](repeating: AnswerState.notShown.rawValue, count: count),
        ends: [UInt32](repeating: 0, count: count))
      return RecordBatch(layout: layout, columns: answers, keys: nobody, recordNumbers: [], digests: [])
    }
    guard let keys = ColumnEncoding.texts(compressed: segment.bytes(4), count: count),
      let numberBytes = decompressed(segment.bytes(5), limit: count * 4),
      let numbers = littleEndianNumbers(numberBytes[...], as: UInt32.self), numbers.count == count
    else { throw damaged(id) }
    return RecordBatch(
      layout: layout, columns: answers, keys: keys, recordNumbers: numbers, digests: segment.bytes(6))
  }

  /// The columns that are wanted of one table of a segment; the others are nil.
  private func columns(
    _ columns: Statement, segment: Int64, _ translation: FieldTranslation, wanted: [Int], count: Int
  ) throws(StageFailure) -> [AnswerColumn?] {
    var answers = [AnswerColumn?](repeating: nil, count: translation.target.count)
    for field in wanted {
      guard let stored = translation.storedField(of: field), count > 0 else {
        answers[field] = .notShown(translation.target[field], count: count)
        continue
      }
      let ordinal = translation.first + stored
      let column = try inStore(store.path, .reading) { () throws(SQLiteFailure) in
        try SegmentReading.column(
          columns, segment: segment, ordinal: ordinal, translation.source[stored], count: count)
      }
      guard let column else { throw damaged(segment) }
      answers[field] = translation.translated(column, to: field)
    }
    return answers
  }

  /// The rows of the repeats of a segment.
  private func rows(
    _ segment: Statement, _ translation: LayoutTranslation, columns: Statement, wanted: [Int: [Int]]
  ) throws(StageFailure) -> [RepeatRows] {
    let id = segment.integer(0)
    var rows: [RepeatRows] = []
    for (position, repeated) in layout.repeats.enumerated() {
      let parents = repeated.parent.map { rows[$0].count } ?? Int(segment.integer(2))
      guard let (stored, fields) = translation.repeats[position] else {
        rows.append(RepeatRows(counts: Array(repeating: 0, count: parents), columns: repeated.fields.map { _ in nil }))
        continue
      }
      let counts = try inStore(store.path, .reading) { () throws(SQLiteFailure) in
        try RepeatSegments.counts(stored, segment: id, parents: parents, in: store.database)
      }
      guard let counts else { throw damaged(id) }
      var own = RepeatRows(counts: counts, columns: [])
      own.columns = try self.columns(
        columns, segment: id, fields, wanted: wanted[position] ?? [], count: own.count)
      rows.append(own)
    }
    return rows
  }

  private func total(_ expression: String) throws(StageFailure) -> Int {
    try inStore(store.path, .reading) { () throws(SQLiteFailure) in
      guard try store.hasTables else { return 0 }
      let query = try store.database.prepare(
        """
        SELECT \(expression) FROM segment
        WHERE layout IN (SELECT id FROM layout WHERE form = ?) AND \(try store.isCounted)
          AND id <= \(lastSegment ?? .max)
        """)
      try query.bind(1, layout.formIdentifier)
      return try query.step() ? Int(query.integer(0)) : 0
    }
  }

  private func damaged(_ segment: Int64) -> StageFailure { .damaged("segment \(segment)", at: store.path) }
}

extension SQLiteResponseStore {
  /// Whether the schema was written; a file opened for reading may still be empty.
  var hasTables: Bool {
    get throws(SQLiteFailure) { try database.integer("SELECT 1 FROM sqlite_schema WHERE name = 'segment'") != nil }
  }
}
