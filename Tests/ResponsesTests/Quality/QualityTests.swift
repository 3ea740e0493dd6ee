import Diagnostics
import FormDefinition
import Responses
import Testing

/// A form with a block of seven statements, a block of five, and moments of beginning and end.
private func qualityForm() throws -> Form {
  var survey = "type,name,label\nstart,start,\nend,end,\ndeviceid,deviceid,\n"
  for item in 1...7 { survey += "select_one five,a\(item),A\(item)\n" }
  for item in 1...5 { survey += "select_one yesno,b\(item),B\(item)\n" }
  survey += "text,words,Words\ncalculate,sum,\n"
  let choices =
    "list_name,name,label,missing\n" + (1...5).map { "five,\($0),\($0),\n" }.joined()
    + "five,98,DK,dont_know\nyesno,yes,Yes,\nyesno,no,No,\n"
  survey = survey.replacing("calculate,sum,\n", with: "")
  let reading = Form.read(
    FormSheets(
      source: "forms/q",
      sheets: [
        "survey": Array(survey.utf8), "choices": Array(choices.utf8),
        "settings": Array("form_title,form_id,version\nQ,q,1\n".utf8),
      ]))
  return try #require(reading.form, "\(reading.diagnostics.map { $0.line(in: .english) })")
}

/// One simulated respondent.
private struct Respondent {
  var a: [UInt8] = [1, 2, 3, 4, 5, 1, 2]
  var b: [UInt8] = [1, 2, 1, 2, 1]
  var words = "w"
  var device = "d"
  var start: Int64 = 0
  var minutes: Double? = 10
}

private func store(_ form: Form, _ respondents: [Respondent], batch size: Int = 1000) throws -> InMemoryRecordStore {
  let layout = RecordLayout(form: form)
  let store = InMemoryRecordStore(layout: layout)
  for start in stride(from: 0, to: respondents.count, by: size) {
    let part = Array(respondents[start..<min(start + size, respondents.count)])
    var keys = TextColumn()
    for number in part.indices { keys.append(Array("k\(start + number)".utf8)) }
    var columns: [AnswerColumn?] = []
    for field in layout.fields {
      switch field.name {
      case "start":
        columns.append(
          .dateTime(
            DateTimeColumn(
              states: part.map { _ in 0 }, milliseconds: part.map(\.start), offsetMinutes: part.map { _ in 0 })))
      case "end":
        columns.append(
          .dateTime(
            DateTimeColumn(
              states: part.map { $0.minutes == nil ? 1 : 0 },
              milliseconds: part.map { $0.start + Int64(($0.minutes ?? 0) * 60_000) },
              offsetMinutes: part.map { _ in 0 })))
      case "words", "deviceid":
        var texts = TextColumn()
        for one in part { texts.append(Array((field.name == "words" ? one.words : one.device).utf8)) }
        columns.append(.text(texts))
      default:
        let place = (field.name.dropFirst().first?.wholeNumberValue ?? 1) - 1
        columns.append(.coded(part.map { field.name.hasPrefix("a") ? $0.a[place] : $0.b[place] }))
      }
    }
    store.begin()
    store.openSources([SourceDescription(label: "s\(start)", sha256: "\(start)", byteCount: 1, kind: "csv")])
    let outcomes = store.append(
      RecordBatch(
        layout: layout, columns: columns, keys: keys, recordNumbers: part.indices.map { UInt32($0 + 1) },
        digests: AnswerDigests.of(columns, layout: layout, count: part.count)),
      originals: nil)
    var accounting = IngestAccounting()
    (accounting.read, accounting.accepted) = (part.count, part.count)
    #expect(outcomes.allSatisfy { $0 == .accepted })
    store.closeSources([accounting])
    store.commit()
  }
  return store
}

extension QualityReview {
  /// What is doubtful about all records of a source, looked at as they would be while they are taken in.
  fileprivate init(of source: any RecordSource, form: Form, rules: QualityRules = QualityRules()) throws {
    var watch = QualityWatch(form: form, layout: source.layout, rules: rules)
    try source.forEachBatch(fields: Array(source.layout.fields.indices)) { batch in watch.look(at: batch) }
    self = try watch.review(of: source, earlier: nil)
  }
}

extension QualityWatch {
  /// Looks at a batch for good.
  fileprivate mutating func look(at batch: RecordBatch) {
    let found = digester.digests(of: batch.columns, repeats: batch.repeats, count: batch.count)
    #expect(found.digests == batch.digests)
    add(batch, substance: found.substance)
    settle()
  }
}

@Suite("Doubtful records")
struct QualityTests {
  @Test("Records that differ in moments and devices only are alike; one differing answer tells them apart")
  func nearDuplicates() throws {
    let form = try qualityForm()
    let other = Respondent(words: "x")
    let records = [
      Respondent(), other, Respondent(device: "e", start: 5, minutes: 3), Respondent(a: [1, 2, 3, 4, 5, 1, 3]),
      Respondent(minutes: nil), other,
    ]
    for size in [1000, 1, 2] {
      let review = try QualityReview(of: store(form, records, batch: size), form: form)
      #expect(review.nearDuplicates.map { $0.map(\.key) } == [["k0", "k2", "k4"], ["k1", "k5"]])
      #expect(review.nearDuplicates[1].map(\.number) == (size == 1000 ? [2, 6] : size == 1 ? [1, 1] : [2, 2]))
    }
  }

  @Test("Records with few answers are alike by chance and not reported")
  func fewAnswers() throws {
    let form = try qualityForm()
    let few = Respondent(a: [1, 2, 3, 0, 255, 0, 0], b: [1, 1, 1, 1, 1])
    #expect(try QualityReview(of: store(form, [few, few]), form: form).nearDuplicates == [])
    let rules = QualityRules(duplicateAnswers: 9)
    #expect(try QualityReview(of: store(form, [few, few]), form: form, rules: rules).nearDuplicates.count == 1)
  }

  @Test(
    "A straight line is the same choice for all items answered, six at least",
    arguments: [
      ([3, 3, 3, 3, 3, 3, 3], true), ([3, 3, 3, 3, 3, 3, 4], false), ([3, 3, 3, 255, 3, 3, 3], true),
      ([0, 3, 3, 3, 3, 3, 3], true), ([0, 255, 3, 3, 3, 3, 3], false), ([6, 3, 3, 3, 3, 3, 3], true),
      ([6, 6, 6, 6, 6, 6, 6], false), ([0, 0, 0, 0, 0, 0, 0], false),
    ] as [([UInt8], Bool)])
  func straight(codes: [UInt8], isStraight: Bool) throws {
    let form = try qualityForm()
    let review = try QualityReview(of: store(form, [Respondent(), Respondent(a: codes)]), form: form)
    #expect(review.straightLines.map(\.record.key) == (isStraight ? ["k1"] : []))
    if isStraight { #expect(review.straightLines[0].questions == ("a1", "a7")) }
  }

  @Test("Blocks shorter than the rules ask for are not judged")
  func shortBlocks() throws {
    let form = try qualityForm()
    let yes = Respondent(b: [1, 1, 1, 1, 1])
    #expect(try QualityReview(of: store(form, [yes]), form: form).straightLines == [])
    let review = try QualityReview(of: store(form, [yes]), form: form, rules: QualityRules(straightLineItems: 5))
    #expect(review.straightLines.map(\.questions.first) == ["b1"])
  }

  @Test("An interview below a third of the median is too fast; below a set limit, whatever the others took")
  func fast() throws {
    let form = try qualityForm()
    // Twenty of 30 minutes: the limit is 10.
    var records = (0..<20).map { Respondent(words: "w\($0)", minutes: 30) }
    records += [Respondent(minutes: 9.9), Respondent(words: "v", minutes: 10), Respondent(minutes: nil)]
    records.append(Respondent(words: "u", minutes: -5))
    let review = try QualityReview(of: store(form, records), form: form)
    #expect(review.limit == 600_000)
    #expect(review.tooFast.map(\.key) == ["k20"])
    let strict = try QualityReview(of: store(form, records), form: form, rules: QualityRules(fastestMinutes: 31))
    #expect(strict.tooFast.count == 22)
    #expect(try QualityReview(of: store(form, Array(records.suffix(4))), form: form).limit == nil)
  }

  @Test(
    "The limit of short forms lies between half a minute and half of the median",
    arguments: [
      (10.0, 200_000), (1.2, 30_000), (0.8, 24_000), (0, nil),
    ] as [(Double, Int64?)])
  func limits(minutes: Double, limit: Int64?) {
    let times = [Int64](repeating: Int64(minutes * 60_000), count: 20)
    #expect(InterviewTimes.limit(of: times, rules: QualityRules()) == limit)
    #expect(InterviewTimes.limit(of: Array(times.dropLast()), rules: QualityRules()) == nil)
  }

  @Test("Nothing is doubtful about nobody")
  func empty() throws {
    let form = try qualityForm()
    #expect(try QualityReview(of: store(form, []), form: form) == QualityReview())
  }

  @Test("What is doubtful about earlier records alone is not said again; a new record like an earlier one is")
  func earlier() throws {
    let form = try qualityForm()
    let straight = Respondent(a: [3, 3, 3, 3, 3, 3, 3], words: "s")
    let old = [Respondent(), Respondent(device: "e"), straight]
    let known = try store(form, old)
    let all = try store(form, old + [Respondent(words: "x"), Respondent(device: "f"), Respondent(words: "y")])
    var watch = QualityWatch(form: form, layout: all.layout)
    var count = 0
    try all.forEachBatch(fields: Array(all.layout.fields.indices)) { batch in
      let isNew = (0..<batch.count).map { count + $0 >= old.count }
      watch.look(at: batch.selecting(isNew))
      count += batch.count
    }
    let review = try watch.review(of: all, earlier: known)
    #expect(review.nearDuplicates.map { $0.map(\.key) } == [["k0", "k1", "k4"]])
    #expect(review.straightLines == [])
  }

  @Test("Records that were undone, and those that a later one replaces, are not doubtful")
  func undone() throws {
    let form = try qualityForm()
    let straight = Respondent(a: [3, 3, 3, 3, 3, 3, 3])
    let all = try store(form, [straight, straight])
    var watch = QualityWatch(form: form, layout: all.layout)
    var forgotten: QualityReview?
    try all.forEachBatch(fields: Array(all.layout.fields.indices)) { batch in
      var batch = batch
      batch.edits[1] = RecordEdit(key: "k1", replaces: "k0")
      let found = watch.digester.digests(of: batch.columns, repeats: [], count: batch.count)
      watch.add(batch, substance: found.substance)
      watch.forget()
      forgotten = try? watch.review(of: all, earlier: nil)
      watch.add(batch, substance: found.substance)
    }
    #expect(forgotten == QualityReview())
    let review = try watch.review(of: all, earlier: nil)
    #expect(review.nearDuplicates == [])
    #expect(review.straightLines.map(\.record.key) == ["k1"])
  }

  @Test("Near-duplicates are left alone when the rules say so")
  func withoutNearDuplicates() throws {
    let form = try qualityForm()
    let rules = QualityRules(nearDuplicates: false)
    let review = try QualityReview(of: store(form, [Respondent(), Respondent()]), form: form, rules: rules)
    #expect(review == QualityReview())
  }
}
