import FormDefinition

/// An expression with the truth values found so far, so that each combination of answers is worked out once.
///
/// Records of a survey share few combinations of codes: a rule over coded answers costs a table look-up per row.
struct Rule: Sendable {
  /// What the truth depends on.
  private enum Dependence: Sendable {
    /// Nothing: the same for every row.
    case nothing
    /// One column.
    case one(Int)
    /// Up to eight columns of one byte per row.
    case codes([Int])
    /// More than can be kept.
    case anything
  }

  let expression: Expression
  private let dependence: Dependence
  private var known: [UInt64: Bool] = [:]
  /// Truth by code for a single coded column: 0 false, 1 true, 2 not worked out yet.
  private var byCode = [UInt8](repeating: 2, count: 256)

  /// Combinations kept before the rule is worked out anew each time.
  private static let capacity = 1 << 16

  /// Prepares a rule; `own` is the field whose answer is `.`.
  init(_ expression: Expression, _ names: AnswerNames, own: Int? = nil) {
    self.expression = expression
    var seen = expression.references.compactMap { names.ownField($0) }
    if let own { seen.append(own) }
    let columns = Array(Set(seen)).sorted()
    let isOfOtherTables = expression.references.contains {
      names.place(of: $0).map { $0.table != names.table } ?? false
    }
    // What does not follow from the answers may differ from row to row, and so may what hangs on other tables.
    if !expression.isComputable || isOfOtherTables {
      dependence = .anything
    } else if columns.isEmpty {
      dependence = .nothing
    } else if columns.count == 1 {
      dependence = .one(columns[0])
    } else if columns.count <= 8, columns.allSatisfy({ names.fields[names.table][$0].isNarrow }) {
      dependence = .codes(columns)
    } else {
      dependence = .anything
    }
  }

  /// The truth for every row for which `rows` is true (nil: all); others become false.
  mutating func evaluate(_ context: inout BatchContext, count: Int, own: Int? = nil, rows: [Bool]? = nil) -> [Bool] {
    var truth = [Bool](repeating: false, count: count)
    switch dependence {
    case .nothing:
      if count > 0 { truth = Array(repeating: holds(&context, row: 0, own: nil), count: count) }
    case .one(let column):
      let answers = context.columns[column]
      if case .coded(let codes) = answers {
        for row in 0..<count where rows?[row] ?? true {
          let code = Int(codes[row])
          if byCode[code] == 2 { byCode[code] = holds(&context, row: row, own: own) ? 1 : 0 }
          truth[row] = byCode[code] == 1
        }
        return truth
      }
      for row in 0..<count where rows?[row] ?? true {
        truth[row] = remembered(answers.key(at: row), &context, row: row, own: own)
      }
    case .codes(let columns):
      var keys = [UInt64](repeating: 0, count: count)
      for column in columns {
        guard case .coded(let codes) = context.columns[column] else { continue }
        for row in 0..<count { keys[row] = keys[row] << 8 | UInt64(codes[row]) }
      }
      for row in 0..<count where rows?[row] ?? true {
        truth[row] = remembered(keys[row], &context, row: row, own: own)
      }
    case .anything:
      for row in 0..<count where rows?[row] ?? true { truth[row] = holds(&context, row: row, own: own) }
    }
    return truth
  }

  /// The truth for one row.
  mutating func isTrue(_ context: inout BatchContext, row: Int) -> Bool {
    switch dependence {
    case .nothing: return remembered(0, &context, row: row, own: nil)
    case .one(let column): return remembered(context.columns[column].key(at: row), &context, row: row, own: nil)
    case .codes(let columns):
      var key: UInt64 = 0
      for column in columns {
        if case .coded(let codes) = context.columns[column] { key = key << 8 | UInt64(codes[row]) }
      }
      return remembered(key, &context, row: row, own: nil)
    case .anything: return holds(&context, row: row, own: nil)
    }
  }

  private mutating func remembered(_ key: UInt64?, _ context: inout BatchContext, row: Int, own: Int?) -> Bool {
    guard let key else { return holds(&context, row: row, own: own) }
    if let truth = known[key] { return truth }
    let truth = holds(&context, row: row, own: own)
    if known.count < Rule.capacity { known[key] = truth }
    return truth
  }

  private func holds(_ context: inout BatchContext, row: Int, own: Int?) -> Bool {
    context.row = row
    context.current = own.map { context.columns[$0].text(at: row, of: context.fields[$0]) } ?? ""
    return expression.holds(in: context)
  }
}

extension Field {
  /// Whether its column holds one byte per record.
  var isNarrow: Bool { storage == .coded && choices.count <= ChoiceCode.longestNarrowList }
}

extension AnswerColumn {
  /// A number that tells a record's answer from other answers of the column; nil where there is none so short.
  fileprivate func key(at row: Int) -> UInt64? {
    switch self {
    case .coded(let codes): return UInt64(codes[row])
    case .wideCoded(let codes): return UInt64(codes[row])
    case .integer(let column):
      // The blank and the unshown share keys with no number: numbers this large are not kept.
      guard column.states[row] == 0 else { return .max - UInt64(column.states[row]) }
      let key = UInt64(bitPattern: column.values[row])
      return key > .max - 3 ? nil : key
    case .decimal(let column):
      // These bit patterns are no finite numbers.
      guard column.states[row] == 0 else { return .max - UInt64(column.states[row]) }
      return column.values[row].bitPattern
    case .multiple(let column):
      guard column.wordsPerRecord == 1, column.words[row] < 1 << 60 else { return nil }
      return column.words[row] << 2 | UInt64(column.states[row])
    case .ranking, .dateTime, .text: return nil
    }
  }
}
