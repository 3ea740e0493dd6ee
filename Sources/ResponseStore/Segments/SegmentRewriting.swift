public import Diagnostics
internal import Responses
internal import SQLite

/// A segment of a form, and the version of the form its records answered.
struct SegmentPlace: Hashable {
  let id: Int64
  let layoutID: Int64
  let count: Int
  /// Whether its records are earlier versions, which are counted no more.
  let isSuperseded: Bool
}

extension SQLiteResponseStore {
  /// Runs changes as one transaction; a failure undoes all of them.
  func changing<Result>(_ body: () throws(StageFailure) -> Result) throws(StageFailure) -> Result {
    try inStore(path, .writing) { () throws(SQLiteFailure) in try database.execute("BEGIN IMMEDIATE") }
    do throws(StageFailure) {
      let result = try body()
      try inStore(path, .writing) { () throws(SQLiteFailure) in try database.execute("COMMIT") }
      return result
    } catch {
      if database.isInTransaction { try? database.execute("ROLLBACK") }
      throw error
    }
  }

  /// The versions of a form, or of all forms, by their rows.
  func layouts(ofForm form: String? = nil) throws(StageFailure) -> [Int64: RecordLayout] {
    let stored = try inStore(path, .reading) { () throws(SQLiteFailure) in
      var found: [StoredLayout?] = []
      let names = if let form { [form] } else { try forms() }
      for name in names { found += try StoredLayout.all(ofForm: name, in: database) }
      return found
    }
    var layouts: [Int64: RecordLayout] = [:]
    for layout in stored {
      guard let layout else { throw .damaged("layout", at: path) }
      layouts[layout.id] = layout.layout
    }
    return layouts
  }

  /// The identifiers of the forms of which the store knows a version.
  public func formIdentifiers() throws(StageFailure) -> [String] {
    try inStore(path, .reading) { () throws(SQLiteFailure) in try hasTables ? try forms() : [] }
  }

  /// The identifiers of all forms.
  func forms() throws(SQLiteFailure) -> [String] {
    let query = try database.prepare("SELECT DISTINCT form FROM layout ORDER BY form")
    var names: [String] = []
    while try query.step() { names.append(query.text(0)) }
    return names
  }

  /// The segments of a form, or of all, in the order of acceptance.
  func segments(ofForm form: String? = nil) throws(StageFailure) -> [SegmentPlace] {
    try inStore(path, .reading) { () throws(SQLiteFailure) in
      let query = try database.prepare(
        """
        SELECT id, layout, count, NOT \(try isCounted) FROM segment
        WHERE ?1 IS NULL OR layout IN (SELECT id FROM layout WHERE form = ?1) ORDER BY id
        """)
      if let form { try query.bind(1, form) }
      var places: [SegmentPlace] = []
      while try query.step() {
        places.append(
          SegmentPlace(
            id: query.integer(0), layoutID: query.integer(1), count: Int(query.integer(2)),
            isSuperseded: query.integer(3) != 0))
      }
      return places
    }
  }

  /// A segment read whole; damage fails.
  func contents(of segment: SegmentPlace, _ layouts: [Int64: RecordLayout]) throws(StageFailure) -> SegmentContents {
    let reading = try inStore(path, .reading) { () throws(SQLiteFailure) -> SegmentReading? in
      guard let layout = layouts[segment.layoutID] else { return nil }
      return try SegmentReading(segment.id, layout: layout, in: database)
    }
    guard let contents = reading?.contents else { throw .damaged("segment \(segment.id)", at: path) }
    return contents
  }

  /// Puts other records in the place of a segment's; none: the segment goes.
  func replace(_ segment: SegmentPlace, with contents: SegmentContents?) throws(StageFailure) {
    try inStore(path, .writing) { () throws(SQLiteFailure) in
      for table in ["segment_column", "segment_repeat", "original", "superseded_segment", "concealed_answer"] {
        try database.execute("DELETE FROM \(table) WHERE segment = \(segment.id)")
      }
      try database.execute("DELETE FROM segment WHERE id = \(segment.id)")
      if let contents, contents.batch.count > 0 {
        _ = try contents.write(to: database, layoutID: segment.layoutID, id: segment.id)
        if segment.isSuperseded { try markSuperseded(segment.id) }
      }
    }
  }

  /// Adds a segment behind the others; returns its id.
  func add(_ contents: SegmentContents, layoutID: Int64, isSuperseded: Bool) throws(StageFailure) -> Int64 {
    try inStore(path, .writing) { () throws(SQLiteFailure) in
      let id = try contents.write(to: database, layoutID: layoutID)
      if isSuperseded { try markSuperseded(id) }
      return id
    }
  }

  private func markSuperseded(_ segment: Int64) throws(SQLiteFailure) {
    try database.execute("INSERT INTO superseded_segment (segment) VALUES (\(segment))")
  }

  /// Tells writers that keys lie elsewhere now; part of every transaction that rewrites segments.
  func noteRewrite() throws(SQLiteFailure) { try database.execute("UPDATE state SET rewrites = rewrites + 1") }
}
