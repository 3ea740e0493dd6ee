import Diagnostics
import Foundation
import Responses
import SQLite
import Tabulation
import Testing

/// A source of one batch.
struct OneBatch: RecordSource {
  let layout: RecordLayout
  let columns: [AnswerColumn]
  let recordCount: Int
  var isSimulated: Bool { false }

  func forEachBatch(
    fields: [Int], repeats: [Int: [Int]], _ body: (RecordBatch) throws(StageFailure) -> Void
  ) throws(StageFailure) {
    var keys = TextColumn()
    for _ in 0..<recordCount { keys.append([]) }
    try body(
      RecordBatch(layout: layout, columns: columns.map { $0 }, keys: keys, recordNumbers: [], digests: []))
  }
}

/// Requirements:
/// 1. The statements of a plan give on SQLite the cells of the embedded scan: every kind of item, with weights, strata,
///    clusters, domains and a period.
/// 2. No name and no code can be read as SQL.
@Suite("Cells by SQL")
struct SQLTests {
  static let choices = ["1", "2", "3", "98"]
  static let options = ["a", "it's", "c\"x"]
  /// Names that would end a quotation, were they not doubled.
  static let fields = [
    Field(name: "str'atum", path: [], storage: .coded, choices: ["s1", "s2"]),
    Field(name: "psu\"; DROP TABLE answers; --", path: [], storage: .coded, choices: ["p1", "p2", "p3"]),
    Field(name: "w", path: [], storage: .decimal), Field(name: "sex", path: [], storage: .coded, choices: ["f", "m"]),
    Field(name: "imp", path: [], storage: .coded, choices: choices, missingChoices: [3]),
    Field(name: "prov", path: [], storage: .coded, choices: choices, missingChoices: [3]),
    Field(name: "several", path: [], storage: .multiple, choices: options + ["none"], missingChoices: [3]),
    Field(name: "order", path: [], storage: .ranking, choices: options),
    Field(name: "first", path: [], storage: .coded, choices: options),
    Field(name: "second", path: [], storage: .coded, choices: options),
    Field(name: "income", path: [], storage: .decimal), Field(name: "age", path: [], storage: .integer),
    Field(name: "day", path: [], storage: .date), Field(name: "size", path: [], storage: .integer),
  ]

  static let plan: TabulationPlan = {
    var plan = TabulationPlan()
    plan.strata = 0
    plan.clusters = [1]
    plan.weights = 2
    plan.populationSizes = [13]
    plan.domains = [[3], [3, 5]]
    plan.items = [
      .coded(4), .pair(4, 5), .multiple(6), .ranking([7]), .ranking([8, 9]), .number(10), .numberPair(10, 11),
      .values(11), .patterns([4, 5]), .patterns([7]),
    ]
    plan.period = .init(field: 12, days: 100...130)
    return plan
  }()

  /// Records from a simple recurrence: cells of the table as SQL literals, and the same as columns.
  static func data(_ count: Int, seed: UInt64) -> (rows: [[String]], source: OneBatch) {
    var state = seed
    func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    func text(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }
    var rows = [[String]](repeating: [], count: count)
    var columns: [AnswerColumn] = []
    let answered = AnswerState.answered.rawValue
    for field in fields {
      let length = field.choices.count
      switch field.storage {
      case .coded:
        let isDesign = columns.count < 2
        let codes = (0..<count).map { _ in isDesign ? below(length) + 1 : below(length + 1) }
        for row in 0..<count { rows[row].append(codes[row] == 0 ? "NULL" : text(field.choices[codes[row] - 1])) }
        columns.append(.coded(codes.map(UInt8.init)))
      case .multiple:
        let words = (0..<count).map { _ in below(1 << length) }
        for row in 0..<count { rows[row] += (0..<length).map { String(words[row] >> $0 & 1) } }
        columns.append(
          .multiple(
            MultipleColumn(
              states: Array(repeating: answered, count: count), wordsPerRecord: 1, words: words.map(UInt64.init))))
      case .ranking:
        var places: [UInt8] = []
        for row in 0..<count {
          let shift = below(length)
          let placed = below(length + 1)
          for place in 0..<length {
            let code = place < placed ? (place + shift) % length + 1 : 0
            places.append(UInt8(code))
            rows[row].append(code == 0 ? "NULL" : text(field.choices[code - 1]))
          }
        }
        columns.append(
          .ranking(RankingColumn(states: Array(repeating: answered, count: count), width: length, places: places)))
      case .decimal:
        let values = (0..<count).map { _ in Double(below(1000)) / 8 + 1 }
        for row in 0..<count { rows[row].append("\(values[row])") }
        columns.append(.decimal(DecimalColumn(states: Array(repeating: answered, count: count), values: values)))
      default:
        let values = (0..<count).map { _ in
          field.name == "size" ? 50 : Int64(field.name == "day" ? 90 + below(50) : 18 + below(9))
        }
        for row in 0..<count { rows[row].append("\(values[row])") }
        columns.append(.integer(IntegerColumn(states: Array(repeating: answered, count: count), values: values)))
      }
    }
    let layout = RecordLayout(formIdentifier: "test", formVersion: "", fields: fields)
    return (rows, OneBatch(layout: layout, columns: columns, recordCount: count))
  }

  /// The columns of the table, as ``TabulationPlan/sql(table:layout:)`` wants them.
  static let columnNames = fields.flatMap { field in
    switch field.storage {
    case .multiple: field.choices.map { "\(field.name)/\($0)" }
    case .ranking: field.choices.indices.map { "\(field.name)/\($0 + 1)" }
    default: [field.name]
    }
  }

  /// The sums by class and key as SQLite gives them; keys as text, NULL as "-".
  private static func run(_ statement: CellStatement, on database: Database) throws -> [[String]: [Double]] {
    let query = try database.prepare(statement.text)
    var found: [[String]: [Double]] = [:]
    while try query.step() {
      let keys = (0..<statement.keyCount).map { query.isNull(Int32($0)) ? "-" : query.text(Int32($0)) }
      let sums = statement.sums.indices.map { Double(query.text(Int32(statement.keyCount + $0))) ?? .nan }
      #expect(found.updateValue(sums, forKey: keys) == nil)
    }
    return found
  }

  /// The same sums from the embedded scan.
  private static func cells(_ table: CellTable, _ statement: CellStatement) -> [[String]: [Double]] {
    var found: [[String]: [Double]] = [:]
    guard let grouping = table.groupings.firstIndex(where: { statement.domain.map($0.domains.contains) ?? true }) else {
      return [:]
    }
    let description = table.groupings[grouping]
    func name(_ field: Int, _ level: Int) -> String { level == 0 ? "-" : fields[field].choices[level - 1] }
    for (number, recordClass) in description.classes.enumerated().dropFirst() {
      let unit = table.units[recordClass.unit]
      let start =
        [name(0, unit.stratum), name(1, unit.clusters[0])]
        + (statement.domain.map { plan.domains[$0] } ?? []).map { field in
          name(field, recordClass.levels[description.fields.firstIndex(of: field) ?? 0])
        }
      func add(_ keys: [String], _ sums: [Double]) {
        guard sums[0] > 0 else { return }
        found[start + keys] = found[start + keys].map { zip($0, sums).map(+) } ?? sums
      }
      func weights(_ moments: WeightMoments) -> [Double] {
        let pivot = recordClass.weights.pivot
        return [
          moments.count, moments.count * pivot + moments.delta,
          moments.deltaSquares + pivot * (2 * moments.delta + moments.count * pivot),
        ]
      }
      guard let item = statement.item else {
        add([], weights(recordClass.weights.moments))
        continue
      }
      switch (table.items[item][grouping], plan.items[item]) {
      case (.coded(let cells), _):
        for slot in 1..<(cells.slotCount - 1) {
          add([choices[slot - 1]], weights(cells.moments(class: number, slot: slot)))
        }
      case (.pair(let cells), _):
        for slot in 1..<cells.slotCount {
          add([choices[(slot - 1) / 4], choices[(slot - 1) % 4]], weights(cells.moments(class: number, slot: slot)))
        }
      case (.multiple(let cells), _):
        for slot in 1..<cells.slotCount {
          add([slot > 3 ? "" : options[slot - 1]], weights(cells.moments(class: number, slot: slot)))
        }
      case (.ranking(let cells), _):
        for (option, cells) in cells.enumerated() {
          for slot in 1..<cells.slotCount {
            add([options[option], "\(slot)"], weights(cells.moments(class: number, slot: slot)))
          }
        }
      case (.number(let cells), _):
        add(
          [], Self.sums(cells[number], weights: weights(cells[number].weightMoments), pivot: recordClass.weights.pivot))
      case (.numberPair(let cells), _):
        let cell = cells[number]
        let sums = weights(cell.first.weightMoments)
        add(
          [],
          sums + [sums[1] * cell.first.pivot + cell.first.product, sums[1] * cell.second.pivot + cell.second.product])
      case (.values(let cells), _):
        for cell in cells.cells where cell.classNumber == number {
          add(["\(cells.values[cell.value])"], weights(cell.moments))
        }
      case (.patterns(let cells), .patterns(let members)):
        let names = members == [7] ? options : choices
        for cell in cells.cells where cell.number == number {
          add(cells.patterns[cell.pattern].map { $0 == 0 ? "-" : names[Int($0) - 1] }, weights(cell.moments))
        }
      default: Issue.record("an item of another kind")
      }
    }
    return found
  }

  /// n, Σw, Σw², Σwy, Σw²y, Σw²y² with y = pivot + y′ and q = w y′.
  private static func sums(_ cell: NumberCell, weights: [Double], pivot: Double) -> [Double] {
    let weightedProduct = cell.deltaProduct + pivot * cell.product
    return weights + [
      weights[1] * cell.pivot + cell.product, weights[2] * cell.pivot + weightedProduct,
      cell.pivot * (weights[2] * cell.pivot + 2 * weightedProduct) + cell.productSquares,
    ]
  }

  /// A database with the records as a table.
  static func database(_ rows: [[String]], at path: String) throws -> Database {
    try Data().write(to: URL(fileURLWithPath: path))
    let database = try Database(path: path, mode: .writing)
    let columns = columnNames.map { "\"\($0.replacing("\"", with: "\"\""))\"" }
    try database.execute("CREATE TABLE \"answers ' \"\" x\" (\(columns.joined(separator: ", ")))")
    for row in rows { try database.execute("INSERT INTO \"answers ' \"\" x\" VALUES (\(row.joined(separator: ", ")))") }
    return database
  }

  @Test("SQLite's GROUP BY gives the cells of the embedded scan", arguments: [1, 2, 3])
  func sameCells(seed: UInt64) throws {
    let path = NSTemporaryDirectory() + "/ykien-cells-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let (rows, source) = Self.data(400, seed: seed)
    let database = try Self.database(rows, at: path)
    let table = try EmbeddedTabulator(source).cells(of: Self.plan)
    #expect(table.countedRecords < 400 && table.countedRecords > 100)
    let statements = Self.plan.sql(table: "answers ' \" x", layout: source.layout)
    #expect(statements.count == 11 * 3)
    for statement in statements {
      let found = try Self.run(statement, on: database)
      let expected = Self.cells(table, statement)
      #expect(!expected.isEmpty)
      #expect(Set(found.keys) == Set(expected.keys), "\(statement.text)")
      for (key, sums) in expected {
        for (sum, value) in zip(sums, found[key] ?? []) {
          #expect(abs(sum - value) <= 1e-11 * max(1, abs(value)), "\(key) \(statement.sums)")
        }
      }
    }
  }
}
