public import Diagnostics
public import FormDefinition
import Responses

/// Invents filled-in records of a form, for trials of the whole pipeline; never evidence of anything.
///
/// Record n follows from the seed and n alone: the same form, seed, options and number give the same bytes on every
/// machine, and the first records of a longer run are those of a shorter one. Records are numbered from 1.
///
/// Answers obey relevance, required, constraints and choice filters. A repeat has as many rows as its count says, else
/// 1 to 4; tables of their own hold them, or submissions. A respondent's general attitude moves all rating items, so that they correlate; which of them are agreed to much or little follows
/// from their names.
public struct AnswerSimulator: Sendable {
  let plan: SimulationPlan
  let seed: UInt64
  let findings: FindingLog

  /// Prepares a form.
  ///
  /// - Complexity: O(size of the form), and some hundred evaluations of each constraint.
  public init(form: Form, seed: UInt64, options: SimulationOptions = .init()) {
    plan = SimulationPlan(form, options: options)
    self.seed = seed
    findings = FindingLog()
  }

  /// The headings of the CSV: `KEY`, then the questions in the order of the record layout.
  public var header: [String] { ["KEY"] + plan.layout.fields.map(\.name) }

  /// What stands in the way of valid answers: found in the form, and in the records made so far (one per question, with
  /// the record of the smallest number).
  public var diagnostics: [Diagnostic] {
    plan.diagnostics
      + findings.firstRecords.sorted { ($0.key.table, $0.key.field) < ($1.key.table, $1.key.field) }.map {
        place, number in
        let question = plan.tables[place.table].fields[place.field].question
        return Diagnostic(
          .simulationNoRequiredAnswer, at: question.position, record: key(of: number), field: question.name)
      }
  }

  /// The key of a record: `simulated:<seed>:<number>`.
  public func key(of number: Int) -> String { "simulated:\(seed):\(number)" }

  /// Writes records 1 to `count` as CSV with a heading row: RFC 4180, UTF-8 without byte order mark, LF.
  ///
  /// - Parameter sink: takes the bytes in pieces of whole rows.
  /// - Throws: what the sink throws.
  /// - Complexity: O(count × fields) time; memory does not grow with `count`.
  public func write<Failure: Error>(
    count: Int, to sink: (_ piece: [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var writer = CSVRecords(plan: plan, seed: seed)
    writer.writeHeader(header)
    var number = 0
    while number < count {
      number += 1
      writer.writeRecord(number)
      findings.note(writer.unanswered, in: number)
      if writer.isFull {
        try sink(writer.bytes)
        writer.removeBytes()
      }
    }
    if !writer.bytes.isEmpty { try sink(writer.bytes) }
  }

  /// Records 1 to `count` as one CSV text.
  public func csv(count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    write(count: count) { bytes += $0 }
    return bytes
  }

  /// One record as an OpenRosa submission: nodes that are hidden or blank are absent.
  ///
  /// - Complexity: O(fields).
  public func submission(number: Int) -> String {
    var builder = RecordBuilder(plan: plan, seed: seed)
    let record = builder.build(number)
    findings.note(builder.unanswered, in: number)
    return SubmissionDocument.text(of: record, outline: plan.outline, layout: plan.layout, key: key(of: number))
  }
}
