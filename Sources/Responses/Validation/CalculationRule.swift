import FormDefinition

/// Works a calculated value out again from a record's answers, and compares it with the one that came in.
struct CalculationRule: Sendable {
  let field: Int
  private let expression: Expression
  /// What must be there for the value to follow.
  let needs: [AnswerNames.Place]
  /// Columns of one byte per row on which the value hangs; nil: there are others.
  private let codes: [Int]?
  /// What the order of several choices means for the value: columns hold them in the order of their list.
  private let orderUse: AnswerOrderUse
  /// The fields of several choices on which the value hangs.
  private let unordered: [AnswerNames.Place]
  private var known: [UInt64: ExpressionValue] = [:]

  /// Combinations of codes kept.
  private static let capacity = 1 << 12
  /// Numbers that differ by less than this part of the larger one are the same: programs print fewer digits.
  private static let tolerance = 1e-6

  /// Prepares a rule about the answers of a field.
  init(_ expression: Expression, field: Int, _ names: AnswerNames) {
    self.field = field
    self.expression = expression
    needs = expression.references.compactMap { names.place(of: $0) }
    let own = Set(expression.references.compactMap { names.ownField($0) }).sorted()
    let isOwn = needs.allSatisfy { place in
      if case .field(names.table, let field) = place { names.fields[names.table][field].isNarrow } else { false }
    }
    codes = isOwn && own.count <= 8 ? own : nil
    unordered = needs.filter { $0.isUnordered(in: names) }
    orderUse = expression.answerOrderUse { name in names.place(of: name)?.isUnordered(in: names) ?? false }
  }

  /// The value that a row's answers give, as text, when the one that came in is another; nil when they agree or none
  /// came in.
  mutating func expected(_ context: inout BatchContext, row: Int) -> String? {
    let column = context.columns[field]
    guard column.state(at: row) == .answered else { return nil }
    let value = value(&context, row: row)
    let found = column.text(at: row, of: context.fields[field])
    if Self.agree(value, found) { return nil }
    // What hangs on the order in which choices were made cannot be worked out again.
    guard orderUse != .none, mayBeReordered(context, row: row) else { return value.text }
    return orderUse == .carried && value.text.unicodeScalars.sorted() != found.unicodeScalars.sorted()
      ? value.text : nil
  }

  /// Whether an answer has more than one choice, so that another order is possible.
  private func mayBeReordered(_ context: BatchContext, row: Int) -> Bool {
    unordered.contains { place in
      guard case .field(context.names.table, let field) = place else { return true }
      return context.columns[field].text(at: row, of: context.fields[field]).contains(" ")
    }
  }

  private mutating func value(_ context: inout BatchContext, row: Int) -> ExpressionValue {
    context.row = row
    guard let codes else { return expression.evaluate(in: context) }
    var key: UInt64 = 0
    for column in codes {
      if case .coded(let values) = context.columns[column] { key = key << 8 | UInt64(values[row]) }
    }
    if let value = known[key] { return value }
    let value = expression.evaluate(in: context)
    if known.count < Self.capacity { known[key] = value }
    return value
  }

  /// Whether a value and a text mean the same: numbers within the tolerance, `true` as spreadsheets write it too, dates
  /// and other texts sign by sign.
  private static func agree(_ value: ExpressionValue, _ found: String) -> Bool {
    let expected = value.text
    if expected == found { return true }
    if case .boolean(let truth) = value {
      return (truth ? ["true", "1"] : ["false", "0"]).contains(found.lowercased())
    }
    guard let number = Double(expected), let other = Double(found) else { return false }
    if number.isNaN || other.isNaN { return number.isNaN && other.isNaN }
    return number == other || abs(number - other) <= tolerance * max(abs(number), abs(other), 1)
  }
}

extension AnswerNames.Place {
  /// Whether it has several choices, which are held in the order of their list and not in that of the answer.
  fileprivate func isUnordered(in names: AnswerNames) -> Bool {
    guard case .field(let table, let field) = self else { return false }
    return names.fields[table][field].storage == .multiple
  }
}
