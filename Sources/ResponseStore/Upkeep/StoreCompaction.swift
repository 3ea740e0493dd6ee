public import Diagnostics
internal import FileSystem
internal import Responses
internal import SQLite

/// What compacting a store came to.
public struct StoreCompaction: Sendable, Hashable {
  /// The segments before and after.
  public let segments: (before: Int, after: Int)
  /// The size of the file before and after, in bytes.
  public let bytes: (before: Int, after: Int)

  /// Compares counts and sizes.
  public static func == (left: StoreCompaction, right: StoreCompaction) -> Bool {
    left.segments == right.segments && left.bytes == right.bytes
  }

  /// Feeds counts and sizes.
  public func hash(into hasher: inout Hasher) {
    for number in [segments.before, segments.after, bytes.before, bytes.after] { hasher.combine(number) }
  }
}

extension SQLiteResponseStore {
  /// The most records of a merged segment.
  private static let fullSegment = 65_536

  /// Merges small segments and gives free pages back; every scan gives the same records in the same order.
  ///
  /// Segments that follow each other among those of their form, and are of one version, become one of at most 65,536
  /// records. Then the file is written anew.
  /// - Throws: ``ExitCode/locked`` when another process writes, or reads for so long that the log cannot be emptied.
  /// - Complexity: O(bytes).
  public func compact() throws(StageFailure) -> StoreCompaction {
    let before = (segments: try segments().count, bytes: fileStatus(at: path)?.byteCount ?? 0)
    try changing { () throws(StageFailure) -> Void in
      let layouts = try layouts()
      let names = try inStore(path, .reading) { () throws(SQLiteFailure) in try forms() }
      for form in names {
        let segments = try segments(ofForm: form)
        for run in mergeable(segments.filter { !$0.isSuperseded }) + mergeable(segments.filter(\.isSuperseded)) {
          try merge(run, layouts)
        }
      }
      try inStore(path, .writing) { () throws(SQLiteFailure) in
        try noteRewrite()
        try writeJournal("compact", "", to: database)
      }
    }
    try inStore(path, .writing) { () throws(SQLiteFailure) in try database.execute("VACUUM") }
    try emptyLog()
    return StoreCompaction(
      segments: (before.segments, try segments().count), bytes: (before.bytes, fileStatus(at: path)?.byteCount ?? 0))
  }

  /// Runs of segments that can be one, each of at least two.
  private func mergeable(_ segments: [SegmentPlace]) -> [[SegmentPlace]] {
    var runs: [[SegmentPlace]] = []
    var run: [SegmentPlace] = []
    var size = 0
    for segment in segments {
      if let last = run.last, last.layoutID == segment.layoutID, size + segment.count <= Self.fullSegment {
        run.append(segment)
        size += segment.count
      } else {
        if run.count > 1 { runs.append(run) }
        run = [segment]
        size = segment.count
      }
    }
    if run.count > 1 { runs.append(run) }
    return runs
  }

  /// Puts the records of a run into its first segment; those that cannot be joined begin another.
  private func merge(_ run: [SegmentPlace], _ layouts: [Int64: RecordLayout]) throws(StageFailure) {
    var contents: [SegmentContents] = []
    for place in run { contents.append(try self.contents(of: place, layouts)) }
    var start = 0
    while start < run.count {
      let end = contents[start...].firstIndex { !contents[start].canBeJoined(with: $0) } ?? run.count
      if end - start > 1 {
        for place in run[(start + 1)..<end] { try replace(place, with: nil) }
        try replace(run[start], with: Self.joined(contents[start..<end]))
      }
      start = end
    }
  }

  /// All parts as one: halves first, so that no record is copied more than a few times.
  private static func joined(_ parts: ArraySlice<SegmentContents>) -> SegmentContents {
    guard parts.count > 1 else { return parts[parts.startIndex] }
    let middle = parts.startIndex + parts.count / 2
    return joined(parts[..<middle]).joined(with: joined(parts[middle...]))
  }

  /// Moves every page of the write-ahead log into the file and empties the log.
  ///
  /// - Throws: ``ExitCode/locked`` when another connection still reads an older state.
  func emptyLog() throws(StageFailure) {
    let isBusy = try inStore(path, .writing) { () throws(SQLiteFailure) in
      // Its first column tells whether a reader or writer was in the way.
      try database.integer("PRAGMA wal_checkpoint(TRUNCATE)") != 0
    }
    guard !isBusy, fileStatus(at: path + "-wal").map({ $0.byteCount == 0 }) ?? true else {
      throw StageFailure(Diagnostic(.storePagesPending, at: SourcePosition(file: path)), exitCode: .locked)
    }
  }
}
