/// One SELECT that gives the cells of an item, in standard SQL.
///
/// Its columns are `stratum`, `cluster_1` …, `raking_1` …, `domain_1` …, `key_1` … (each NULL for no answer), then n, sw =
/// Σw and sww = Σw²; of numbers also the sums named in ``TabulationPlan/sql(table:layout:)``.
public struct CellStatement: Sendable, Hashable {
  /// The position of the item in the plan; nil: the design units, all records of a class whatever they answered.
  public var item: Int?
  /// The position of the domain in the plan; nil: the whole.
  public var domain: Int?
  /// The number of columns before `n`.
  public var keyCount: Int
  /// The names of the sums, `n` first.
  public var sums: [String]
  /// The statement.
  public var text: String
}

/// Writes names and texts so that nothing in them is read as SQL.
enum SQLText {
  /// A quoted name: quotation marks doubled, the character 0 (which no engine takes) left out.
  static func name(_ name: String) -> String { quoted(name, by: "\"") }

  /// A quoted text.
  static func literal(_ text: String) -> String { quoted(text, by: "'") }

  private static func quoted(_ text: String, by mark: Unicode.Scalar) -> String {
    var result = String.UnicodeScalarView([mark])
    for scalar in text.unicodeScalars where scalar != "\u{0}" {
      if scalar == mark { result.append(mark) }
      result.append(scalar)
    }
    result.append(mark)
    return String(result)
  }
}
