import Responses

/// Where forms on the web put what a respondent wrote beside *Other*: into the cell of the choices, as it is.
///
/// A question with the choice `other` and a text question `<name>_other` behind it (`or_other`) can hold it.
struct OtherAnswers: Sendable {
  /// The text question, by the question with choices.
  let texts: [Int: Int]

  /// - Parameter plan: a text question with a column of its own needs nothing.
  init(_ layout: RecordLayout, _ plan: TablePlan, _ producer: TableProducer) {
    var texts: [Int: Int] = [:]
    if producer.holdsLabels {
      for (position, field) in layout.fields.enumerated() where field.choices.contains(Self.choice) {
        guard field.storage == .coded || field.storage == .multiple, case .column = plan.origins[position],
          let other = layout.index(of: field.name + "_" + Self.choice), plan.isAbsent(other),
          layout.fields[other].storage == .text
        else { continue }
        texts[position] = other
      }
    }
    self.texts = texts
  }

  /// The name of the choice.
  static let choice = "other"
}

extension RowCollector {
  /// Makes cells that are no choice, or end in what is none, the choice *other* and its text.
  ///
  /// - Parameter faults: the block's; those that are mended leave it.
  mutating func mendOthers(_ rowCount: Int, _ faults: inout [CellFault]) {
    for (field, other) in others.texts.sorted(by: { $0.key < $1.key }) {
      var written: [Int: String] = [:]
      faults.removeAll { fault in
        guard fault.field == field, fault.fault == .notAChoice,
          let rest = builders[field].answer(other: OtherAnswers.choice, in: fault.found, at: run.count + fault.row)
        else { return false }
        written[fault.row] = rest
        return true
      }
      for row in 0..<rowCount {
        if let text = written[row] {
          _ = builders[other].append(Array(text.utf8).span)
        } else {
          builders[other].append(missing: .blank)
        }
      }
    }
  }
}
