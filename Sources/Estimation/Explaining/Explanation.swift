public import Diagnostics

/// How some estimates came about: the design, the weights, and for each estimate its formula, its sums and a call that
/// gives the same number in R.
public struct Explanation: Sendable {
  /// What all estimates have in common: the design and the weights.
  public internal(set) var common: [Section]
  /// By estimate: the published row, formula, sums, interval and the same in R.
  public internal(set) var estimates: [[Section]]

  /// One section.
  public struct Section: Sendable {
    /// The name in JSON.
    public var key: String
    /// The heading.
    public var title: BilingualText
    /// Single figures.
    public internal(set) var facts: [Fact] = []
    /// Tables of figures.
    public internal(set) var tables: [Table] = []
    /// Remarks.
    public internal(set) var notes: [BilingualText] = []
    /// Lines for another program.
    public internal(set) var code: [String] = []

    init(_ key: String, _ title: BilingualText) {
      self.key = key
      self.title = title
    }

    mutating func add(_ key: String, _ label: BilingualText, _ value: Value?) {
      if let value { facts.append(Fact(key: key, label: label, value: value)) }
    }

    mutating func add(_ key: String, _ label: BilingualText, _ value: Double?) {
      add(key, label, value.flatMap(\.ifFinite).map(Value.number))
    }
  }

  /// One figure with its name.
  public struct Fact: Sendable {
    /// The name in JSON.
    public var key: String
    /// What it is.
    public var label: BilingualText
    /// The figure.
    public var value: Value
  }

  /// A figure or a word.
  public enum Value: Sendable {
    /// Any finite number.
    case number(Double)
    /// A count.
    case count(Int)
    /// A name or formula, the same in every language.
    case word(String)
    /// Words.
    case text(BilingualText)
  }

  /// A table of figures.
  public struct Table: Sendable {
    /// The name in JSON.
    public var key: String
    /// What it holds.
    public var title: BilingualText
    /// The columns.
    public var columns: [Column]
    /// The rows, a value per column; nil where there is none or it is withheld.
    public internal(set) var rows: [[Value?]] = []
  }

  /// One column of a table.
  public struct Column: Sendable {
    /// The name in JSON.
    public var key: String
    /// The heading.
    public var label: BilingualText

    init(_ key: String, vi: String, en: String) {
      self.key = key
      label = BilingualText(vi: vi, en: en)
    }

    /// A symbol that needs no translation.
    init(_ key: String, _ symbol: String) { self.init(key, vi: symbol, en: symbol) }
  }
}

extension Explanation.Value {
  /// A finite number; nil for others.
  static func finite(_ number: Double?) -> Explanation.Value? { number?.ifFinite.map(Explanation.Value.number) }
}
