public import Diagnostics
internal import FormDefinition
internal import Responses
internal import ResponseStore

/// What a store holds for a form, and which sources it came from.
public struct StoreStatus: Sendable {
  private let identifier: String
  private let recordCount: Int
  private let versions: [VersionCount]
  private let differences: [VersionDifference]
  private let quarantined: Int
  private let withheld: Int
  private let concealed: Int
  private let isSimulated: Bool
  private let sources: [StoredSource]
  private let ledger: [LedgerEntry]
  private let consentTexts: [ConsentText]
  private let copies: [KnownCopy]
  private let frozen: [FrozenWave]

  /// Looks into a store.
  ///
  /// - Throws: ``ExitCode/missingInput`` when there is no store.
  public init(form path: String, store storePath: String) throws(StageFailure) {
    let form = try loadUsableForm(at: path)
    let store = try readableStore(at: storePath)
    identifier = form.identifier
    let records = try store.records(of: RecordLayout(form: form))
    recordCount = try records.recordCount
    differences = try store.differences(to: RecordLayout(form: form))
    versions = try store.versionCounts(ofForm: form.identifier)
    isSimulated = try records.isSimulated
    quarantined = try store.heldCount(ofForm: form.identifier, .quarantined)
    withheld = try store.heldCount(ofForm: form.identifier, .withheld)
    concealed = try store.concealedCount(ofForm: form.identifier)
    sources = try store.sources(ofForm: form.identifier)
    ledger = try store.ledger(ofForm: form.identifier)
    consentTexts = try store.consentTexts(ofForm: form.identifier)
    copies = try store.copies()
    frozen = try store.frozenWaves(ofForm: form.identifier)
  }

  /// The status for a terminal.
  public func text(in language: InterfaceLanguage) -> String {
    let english = language == .english
    var total = IngestAccounting()
    for source in sources { total += source.accounting }
    // The latest sources say most; a store of a hundred thousand files must not print them all.
    let latest = sources.suffix(50).map { ($0.description.label, $0.accounting) }
    let facts =
      english
      ? "records: \(recordCount)\(isSimulated ? " (simulated)" : "")\nquarantined: \(quarantined)\nwithheld: \(withheld)\n"
      : "phiếu: \(recordCount)\(isSimulated ? " (mô phỏng)" : "")\ncách ly: \(quarantined)\ngiữ lại: \(withheld)\n"
    let hidden = language.pick(
      "câu trả lời cho câu không hiển thị, không tính", "answers to questions not shown, not counted")
    return facts + (concealed > 0 ? "\(hidden): \(concealed)\n" : "") + versionLines(in: language)
      + frozen.map { $0.line(in: language) }.joined()
      + IngestAccounting.table(latest, sourceCount: sources.count, total: total, in: language)
      + ledgerLines(in: language)
  }

  /// How many records answer each version of the form, and how many were replaced by edits.
  private func versionLines(in language: InterfaceLanguage) -> String {
    versions.map { count in
      let name = language.pick("phiên bản", "version") + " \(count.version): \(count.records)"
      let earlier = language.pick("bản cũ của phiếu đã sửa", "earlier versions of edited records")
      return name + (count.superseded > 0 ? " (+ \(count.superseded) \(earlier))" : "") + "\n"
    }.joined() + differences.map { differenceLine($0, in: language) }.joined()
  }

  /// How a version's records are read as records of the form.
  private func differenceLine(_ difference: VersionDifference, in language: InterfaceLanguage) -> String {
    let parts = [
      (language.pick("câu thêm sau, coi như không hỏi", "questions it lacks"), difference.added),
      (language.pick("câu đã bỏ", "questions no longer asked"), difference.removed),
      (language.pick("đổi kiểu, vẫn đọc được", "read as another kind"), difference.converted),
      (language.pick("đổi kiểu, coi như không hỏi", "not comparable"), difference.incomparable),
      (language.pick("đã bớt phương án", "choices that are gone"), difference.fewerChoices),
    ]
    let told = parts.filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1.joined(separator: " "))" }
    return "  \(difference.version): \(told.joined(separator: "; "))\n"
  }

  /// What happened to records later, and which consent texts were shown.
  private func ledgerLines(in language: InterfaceLanguage) -> String {
    var text = ""
    for entry in ledger {
      text += "\(isoDateTime(milliseconds: entry.at, offsetMinutes: 420)): \(entry.text(in: language))\n"
    }
    for consent in consentTexts {
      text += language.pick("lời xin đồng ý", "consent text")
      text += " \(consent.version) \(consent.language): sha256 \(consent.sha256)\n"
    }
    return text
  }

  /// The same as JSON, every source listed.
  public func json() -> String {
    func counts(_ accounting: IngestAccounting) -> String {
      zip(IngestAccounting.names, accounting.counts).map { "\($0.quotedForJSON): \($1)" }.joined(separator: ", ")
    }
    func list(_ name: String, _ lines: [String]) -> String {
      "  \(name.quotedForJSON): [" + (lines.isEmpty ? "" : "\n    \(lines.joined(separator: ",\n    "))\n  ") + "]"
    }
    func moment(_ milliseconds: Int64) -> String {
      isoDateTime(milliseconds: milliseconds, offsetMinutes: 420).quotedForJSON
    }
    var total = IngestAccounting()
    for source in sources { total += source.accounting }
    let parts = [
      """
        "form": \(identifier.quotedForJSON), "records": \(recordCount), "simulated": \(isSimulated), \
      "quarantined": \(quarantined), "withheld": \(withheld), "concealed": \(concealed)
      """,
      "  \"total\": {\(counts(total))}",
      list(
        "versions",
        versions.map { count in
          """
          {"version": \(count.version.quotedForJSON), "records": \(count.records), "superseded": \(count.superseded)}
          """
        }),
      list(
        "version_differences",
        differences.map { difference in
          let parts = [
            ("added", difference.added), ("removed", difference.removed), ("converted", difference.converted),
            ("incomparable", difference.incomparable), ("fewer_choices", difference.fewerChoices),
          ]
          let lists = parts.map { name, questions in
            ", \(name.quotedForJSON): [\(questions.map(\.quotedForJSON).joined(separator: ", "))]"
          }
          return "{\"version\": \(difference.version.quotedForJSON)\(lists.joined())}"
        }),
      list(
        "sources",
        sources.map { source in
          """
          {"source": \(source.description.label.quotedForJSON), "sha256": \(source.description.sha256.quotedForJSON), \
          "taken_at": \(moment(source.takenAt)), \(counts(source.accounting))}
          """
        }),
      list("frozen_waves", frozen.map(\.json)),
      list(
        "ledger",
        ledger.map { entry in
          """
          {"at": \(moment(entry.at)), "action": \(entry.action.rawValue.quotedForJSON), \
          "accepted": \(entry.accepted), "quarantined": \(entry.quarantined), "withheld": \(entry.withheld)}
          """
        }),
      list(
        "consent_texts",
        consentTexts.map { consent in
          """
          {"version": \(consent.version.quotedForJSON), "language": \(consent.language.quotedForJSON), \
          "sha256": \(consent.sha256.quotedForJSON), "first_used": \(moment(consent.firstUsed))}
          """
        }),
      list(
        "copies",
        copies.map { copy in
          """
          {"kind": \(copy.kind.rawValue.quotedForJSON), "path": \(copy.path.quotedForJSON), "at": \(moment(copy.at))}
          """
        }),
    ]
    return "{\n\(parts.joined(separator: ",\n"))\n}\n"
  }
}
