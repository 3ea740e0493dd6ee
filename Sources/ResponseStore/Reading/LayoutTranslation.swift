internal import Responses

/// How the columns of one version of a form become those of another.
struct LayoutTranslation {
  let source: RecordLayout
  private let target: RecordLayout
  private let fields: [Int?]
  /// By field of the target: where each choice of the source stands in the target, from 1, 0 for none; nil: unchanged.
  private let choices: [[Int]?]

  init(from source: RecordLayout, to target: RecordLayout) {
    self.source = source
    self.target = target
    let places = Dictionary(source.fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let matched = target.fields.map { field in
      places[field.name].flatMap { source.fields[$0].storage == field.storage ? $0 : nil }
    }
    fields = matched
    choices = target.fields.indices.map { index in
      guard let stored = matched[index], source.fields[stored].choices != target.fields[index].choices else {
        return nil
      }
      let places = Dictionary(
        target.fields[index].choices.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
      return source.fields[stored].choices.map { places[$0] ?? 0 }
    }
  }

  /// The field of the source that holds a field of the target; nil when there is none.
  func storedField(of field: Int) -> Int? { fields[field] }

  /// A column of the source as one of the target.
  func translated(_ column: AnswerColumn, to field: Int) -> AnswerColumn {
    guard let map = choices[field] else { return column }
    let count = target.fields[field].choices.count
    switch column {
    case .coded(let codes): return recoded(codes.map(Int.init), notShown: Int(ChoiceCode.notShown), map, count)
    case .wideCoded(let codes):
      return recoded(codes.map(Int.init), notShown: Int(ChoiceCode.wideNotShown), map, count)
    case .multiple(let column): return .multiple(recoded(column, map, count))
    case .ranking(let column): return .ranking(recoded(column, map, count))
    default: return column
    }
  }

  private func recoded(_ codes: [Int], notShown: Int, _ map: [Int], _ count: Int) -> AnswerColumn {
    func place(_ code: Int) -> Int { code >= 1 && code <= map.count ? map[code - 1] : 0 }
    if count <= ChoiceCode.longestNarrowList {
      return .coded(codes.map { $0 == notShown ? ChoiceCode.notShown : UInt8(truncatingIfNeeded: place($0)) })
    }
    return .wideCoded(codes.map { $0 == notShown ? ChoiceCode.wideNotShown : UInt16(truncatingIfNeeded: place($0)) })
  }

  private func recoded(_ column: MultipleColumn, _ map: [Int], _ count: Int) -> MultipleColumn {
    let width = (count + 63) / 64
    var words = [UInt64](repeating: 0, count: column.states.count * width)
    var states = column.states
    for record in column.states.indices {
      var (chosen, kept) = (0, 0)
      for (choice, place) in map.enumerated() {
        let word = column.words[record * column.wordsPerRecord + choice / 64]
        guard word >> UInt64(choice % 64) & 1 == 1 else { continue }
        chosen += 1
        guard place > 0 else { continue }
        kept += 1
        words[record * width + (place - 1) / 64] |= 1 << UInt64((place - 1) % 64)
      }
      // Who chose only what is gone did not answer; who answered with none of the choices still did.
      if chosen > 0, kept == 0 { states[record] = AnswerState.blank.rawValue }
    }
    return MultipleColumn(states: states, wordsPerRecord: width, words: words)
  }

  private func recoded(_ column: RankingColumn, _ map: [Int], _ count: Int) -> RankingColumn {
    var places = [UInt8](repeating: 0, count: column.states.count * count)
    var states = column.states
    for record in column.states.indices {
      // Choices that are gone leave no gap: those behind them move up.
      let kept = (0..<column.width).compactMap { place -> Int? in
        let code = Int(column.places[record * column.width + place])
        let moved = code >= 1 && code <= map.count ? map[code - 1] : 0
        return moved > 0 ? moved : nil
      }
      for (place, code) in kept.prefix(count).enumerated() {
        places[record * count + place] = UInt8(truncatingIfNeeded: code)
      }
      let wasAnswered = states[record] == AnswerState.answered.rawValue && column.width > 0
      if wasAnswered, column.places[record * column.width] != 0, kept.isEmpty {
        states[record] = AnswerState.blank.rawValue
      }
    }
    return RankingColumn(states: states, width: count, places: places)
  }
}

extension AnswerColumn {
  /// A column of a question that nobody was shown.
  static func notShown(_ field: Field, count: Int) -> AnswerColumn {
    let states = [UInt8](repeating: AnswerState.notShown.rawValue, count: count)
    switch field.storage {
    case .coded:
      return field.choices.count <= ChoiceCode.longestNarrowList
        ? .coded([UInt8](repeating: ChoiceCode.notShown, count: count))
        : .wideCoded([UInt16](repeating: ChoiceCode.wideNotShown, count: count))
    case .multiple:
      let width = (field.choices.count + 63) / 64
      return .multiple(
        MultipleColumn(
          states: states, wordsPerRecord: width, words: [UInt64](repeating: 0, count: count * width)))
    case .ranking:
      let width = field.choices.count
      return .ranking(RankingColumn(states: states, width: width, places: [UInt8](repeating: 0, count: count * width)))
    case .integer, .date, .time:
      return .integer(IntegerColumn(states: states, values: [Int64](repeating: 0, count: count)))
    case .decimal: return .decimal(DecimalColumn(states: states, values: [Double](repeating: 0, count: count)))
    case .dateTime:
      return .dateTime(
        DateTimeColumn(
          states: states, milliseconds: [Int64](repeating: 0, count: count),
          offsetMinutes: [Int16](repeating: 0, count: count)))
    case .text: return .text(TextColumn(states: states, ends: [UInt32](repeating: 0, count: count), bytes: []))
    }
  }
}
