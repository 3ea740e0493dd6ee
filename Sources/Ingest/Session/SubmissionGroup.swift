import Diagnostics
import Responses

/// Submissions that are taken in together, in one transaction.
struct SubmissionGroup: Sendable {
  /// The files.
  var descriptions: [SourceDescription] = []
  /// The files that cannot be read as submissions.
  var held: [HeldRecord] = []
  /// Files whose bytes are those of another file of the group, by its position.
  var copies: [(label: String, of: Int)] = []
  /// The readable ones.
  var run: RecordRun
  /// One for each field of the records and the repeats, by ordinal.
  var builders: [ColumnBuilder]
  /// By repeat, how many rows each parent has.
  var counts: [[UInt32]]
  private let layout: RecordLayout
  /// The bytes of all.
  var byteCount = 0
  /// The files by the beginning of their digests.
  private var byDigest: [UInt64: Int] = [:]

  init(layout: RecordLayout) {
    self.layout = layout
    builders = (layout.fields + layout.repeats.flatMap(\.fields)).map(ColumnBuilder.init)
    counts = layout.repeats.map { _ in [] }
    run = RecordRun(columns: [], present: Array(repeating: true, count: layout.fieldCount))
  }

  /// Finishes the columns: the run is ready to be taken in.
  mutating func finishColumns() {
    var columns: [AnswerColumn] = []
    for field in builders.indices { columns.append(builders[field].finish()) }
    run.columns = Array(columns[..<layout.fields.count])
    run.repeats = layout.repeats.indices.map { repeated in
      let first = layout.firstField(ofRepeat: repeated)
      return RepeatRows(
        counts: counts[repeated], columns: Array(columns[first..<(first + layout.repeats[repeated].fields.count)]))
    }
  }

  /// Adds a submission that can be typed.
  ///
  /// - Parameters:
  ///   - reader: the reader that has just read it.
  ///   - place: its source's position, its ordinal in the source, the line on which it begins there, and the SHA-256 of
  ///     its bytes.
  mutating func append(
    _ reading: SubmissionReader.Reading, of reader: SubmissionReader, _ bytes: [UInt8],
    at place: (source: Int, number: Int, line: Int, sha256: String)
  ) {
    let row = run.count
    run.faults += reader.append(to: &builders, counts: &counts, row: row).map { fault, line, column in
      (fault, line + max(place.line - 1, 0), column)
    }
    for diagnostic in reading.diagnostics {
      run.findings.append((row, diagnostic.placed(number: place.number, line: place.line)))
    }
    if reading.key.isEmpty {
      run.keys.append(Array("sha256:\(place.sha256)".utf8))
      let position = SourcePosition(
        file: descriptions[place.source].label, line: place.line == 0 ? nil : place.line)
      run.findings.append(
        (row, Diagnostic(.submissionWithoutIdentifier, at: position, record: String(place.number))))
    } else {
      run.keys.append(reading.key)
    }
    run.edits[row] = reading.edit
    run.numbers.append(UInt32(clamping: place.number))
    run.lines.append(UInt32(clamping: place.line))
    run.sources.append(UInt32(place.source))
    run.bytes.addText(bytes)
    run.bytes.addRecord(bytes.indices)
  }

  /// Keeps a submission that cannot be typed, with what was found in it.
  mutating func hold(
    _ reading: SubmissionReader.Reading, _ bytes: [UInt8], source: Int, number: Int, line: Int = 0
  ) {
    held.append(
      HeldRecord(
        disposition: .quarantined, key: String(decoding: reading.key, as: UTF8.self), recordNumber: number,
        original: bytes, diagnostics: reading.diagnostics.map { $0.placed(number: number, line: line) },
        sourceIndex: source))
  }

  /// Whether the group is as large as a transaction should be.
  var isFull: Bool { descriptions.count >= 4096 || byteCount >= 8 << 20 }

  /// Registers a file.
  ///
  /// - Returns: its position; nil when its bytes are those of another file of the group.
  mutating func open(_ description: SourceDescription) -> Int? {
    let beginning = description.digestBeginning
    if let known = byDigest[beginning] {
      // Beginnings may be those of different files, though none such are known.
      let same =
        descriptions[known].sha256 == description.sha256
        ? known : descriptions.firstIndex { $0.sha256 == description.sha256 }
      if let same {
        copies.append((description.label, same))
        return nil
      }
    }
    byDigest[beginning] = descriptions.count
    descriptions.append(description)
    byteCount += description.byteCount
    return descriptions.count - 1
  }
}

extension SourceDescription {
  /// The first 64 bits of the digest, 0 where there is none.
  fileprivate var digestBeginning: UInt64 {
    // Of a hexadecimal digit the low half is its value, for letters nine less.
    sha256.utf8.prefix(16).reduce(0) { $0 << 4 | (UInt64($1 & 15) + UInt64($1 >> 6) * 9) & 15 }
  }
}

extension Diagnostic {
  /// The finding of a submission as one of a file that holds it from a line on; 0: it is the file.
  func placed(number: Int, line: Int) -> Diagnostic {
    var placed = self
    placed.record = String(number)
    if line > 0, let position {
      placed.position = SourcePosition(
        file: position.file, line: (position.line ?? 1) + line - 1, column: position.column)
    }
    return placed
  }
}
