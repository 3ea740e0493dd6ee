import Responses

/// Numbers the levels of a question: 0 for no answer, then 1, 2, … .
///
/// A question with a list has its choices as levels, in their order, those that are no substantive answers included.
/// Of other questions the levels are the values that occur, in the order of their first occurrence.
struct LevelEncoder: Sendable {
  let field: Field
  /// The names of the levels; level 1 is the first.
  private(set) var names: [String]
  /// Whether all levels are known before the scan.
  let isFixed: Bool
  private var numbers: [Int64: Int32] = [:]
  private var texts: [String: Int32] = [:]

  init(field: Field) {
    self.field = field
    isFixed = field.storage == .coded
    names = isFixed ? field.choices : []
  }

  /// The number of levels known, no answer included.
  var width: Int { names.count + 1 }

  /// Adds `radix` times each record's level to the totals.
  mutating func add(_ column: AnswerColumn?, times radix: Int32, to totals: inout [Int32]) {
    switch column {
    case .coded(let codes):
      let last = UInt8(clamping: names.count)
      let table = (0...UInt8.max).map { $0 > last ? 0 : Int32($0) &* radix }
      for record in totals.indices { totals[record] &+= table[Int(codes[record])] }
    case .wideCoded(let codes):
      let last = UInt16(clamping: names.count)
      for record in totals.indices where codes[record] <= last { totals[record] &+= Int32(codes[record]) &* radix }
    case .integer(let column):
      for record in totals.indices where column.states[record] == AnswerState.answered.rawValue {
        totals[record] &+= level(of: column.values[record]) &* radix
      }
    case .decimal(let column):
      for record in totals.indices where column.states[record] == AnswerState.answered.rawValue {
        totals[record] &+= level(of: column.values[record]) &* radix
      }
    case .text(let column):
      for record in totals.indices where column.states[record] == AnswerState.answered.rawValue {
        totals[record] &+= level(of: column[record]) &* radix
      }
    case .multiple, .ranking, .dateTime, nil: break
    }
  }

  private mutating func level(of value: Int64) -> Int32 {
    if let known = numbers[value] { return known }
    names.append(String(value))
    numbers[value] = Int32(names.count)
    return Int32(names.count)
  }

  private mutating func level(of value: Double) -> Int32 {
    Int64(exactly: value).map { level(of: $0) } ?? level(of: value.description)
  }

  private mutating func level(of text: String) -> Int32 {
    if let known = texts[text] { return known }
    names.append(text)
    texts[text] = Int32(names.count)
    return Int32(names.count)
  }
}
