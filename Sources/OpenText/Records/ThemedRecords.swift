public import Diagnostics
public import FormDefinition
public import Responses

/// Records with one further question per theme: whether the answer to an open question speaks of it.
///
/// The further questions have the answers `yes` and `no`, and are blank where nothing was written: so the shares of
/// themes come from the same arithmetic, and under the same disclosure control, as those of any other question, and
/// their base is the people who wrote something. With several open questions there is one group more, for a theme in
/// any of them.
public struct ThemedRecords<Source: RecordSource>: RecordSource {
  /// The fields of the records, then those of the themes.
  public let layout: RecordLayout
  private let records: Source
  private let coder: ThemeCoder
  private let fields: ThemeFields
  private let ownCount: Int
  private let findings: OpenAnswerFindings?

  /// Looks at open questions of some records.
  ///
  /// - Parameters:
  ///   - questions: the names of text questions of the layout; others are left out.
  ///   - findings: what else is gathered whenever the answers are read.
  public init(_ records: Source, coder: ThemeCoder, questions: [String], findings: OpenAnswerFindings? = nil) {
    self.records = records
    self.coder = coder
    self.findings = findings
    ownCount = records.layout.fields.count
    fields = ThemeFields(
      questions: questions.filter { name in records.layout.fields.contains { $0.name == name && $0.storage == .text } },
      themes: coder.dictionary.themes.map(\.name))
    layout = RecordLayout(
      formIdentifier: records.layout.formIdentifier, formVersion: records.layout.formVersion,
      fields: records.layout.fields + fields.all, repeats: records.layout.repeats)
  }

  /// The form with an indicator per open question, and one for all of them together.
  ///
  /// An indicator has the name that the form's own indicator of kind `text` gives the question, else the question's.
  public func form(_ form: Form) -> Form { fields.extending(form) }

  /// The number of records.
  public var recordCount: Int { get throws(StageFailure) { try records.recordCount } }

  /// Whether any of the records was simulated.
  public var isSimulated: Bool { get throws(StageFailure) { try records.isSimulated } }

  /// Hands over the records with what their answers speak of.
  public func forEachBatch(
    fields wanted: [Int], repeats: [Int: [Int]], _ body: (RecordBatch) throws(StageFailure) -> Void
  ) throws(StageFailure) {
    try records.forEachBatch(fields: read(for: wanted), repeats: repeats) { (batch) throws(StageFailure) in
      try body(themed(batch, wanted))
    }
  }

  /// The same without the records' identity.
  public func forEachAnonymousBatch(
    fields wanted: [Int], _ body: (RecordBatch) throws(StageFailure) -> Void
  ) throws(StageFailure) {
    try records.forEachAnonymousBatch(fields: read(for: wanted)) { (batch) throws(StageFailure) in
      try body(themed(batch, wanted))
    }
  }

  /// The own fields to be read when these are wanted, at the beginning of a scan.
  private func read(for wanted: [Int]) -> [Int] {
    var own = Set(wanted.filter { $0 < ownCount })
    guard wanted.contains(where: { $0 >= ownCount }) else { return own.sorted() }
    own.formUnion(fields.questions.compactMap { records.layout.index(of: $0) })
    if let findings { own.formUnion(findings.begin(records.layout, questions: fields.questions)) }
    return own.sorted()
  }

  private func themed(_ batch: RecordBatch, _ wanted: [Int]) -> RecordBatch {
    let asked = Set(wanted)
    var columns = batch.columns
    if wanted.contains(where: { $0 >= ownCount }) {
      let read = fields.questions.map { question -> ReadAnswers? in
        guard let place = records.layout.index(of: question), case .text(let column)? = batch.columns[place] else {
          return nil
        }
        return coder.read(column)
      }
      findings?.add(batch, read)
      let answers = read.map { $0?.codes ?? Array(repeating: .blank, count: batch.count) }
      for place in columns.indices where !asked.contains(place) { columns[place] = nil }
      columns += fields.columns(answers, count: batch.count).enumerated().map {
        asked.contains(ownCount + $0.offset) ? .coded($0.element) : nil
      }
    } else {
      columns += Array(repeating: nil, count: fields.all.count)
    }
    var result = RecordBatch(
      layout: layout, columns: columns, keys: batch.keys, recordNumbers: batch.recordNumbers, digests: batch.digests,
      sourceIndexes: batch.sourceIndexes, repeats: batch.repeats)
    result.edits = batch.edits
    return result
  }
}
