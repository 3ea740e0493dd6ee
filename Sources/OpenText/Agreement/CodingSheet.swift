import DelimitedText
public import Diagnostics
public import Estimation
public import Responses

/// A sheet on which people code open answers by hand: one row per answer, one column per theme.
public struct CodingSheet: Sendable {
  /// One answer on the sheet.
  public struct Row: Sendable, Hashable {
    /// Its number on the sheet, 1 first.
    public var identifier: String
    /// The open question.
    public var question: String
    /// The answer.
    public var text: String
    /// The themes given to it.
    public var themes: Set<String>
  }

  /// The themes in the order of the columns.
  public private(set) var themes: [String]
  /// The answers.
  public private(set) var rows: [Row]

  /// Creates a sheet.
  public init(themes: [String], rows: [Row]) {
    self.themes = themes
    self.rows = rows
  }

  /// A simple random sample of answers in the order drawn, without any code.
  ///
  /// Every answer with a letter or digit has the same chance (reservoir sampling, Vitter 1985, algorithm R).
  /// - Parameter count: how many answers; all of them when there are fewer.
  public static func sample(
    _ records: some RecordSource, coder: ThemeCoder, questions: [String], period: AnswerPeriod?, count: Int,
    seed: UInt64
  ) throws(StageFailure) -> CodingSheet {
    var random = SheetRandom(state: seed)
    var reservoir: [(question: Int, text: String)] = []
    var seen = 0
    var reader = AnswerReader(coder.compiled)
    let scan = AnswerScan(records: records, questions: questions, period: period)
    try scan.forEachBatch { (texts, rows, _) in
      for row in rows {
        for (question, column) in texts.enumerated() {
          guard let column, let range = column.range(of: row), reader.read(column.bytes, in: range) != .blank else {
            continue
          }
          seen += 1
          let place = reservoir.count < count ? reservoir.count : random.below(seen)
          if reservoir.count < count {
            reservoir.append((question, column[row]))
          } else if place < count {
            reservoir[place] = (question, column[row])
          }
        }
      }
    }
    // The reservoir keeps early answers near its beginning: the order is drawn anew.
    for place in reservoir.indices.reversed() { reservoir.swapAt(place, random.below(place + 1)) }
    return CodingSheet(
      themes: coder.dictionary.themes.map(\.name),
      rows: reservoir.enumerated().map { place, entry in
        Row(identifier: String(place + 1), question: questions[entry.question], text: entry.text, themes: [])
      })
  }

  /// The sheet as CSV with a byte order mark, as Excel wants it; texts that a spreadsheet would run are disarmed.
  public func csv() -> [UInt8] {
    var writer = CSVWriter(lineEnd: "\r\n", guardsFormulas: true, byteOrderMark: true)
    writer.row(["id", "question", "text"] + themes)
    for row in rows {
      writer.row([row.identifier, row.question, row.text] + themes.map { row.themes.contains($0) ? "1" : "" })
    }
    return writer.bytes
  }

  /// Reads a sheet that was filled in: `1`, `x` or `có` gives the theme; empty, `0` or `không` does not.
  ///
  /// - Throws: ``ExitCode/unusableInput`` when columns are missing or a cell says something else.
  public static func read(bytes: [UInt8], source: String) throws(StageFailure) -> CodingSheet {
    let semicolons = bytes.prefix { $0 != 0x0A }.count { $0 == UInt8(ascii: ";") }
    let table = DelimitedTable(
      bytes: bytes, source: source, separator: semicolons > 2 ? UInt8(ascii: ";") : UInt8(ascii: ","))
    guard let identifier = table.column(named: "id"), let text = table.column(named: "text") else {
      throw StageFailure(Diagnostic(.codingSheetUnusable, at: table.headerPosition), exitCode: .unusableInput)
    }
    let question = table.column(named: "question")
    let places = table.header.indices.filter {
      $0 != identifier && $0 != text && $0 != question && !table.header[$0].isEmpty
    }
    var findings: [Diagnostic] = []
    let rows = table.rows.map { row -> Row in
      var themes: Set<String> = []
      for place in places {
        switch row.fields[place].trimmingBlanks().lowercased() {
        case "1", "x", "có", "co", "yes": themes.insert(table.header[place])
        case "", "0", "không", "khong", "no": break
        default: findings.append(Diagnostic(.codingSheetUnusable, at: table.position(of: row, field: place)))
        }
      }
      return Row(
        identifier: row.fields[identifier], question: question.map { row.fields[$0] } ?? "", text: row.fields[text],
        themes: themes)
    }
    if !findings.isEmpty { throw StageFailure(findings, exitCode: .unusableInput) }
    return CodingSheet(themes: places.map { table.header[$0] }, rows: rows)
  }

  /// How far two coders agree, theme by theme and over all themes together, on the answers that both sheets have.
  ///
  /// - Throws: ``ExitCode/unusableInput`` when the sheets have no answer or no theme in common.
  public static func comparison(_ first: CodingSheet, _ second: CodingSheet) throws(StageFailure) -> SideTable {
    let others = Dictionary(second.rows.map { ($0.identifier, $0.themes) }, uniquingKeysWith: { first, _ in first })
    let pairs = first.rows.compactMap { row in others[row.identifier].map { (row.themes, $0) } }
    let themes = first.themes.filter(second.themes.contains)
    guard !pairs.isEmpty, !themes.isEmpty else {
      throw StageFailure(Diagnostic(.codingSheetsDiffer), exitCode: .unusableInput)
    }
    var table = SideTable(
      name: "kappa", title: BilingualText(vi: "Mức thống nhất giữa hai người mã hóa", en: "Agreement of two coders"),
      columns: ["theme", "answers", "both", "first_only", "second_only", "agreement", "kappa", "standard_error"])
    func add(_ name: String, _ counts: CohenKappa) {
      table.add([
        .text(name), .count(counts.count), .count(counts.both), .count(counts.firstOnly), .count(counts.secondOnly),
        .number(counts.agreement), .number(counts.kappa), .number(counts.standardError),
      ])
    }
    var all = CohenKappa()
    for theme in themes {
      var counts = CohenKappa()
      for (left, right) in pairs {
        switch (left.contains(theme), right.contains(theme)) {
        case (true, true): counts.both += 1
        case (true, false): counts.firstOnly += 1
        case (false, true): counts.secondOnly += 1
        case (false, false): counts.neither += 1
        }
      }
      add(theme, counts)
      all = CohenKappa(
        both: all.both + counts.both, firstOnly: all.firstOnly + counts.firstOnly,
        secondOnly: all.secondOnly + counts.secondOnly, neither: all.neither + counts.neither)
    }
    add("*", all)
    return table
  }
}

/// SplitMix64 (Steele, Lea & Flood 2014): the same sheet for the same seed on every machine.
private struct SheetRandom {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A number from 0 to one below a limit, all with the same chance.
  mutating func below(_ limit: Int) -> Int {
    let limit = UInt64(max(1, limit))
    while true {
      let (high, low) = limit.multipliedFullWidth(by: next())
      if low >= (0 &- limit) % limit { return Int(high) }
    }
  }
}
