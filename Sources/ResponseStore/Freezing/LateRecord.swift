internal import FoundationEssentials
internal import Responses

/// A record that came too late for its wave, as it is kept: its typed answers as submissions write them, by question.
///
/// Nothing else is needed to count it after all: neither its file nor the rules of the form.
struct LateRecord: Codable {
  /// The answers of a record, or of a row of a repeat.
  struct Answers: Codable {
    /// By question; a question that is in neither list was not shown.
    var answers: [String: String] = [:]
    /// The questions that were left blank.
    var blank: [String]?
  }

  /// The rows of a repeat.
  struct Rows: Codable {
    var name: String
    /// How many rows the record, or each row of the repeat around it, has.
    var counts: [UInt32]
    var rows: [Answers]
  }

  /// An answer to a question that was not shown.
  struct Concealed: Codable {
    var question: String
    var answer: String
  }

  var key: String
  var record: Answers
  var repeats: [Rows]?
  var concealed: [Concealed]?
  /// The version that it was made from, and the first version.
  var replaces: String?
  var root: String?
  /// Whether it takes the place of the record with its key.
  var replacesSame: Bool?
  /// The bytes of its submission.
  var submission: String?

  /// Takes one record of a batch.
  ///
  /// - Parameter starts: of each repeat of the batch, where the rows of each parent begin.
  init(_ row: Int, of batch: RecordBatch, starts: [[Int]], original: [UInt8]?) {
    key = batch.keys[row]
    record = Answers(row: row, batch.columns, batch.layout.fields)
    var rows: [Range<Int>] = []
    var repeats: [Rows] = []
    for (place, repeated) in batch.layout.repeats.enumerated() where place < batch.repeats.count {
      let parents = repeated.parent.map { rows[$0] } ?? row..<(row + 1)
      let own = starts[place][parents.lowerBound]..<starts[place][parents.upperBound]
      let (counts, columns) = (batch.repeats[place].counts, batch.repeats[place].columns)
      repeats.append(
        Rows(
          name: repeated.path.joined(separator: "/"), counts: Array(counts[parents]),
          rows: own.map { Answers(row: $0, columns, repeated.fields) }))
      rows.append(own)
    }
    if !repeats.isEmpty { self.repeats = repeats }
    if let hidden = batch.concealed[row], !hidden.isEmpty {
      concealed = hidden.map { Concealed(question: $0.field, answer: $0.answer) }
    }
    if let edit = batch.edits[row] { (replaces, root) = (edit.replaces, edit.root) }
    if batch.replacing.contains(row) { replacesSame = true }
    // Bytes that are no text would not come back as they were; such a submission was never read.
    if let original, !original.isEmpty { submission = String(decoding: original, as: UTF8.self) }
  }

  /// Reads a record that is kept; nil when the bytes are none.
  init?(_ bytes: [UInt8]) {
    guard let record = try? JSONDecoder().decode(LateRecord.self, from: Data(bytes)) else { return nil }
    self = record
  }

  /// Whether the rows of repeats are those of a layout, as many as their counts say.
  func fits(_ layout: RecordLayout) -> Bool {
    var known: [Int] = []
    for repeated in layout.repeats {
      let own = rows(of: repeated)
      let parents = repeated.parent.map { known[$0] } ?? 1
      let counts = own?.counts ?? Array(repeating: 0, count: parents)
      let sum = counts.reduce(into: UInt64(0)) { $0 &+= UInt64($1) }
      guard counts.count == parents, sum == UInt64(own?.rows.count ?? 0) else { return false }
      known.append(own?.rows.count ?? 0)
    }
    return true
  }

  fileprivate func rows(of repeated: RepeatLayout) -> Rows? {
    let name = repeated.path.joined(separator: "/")
    return repeats?.first { $0.name == name }
  }

  /// The record as it is kept: the same record always has the same bytes.
  var bytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Texts and numbers always encode.
    return (try? encoder.encode(self)).map { [UInt8]($0) } ?? []
  }
}

extension LateRecord.Answers {
  fileprivate init(row: Int, _ columns: [AnswerColumn?], _ fields: [Field]) {
    var blanks: [String] = []
    for (column, field) in zip(columns, fields) {
      switch column?.state(at: row) {
      case .answered?: answers[field.place] = column?.text(at: row, of: field) ?? ""
      case .blank?: blanks.append(field.place)
      default: continue
      }
    }
    if !blanks.isEmpty { blank = blanks }
  }

  /// Appends the answers to the columns of a table.
  func append(to builders: inout [ColumnBuilder], _ fields: [Field]) {
    let blanks = Set(blank ?? [])
    for (place, field) in fields.enumerated() {
      if let answer = answers[field.place] {
        // What was an answer when it was taken in is one now: the layout is the same.
        _ = builders[place].append(Array(answer.utf8).span)
      } else {
        builders[place].append(missing: blanks.contains(field.place) ? .blank : .notShown)
      }
    }
  }
}

extension SQLiteResponseStore {
  /// The answers of a late record, as they are kept; none when the bytes are of another record.
  public static func lateTexts(in original: [UInt8]) -> [String] {
    guard original.first == UInt8(ascii: "{"), let record = LateRecord(original) else { return [] }
    let rows = (record.repeats ?? []).flatMap(\.rows)
    return ([record.record] + rows).flatMap { $0.answers.sorted { $0.key < $1.key }.map(\.value) }
  }
}

extension RecordBatch {
  /// Late records that fit a layout, to be taken in after all.
  ///
  /// - Parameters:
  ///   - numbers: the ordinals of the records in their sources.
  ///   - sources: the positions of their sources among the open ones.
  init(late records: [LateRecord], layout: RecordLayout, numbers: [UInt32], sources: [UInt32]) {
    var builders = layout.fields.map { ColumnBuilder($0) }
    var repeats = layout.repeats.map { repeated in
      (counts: [UInt32](), builders: repeated.fields.map { ColumnBuilder($0) })
    }
    var keys = TextColumn()
    for record in records {
      keys.append(Array(record.key.utf8))
      record.record.append(to: &builders, layout.fields)
      for (place, repeated) in layout.repeats.enumerated() {
        let own = record.rows(of: repeated)
        let parents = repeated.parent.map { record.rows(of: layout.repeats[$0])?.rows.count ?? 0 } ?? 1
        repeats[place].counts += own?.counts ?? Array(repeating: 0, count: parents)
        for row in own?.rows ?? [] { row.append(to: &repeats[place].builders, repeated.fields) }
      }
    }
    let columns = builders.indices.map { builders[$0].finish() }
    let rows = repeats.indices.map { place in
      RepeatRows(
        counts: repeats[place].counts,
        columns: repeats[place].builders.indices.map { repeats[place].builders[$0].finish() })
    }
    self.init(
      layout: layout, columns: columns, keys: keys, recordNumbers: numbers,
      digests: AnswerDigests.of(columns, layout: layout, repeats: rows, count: records.count), sourceIndexes: sources,
      repeats: rows)
    for (row, record) in records.enumerated() {
      edits[row] = RecordEdit(key: record.key, replaces: record.replaces ?? "", root: record.root ?? "")
      if record.replacesSame ?? false { replacing.insert(row) }
      let hidden = (record.concealed ?? []).map { ConcealedAnswer(field: $0.question, answer: $0.answer) }
      if !hidden.isEmpty { concealed[row] = hidden }
    }
  }
}

extension Field {
  /// The question as a late record names it.
  fileprivate var place: String { path.joined(separator: "/") }
}
