import Diagnostics
import Foundation
import Responses
import Testing

@testable import ResponseStore

/// A repeatable source of random numbers (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }
}

/// Names of choices: `a1`, `a2`, ….
func choiceNames(_ count: Int) -> [String] { (0..<count).map { "a\($0 + 1)" } }

/// A layout with every kind of storage, lists too long for a byte and for a word of bits among them.
let everyKind = RecordLayout(
  formIdentifier: "every", formVersion: "1",
  fields: [
    field("yesno", .coded, 2), field("five", .coded, 5), field("fourteen", .coded, 14), field("fifteen", .coded, 15),
    field("longest", .coded, 253), field("wide", .coded, 254), field("wider", .coded, 700),
    field("few", .multiple, 3), field("full", .multiple, 64), field("many", .multiple, 130),
    field("rank", .ranking, 4), field("count", .integer), field("income", .decimal), field("born", .date),
    field("at", .time), field("end", .dateTime), field("words", .text),
  ])

/// A field whose path is its name.
func field(_ name: String, _ storage: FieldStorage, _ choices: Int = 0) -> Field {
  Field(name: name, path: [name], storage: storage, choices: choiceNames(choices))
}

/// Random records of a layout; equal keys have equal answers only by chance.
func randomBatch(
  _ count: Int, of layout: RecordLayout = everyKind, keys: [String]? = nil, using random: inout SeededGenerator
) -> RecordBatch {
  var keyColumn = TextColumn()
  for index in 0..<count {
    keyColumn.append((keys?[index] ?? "uuid:\(UInt64.random(in: 0...UInt64.max, using: &random))").utf8)
  }
  let columns = layout.fields.map { randomColumn(count, $0, using: &random) }
  return RecordBatch(
    layout: layout, columns: columns, keys: keyColumn, recordNumbers: (0..<count).map { UInt32($0 + 1) },
    digests: AnswerDigests.of(columns, layout: layout, count: count))
}

private func randomColumn(_ count: Int, _ field: Field, using random: inout SeededGenerator) -> AnswerColumn {
  // One column in five is constant, one in five lacks "not shown".
  let shape = Int.random(in: 0..<5, using: &random)
  let states = (0..<count).map { _ in UInt8.random(in: 0...(shape == 1 ? 1 : 2), using: &random) }
  func answered(_ row: Int) -> Bool { states[row] == AnswerState.answered.rawValue }
  switch field.storage {
  case .coded:
    let constant = Int.random(in: 0...field.choices.count, using: &random)
    let codes = states.map { state in
      switch AnswerState(rawValue: state) {
      case _ where shape == 0: constant
      case .answered: Int.random(in: 1...field.choices.count, using: &random)
      case .blank: 0
      default: -1
      }
    }
    return field.choices.count <= ChoiceCode.longestNarrowList
      ? .coded(codes.map { UInt8(truncatingIfNeeded: $0) }) : .wideCoded(codes.map { UInt16(truncatingIfNeeded: $0) })
  case .multiple:
    let width = (field.choices.count + 63) / 64
    var words: [UInt64] = []
    for row in 0..<count {
      for word in 0..<width {
        let bits = min(64, field.choices.count - 64 * word)
        let mask = bits == 64 ? UInt64.max : (1 << UInt64(bits)) - 1
        words.append(answered(row) ? UInt64.random(in: 0...UInt64.max, using: &random) & mask : 0)
      }
    }
    return .multiple(MultipleColumn(states: states, wordsPerRecord: width, words: words))
  case .ranking:
    var places: [UInt8] = []
    for row in 0..<count {
      let order = (1...field.choices.count).map { UInt8($0) }.shuffled(using: &random)
      let kept = answered(row) ? Int.random(in: 1...order.count, using: &random) : 0
      places += order.prefix(kept) + [UInt8](repeating: 0, count: order.count - kept)
    }
    return .ranking(RankingColumn(states: states, width: field.choices.count, places: places))
  case .integer, .date, .time:
    let range: ClosedRange<Int64> =
      switch field.storage {
      case .date: -719_528...2_932_896
      case .time: 0...86_399_999
      default: .min ... .max
      }
    let values = (0..<count).map { answered($0) ? Int64.random(in: range, using: &random) : 0 }
    return .integer(IntegerColumn(states: states, values: values))
  case .decimal:
    let values = (0..<count).map { answered($0) ? Double.random(in: -1e300...1e300, using: &random) : 0 }
    return .decimal(DecimalColumn(states: states, values: values))
  case .dateTime:
    let moments = (0..<count).map { answered($0) ? Int64.random(in: 0...4_000_000_000_000, using: &random) : 0 }
    let offsets = (0..<count).map { answered($0) ? Int16.random(in: -840...840, using: &random) : 0 }
    return .dateTime(DateTimeColumn(states: states, milliseconds: moments, offsetMinutes: offsets))
  case .text:
    let words = [
      "", "đồng thuận", "nhu cầu, nguyện vọng", "\u{0}", "\"x\"\n;", String(repeating: "ý kiến ", count: 90),
    ]
    var column = TextColumn()
    for row in 0..<count {
      column.append(
        answered(row) ? Array(words.randomElement(using: &random)?.utf8 ?? "".utf8) : [],
        state: AnswerState(rawValue: states[row]) ?? .blank)
    }
    return .text(column)
  }
}

/// A folder that is removed when the value goes.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "/ykien-store-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a store in the folder.
  var store: String { path + "/kho/ykien.sqlite" }
}

/// An accounting with these counts.
func accounting(accepted: Int = 0, identical: Int = 0, quarantined: Int = 0, withheld: Int = 0) -> IngestAccounting {
  var accounting = IngestAccounting()
  accounting.accepted = accepted
  accounting.identical = identical
  accounting.quarantined = quarantined
  accounting.withheld = withheld
  accounting.read = accepted + identical + quarantined + withheld
  return accounting
}

/// A source with a made-up digest.
func source(_ label: String = "a.csv") -> SourceDescription {
  SourceDescription(label: label, sha256: "00\(label)", byteCount: 3, kind: "csv")
}

/// Takes batches in as one source in one transaction.
@discardableResult
func take(
  _ batches: [RecordBatch], into writer: SQLiteRecordWriter, from label: String = "a.csv"
) throws -> [[RecordOutcome]] {
  try writer.begin()
  try writer.openSource(source(label))
  var outcomes: [[RecordOutcome]] = []
  for batch in batches { outcomes.append(try writer.append(batch, originals: nil)) }
  let all = outcomes.flatMap(\.self)
  let accepted = all.count(where: \.isTakenIn)
  let identical = all.count { $0 == .identical }
  try writer.closeSource(
    accounting(accepted: accepted, identical: identical, quarantined: all.count - accepted - identical))
  try writer.commit()
  return outcomes
}

/// The records of a store, batch by batch, with the fields wanted (all unless told).
func batches(
  of layout: RecordLayout = everyKind, in store: SQLiteResponseStore, fields: [Int]? = nil
) throws -> [RecordBatch] {
  var batches: [RecordBatch] = []
  try store.records(of: layout).forEachBatch(fields: fields ?? Array(layout.fields.indices)) { batches.append($0) }
  return batches
}

/// The keys of all records in their order.
func keys(in store: SQLiteResponseStore, of layout: RecordLayout = everyKind) throws -> [String] {
  try batches(of: layout, in: store, fields: []).flatMap { batch in (0..<batch.count).map { batch.keys[$0] } }
}

/// What an operation failed with: identifiers of findings and exit code; nil when it did not fail.
func failure(_ body: () throws -> Void) -> (codes: [String], exit: ExitCode)? {
  do {
    try body()
    return nil
  } catch let failure as StageFailure {
    return (failure.diagnostics.map(\.code.identifier), failure.exitCode)
  } catch {
    return (["\(error)"], .internalFault)
  }
}
