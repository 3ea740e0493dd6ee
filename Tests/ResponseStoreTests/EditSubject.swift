import Diagnostics
import Foundation
import Responses
import SQLite
import Testing

@testable import ResponseStore

/// A record of a small form in a batch of one.
struct EditVersion {
  var key: String
  var answer: Int
  var replaces = ""
  var root = ""
}

let editForm = RecordLayout(
  formIdentifier: "edits", formVersion: "1", fields: [field("agree", .coded, 5), field("day", .date)])

func editBatch(_ versions: [EditVersion]) -> RecordBatch {
  var keys = TextColumn()
  for version in versions { keys.append(Array(version.key.utf8)) }
  let columns: [AnswerColumn?] = [
    .coded(versions.map { UInt8($0.answer) }),
    .integer(IntegerColumn(states: versions.map { _ in 0 }, values: versions.map { Int64($0.answer) })),
  ]
  var batch = RecordBatch(
    layout: editForm, columns: columns, keys: keys, recordNumbers: versions.indices.map { UInt32($0 + 1) },
    digests: AnswerDigests.of(columns, layout: editForm, count: versions.count))
  for (row, version) in versions.enumerated() {
    batch.edits[row] = RecordEdit(key: version.key, replaces: version.replaces, root: version.root)
  }
  return batch
}

/// A writer of either kind, with what it holds.
final class EditSubject {
  let writer: any RecordWriter
  let source: any RecordSource
  let store: SQLiteResponseStore?
  private let folder: TemporaryFolder?
  private var number = 0

  init(inMemory: Bool) throws {
    if inMemory {
      let memory = InMemoryRecordStore(layout: editForm)
      (writer, source, store, folder) = (memory, memory, nil, nil)
    } else {
      let folder = try TemporaryFolder()
      let store = try SQLiteResponseStore.open(path: folder.store)
      (writer, source, self.store, self.folder) = (
        try store.writer(for: editForm), try store.records(of: editForm), store, folder
      )
    }
  }

  /// Takes versions in as one source.
  @discardableResult
  func take(_ versions: [EditVersion], commits: Bool = true) throws -> [RecordOutcome] {
    number += 1
    try writer.begin()
    try writer.openSource(ResponseStoreTests.source("\(number).xml"))
    let outcomes = try writer.append(editBatch(versions), originals: versions.map { Array("<\($0.key)>".utf8) })
    let accepted = outcomes.count(where: \.isTakenIn)
    let identical = outcomes.count { $0 == .identical }
    let late = outcomes.count { $0 == .late }
    try writer.hold(
      zip(versions, outcomes).filter { $0.1 == .editedAlready }.map { version, _ in
        HeldRecord(
          disposition: .quarantined, key: version.key, recordNumber: 1, original: Array("<\(version.key)>".utf8),
          diagnostics: [Diagnostic(.editOutdated, ["original": version.replaces])])
      })
    try writer.closeSource(
      accounting(
        accepted: accepted, identical: identical, quarantined: outcomes.count - accepted - identical - late,
        withheld: late))
    if commits { try writer.commit() } else { writer.rollBack() }
    return outcomes
  }

  /// The keys that are counted.
  var counted: [String] {
    get throws {
      var keys: [String] = []
      try source.forEachBatch(fields: []) { batch in keys += (0..<batch.count).map { batch.keys[$0] } }
      #expect(try source.recordCount == keys.count)
      return keys.sorted()
    }
  }

  /// The keys of earlier versions.
  var superseded: [String] {
    get throws {
      guard let store else {
        let memory = writer as? InMemoryRecordStore
        return memory?.contents.superseded.flatMap { batch in (0..<batch.count).map { batch.keys[$0] } }.sorted() ?? []
      }
      let layouts = try store.layouts()
      return try store.segments().filter(\.isSuperseded).flatMap { place in
        let batch = try store.contents(of: place, layouts).batch
        return (0..<batch.count).map { batch.keys[$0] }
      }.sorted()
    }
  }

  /// The findings of a verification; none for records in memory.
  func verified() throws -> [String] { try store?.verify().diagnostics.map { $0.line(in: .english) } ?? [] }
}
