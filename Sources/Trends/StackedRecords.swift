public import Diagnostics
public import Estimation
public import Responses

/// The records of two waves one under the other, with two fields more: the wave, and the person behind a record.
///
/// People who answered in both waves have one cluster, so the design's variance of a difference holds their covariance.
/// Records that their wave's plan does not count are left out. Fields of the former wave count where name, storage and
/// choices are the same; others are not shown.
public struct StackedRecords<Current: RecordSource, Former: RecordSource>: RecordSource {
  /// The field of the wave: `now` or `then`.
  public static var waveField: String { "trend_wave" }
  /// The field of the person.
  public static var personField: String { "trend_person" }

  /// The fields of the current records, then the wave and the person.
  public let layout: RecordLayout
  private let current: Part<Current>
  private let former: Part<Former>

  /// One of the waves.
  private struct Part<Source: RecordSource> {
    var source: Source
    var counted: CountedRecords
    /// By field of the current layout: its position among the source's own; nil where there is none like it.
    var positions: [Int?]
    var key: Int?
    var code: UInt8
  }

  /// - Parameters:
  ///   - key: the question by which people are known in both waves.
  ///   - currentPlan, formerPlan: which records of each count.
  public init(
    _ current: Current, _ currentPlan: EstimationPlan, _ former: Former, _ formerPlan: EstimationPlan, key: String
  ) {
    let own = current.layout
    layout = RecordLayout(
      formIdentifier: own.formIdentifier, formVersion: own.formVersion,
      fields: own.fields + [
        Field(name: Self.waveField, path: [Self.waveField], storage: .coded, choices: ["now", "then"]),
        Field(name: Self.personField, path: [Self.personField], storage: .text),
      ])
    self.current = Part(
      source: current, counted: CountedRecords(currentPlan, layout: own), positions: own.fields.indices.map { $0 },
      key: own.index(of: key), code: 1)
    let other = former.layout
    self.former = Part(
      source: former, counted: CountedRecords(formerPlan, layout: other),
      positions: own.fields.map { field in
        other.fields.firstIndex {
          $0.name == field.name && $0.storage == field.storage && $0.choices == field.choices
            && $0.missingChoices == field.missingChoices
        }
      }, key: other.index(of: key), code: 2)
  }

  /// The number of records of both waves, those that are not counted included.
  public var recordCount: Int {
    get throws(StageFailure) { try current.source.recordCount + former.source.recordCount }
  }

  /// Whether any of the records was simulated.
  public var isSimulated: Bool {
    get throws(StageFailure) {
      if try current.source.isSimulated { return true }
      return try former.source.isSimulated
    }
  }

  /// Hands over every record counted once, the current ones first; rows of repeats are none.
  public func forEachBatch(
    fields: [Int], repeats: [Int: [Int]], _ body: (RecordBatch) throws(StageFailure) -> Void
  ) throws(StageFailure) {
    try stack(current, fields, body)
    try stack(former, fields, body)
  }

  /// How many people answered in both waves.
  ///
  /// - Complexity: O(records) time and memory.
  public func sharedCount() throws(StageFailure) -> Int {
    var people: [Set<String>] = [[], []]
    for (place, code) in [UInt8(1), 2].enumerated() {
      let field = layout.fields.count - 1
      func collect(_ batch: RecordBatch) {
        guard case .text(let column) = batch.columns[field] else { return }
        for index in 0..<column.count where column[index].hasPrefix("k:") { people[place].insert(column[index]) }
      }
      if code == 1 { try stack(current, [field], collect) } else { try stack(former, [field], collect) }
    }
    return people[0].intersection(people[1]).count
  }

  private func stack<Source>(
    _ part: Part<Source>, _ fields: [Int], _ body: (RecordBatch) throws(StageFailure) -> Void
  ) throws(StageFailure) {
    let own = fields.filter { $0 < part.positions.count }
    let wanted = own.compactMap { part.positions[$0] } + part.counted.fields + [part.key].compactMap { $0 }
    var number = 0
    try part.source.forEachAnonymousBatch(fields: Array(Set(wanted)).sorted()) { (batch) throws(StageFailure) in
      var columns = [AnswerColumn?](repeating: nil, count: layout.fields.count)
      for field in own {
        columns[field] =
          part.positions[field].map { batch.columns[$0] }
          ?? AnswerColumn.notShown(layout.fields[field], count: batch.count)
      }
      columns[layout.fields.count - 2] = .coded(Array(repeating: part.code, count: batch.count))
      columns[layout.fields.count - 1] = .text(people(of: part, batch, &number))
      let keep = part.counted.weights(of: batch).map { $0 > 0 }
      var keys = TextColumn()
      for isKept in keep where isKept { keys.append([]) }
      try body(
        RecordBatch(
          layout: layout, columns: columns.map { $0?.selecting(keep) }, keys: keys, recordNumbers: [], digests: []))
    }
  }

  /// The person behind each record; one without a key is nobody else.
  private func people<Source>(of part: Part<Source>, _ batch: RecordBatch, _ number: inout Int) -> TextColumn {
    var result = TextColumn()
    let column = part.key.flatMap { batch.columns[$0] }
    for index in 0..<batch.count {
      number += 1
      let key: String? =
        switch column {
        case .text(let texts): texts.isEmpty(at: index) ? nil : texts[index]
        case .integer(let numbers):
          numbers.states[index] == AnswerState.answered.rawValue ? String(numbers.values[index]) : nil
        default: nil
        }
      result.append((key.map { "k:" + $0 } ?? "\(part.code):\(number)").utf8)
    }
    return result
  }
}
