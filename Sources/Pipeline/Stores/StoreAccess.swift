internal import Diagnostics
internal import ResponseStore

/// Opens a store that must exist, for reading and writing.
func existingStore(at path: String, wait: Int) throws(StageFailure) -> SQLiteResponseStore {
  guard let store = try SQLiteResponseStore.openExisting(path: path, wait: wait) else { throw missingStore(path) }
  return store
}

/// Opens a store that must exist, for reading.
func readableStore(at path: String) throws(StageFailure) -> SQLiteResponseStore {
  guard let store = try SQLiteResponseStore.openForReading(path: path) else { throw missingStore(path) }
  return store
}

/// Opens a store from which something is written out: for writing, so that it remembers where, else for reading.
///
/// A store that may only be read cannot remember it, and erases nothing either.
func storeToCopy(at path: String, wait: Int) throws(StageFailure) -> SQLiteResponseStore {
  do {
    return try existingStore(at: path, wait: wait)
  } catch {
    guard error.exitCode == .cannotWrite else { throw error }
    return try readableStore(at: path)
  }
}

extension SQLiteResponseStore {
  /// Remembers that a file outside holds records of the store, if it can be written.
  func remember(_ kind: KnownCopy.Kind, at file: String) throws(StageFailure) {
    do {
      try note(kind, at: file)
    } catch {
      guard error.exitCode == .cannotWrite else { throw error }
    }
  }
}

private func missingStore(_ path: String) -> StageFailure {
  StageFailure(
    Diagnostic(.pipelineStoreMissing, at: SourcePosition(file: path), ["store": path, "pipeline": "…"]),
    exitCode: .missingInput)
}

extension InterfaceLanguage {
  /// The one wording or the other.
  func pick(_ vietnamese: String, _ english: String) -> String {
    switch self {
    case .vietnamese: vietnamese
    case .english: english
    }
  }
}

/// Facts one under the other: `name: value`.
func factLines(_ facts: [(name: String, value: Any)]) -> String {
  facts.map { "\($0.name): \($0.value)\n" }.joined()
}
