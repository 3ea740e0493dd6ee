import Responses

/// The place that each option has in each record's order of preference.
///
/// A place counts from 1; an option that was not placed has places + number of options placed; 0 stands for records
/// that placed nothing. An option named twice keeps its first place; choices that are no substantive answers have none.
struct RankedPlaces {
  private var slots: [[UInt16]]

  init(fields: [Int], batch: ClassifiedBatch, layout: RecordLayout) {
    let optionCount = fields.first.map { layout.fields[$0].choices.count } ?? 0
    let width = Self.placeCount(of: fields, in: layout)
    slots = Array(repeating: Array(repeating: 0, count: batch.count), count: optionCount)
    let columns = fields.map { JointSlots.substantiveCodes(of: $0, in: batch, layout: layout) }
    let missing = Set(fields.first.map { layout.fields[$0].missingChoices } ?? [])
    var places = [UInt16](repeating: 0, count: optionCount)
    for record in 0..<batch.count {
      for option in places.indices { places[option] = 0 }
      var placed = 0
      func place(_ option: Int, at position: Int) {
        guard option > 0, option <= optionCount, places[option - 1] == 0, !missing.contains(option - 1) else { return }
        places[option - 1] = UInt16(clamping: position)
        placed += 1
      }
      if fields.count == 1, case .ranking(let column) = batch.columns[fields[0]] {
        guard column.states[record] == AnswerState.answered.rawValue else { continue }
        for position in 0..<min(width, column.width) {
          place(Int(column.places[record * column.width + position]), at: position + 1)
        }
      } else {
        for (position, codes) in columns.enumerated() { place(Int(codes[record]), at: position + 1) }
      }
      if placed == 0 { continue }
      for option in places.indices {
        slots[option][record] = places[option] == 0 ? UInt16(clamping: width + placed) : places[option]
      }
    }
  }

  /// Each record's slot for one option.
  func slots(ofOption option: Int) -> [UInt16] { slots[option] }

  /// The number of places: the length of a ranking question's list, or the number of questions.
  static func placeCount(of fields: [Int], in layout: RecordLayout) -> Int {
    fields.count == 1 ? layout.fields[fields[0]].choices.count : fields.count
  }
}
