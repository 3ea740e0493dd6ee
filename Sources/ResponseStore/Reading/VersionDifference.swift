public import Diagnostics
public import Responses
internal import SQLite

/// How the records of an earlier or later version of a form are read as records of a layout.
public struct VersionDifference: Sendable, Hashable {
  /// The version of the records.
  public let version: String
  /// Questions of the layout that the version lacks: not shown.
  public var added: [String] = []
  /// Questions of the version that the layout lacks: their answers stay in the store and are not read.
  public var removed: [String] = []
  /// Questions of another kind whose answers are read as the layout's kind; what cannot be is blank.
  public var converted: [String] = []
  /// Questions of another kind whose answers cannot be compared: not shown.
  public var incomparable: [String] = []
  /// Questions that lost choices: who chose one of these counts as blank.
  public var fewerChoices: [String] = []

  /// Whether every answer is read as it is.
  public var isEmpty: Bool {
    [added, removed, converted, incomparable, fewerChoices].allSatisfy(\.isEmpty)
  }

  init(from source: RecordLayout, to target: RecordLayout) {
    version = source.formVersion
    let lineages = { (layout: RecordLayout, position: Int) in
      layout.lineage(ofRepeat: position).map { layout.repeats[$0].name }
    }
    compare(source.fields, target.fields)
    for (position, repeated) in target.repeats.enumerated() {
      let names = lineages(target, position)
      let stored = source.repeats.indices.first { lineages(source, $0) == names }
      compare(stored.map { source.repeats[$0].fields } ?? [], repeated.fields)
    }
    for (position, repeated) in source.repeats.enumerated() {
      let names = lineages(source, position)
      guard !target.repeats.indices.contains(where: { lineages(target, $0) == names }) else { continue }
      removed += repeated.fields.map(\.name)
    }
  }

  private mutating func compare(_ source: [Field], _ target: [Field]) {
    let stored = Dictionary(source.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for field in target {
      guard let old = stored[field.name] else {
        added.append(field.name)
        continue
      }
      if !Retyping.isPossible(from: old.storage, to: field.storage) {
        incomparable.append(field.name)
      } else if old.storage != field.storage {
        converted.append(field.name)
      } else if !Set(old.choices).isSubset(of: field.choices) {
        fewerChoices.append(field.name)
      }
    }
    let names = Set(target.map(\.name))
    removed += source.map(\.name).filter { !names.contains($0) }
  }
}

extension SQLiteResponseStore {
  /// How the records of the versions that the store knows are read as records of a layout; versions that are read just
  /// as they are, and those without records, are left out.
  public func differences(to layout: RecordLayout) throws(StageFailure) -> [VersionDifference] {
    guard try inStore(path, .reading, { () throws(SQLiteFailure) in try hasTables }) else { return [] }
    let used = Set(try segments(ofForm: layout.formIdentifier).map(\.layoutID))
    return try layouts(ofForm: layout.formIdentifier).filter { used.contains($0.key) }.sorted { $0.key < $1.key }
      .map { VersionDifference(from: $1, to: layout) }.filter { !$0.isEmpty }
  }
}
