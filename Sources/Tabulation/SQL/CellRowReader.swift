import Responses

/// Turns rows of an engine into design units, classes and cells.
struct CellRowReader {
  let plan: TabulationPlan
  let layout: RecordLayout
  private(set) var units: [DesignUnit] = []
  /// The whole first, then one per domain of the plan.
  private(set) var groupings: [Grouping] = []
  private(set) var problems = DesignProblems()
  private var unitOfKeys: [[Int]: Int] = [:]
  /// By grouping: the class of a unit's and a domain's levels.
  private var classOfKeys: [[[Int]: Int]] = []
  /// By field: the names of its levels; those of lists are known beforehand.
  private var levelNames: [Int: [String]] = [:]
  private var levelNumbers: [Int: [String: Int]] = [:]

  init(plan: TabulationPlan, layout: RecordLayout) {
    self.plan = plan
    self.layout = layout
    problems.missingClusters = plan.clusters.map { _ in 0 }
    problems.missingPopulationSizes = plan.populationSizes.map { _ in 0 }
    problems.varyingPopulationSizes = problems.missingPopulationSizes
    for field in plan.fields where layout.fields[field].storage == .coded {
      for choice in layout.fields[field].choices { _ = number(ofLevel: choice, field: field) }
    }
  }

  /// The names of a question's levels, from level 1.
  func names(of field: Int) -> [String] { levelNames[field] ?? [] }

  private mutating func number(ofLevel name: String, field: Int) -> Int {
    if let known = levelNumbers[field]?[name] { return known }
    levelNames[field, default: []].append(name)
    let number = levelNames[field]?.count ?? 0
    levelNumbers[field, default: [:]][name] = number
    return number
  }

  private mutating func level(_ value: CellValue, field: Int) -> Int {
    switch value {
    case .null: 0
    case .text(let text):
      layout.fields[field].storage == .coded
        ? levelNumbers[field]?[text] ?? 0 : number(ofLevel: text, field: field)
    case .number(let value):
      number(ofLevel: Int64(exactly: value).map { String($0) } ?? value.description, field: field)
    }
  }

  private var designFields: [Int] { [plan.strata].compactMap { $0 } + plan.clusters + plan.raking }

  // MARK: Classes

  /// Reads the design units of a domain: the classes of its grouping.
  mutating func addClasses(_ rows: [[CellValue]], domain: Int?) {
    let fields = domain.map { plan.domains[$0] } ?? []
    var classes = [RecordClass(unit: 0, levels: fields.map { _ in 0 }, weights: WeightCell())]
    var numbers: [[Int]: Int] = [:]
    for row in rows {
      let own = designFields
      guard row.count >= own.count + fields.count + 6 else { continue }
      let unitKeys = zip(row, own).map { level($0, field: $1) }
      let levels = zip(row.dropFirst(own.count), fields).map { level($0, field: $1) }
      let sums = row.dropFirst(own.count + fields.count).map(\.double)
      let weights = WeightCell(sums)
      // A sum over no records is a row too where nothing groups them.
      if weights.count == 0 { continue }
      if domain == nil { addUnit(unitKeys, weights, sizes: Array(sums.dropFirst(6))) }
      guard let unit = unitOfKeys[unitKeys] else { continue }
      numbers[unitKeys + levels] = classes.count
      classes.append(RecordClass(unit: unit, levels: levels, weights: weights))
    }
    classOfKeys.append(numbers)
    groupings.append(Grouping(domains: domain.map { [$0] } ?? [], fields: fields, names: [], classes: classes))
  }

  private mutating func addUnit(_ keys: [Int], _ weights: WeightCell, sizes: [Double]) {
    let afterStrata = plan.strata == nil ? 0 : 1
    let afterClusters = afterStrata + plan.clusters.count
    unitOfKeys[keys] = units.count
    let unit = DesignUnit(
      stratum: plan.strata == nil ? 0 : keys[0], clusters: Array(keys[afterStrata..<afterClusters]),
      rakingLevels: Array(keys[afterClusters...]),
      populationSizes: plan.populationSizes.indices.map { stage in
        let place = 2 * stage
        return place < sizes.count && sizes[place].isFinite ? sizes[place] : nil
      }, weights: weights)
    if plan.strata != nil, unit.stratum == 0 { problems.missingStrata += weights.count }
    for (stage, cluster) in unit.clusters.enumerated() where cluster == 0 {
      problems.missingClusters[stage] += weights.count
    }
    for (stage, size) in unit.populationSizes.enumerated() {
      if size == nil {
        problems.missingPopulationSizes[stage] += weights.count
      } else if sizes[2 * stage] != sizes[2 * stage + 1] {
        problems.varyingPopulationSizes[stage] += 1
      }
    }
    units.append(unit)
  }

  // MARK: Cells

  /// One row of an item: its class, the keys within it, and its sums by name.
  private struct Entry {
    var number: Int
    var pivot: Double
    var keys: [CellValue]
    var sums: [String: Double]

    var count: Int { Int(exactly: sums["n"] ?? 0) ?? 0 }

    func sum(_ name: String) -> Double { sums[name] ?? 0 }

    /// Of the weights about the class's pivot.
    var moments: WeightMoments {
      let count = sum("n")
      return WeightMoments(
        count: count, delta: sum("sw") - count * pivot,
        deltaSquares: sum("sww") - pivot * (2 * sum("sw") - count * pivot))
    }

    func numbers(_ name: String) -> NumberCell.Sums {
      NumberCell.Sums(
        count: count, weight: sum("sw"), weightSquares: sum("sww"), plain: sum("s" + name), product: sum("sw" + name),
        squaredProduct: sum("sww" + name), productSquares: sum("sww" + name + name),
        weightedSquares: sum("sw" + name + name), largest: sum("largest"))
    }
  }

  private mutating func entries(_ result: CellRows?, grouping: Int) -> [Entry] {
    guard let result else { return [] }
    let design = designFields
    let fields = groupings[grouping].fields
    let classKeys = design.count + fields.count
    return result.rows.compactMap { row in
      guard row.count == result.statement.keyCount + result.statement.sums.count, row.count >= classKeys else {
        return nil
      }
      let keys = zip(row, design + fields).map { level($0, field: $1) }
      guard let number = classOfKeys[grouping][keys] else { return nil }
      let values = row.dropFirst(result.statement.keyCount).map(\.double)
      guard let count = values.first, count > 0 else { return nil }
      return Entry(
        number: number, pivot: groupings[grouping].classes[number].weights.pivot,
        keys: Array(row[classKeys..<result.statement.keyCount]),
        sums: Dictionary(zip(result.statement.sums, values), uniquingKeysWith: { first, _ in first }))
    }
  }

  /// The cells of an item under one grouping.
  mutating func cells(_ result: CellRows?, item: TabulatedItem, grouping: Int) -> ItemCells {
    let entries = entries(result, grouping: grouping)
    let classCount = groupings[grouping].classes.count
    func position(_ value: CellValue, in field: Int) -> Int? {
      if case .text(let code) = value { layout.fields[field].choices.firstIndex(of: code) } else { nil }
    }
    func dense(_ slotCount: Int, _ slot: (Entry) -> Int?) -> DenseCells {
      var cells = DenseCells(slotCount: slotCount)
      cells.reserve(classCount: classCount)
      for entry in entries {
        guard let slot = slot(entry), slot < slotCount else { continue }
        cells.add(entry.moments, count: entry.count, class: entry.number, slot: slot)
      }
      return cells
    }
    switch item {
    case .coded(let field):
      return .coded(dense(layout.fields[field].choices.count + 2) { position($0.keys[0], in: field).map { $0 + 1 } })
    case .multiple(let field):
      let count = layout.fields[field].choices.count
      return .multiple(
        dense(count + 2) { $0.keys[0] == .text("") ? count + 1 : position($0.keys[0], in: field).map { $0 + 1 } })
    case .pair(let first, let second):
      let width = layout.fields[second].choices.count
      return .pair(
        dense(layout.fields[first].choices.count * width + 1) { entry in
          guard let one = position(entry.keys[0], in: first), let two = position(entry.keys[1], in: second) else {
            return nil
          }
          return one * width + two + 1
        })
    case .ranking(let fields):
      let options = fields.first.map { layout.fields[$0].choices } ?? []
      let slots = 2 * RankedPlaces.placeCount(of: fields, in: layout) + 1
      return .ranking(
        options.map { option in
          dense(slots) { $0.keys[0] == .text(option) ? Int(exactly: $0.keys[1].double) : nil }
        })
    case .patterns(let fields): return .patterns(patterns(entries, fields))
    case .values:
      var cells = ValueCells()
      for entry in entries where entry.keys[0].double.isFinite {
        cells.add(entry.moments, count: entry.count, class: entry.number, value: entry.keys[0].double)
      }
      return .values(cells)
    case .number:
      var cells = NumberCells()
      for entry in entries { cells.put(NumberCell(entry.numbers("y"), weightPivot: entry.pivot), class: entry.number) }
      return .number(cells)
    case .numberPair:
      var cells = NumberPairCells()
      for entry in entries {
        cells.put(
          NumberPairCell(
            entry.numbers("x"), entry.numbers("y"), joint: entry.sum("swwxy"), weighted: entry.sum("swxy"),
            weightPivot: entry.pivot), class: entry.number)
      }
      return .numberPair(cells)
    }
  }

  private func patterns(_ entries: [Entry], _ fields: [Int]) -> PatternCells {
    let width = PatternColumns.width(of: fields, in: layout)
    var cells = PatternCells(width: width)
    var known: [AnswerPattern: Int] = [:]
    for entry in entries where entry.keys.count == width {
      let pattern: AnswerPattern = entry.keys.enumerated().map { place, value in
        let choices = layout.fields[fields.count == width ? fields[place] : fields[0]].choices
        guard case .text(let code) = value, let position = choices.firstIndex(of: code) else { return 0 }
        return UInt16(clamping: position + 1)
      }
      let number = known[pattern] ?? cells.patterns.count
      if known[pattern] == nil {
        known[pattern] = number
        cells.patterns.append(pattern)
      }
      cells.add(entry.moments, count: entry.count, class: entry.number, pattern: number)
    }
    return cells
  }
}

extension CellValue {
  /// The number; NaN when there is none.
  fileprivate var double: Double {
    switch self {
    case .null: .nan
    case .text(let text): Double(text) ?? .nan
    case .number(let value): value
    }
  }
}

extension WeightCell {
  /// Weights from n, Σw, Σw², the number above 0, the smallest and the largest.
  fileprivate init(_ sums: [Double]) {
    self.init()
    guard sums.count >= 6, let count = Int(exactly: sums[0]), count > 0, sums[4].isFinite, sums[5].isFinite else {
      return
    }
    self.count = count
    positiveCount = Int(exactly: sums[3]) ?? 0
    minimum = sums[4]
    maximum = sums[5]
    pivot = minimum
    if minimum == maximum { return }
    delta = sums[1] - Double(count) * pivot
    deltaSquares = sums[2] - pivot * (2 * sums[1] - Double(count) * pivot)
  }
}
