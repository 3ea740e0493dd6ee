public import Diagnostics
public import Ingest
internal import Responses

extension IngestReport {
  /// The accounting of every source and of all together, for a terminal: it shows that no record vanished.
  ///
  /// Many sources are summed up by their status, so that a folder of a thousand files prints a few lines.
  public func accountingTable(in language: InterfaceLanguage) -> String {
    let english = language == .english
    let listed = sources.count <= Self.longestList ? sources : []
    var text = IngestAccounting.table(
      listed.map { ($0.label, $0.accounting) }, sourceCount: sources.count, total: total, in: language)
    for source in listed {
      if let rows = source.rows {
        text += "\(source.label.printable): "
        text += english ? "\(rows.count) rows of \(rows.group)\n" : "\(rows.count) dòng của nhóm lặp \(rows.group)\n"
      }
      if let table = source.table { text += "\(source.label.printable): \(table.text(in: language))\n" }
    }
    let unusable = sources.count { $0.status == .unusable }
    if unusable > 0 {
      text +=
        english
        ? "\(unusable) file\(unusable == 1 ? "" : "s") could not be used\n" : "\(unusable) tệp không dùng được\n"
    }
    text +=
      english
      ? "read = accepted + identical + quarantined + rejected + declined + withheld: "
      : "đọc = nhận + trùng + cách ly + loại + không đồng ý + giữ lại: "
    text += total.balances ? (english ? "balanced\n" : "cân\n") : (english ? "NOT BALANCED\n" : "KHÔNG CÂN\n")
    if isDryRun { text += english ? "dry run: nothing was stored\n" : "chạy thử: không lưu gì\n" }
    return text
  }

  /// The same as JSON, every source listed.
  public func json() -> String {
    func object(_ name: String, _ accounting: IngestAccounting, _ more: String) -> String {
      let counts = zip(IngestAccounting.names, accounting.counts).map { "\"\($0)\": \($1)" }.joined(separator: ", ")
      return "{\"source\": \(name.quotedForJSON), \(more)\(counts)}"
    }
    let lines = sources.map { source in
      let table = source.table.map { "\"table\": \($0.json), " } ?? ""
      let rows =
        source.rows.map { "\"rows\": {\"repeat\": \($0.group.quotedForJSON), \"count\": \($0.count)}, " } ?? ""
      return "    "
        + object(source.label, source.accounting, "\"status\": \"\(source.status.rawValue)\", " + table + rows)
    }
    let findings = findingCounts.sorted { $0.key < $1.key }.map { "\($0.key.quotedForJSON): \($0.value)" }
    let list = lines.isEmpty ? "[]" : "[\n\(lines.joined(separator: ",\n"))\n  ]"
    return """
      {
        "sources": \(list),
        "total": \(object("", total, "")),
        "findings": {\(findings.joined(separator: ", "))},
        "balances": \(total.balances),
        "dry_run": \(isDryRun)
      }

      """
  }

  private static let longestList = 20
}

extension IngestReport {
  /// Whether any record was accepted that was not there before.
  public var bringsRecords: Bool { total.accepted > 0 }
}
