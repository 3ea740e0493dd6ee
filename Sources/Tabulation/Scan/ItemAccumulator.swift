import Responses

/// Counts one item under every grouping.
struct ItemAccumulator: Sendable {
  private let item: TabulatedItem
  private let layout: RecordLayout
  private var dense: [DenseCells] = []
  private var choices: [[DenseCells]] = []
  private var numbers: [NumberCells] = []
  private var patterns: [PatternCells] = []
  private var patternNumbers = PatternNumbers()
  private var values: [ValueCells] = []
  private var numberPairs: [NumberPairCells] = []

  init(item: TabulatedItem, layout: RecordLayout, groupingCount: Int) {
    self.item = item
    self.layout = layout
    func cells(_ slotCount: Int) -> [DenseCells] {
      Array(repeating: DenseCells(slotCount: slotCount), count: groupingCount)
    }
    switch item {
    case .coded(let field), .multiple(let field): dense = cells(layout.fields[field].choices.count + 2)
    case .pair(let first, let second):
      dense = cells(layout.fields[first].choices.count * layout.fields[second].choices.count + 1)
    case .ranking(let fields):
      let slots = 2 * RankedPlaces.placeCount(of: fields, in: layout) + 1
      let options = fields.first.map { layout.fields[$0].choices.count } ?? 0
      choices = cells(slots).map { Array(repeating: $0, count: options) }
    case .number: numbers = Array(repeating: NumberCells(), count: groupingCount)
    case .patterns(let fields):
      let width = PatternColumns.width(of: fields, in: layout)
      patterns = Array(repeating: PatternCells(width: width), count: groupingCount)
    case .values: values = Array(repeating: ValueCells(), count: groupingCount)
    case .numberPair: numberPairs = Array(repeating: NumberPairCells(), count: groupingCount)
    }
  }

  /// Counts a batch.
  mutating func add(_ batch: ClassifiedBatch) {
    switch item {
    case .coded(let field): addCoded(field, batch)
    case .pair(let first, let second):
      addSlots(JointSlots.slots(of: [first, second], in: batch, layout: layout), batch)
    case .multiple(let field): addMultiple(field, batch)
    case .ranking(let fields): addRanking(fields, batch)
    case .patterns(let fields):
      let codes = PatternColumns.codes(of: fields, in: batch, layout: layout)
      let found = patternNumbers.read(codes, count: batch.count)
      for grouping in patterns.indices { patterns[grouping].add(patterns: found, classes: batch.classes[grouping]) }
    case .values(let field):
      let column = NumberColumn.values(of: batch.columns[field], count: batch.count)
      for grouping in values.indices { values[grouping].add(values: column, classes: batch.classes[grouping]) }
    case .numberPair(let first, let second):
      let columns = [first, second].map { NumberColumn.values(of: batch.columns[$0], count: batch.count) }
      for grouping in numberPairs.indices {
        numberPairs[grouping].add(
          firsts: columns[0], seconds: columns[1], weights: batch.weights, pivots: batch.pivots[grouping],
          classes: batch.classes[grouping])
      }
    case .number(let field):
      let values = NumberColumn.values(of: batch.columns[field], count: batch.count)
      for grouping in numbers.indices {
        numbers[grouping].reserve(classCount: batch.classes[grouping].classCount)
        numbers[grouping].add(
          values: values, weights: batch.weights, pivots: batch.pivots[grouping], classes: batch.classes[grouping])
      }
    }
  }

  private mutating func addCoded(_ field: Int, _ batch: ClassifiedBatch) {
    let last = layout.fields[field].choices.count
    switch batch.columns[field] {
    case .coded(let codes):
      for grouping in dense.indices {
        dense[grouping].reserve(classCount: batch.classes[grouping].classCount)
        dense[grouping].add(
          codes: codes, lastCode: UInt8(clamping: min(last, 253)), classes: batch.classes[grouping])
      }
    case .wideCoded(let codes):
      addSlots(codes.map { Int($0) > last ? UInt16(clamping: last + 1) : $0 }, batch)
    default: addSlots([UInt16](repeating: UInt16(clamping: last + 1), count: batch.count), batch)
    }
  }

  private mutating func addSlots(_ slots: [UInt16], _ batch: ClassifiedBatch) {
    for grouping in dense.indices {
      dense[grouping].reserve(classCount: batch.classes[grouping].classCount)
      dense[grouping].add(slots: slots, classes: batch.classes[grouping])
    }
  }

  private mutating func addMultiple(_ field: Int, _ batch: ClassifiedBatch) {
    guard case .multiple(let column) = batch.columns[field] else { return }
    let choiceCount = layout.fields[field].choices.count
    let missing = Set(layout.fields[field].missingChoices)
    let substantive = (0..<choiceCount).filter { !missing.contains($0) }
    for grouping in dense.indices {
      let classes = batch.classes[grouping]
      dense[grouping].reserve(classCount: classes.classCount)
      if classes.hasUnequalWeights { dense[grouping].prepareSums(for: batch.count) }
      for record in 0..<batch.count where column.states[record] == AnswerState.answered.rawValue {
        let delta = classes.hasUnequalWeights ? classes.deltas[record] : nil
        let start = record * column.wordsPerRecord
        var isCounted = false
        for choice in substantive where choice >> 6 < column.wordsPerRecord {
          guard column.words[start + choice >> 6] >> UInt64(choice & 63) & 1 == 1 else { continue }
          isCounted = true
          dense[grouping].add(slot: choice + 1, class: classes.numbers[record], delta: delta)
        }
        if isCounted { dense[grouping].add(slot: choiceCount + 1, class: classes.numbers[record], delta: delta) }
      }
    }
  }

  private mutating func addRanking(_ fields: [Int], _ batch: ClassifiedBatch) {
    let places = RankedPlaces(fields: fields, batch: batch, layout: layout)
    for grouping in choices.indices {
      for option in choices[grouping].indices {
        choices[grouping][option].reserve(classCount: batch.classes[grouping].classCount)
        choices[grouping][option].add(slots: places.slots(ofOption: option), classes: batch.classes[grouping])
      }
    }
  }

  /// The cells by grouping.
  mutating func finish() -> [ItemCells] {
    for grouping in dense.indices { dense[grouping].moveSums() }
    for grouping in choices.indices {
      for option in choices[grouping].indices { choices[grouping][option].moveSums() }
    }
    for grouping in patterns.indices { patterns[grouping].patterns = patternNumbers.patterns }
    return switch item {
    case .coded: dense.map { .coded($0) }
    case .pair: dense.map { .pair($0) }
    case .multiple: dense.map { .multiple($0) }
    case .ranking: choices.map { .ranking($0) }
    case .number: numbers.map { .number($0) }
    case .patterns: patterns.map { .patterns($0) }
    case .values: values.map { .values($0) }
    case .numberPair: numberPairs.map { .numberPair($0) }
    }
  }
}

/// A batch whose records' classes are known.
struct ClassifiedBatch: Sendable {
  let count: Int
  let columns: [AnswerColumn?]
  /// By grouping.
  let classes: [ClassBatch]
  /// Base weights; empty when all are 1.
  let weights: [Double]
  /// By grouping: the weights of the classes so far.
  let pivots: [[WeightCell]]
}
