import Diagnostics
import Responses
import Tabulation
import Testing

/// A source of ready batches.
private struct Batches: RecordSource {
  let layout: RecordLayout
  let batches: [RecordBatch]
  var recordCount: Int { batches.reduce(0) { $0 + $1.count } }
  var isSimulated: Bool { false }

  /// Cuts whole columns into batches.
  init(_ fields: [Field], _ columns: [[UInt8]], weights: [Double] = [], batchSize: Int) {
    let weightFields = weights.isEmpty ? [] : [Field(name: "w", path: ["w"], storage: .decimal)]
    layout = RecordLayout(formIdentifier: "test", formVersion: "", fields: fields + weightFields)
    let count = columns.first?.count ?? 0
    let layout = layout
    batches = stride(from: 0, to: count, by: batchSize).map { start in
      let part = start..<min(count, start + batchSize)
      var keys = TextColumn()
      for _ in part { keys.append([]) }
      var answers: [AnswerColumn?] = columns.map { .coded(Array($0[part])) }
      if !weights.isEmpty {
        answers.append(
          .decimal(DecimalColumn(states: Array(repeating: 0, count: part.count), values: Array(weights[part]))))
      }
      return RecordBatch(layout: layout, columns: answers, keys: keys, recordNumbers: [], digests: [])
    }
  }

  func forEachBatch(
    fields: [Int], repeats: [Int: [Int]], _ body: (RecordBatch) throws(StageFailure) -> Void
  ) throws(StageFailure) {
    for batch in batches { try body(batch) }
  }
}

/// The scan: one pass, cells by class and slot.
@Suite("Tabulation")
struct TabulationTests {
  static let fields = [
    Field(name: "a", path: ["a"], storage: .coded, choices: ["1", "2", "3"]),
    Field(name: "d", path: ["d"], storage: .coded, choices: ["x", "y"]),
    Field(name: "e", path: ["e"], storage: .coded, choices: ["p", "q", "r"]),
  ]

  /// Columns of some length from a simple recurrence, with blanks, not shown, and a code no list has.
  static func columns(_ count: Int) -> [[UInt8]] {
    var state: UInt64 = 99
    func next(_ codes: [UInt8]) -> UInt8 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return codes[Int(state >> 33) % codes.count]
    }
    return [
      (0..<count).map { _ in next([0, 1, 2, 3, 255, 200]) }, (0..<count).map { _ in next([0, 1, 2, 255]) },
      (0..<count).map { _ in next([1, 2, 3]) },
    ]
  }

  /// Every cell of item 0 by the levels of the domain questions, summed over the classes.
  private static func counts(_ table: CellTable) -> [[Int]: [Int: (Int, Double)]] {
    var found: [[Int]: [Int: (Int, Double)]] = [:]
    guard case .coded(let cells) = table.items[0][0] else { return found }
    for (number, recordClass) in table.groupings[0].classes.enumerated().dropFirst() {
      for slot in 0..<cells.slotCount {
        let moments = cells.moments(class: number, slot: slot)
        if moments.count == 0 { continue }
        let sum = moments.count * recordClass.weights.pivot + moments.delta
        #expect(cells.count(class: number, slot: slot) == Int(moments.count))
        found[recordClass.levels, default: [:]][slot] = (Int(moments.count), sum)
      }
    }
    return found
  }

  @Test("cells equal counting record by record, whatever the batches", arguments: [1, 7, 1000, 5000, 20_000])
  func countsEqualCounting(batchSize: Int) throws {
    let columns = Self.columns(20_000)
    let weights = (0..<20_000).map { 0.5 + Double($0 % 13) }
    var plan = TabulationPlan()
    plan.items = [.coded(0)]
    plan.domains = [[1], [2], [1, 2]]
    plan.weights = 3
    let table = try plan.tabulate(Batches(Self.fields, columns, weights: weights, batchSize: batchSize))
    var expected: [[Int]: [Int: (Int, Double)]] = [:]
    for record in 0..<20_000 {
      let slot = columns[0][record] > 3 ? 4 : Int(columns[0][record])
      let levels = [columns[1][record] > 2 ? 0 : Int(columns[1][record]), Int(columns[2][record])]
      let before = expected[levels]?[slot] ?? (0, 0)
      expected[levels, default: [:]][slot] = (before.0 + 1, before.1 + weights[record])
    }
    let found = Self.counts(table)
    #expect(found.count == expected.count)
    for (levels, slots) in expected {
      for (slot, cell) in slots {
        let other = found[levels]?[slot] ?? (0, 0)
        #expect(other.0 == cell.0)
        #expect(abs(other.1 - cell.1) <= 1e-12 * cell.1)
      }
    }
  }

  @Test("domains with few levels share one set of classes, others get their own")
  func groupings() throws {
    var plan = TabulationPlan()
    plan.items = [.coded(0)]
    plan.domains = [[1], [2], [1, 2]]
    let together = try plan.tabulate(Batches(Self.fields, Self.columns(100), batchSize: 30))
    #expect(together.groupings.map(\.domains) == [[0, 1, 2]])
    let wide = Field(name: "d", path: ["d"], storage: .coded, choices: (1...250).map(String.init))
    let apart = try plan.tabulate(Batches([Self.fields[0], wide, wide], Self.columns(100), batchSize: 30))
    #expect(apart.groupings.map(\.domains) == [[0], [1], [2]])
  }

  @Test("equal weights within a stratum leave no rounding error")
  func pivots() throws {
    let columns = Self.columns(3000)
    var plan = TabulationPlan()
    plan.items = [.coded(0)]
    plan.strata = 2
    plan.weights = 3
    let weights = columns[2].map { 0.1 * Double($0) }
    let table = try plan.tabulate(Batches(Self.fields, columns, weights: weights, batchSize: 100))
    #expect(table.units.count == 3)
    for unit in table.units {
      #expect(unit.weights.delta == 0 && unit.weights.deltaSquares == 0)
      #expect(unit.weights.minimum == unit.weights.maximum)
    }
  }

  @Test("unusable weights are counted, not used")
  func weightProblems() throws {
    var plan = TabulationPlan()
    plan.weights = 3
    let weights = [1, -1, .nan, .infinity, 1e200, 0, 1e-200, -0.0]
    let table = try plan.tabulate(
      Batches(Self.fields, Self.columns(8), weights: weights, batchSize: 3))
    #expect(table.problems.negativeWeights == 1)
    #expect(table.problems.unusableWeights == 4)
    #expect(table.units.reduce(0) { $0 + $1.weights.sum } == 1)
  }

  @Test("no records: one unit at most, nothing counted")
  func noRecords() throws {
    var plan = TabulationPlan()
    plan.items = [.coded(0)]
    plan.domains = [[1]]
    let table = try plan.tabulate(Batches(Self.fields, [[], [], []], batchSize: 10))
    #expect(table.countedRecords == 0 && table.groupings[0].classes.count <= 1)
  }

  @Test("records kept apart: a unit each, with its levels and numbers, whatever the batches", arguments: [7, 1000])
  func recordsApart(batchSize: Int) throws {
    let columns = Self.columns(60)
    let weights = (0..<60).map { Double($0 % 5) }
    var plan = TabulationPlan()
    plan.items = [.coded(0)]
    plan.domains = [[1], [2]]
    plan.strata = 2
    plan.weights = 3
    plan.keepsRecordsApart = true
    plan.recordNumbers = [3]
    let table = try plan.tabulate(Batches(Self.fields, columns, weights: weights, batchSize: batchSize))
    #expect(table.units.count == 60 && table.units.allSatisfy { $0.weights.count == 1 })
    #expect(table.units.map(\.stratum) == columns[2].map(Int.init))
    #expect(table.units.map(\.weights.sum) == weights && table.recordNumbers == [weights.map(Optional.some)])
    // Both domains are read from one grouping of single records.
    #expect(table.groupings.count == 1 && table.groupings[0].domains == [0, 1])
  }
}
