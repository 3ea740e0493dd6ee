internal import CivilCalendar
internal import DelimitedText
internal import Diagnostics
public import Estimation

extension ConsultationReport {
  /// The name under which rows of clauses stand among the indicators.
  public static let indicator = "clauses"

  /// Rows of the estimates table: of each clause the share of each opinion among those who commented on it, and their
  /// consensus; `n` is their number. The domain is the document and the number of the draft.
  public func rows(wave: String) -> [EstimateRow] {
    clauses.filter(\.isNamed).flatMap { clause -> [EstimateRow] in
      func row(_ statistic: Statistic, _ level: String, _ estimate: Double?) -> EstimateRow {
        var row = EstimateRow(
          form: form, wave: wave, indicator: Self.indicator, item: clause.name, statistic: statistic, level: level,
          domain: "document*draft", domainLevel: "\(clause.document)*\(clause.draft)")
        if clause.isSuppressed {
          row.flags.append(.suppressed)
        } else {
          row.estimate = estimate
          row.baseCount = clause.count
        }
        if isSimulated { row.flags.append(.simulated) }
        return row
      }
      return Clause.Opinion.allCases.map { row(.proportion, $0.rawValue, clause.share($0)) }
        + [row(.consensus, "", clause.consensus)]
    }
  }

  /// The tables beside the estimates: `consultation`, `consultation-summary`. Reasons are not among them: they are for the
  /// drafting agency (``sheet()``).
  public var tables: [SideTable] {
    clauses.isEmpty ? [] : [clauseTable, summaryTable]
  }

  private var clauseTable: SideTable {
    var table = SideTable(
      name: "consultation",
      title: BilingualText(
        vi: "Ý kiến từng điều, khoản và tiếp thu, giải trình", en: "Opinions of clauses and the agency's answers"),
      columns: ["document", "draft", "clause", "n"] + Clause.Opinion.allCases.map(\.rawValue)
        + ["consensus", "response", "explanation", "agency", "responded_on", "flag"])
    for (clause, response) in zip(clauses, responses) where clause.isNamed {
      let isHidden = clause.isSuppressed
      table.add(
        [
          .text(clause.document), .text(clause.draft), .text(clause.name), .count(isHidden ? nil : clause.count),
        ] + Clause.Opinion.allCases.map { .number(isHidden ? nil : clause.share($0)) }
          + [
            .number(isHidden ? nil : clause.consensus), .text(response?.kind?.rawValue ?? ""),
            .text(response?.explanation ?? ""), .text(response?.agency ?? ""), .text(response?.day?.iso ?? ""),
            .text(isHidden ? "suppressed" : ""),
          ])
    }
    return table
  }

  private var summaryTable: SideTable {
    var table = SideTable(
      name: "consultation-summary",
      title: BilingualText(vi: "Tình hình tiếp thu, giải trình theo dự thảo", en: "The agency's answers by draft"),
      columns: ["document", "draft", "clauses", "answered"] + ClauseResponse.Kind.allCases.map(\.rawValue)
        + ["open", "taken_up_share"])
    let pairs = zip(clauses, responses).filter(\.0.isNamed).map { (clause: $0, kind: $1?.kind) }
    for part in pairs.grouped(by: { "\($0.clause.document)\n\($0.clause.draft)" }) {
      guard let first = part.members.first?.clause else { continue }
      let counts = ClauseResponse.Kind.allCases.map { kind in part.members.count { $0.kind == kind } }
      let answered = counts.reduce(0, +)
      table.add(
        [.text(first.document), .text(first.draft), .count(part.members.count), .count(answered)]
          + counts.map { .count($0) }
          + [
            .count(part.members.count - answered),
            .number(answered == 0 ? nil : Double(counts[0] + counts[1]) / Double(answered)),
          ])
    }
    return table
  }

  /// The sheet in which an official records the agency's answers: one row per clause with the figures that may be told, the
  /// reasons of those who agreed to be quoted, and what was recorded before.
  ///
  /// Reasons are people's own words: the file is for its owner alone.
  /// - Parameter recorded: what was recorded so far; answers to clauses that nobody commented on are kept at the end.
  public func sheet(recorded: [ClauseResponse]) -> String {
    var writer = CSVWriter(guardsFormulas: true, byteOrderMark: true)
    writer.row(
      ["document", "draft", "clause", "n"] + Clause.Opinion.allCases.map(\.rawValue)
        + ["reasons", "reasons_not_quoted", "response", "explanation", "agency", "responded_on"])
    for (clause, response) in zip(clauses, responses) {
      let isHidden = clause.isSuppressed
      for text in [clause.document, clause.draft, clause.name] { writer.cell(text) }
      writer.cell(isHidden ? nil : Double(clause.count))
      for opinion in Clause.Opinion.allCases { writer.cell(isHidden ? nil : Double(clause.count(opinion))) }
      writer.cell(clause.reasons.joined(separator: "\n"))
      writer.cell(clause.unquotedReasons)
      Self.write(response, to: &writer)
    }
    let known = Set(clauses.map { ClauseKey(document: $0.document, draft: $0.draft, clause: $0.name) })
    for response in recorded where !known.contains(response.key) {
      for text in [response.document, response.draft, response.clause, "", "", "", "", "", ""] { writer.cell(text) }
      Self.write(response, to: &writer)
    }
    return writer.text
  }

  private static func write(_ response: ClauseResponse?, to writer: inout CSVWriter) {
    writer.row([
      response?.kind?.rawValue ?? "", response?.explanation ?? "", response?.agency ?? "", response?.day?.iso ?? "",
    ])
  }
}
