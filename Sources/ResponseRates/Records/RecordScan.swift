import CivilCalendar
import Diagnostics
import Estimation
import FormDefinition
import Responses
import TextEncoding

/// What is known of each record, in the order in which the source hands them over.
struct RecordScan: Sendable {
  /// Whether the record belongs to the wave.
  private(set) var isCounted: [Bool] = []
  /// What the interview is by the share of its questions answered.
  private(set) var dispositions: [Disposition] = []
  /// The day it came in; nil when it does not say.
  private(set) var days: [Int?] = []
  /// Whether a block was answered all alike.
  private(set) var isStraight: [Bool] = []
  /// Whether it took too little time.
  private(set) var isFast: [Bool] = []
  /// Comparison keys; empty without the question.
  private(set) var units: [String] = []
  private(set) var sectors: [String] = []
  private(set) var localities: [String] = []
  private(set) var tokens: [String] = []
  /// The questions in the order of the form.
  private(set) var items: [ItemCounts] = []
  /// The milliseconds below which an interview is too fast; nil: none is.
  private(set) var fastLimit: Int64?

  /// Reads every record once.
  ///
  /// - Throws: ``ExitCode/unusableInput`` when a question is not there, and what the source throws.
  init(
    _ records: some RecordSource, form: Form, period: RecordPeriod?, options: ResponseOptions
  ) throws(StageFailure) {
    let layout = records.layout
    let names = options.questions
    let places = try Self.places(
      [("units", names.unit), ("sectors", names.sector), ("localities", names.locality), ("tokens", names.token)],
      layout)
    let times = InterviewTimes(form: form, layout: layout)
    let lines = StraightLines(form: form, layout: layout, rules: options.quality)
    var itemScan = ItemScan(ItemKinds(form: form, layout: layout))
    let periodField = period.flatMap { layout.index(of: $0.field) }
    let dayField = periodField ?? times?.end
    var fields = Set(itemScan.fields + places.compactMap(\.self) + lines.blocks.flatMap(\.self))
    fields.formUnion([dayField, times?.start, times?.end].compactMap(\.self))
    var durations: [Int64?] = []
    try records.forEachAnonymousBatch(fields: fields.sorted()) { batch in
      let days = dayField.flatMap { batch.columns[$0]?.days() } ?? Array(repeating: nil, count: batch.count)
      let counted = days.map { day in
        period.map { period in
          day.map { (period.firstDay...max(period.firstDay, period.lastDay)).contains($0) } ?? false
        }
          ?? true
      }
      self.days += days
      isCounted += counted
      dispositions += itemScan.read(batch, isCounted: counted, rule: options.completeness)
      durations += times?.milliseconds(of: batch) ?? Array(repeating: nil, count: batch.count)
      var straight = [Bool](repeating: false, count: batch.count)
      for (row, _) in lines.lines(of: batch) { straight[row] = true }
      isStraight += straight
      units += Self.keys(places[0], batch)
      sectors += Self.keys(places[1], batch)
      localities += Self.keys(places[2], batch)
      tokens += places[3].map { Self.texts($0, batch) } ?? []
    }
    items = itemScan.counts
    let used = durations.indices.compactMap { isCounted[$0] ? durations[$0] : nil }
    fastLimit = InterviewTimes.limit(of: used, rules: options.quality)
    isFast = durations.map { duration in
      guard let fastLimit, let duration else { return false }
      return duration < fastLimit
    }
  }

  /// The number of records of the wave.
  var count: Int { isCounted.count { $0 } }

  /// The positions of the records of the wave.
  var counted: [Int] { isCounted.indices.filter { isCounted[$0] } }

  private static func places(
    _ names: [(key: String, name: String?)], _ layout: RecordLayout
  ) throws(StageFailure) -> [Int?] {
    let places = names.map { $0.name.flatMap { layout.index(of: $0) } }
    let findings = zip(names, places).compactMap { entry, place in
      place == nil
        ? entry.name.map { Diagnostic(.responseQuestionUnknown, ["name": $0, "key": "response.\(entry.key)"]) } : nil
    }
    if !findings.isEmpty { throw StageFailure(findings, exitCode: .unusableInput) }
    return places
  }

  private static func texts(_ field: Int, _ batch: RecordBatch) -> [String] {
    guard let column = batch.columns[field] else { return Array(repeating: "", count: batch.count) }
    let layout = batch.layout.fields[field]
    return (0..<batch.count).map { column.text(at: $0, of: layout) }
  }

  /// Comparison keys; each different answer is made one once.
  private static func keys(_ field: Int?, _ batch: RecordBatch) -> [String] {
    guard let field else { return [] }
    var known: [String: String] = [:]
    return texts(field, batch).map { text in
      if let key = known[text] { return key }
      let key = text.comparisonKey
      known[text] = key
      return key
    }
  }
}
