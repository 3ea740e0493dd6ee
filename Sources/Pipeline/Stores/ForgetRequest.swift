public import Diagnostics
internal import FileSystem
internal import ResponseStore

/// People whose records are to be erased from a store.
public struct ForgetRequest: Sendable {
  /// The path of the store.
  public var store: String
  /// Their keys, or the codes of their questionnaires.
  public var keys: [String]
  /// How many seconds to wait for another writer.
  public var wait: Int

  /// Creates a request.
  public init(store: String, keys: [String], wait: Int) {
    self.store = store
    self.keys = keys
    self.wait = wait
  }

  /// What was erased, who else may hold it, and what to do now.
  public struct Report: Sendable {
    /// The accepted records erased.
    public let records: Int
    /// The earlier versions of edited records erased.
    public let superseded: Int
    /// The held records erased.
    public let held: Int
    /// The people whose records were erased before.
    public let erasedBefore: Int
    /// Keys without a record, files that may hold the person, estimates out of date.
    public let diagnostics: [Diagnostic]

    /// Whether a key had no record.
    public var hasUnknownKeys: Bool { diagnostics.contains { $0.code == .storeKeyUnknown } }

    /// What was erased, for a terminal; no key and no code is repeated.
    public func text(in language: InterfaceLanguage) -> String {
      factLines([
        (language.pick("phiếu đã xóa", "records erased"), records),
        (language.pick("bản cũ của phiếu đã sửa, đã xóa", "earlier versions erased"), superseded),
        (language.pick("phiếu giữ riêng đã xóa", "held records erased"), held),
        (language.pick("người đã xóa từ trước", "people erased before"), erasedBefore),
      ])
    }
  }

  /// Erases.
  ///
  /// - Throws: ``ExitCode/locked`` while another process writes, or keeps old pages alive.
  public func run() throws(StageFailure) -> Report {
    let opened = try existingStore(at: store, wait: wait)
    let people = keys.map { PersonKey(written: $0) }
    // Once a record is gone, nobody knows its words any more.
    let words = try PersonWords(of: people, in: opened)
    let erasure = try opened.erase(people)
    let queues = try words.leaveQueues(knownTo: opened, besides: store)
    // A key is told by its place on the command line: the code is as good as a password.
    var diagnostics = erasure.unknown.map { Diagnostic(.storeKeyUnknown, ["number": String($0 + 1)]) }
    diagnostics += queues.diagnostics
    let copies = erasure.copies.map(\.path).filter { isThere($0) && !queues.files.contains($0) }
    let outside = erasure.sources.filter { isThere($0) } + copies
    diagnostics += outside.map { Diagnostic(.storeCopiesRemain, at: SourcePosition(file: $0), ["file": $0]) }
    diagnostics += erasure.forms.map { Diagnostic(.storeEstimatesOutdated, ["form": $0]) }
    return Report(
      records: erasure.records, superseded: erasure.superseded, held: erasure.held,
      erasedBefore: erasure.erasedBefore.count, diagnostics: diagnostics)
  }

  /// Whether a file is there still, or cannot be looked for from here.
  private func isThere(_ label: String) -> Bool {
    // A member of an archive is named `archive!/member`.
    let file = label.split(separator: "!/", maxSplits: 1).first.map(String.init) ?? label
    return fileStatus(at: file) != nil || !label.hasPrefix("/")
  }
}
