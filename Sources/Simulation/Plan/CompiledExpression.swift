import FormDefinition

/// An expression with the fields that its references name, looked up once.
struct CompiledExpression: Sendable {
  let expression: Expression
  /// The field of each reference; nil for names that are no field.
  let fields: [Int?]

  init(_ expression: Expression, positions: [String: Int]) {
    self.expression = expression
    fields = expression.references.map { positions[$0] }
  }

  /// The fields it depends on.
  var dependencies: [Int] { fields.compactMap { $0 } }
}
