internal import Diagnostics
internal import FileSystem
internal import OpenText
internal import ResponseStore
internal import Responses

/// The words of people who are about to be erased, to be found in files that the program wrote.
struct PersonWords {
  /// Every text they wrote.
  private(set) var texts: [String] = []

  /// Gathers the texts of people's records, counted ones, earlier versions and late ones.
  ///
  /// - Complexity: O(records) for each person.
  init(of people: [PersonKey], in store: SQLiteResponseStore) throws(StageFailure) {
    for form in try store.formIdentifiers() {
      for person in people {
        let records = try store.records(of: person, form: form)
        for one in records.accepted + records.superseded { add(one.record) }
        for held in records.held { texts += SQLiteResponseStore.lateTexts(in: held.original) }
      }
    }
  }

  private mutating func add(_ record: RecordBatch) {
    add(record.columns)
    for rows in record.repeats { add(rows.columns) }
  }

  private mutating func add(_ columns: [AnswerColumn?]) {
    for case .text(let column)? in columns {
      for row in 0..<column.count where !column[row].isEmpty { texts.append(column[row]) }
    }
  }

  /// Takes the quotes from these texts out of every file in which quotes of the store wait for a yes.
  ///
  /// - Returns: the files in which none is left, and what is to be said.
  func leaveQueues(
    knownTo store: SQLiteResponseStore, besides path: String
  ) throws(StageFailure) -> (files: Set<String>, diagnostics: [Diagnostic]) {
    var files: Set<String> = []
    var diagnostics: [Diagnostic] = []
    let noted = try store.copies().filter { $0.kind == .quotes }.map(\.path)
    let usual = path + ".quotes.csv"
    for file in noted + (noted.contains { isSame($0, usual) } ? [] : [usual]) {
      guard fileStatus(at: file)?.kind == .file else { continue }
      do throws(StageFailure) {
        var queue = try QuoteQueue.read(bytes: try readFile(at: file), source: file)
        let count = queue.removeQuotes(of: texts)
        if count > 0 {
          try writeAtomically(queue.csv(), to: file, mode: 0o600)
          diagnostics.append(
            Diagnostic(.storeQuotesRemoved, at: SourcePosition(file: file), ["file": file, "count": String(count)]))
        }
        files.insert(file)
      } catch {
        // The record is erased; a file that cannot be rewritten is named among those that may still hold the person.
        if !noted.contains(file) {
          diagnostics.append(Diagnostic(.storeCopiesRemain, at: SourcePosition(file: file), ["file": file]))
        }
      }
    }
    return (files, diagnostics)
  }

  private func isSame(_ one: String, _ other: String) -> Bool {
    one == other || (try? absolutePath(of: one)) == (try? absolutePath(of: other))
  }
}

extension PipelineRun {
  /// Tells the store that a file holds words of people: erasing a record will name it.
  ///
  /// A store that may only be read cannot remember it, and erases nothing either.
  func noteCopy(_ kind: KnownCopy.Kind, at file: String) throws(StageFailure) {
    let path = (try? absolutePath(of: file)) ?? file
    try? SQLiteResponseStore.openExisting(path: definition.path(definition.store))?.note(kind, at: path)
  }
}
