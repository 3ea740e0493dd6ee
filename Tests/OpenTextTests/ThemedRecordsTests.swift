import Diagnostics
import Estimation
import FormDefinition
import Responses
import Testing

@testable import OpenText

/// Requirements:
/// 1. A theme's share is the share of those who wrote something, in each question and in all together.
/// 2. What is suppressed cannot be worked out from the share that is not coded.
/// 3. Phrases and quotes obey the minimum count, the period and consent.
@Suite("Themes among the estimates")
struct ThemedRecordsTests {
  static let coder = ThemeCoderTests.coder

  /// Records of two open questions, consent and an area.
  private func records(_ rows: [(String, String, consent: String, area: String)]) -> WrittenRecords {
    let layout = RecordLayout(
      formIdentifier: "f", formVersion: "1",
      fields: [
        Field(name: "hope", path: ["hope"], storage: .text), Field(name: "worry", path: ["worry"], storage: .text),
        Field(name: "consent", path: ["consent"], storage: .coded, choices: ["yes", "no"]),
        Field(name: "area", path: ["area"], storage: .coded, choices: ["a", "b"]),
      ])
    var texts = [TextColumn(), TextColumn()]
    var keys = TextColumn()
    for (place, row) in rows.enumerated() {
      texts[0].append(Array(row.0.utf8), state: row.0.isEmpty ? .blank : .answered)
      texts[1].append(Array(row.1.utf8), state: row.1.isEmpty ? .blank : .answered)
      keys.append(Array("uuid:\(place)".utf8))
    }
    return WrittenRecords(
      batch: RecordBatch(
        layout: layout,
        columns: [
          .text(texts[0]), .text(texts[1]), .coded(rows.map { $0.consent == "yes" ? 1 : 2 }),
          .coded(rows.map { $0.area == "a" ? 1 : 2 }),
        ], keys: keys, recordNumbers: rows.indices.map { UInt32($0 + 1) }, digests: []))
  }

  private func rows(_ source: WrittenRecords, minimum: Int, by: [[String]] = []) throws -> [EstimateRow] {
    let themed = ThemedRecords(source, coder: Self.coder, questions: ["hope", "worry"])
    var plan = EstimationPlan()
    plan.domains = by
    plan.disclosure.minimumCount = minimum
    let result = try Estimation.estimate(plan, form: themed.form(Form(identifier: "f")), records: themed)
    return ThemeRows.named(result.table.rows)
  }

  @Test("Shares have the people who wrote something as their base")
  func shares() throws {
    let source = records([
      ("lương thấp", "", "yes", "a"), ("lương, nhà ở", "thiếu thiết bị", "yes", "a"), ("trời đẹp", "", "no", "b"),
      ("", "", "no", "b"), ("không có ý kiến", "---", "no", "b"),
    ])
    let all = try rows(source, minimum: 1)
    func share(_ indicator: String, _ item: String, _ level: String) -> (Double?, Int?) {
      let row = all.first { $0.indicator == indicator && $0.item == item && $0.level == level }
      return (row?.estimate, row?.baseCount)
    }
    #expect(share("hope", "hope", "income") == (0.5, 4))
    #expect(share("hope", "hope", "housing") == (0.25, 4))
    #expect(share("hope", "hope", "uncoded") == (0.25, 4))
    #expect(share("hope", "hope", "nothing") == (0.25, 4))
    #expect(share("worry", "worry", "equipment") == (1, 1))
    #expect(share("open_answers", "", "equipment") == (0.25, 4))
    #expect(all.allSatisfy { !$0.item.contains("=") && $0.level != "no" })
    let table = WordsAndRatings.table(all, dictionary: Self.coder.dictionary, questionCount: 2)
    #expect(table.rows.count == Self.coder.dictionary.themes.count + 2)
    #expect(table.rows[0][3] == .number(0.5) && table.rows[0][4] == .count(4))
  }

  @Test("The share not coded does not give a suppressed theme away")
  func suppression() throws {
    // Two of forty in area a speak of housing and nobody of anything else: uncoded would be 38 of 40.
    let rare = (0..<80).map { place in
      (place < 2 || place >= 40 && place < 60 ? "nhà ở" : "trời đẹp", "", consent: "no", area: place < 40 ? "a" : "b")
    }
    let all = try rows(records(rare), minimum: 10, by: [["area"]])
    let areas = all.filter { $0.domain == "area" && $0.indicator == "hope" }
    #expect(areas.first { $0.level == "housing" && $0.domainLevel == "a" }?.flags.contains(.suppressed) == true)
    #expect(areas.filter { $0.level == "uncoded" }.allSatisfy { $0.flags.contains(.suppressed) && $0.estimate == nil })
    #expect(all.first { $0.domain.isEmpty && $0.indicator == "hope" && $0.level == "uncoded" }?.estimate == 0.725)
  }

  @Test("Phrases are those of enough people, each counted once, and compared with the former wave")
  func phrases() throws {
    let source = records(
      (0..<12).map { ("phòng thí nghiệm cũ, phòng thí nghiệm cũ", $0 < 5 ? "đường xa" : "", consent: "no", area: "a") })
    let counts = try PhraseCounts.of(source, coder: Self.coder, questions: ["hope", "worry"], period: nil, atLeast: 10)
    #expect(counts.people == 12)
    #expect(counts.counts["phòng thí nghiệm"] == 12 && counts.counts["đường xa"] == nil)
    let table = PhraseTable(
      counts: counts, former: PhraseCounts(people: 40, counts: ["thí nghiệm cũ": 39]), minimumCount: 10, minimumCell: 3
    ).sideTable(limit: 10)
    // The pairs within the triples are used by the same people: they would say nothing more.
    #expect(table.rows.map { $0[0] } == [.text("phòng thí nghiệm"), .text("thí nghiệm cũ")])
    #expect(table.rows[0].last == .text("new") && table.rows[1].last == .text(""))
    let read = try PhraseTable.read(bytes: Array(table.csv().utf8), source: "phrases.csv")
    #expect(read.people == 12 && read.counts["phòng thí nghiệm"] == 12)
  }

  @Test("Only those who agree are quoted, about themes of enough people")
  func quotes() throws {
    let source = records(
      (0..<10).map { place in
        ("Mong tăng lương cho mọi người lần \(place) ở cơ quan", "", consent: place == 3 ? "yes" : "no", area: "a")
      } + [("Thiếu thiết bị để làm việc ở đây", "", consent: "yes", area: "a")])
    func found(_ consents: [String], minimum: Int) throws -> [Quote] {
      try QuoteSearch(questions: ["hope"], consents: consents, period: nil, count: 3, minimumCount: minimum)
        .quotes(of: source, coder: Self.coder)
    }
    #expect(try found(["consent"], minimum: 10).map(\.text) == ["Mong tăng lương cho mọi người lần 3 ở cơ quan"])
    #expect(try found(["consent"], minimum: 1).map(\.theme) == ["income", "equipment"])
    #expect(try found(["consent", "nowhere"], minimum: 1).isEmpty)
    #expect(try found([], minimum: 1).isEmpty)
  }

  @Test("What is gathered while themes are counted is what readings of their own find")
  func gathered() throws {
    let texts = [
      "Mong tăng lương cho mọi người ở cơ quan", "phòng thí nghiệm cũ, thiếu thiết bị để làm việc", "", "đường xa",
    ]
    let source = records(
      (0..<60).map { place in
        (
          texts[place % 4], place % 3 == 0 ? texts[place / 4 % 4] : "", consent: place % 2 == 0 ? "yes" : "no",
          area: "a"
        )
      })
    let questions = ["hope", "worry"]
    let search = QuoteSearch(questions: questions, consents: ["consent"], period: nil, count: 3, minimumCount: 5)
    let findings = OpenAnswerFindings(coder: Self.coder, period: nil, phrasesOfAtLeast: 5, quotes: search)
    #expect(findings.takePhrases() == nil && findings.takeQuotes() == nil)
    let themed = ThemedRecords(source, coder: Self.coder, questions: questions, findings: findings)
    // A scan begun anew forgets the one before.
    for _ in 0..<2 { try themed.forEachAnonymousBatch(fields: Array(themed.layout.fields.indices)) { _ in } }
    let phrases = try #require(findings.takePhrases())
    let apart = try PhraseCounts.of(source, coder: Self.coder, questions: questions, period: nil, atLeast: 5)
    #expect(phrases.people == apart.people && phrases.counts == apart.counts && !phrases.counts.isEmpty)
    let quotes = try #require(findings.takeQuotes())
    #expect(try quotes == search.quotes(of: source, coder: Self.coder) && !quotes.isEmpty)
    #expect(findings.takePhrases() == nil && findings.takeQuotes() == nil)
  }

  @Test("A sheet's sample is the same for the same seed, and all answers when there are few")
  func sheet() throws {
    let source = records((0..<50).map { ("lương \($0)", $0 == 7 ? "..." : "", consent: "no", area: "a") })
    func sheet(_ seed: UInt64, _ count: Int) throws -> [String] {
      try CodingSheet.sample(
        source, coder: Self.coder, questions: ["hope", "worry"], period: nil, count: count, seed: seed
      ).rows.map(\.text)
    }
    let (first, again, other) = (try sheet(1, 20), try sheet(1, 20), try sheet(2, 20))
    #expect(first == again && first != other && Set(first).count == 20)
    #expect(Set(try sheet(3, 100)).count == 50)
  }
}

/// Records of one batch.
private struct WrittenRecords: RecordSource {
  let batch: RecordBatch
  var layout: RecordLayout { batch.layout }
  var recordCount: Int { batch.count }
  var isSimulated: Bool { false }

  func forEachBatch(
    fields: [Int], repeats: [Int: [Int]], _ body: (RecordBatch) throws(StageFailure) -> Void
  ) throws(StageFailure) {
    var part = batch
    for place in part.columns.indices where !fields.contains(place) { part.columns[place] = nil }
    try body(part)
  }
}
