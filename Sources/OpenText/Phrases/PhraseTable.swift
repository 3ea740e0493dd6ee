import DelimitedText
public import Diagnostics
public import Estimation

/// The phrases that many people use, and those that have become more or less frequent.
public struct PhraseTable: Sendable {
  /// The phrases of this wave.
  public var counts: PhraseCounts
  /// Those of the former wave; nil without one.
  public var former: PhraseCounts?
  /// Phrases of fewer people are never shown, in either wave.
  public var minimumCount: Int
  /// Nor are phrases whose people differ from those of a phrase around them by fewer than this.
  public var minimumCell: Int

  /// Creates a table of counts.
  public init(counts: PhraseCounts, former: PhraseCounts?, minimumCount: Int, minimumCell: Int) {
    self.counts = counts
    self.former = former
    self.minimumCount = max(1, minimumCount)
    self.minimumCell = max(1, minimumCell)
  }

  /// The names of the columns.
  public static let columns = [
    "phrase", "people", "base", "share", "former_people", "former_base", "former_share", "g2", "p_value", "change",
  ]

  /// The table: most people first, at most so many rows.
  ///
  /// A phrase that fewer people than ``minimumCount`` used in the former wave has an empty `former_people`, and is
  /// compared as if one person fewer than the minimum had used it: the least difference there can have been, which
  /// gives no hidden count away. `change` is `new` or `more` where it is used more, `less` where it is used less, at a
  /// p value below 0.05; unweighted.
  public func sideTable(limit: Int) -> SideTable {
    var table = SideTable(
      name: "phrases",
      title: BilingualText(vi: "Cụm từ thường gặp trong ý kiến mở", en: "Frequent phrases of open answers"),
      columns: Self.columns)
    let shown = visible.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(max(0, limit))
    for (phrase, people) in shown {
      let known = former?.counts[phrase].flatMap { $0 >= minimumCount ? $0 : nil }
      let comparison = former.map { former in
        LogLikelihood(
          count: people, base: counts.people, formerCount: known ?? min(minimumCount - 1, former.people),
          formerBase: former.people)
      }
      table.add([
        .text(phrase), .count(people), .count(counts.people), .number(Self.share(people, counts.people)), .count(known),
        .count(former?.people), .number(known.flatMap { Self.share($0, former?.people ?? 0) }),
        .number(comparison?.ratio), .number(comparison?.pValue), .text(change(comparison, isKnown: known != nil)),
      ])
    }
    return table
  }

  private func change(_ comparison: LogLikelihood?, isKnown: Bool) -> String {
    guard let comparison, let p = comparison.pValue, p < 0.05,
      let now = Self.share(comparison.count, comparison.base),
      let before = Self.share(comparison.formerCount, comparison.formerBase)
    else { return "" }
    if now > before { return isKnown ? "more" : "new" }
    return isKnown ? "less" : ""
  }

  /// The phrases that may be shown: enough people, not all but a few, and none of which a longer one is nearly the same.
  private var visible: [String: Int] {
    let frequent = counts.counts.filter { entry in
      entry.value >= minimumCount && (entry.value == counts.people || counts.people - entry.value >= minimumCell)
    }
    var hidden: Set<String> = []
    for (phrase, people) in frequent {
      let words = phrase.split(separator: " ")
      guard words.count == 3 else { continue }
      for part in [words[0...1], words[1...2]].map({ $0.joined(separator: " ") }) {
        guard let around = frequent[part] else { continue }
        // Most who use the part use the whole, or so few do not that the difference would show them.
        if people * 10 >= around * 7 || around - people < minimumCell { hidden.insert(part) }
      }
    }
    return frequent.filter { !hidden.contains($0.key) }
  }

  private static func share(_ count: Int, _ base: Int) -> Double? { base > 0 ? Double(count) / Double(base) : nil }

  /// Reads the counts of a table written before.
  ///
  /// - Throws: ``ExitCode/unusableInput`` when it lacks a column or a number.
  public static func read(bytes: [UInt8], source: String) throws(StageFailure) -> PhraseCounts {
    let table = DelimitedTable(bytes: bytes, source: source)
    let columns = ["phrase", "people", "base"].map { ($0, table.column(named: $0)) }
    var findings = table.diagnostics.filter { $0.severity == .error }
    for (name, place) in columns where place == nil {
      findings.append(Diagnostic(.dictionaryColumnMissing, at: table.headerPosition, ["column": name]))
    }
    var result = PhraseCounts()
    if let phrase = columns[0].1, let people = columns[1].1, let base = columns[2].1 {
      for row in table.rows {
        guard let count = Int(row.fields[people]), let all = Int(row.fields[base]), count >= 0, all >= count else {
          findings.append(Diagnostic(.phraseCountUnreadable, at: table.position(of: row)))
          continue
        }
        result.counts[row.fields[phrase]] = count
        result.people = max(result.people, all)
      }
    }
    if !findings.isEmpty { throw StageFailure(findings, exitCode: .unusableInput) }
    return result
  }
}
