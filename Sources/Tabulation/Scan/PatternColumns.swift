import Responses

/// The codes that make a record's pattern.
enum PatternColumns {
  /// By position in the pattern, each record's code: one per question with one answer of a list, or one per place of a
  /// single ranking question. Codes that are no substantive answers are 0.
  static func codes(of fields: [Int], in batch: ClassifiedBatch, layout: RecordLayout) -> [[UInt16]] {
    guard fields.count == 1, layout.fields[fields[0]].storage == .ranking else {
      return fields.map { JointSlots.substantiveCodes(of: $0, in: batch, layout: layout) }
    }
    let field = layout.fields[fields[0]]
    let missing = Set(field.missingChoices.map { UInt16(clamping: $0 + 1) })
    let width = width(of: fields, in: layout)
    var codes = Array(repeating: [UInt16](repeating: 0, count: batch.count), count: width)
    guard case .ranking(let column) = batch.columns[fields[0]] else { return codes }
    for record in 0..<batch.count where column.states[record] == AnswerState.answered.rawValue {
      for place in 0..<min(width, column.width) {
        let code = UInt16(column.places[record * column.width + place])
        codes[place][record] = missing.contains(code) || Int(code) > field.choices.count ? 0 : code
      }
    }
    return codes
  }

  /// The number of answers in a pattern.
  static func width(of fields: [Int], in layout: RecordLayout) -> Int {
    guard fields.count == 1, layout.fields[fields[0]].storage == .ranking else { return fields.count }
    return layout.fields[fields[0]].choices.count
  }
}
