public import Responses

extension TabulationPlan {
  /// The plan as SELECT statements with GROUP BY over a table with one row per record.
  ///
  /// The table's columns bear the fields' names: an answer of a list is its code as text, NULL for none; numbers, and
  /// dates as days since 1970-01-01, are numbers. A question with several answers has a column `field/choice` per choice,
  /// 1 when chosen; a ranking question a column `field/1`, `field/2`, … per place with the option's code.
  ///
  /// For each item, as a whole and by each domain, one statement: n, sw, sww by answer; of a number y also swy, swwy, swwyy,
  /// swyy, sy and largest (Σwy, Σw²y, Σw²y², Σwy², Σy, max |y|); of two numbers x, y swx, swy, swwx, swwy, swwxx, swwyy, swwxy, swxx, swyy,
  /// swxy, sx, sy. First come the design units: n, sw, sww, positive (weights above 0), least and largest weight, least and largest
  /// population size of each stage.
  ///
  /// Only CASE, IN, CAST, COUNT, SUM, MIN, MAX and UNION ALL are used. Names and codes are quoted, so that none can be read
  /// as SQL. ``keepsRecordsApart`` is not followed: what needs records is not a sum.
  public func sql(table: String, layout: RecordLayout) -> [CellStatement] {
    let writer = CellStatementWriter(plan: self, table: table, layout: layout)
    let domains = [nil] + domains.indices.map(Optional.some)
    return domains.map { writer.units(domain: $0) }
      + items.indices.flatMap { item in domains.map { writer.statement(item: item, domain: $0) } }
  }
}

/// Writes the statements of a plan.
struct CellStatementWriter {
  let plan: TabulationPlan
  let table: String
  let layout: RecordLayout

  /// One way a record counts: under what key, with what numbers, on what condition.
  struct Branch {
    var keys: [String] = []
    var numbers: [(name: String, value: String)] = []
    var condition: String?
  }

  /// The design units of a domain.
  func units(domain: Int?) -> CellStatement {
    let sizes = plan.populationSizes.enumerated().map { (name: "size_\($0 + 1)", value: number($1)) }
    var sums = [
      ("n", "COUNT(*)"), ("sw", "SUM(w)"), ("sww", "SUM(w * w)"),
      ("positive", "SUM(CASE WHEN w > 0 THEN 1 ELSE 0 END)"),
      ("least", "MIN(w)"), ("largest", "MAX(w)"),
    ]
    for size in sizes {
      sums += [("\(size.name)_least", "MIN(\(size.name))"), ("\(size.name)_largest", "MAX(\(size.name))")]
    }
    return statement(item: nil, domain: domain, [Branch(numbers: sizes)], keyCount: 0, sums)
  }

  /// The cells of an item in a domain.
  func statement(item: Int, domain: Int?) -> CellStatement {
    let counts = [("n", "COUNT(*)"), ("sw", "SUM(w)"), ("sww", "SUM(w * w)")]
    switch plan.items[item] {
    case .coded(let field):
      let branch = Branch(keys: [column(field)], condition: isIn(field, layout.fields[field].choices))
      return statement(item: item, domain: domain, [branch], keyCount: 1, counts)
    case .pair(let first, let second):
      let branch = Branch(
        keys: [column(first), column(second)],
        condition: "\(isIn(first, substantive(first))) AND \(isIn(second, substantive(second)))")
      return statement(item: item, domain: domain, [branch], keyCount: 2, counts)
    case .multiple(let field): return statement(item: item, domain: domain, multiple(field), keyCount: 1, counts)
    case .ranking(let fields): return statement(item: item, domain: domain, ranking(fields), keyCount: 2, counts)
    case .patterns(let fields):
      return statement(item: item, domain: domain, [pattern(fields)], keyCount: places(fields).count, counts)
    case .values(let field):
      let branch = Branch(keys: [number(field)], condition: "\(column(field)) IS NOT NULL")
      return statement(item: item, domain: domain, [branch], keyCount: 1, counts)
    case .number(let field):
      let branch = Branch(numbers: [("y", number(field))], condition: "\(column(field)) IS NOT NULL")
      return statement(
        item: item, domain: domain, [branch], keyCount: 0,
        counts + sums(["w * y", "w * w * y", "w * w * y * y", "w * y * y", "y"])
          + [("largest", "MAX(CASE WHEN y < 0 THEN -y ELSE y END)")])
    case .numberPair(let first, let second):
      let branch = Branch(
        numbers: [("x", number(first)), ("y", number(second))],
        condition: "\(column(first)) IS NOT NULL AND \(column(second)) IS NOT NULL")
      return statement(
        item: item, domain: domain, [branch], keyCount: 0,
        counts
          + sums([
            "w * x", "w * y", "w * w * x", "w * w * y", "w * w * x * x", "w * w * y * y", "w * w * x * y", "w * x * x",
            "w * y * y", "w * x * y", "x", "y",
          ]))
    }
  }

  /// Sums of products, each named by its factors.
  private func sums(_ products: [String]) -> [(String, String)] {
    products.map { ("s" + $0.filter { $0 != " " && $0 != "*" }, "SUM(\($0))") }
  }

  /// The records with their class, key and numbers, summed by class and key.
  private func statement(
    item: Int?, domain: Int?, _ branches: [Branch], keyCount: Int, _ sums: [(name: String, value: String)]
  ) -> CellStatement {
    var classes: [(name: String, value: String)] = []
    if let strata = plan.strata { classes.append(("stratum", column(strata))) }
    classes += plan.clusters.enumerated().map { ("cluster_\($0 + 1)", column($1)) }
    classes += plan.raking.enumerated().map { ("raking_\($0 + 1)", column($1)) }
    let domainFields = domain.map { plan.domains[$0] } ?? []
    classes += domainFields.enumerated().map { ("domain_\($0 + 1)", column($1)) }
    let names = classes.map(\.name) + (0..<keyCount).map { "key_\($0 + 1)" }
    let records = branches.map { branch in
      let columns =
        classes + branch.keys.enumerated().map { ("key_\($0 + 1)", $1) } + [("w", weight)] + branch.numbers
      let conditions = [period, branch.condition].compactMap { $0 }
      return "SELECT \(columns.map { "\($0.value) AS \($0.name)" }.joined(separator: ", ")) FROM \(SQLText.name(table))"
        + (conditions.isEmpty ? "" : " WHERE \(conditions.joined(separator: " AND "))")
    }
    let outputs = names + sums.map { "\($0.value) AS \($0.name)" }
    let text =
      "SELECT \(outputs.joined(separator: ", ")) FROM (\(records.joined(separator: " UNION ALL "))) AS r"
      + (names.isEmpty ? "" : " GROUP BY \(names.joined(separator: ", "))")
    return CellStatement(item: item, domain: domain, keyCount: names.count, sums: sums.map(\.name), text: text)
  }

  // MARK: Items

  /// Each choice with those who chose it, and '' with those who chose something.
  private func multiple(_ field: Int) -> [Branch] {
    let choices = substantive(field)
    func isChosen(_ choice: String) -> String { "\(part(field, choice)) = 1" }
    return choices.map { Branch(keys: [SQLText.literal($0)], condition: isChosen($0)) } + [
      Branch(
        keys: ["''"],
        condition: choices.isEmpty ? "1 = 0" : "(\(choices.map(isChosen).joined(separator: " OR ")))")
    ]
  }

  /// Each option with its place; options not placed have places + number of options placed.
  private func ranking(_ fields: [Int]) -> [Branch] {
    let places = places(fields)
    let options = fields.first.map(substantive) ?? []
    func isPlaced(_ option: String) -> String { "\(SQLText.literal(option)) IN (\(places.joined(separator: ", ")))" }
    let placed = "(\(options.map { "CASE WHEN \(isPlaced($0)) THEN 1 ELSE 0 END" }.joined(separator: " + ")))"
    return options.map { option in
      let steps = places.enumerated().map { "WHEN \($1) = \(SQLText.literal(option)) THEN \($0 + 1)" }
      return Branch(
        keys: [
          SQLText.literal(option), "CASE \(steps.joined(separator: " ")) ELSE \(places.count) + \(placed) END",
        ], condition: "\(placed) > 0")
    }
  }

  private func pattern(_ fields: [Int]) -> Branch {
    let allowed = fields.first.map(substantive) ?? []
    let isRanking = fields.count == 1
    let keys = places(fields).enumerated().map { place, column in
      "CASE WHEN \(isIn(column, isRanking ? allowed : substantive(fields[place]))) THEN \(column) END"
    }
    return Branch(keys: keys, condition: "(\(keys.map { "\($0) IS NOT NULL" }.joined(separator: " OR ")))")
  }

  /// The columns of the places: those of a ranking question, or one per question.
  private func places(_ fields: [Int]) -> [String] {
    guard fields.count == 1, layout.fields[fields[0]].storage == .ranking else { return fields.map(column) }
    return (1...max(1, layout.fields[fields[0]].choices.count)).map { part(fields[0], String($0)) }
  }

  // MARK: Columns

  private func column(_ field: Int) -> String { SQLText.name(layout.fields[field].name) }

  private func part(_ field: Int, _ name: String) -> String { SQLText.name(layout.fields[field].name + "/" + name) }

  private func number(_ field: Int) -> String { "CAST(\(column(field)) AS DOUBLE PRECISION)" }

  private var weight: String { plan.weights.map(number) ?? "CAST(1 AS DOUBLE PRECISION)" }

  private var period: String? {
    plan.period.map { "\(column($0.field)) BETWEEN \($0.days.lowerBound) AND \($0.days.upperBound)" }
  }

  private func substantive(_ field: Int) -> [String] {
    let missing = Set(layout.fields[field].missingChoices)
    return layout.fields[field].choices.enumerated().filter { !missing.contains($0.offset) }.map(\.element)
  }

  private func isIn(_ field: Int, _ codes: [String]) -> String { isIn(column(field), codes) }

  private func isIn(_ column: String, _ codes: [String]) -> String {
    codes.isEmpty ? "1 = 0" : "\(column) IN (\(codes.map(SQLText.literal).joined(separator: ", ")))"
  }
}
