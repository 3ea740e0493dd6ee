internal import Responses

/// How the records of one version of a form become those of another.
struct LayoutTranslation {
  let source: RecordLayout
  /// The fields of the record.
  let record: FieldTranslation
  /// By repeat of the target, the repeat of the source that holds its rows, and its fields; nil: there are no rows.
  let repeats: [(stored: Int, fields: FieldTranslation)?]

  init(from source: RecordLayout, to target: RecordLayout) {
    self.source = source
    record = FieldTranslation(from: source.fields, to: target.fields, first: 0)
    // Rows can be told apart only where the repeats around them are the same.
    func names(_ layout: RecordLayout, _ position: Int) -> [String] {
      layout.lineage(ofRepeat: position).map { layout.repeats[$0].name }
    }
    let places = Dictionary(
      source.repeats.indices.map { (names(source, $0), $0) }, uniquingKeysWith: { first, _ in first })
    repeats = target.repeats.indices.map { position in
      places[names(target, position)].map { stored in
        let fields = FieldTranslation(
          from: source.repeats[stored].fields, to: target.repeats[position].fields,
          first: source.firstField(ofRepeat: stored))
        return (stored, fields)
      }
    }
  }
}

/// How the columns of one table of a version become those of another version's.
struct FieldTranslation {
  /// The fields of the source, and the ordinal of the first.
  let source: [Field]
  let first: Int
  let target: [Field]
  private let fields: [Int?]
  /// By field of the target: where each choice of the source stands in the target, from 1, 0 for none; nil: unchanged.
  private let choices: [[Int]?]

  init(from source: [Field], to target: [Field], first: Int) {
    self.source = source
    self.first = first
    self.target = target
    let places = Dictionary(source.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let matched = target.map { field in
      places[field.name].flatMap { Retyping.isPossible(from: source[$0].storage, to: field.storage) ? $0 : nil }
    }
    fields = matched
    choices = target.indices.map { index in
      guard let stored = matched[index], source[stored].storage == target[index].storage,
        source[stored].choices != target[index].choices
      else { return nil }
      let places = Dictionary(
        target[index].choices.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
      return source[stored].choices.map { places[$0] ?? 0 }
    }
  }

  /// The field of the source that holds a field of the target; nil when there is none.
  func storedField(of field: Int) -> Int? { fields[field] }

  /// A column of the source as one of the target.
  func translated(_ column: AnswerColumn, to field: Int) -> AnswerColumn {
    if let stored = fields[field], source[stored].storage != target[field].storage {
      return Retyping.read(column, of: source[stored], as: target[field])
    }
    guard let map = choices[field] else { return column }
    let count = target[field].choices.count
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
