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
