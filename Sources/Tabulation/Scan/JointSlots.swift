import Responses

/// The joint slot of two answers: (first − 1) × second list's length + second; 0 unless both are substantive.
enum JointSlots {
  static func slots(of fields: [Int], in batch: ClassifiedBatch, layout: RecordLayout) -> [UInt16] {
    let second = layout.fields[fields[1]].choices.count
    let firsts = substantiveCodes(of: fields[0], in: batch, layout: layout)
    let seconds = substantiveCodes(of: fields[1], in: batch, layout: layout)
    return firsts.indices.map { record in
      guard firsts[record] > 0, seconds[record] > 0 else { return 0 }
      return UInt16(clamping: (Int(firsts[record]) - 1) * second + Int(seconds[record]))
    }
  }

  /// Each record's code, 0 for anything that is no substantive answer.
  static func substantiveCodes(of field: Int, in batch: ClassifiedBatch, layout: RecordLayout) -> [UInt16] {
    let description = layout.fields[field]
    var table = [UInt16](repeating: 0, count: description.choices.count + 1)
    for choice in description.choices.indices { table[choice + 1] = UInt16(clamping: choice + 1) }
    for choice in description.missingChoices where choice + 1 < table.count { table[choice + 1] = 0 }
    switch batch.columns[field] {
    case .coded(let codes): return codes.map { Int($0) < table.count ? table[Int($0)] : 0 }
    case .wideCoded(let codes): return codes.map { Int($0) < table.count ? table[Int($0)] : 0 }
    default: return Array(repeating: 0, count: batch.count)
    }
  }
}
