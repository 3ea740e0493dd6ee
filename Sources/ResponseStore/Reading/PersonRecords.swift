internal import Compression
public import Diagnostics
public import Responses
internal import SQLite

/// Everything a store holds of one person under one form.
public struct PersonRecords: Sendable {
  /// An accepted record: a batch of one.
  public struct Accepted: Sendable {
    /// The record with all its columns, in the version of the form it answered.
    public let record: RecordBatch
    /// The file it came from; "" when the store does not know it any more.
    public let source: String
    /// When it was taken in: milliseconds since 1970-01-01 UTC.
    public let takenAt: Int64
  }

  /// A record that is held apart.
  public struct Held: Sendable {
    /// Why.
    public let disposition: HeldRecord.Disposition
    /// Its bytes as they were read.
    public let original: [UInt8]
    /// The file it came from.
    public let source: String
    /// When it was taken in: milliseconds since 1970-01-01 UTC.
    public let takenAt: Int64
  }

  /// The accepted records.
  public var accepted: [Accepted] = []
  /// Earlier versions of these records, which are counted no more.
  public var superseded: [Accepted] = []
  /// The records held apart.
  public var held: [Held] = []
}

extension SQLiteResponseStore {
  /// What the store holds of a person under a form.
  ///
  /// - Complexity: O(records) for finding, O(segment) for each record.
  public func records(of person: PersonKey, form: String) throws(StageFailure) -> PersonRecords {
    var result = PersonRecords()
    guard try inStore(path, .reading, { () throws(SQLiteFailure) in try hasTables }) else { return result }
    let layouts = try layouts(ofForm: form)
    let person = try allVersions(of: person)
    for segment in try segments(holding: person) where layouts[segment.layoutID] != nil {
      let contents = try contents(of: segment, layouts)
      let sources = contents.sources
      for row in 0..<contents.batch.count where person.candidates.contains(contents.batch.keys[row]) {
        let one = contents.batch.selecting((0..<contents.batch.count).map { $0 == row })
        let (label, takenAt) = try origin(sources[row])
        let record = PersonRecords.Accepted(record: one, source: label, takenAt: takenAt)
        if segment.isSuperseded { result.superseded.append(record) } else { result.accepted.append(record) }
      }
    }
    for row in try heldRows(of: person) where layouts[row.layout] != nil {
      let (label, takenAt) = try origin(row.source)
      result.held.append(
        PersonRecords.Held(
          disposition: row.isQuarantined ? .quarantined : .withheld, original: row.original, source: label,
          takenAt: takenAt))
    }
    return result
  }

  private func origin(_ source: Int64) throws(StageFailure) -> (label: String, takenAt: Int64) {
    try inStore(path, .reading) { () throws(SQLiteFailure) in
      let query = try database.prepare("SELECT label, taken_at FROM source WHERE id = ?")
      try query.bind(1, source)
      return try query.step() ? (query.text(0), query.integer(1)) : ("", 0)
    }
  }

  /// The person's key with those of all versions of the record.
  func allVersions(of person: PersonKey) throws(StageFailure) -> PersonKey {
    let (chains, refused) = try inStore(path, .reading) { () throws(SQLiteFailure) in
      (try StoredEdits.chains(in: database), try StoredEdits.rejected(in: database))
    }
    // A rejected edit was the person's too, and so are its own edits.
    var versions = chains.versions(of: person.candidates)
    for (key, version) in refused where versions.contains(key) || versions.contains(version) {
      versions = chains.versions(of: versions.union([key, version]))
    }
    return person.joined(with: versions)
  }

  /// Finds the segments that hold a person's records by the digests of keys, without reading anything else of them.
  func segments(holding person: PersonKey) throws(StageFailure) -> [SegmentPlace] {
    let sought = person.digests
    // Most keys are told apart by their first word.
    let beginnings = Set(sought.map { $0[0] })
    return try inStore(path, .reading) { () throws(SQLiteFailure) in
      let query = try database.prepare(
        "SELECT id, layout, count, key_digests, NOT \(try isCounted) FROM segment ORDER BY id")
      var found: [SegmentPlace] = []
      while try query.step() {
        let words = littleEndianNumbers(query.bytes(3)[...], as: UInt64.self) ?? []
        let isThere = stride(from: 0, to: words.count - 1, by: 2).contains {
          beginnings.contains(words[$0]) && sought.contains([words[$0], words[$0 + 1]])
        }
        guard isThere else { continue }
        found.append(
          SegmentPlace(
            id: query.integer(0), layoutID: query.integer(1), count: Int(query.integer(2)),
            isSuperseded: query.integer(4) != 0))
      }
      return found
    }
  }

  /// A held record of a person.
  struct HeldRow {
    let id: Int64
    let layout: Int64
    let source: Int64
    let isQuarantined: Bool
    let original: [UInt8]
  }

  /// The held records with a person's key, and those whose bytes or reasons name it.
  func heldRows(of person: PersonKey) throws(StageFailure) -> [HeldRow] { try heldRows(of: [person])[0] }

  /// The held records of each of some people.
  ///
  /// - Complexity: O(bytes of the held records), for all people together but for the comparing.
  func heldRows(of people: [PersonKey]) throws(StageFailure) -> [[HeldRow]] {
    try inStore(path, .reading) { () throws(SQLiteFailure) in
      let query = try database.prepare(
        "SELECT id, layout, source, disposition, key, original, diagnostics FROM held ORDER BY id")
      var found: [[HeldRow]] = people.map { _ in [] }
      let searches = people.map(\.search)
      while try query.step() {
        let original = decompressed(query.bytes(5), limit: Int(Int32.max)) ?? []
        let (key, reasons) = (query.text(4), query.bytes(6))
        for (place, person) in people.enumerated() {
          guard
            person.candidates.contains(key) || searches[place].finds(in: original) || searches[place].finds(in: reasons)
          else { continue }
          found[place].append(
            HeldRow(
              id: query.integer(0), layout: query.integer(1), source: query.integer(2),
              isQuarantined: query.text(3) == HeldRecord.Disposition.quarantined.rawValue, original: original))
        }
      }
      return found
    }
  }
}
