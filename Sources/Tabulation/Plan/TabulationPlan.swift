/// What one scan of the records counts: which items, in which domains, under which design.
///
/// Questions are named by their positions in the layout.
public struct TabulationPlan: Sendable, Hashable {
  /// The items counted.
  public var items: [TabulatedItem] = []
  /// The domains beside the whole: each the crossed questions of one.
  public var domains: [[Int]] = []
  /// The question holding the design weight; nil: every record weighs 1.
  public var weights: Int?
  /// The question holding the stratum; nil: one stratum.
  public var strata: Int?
  /// The questions holding the clusters, outermost first; empty: each record is its own PSU.
  public var clusters: [Int] = []
  /// The questions holding population sizes or sampling fractions, one per stage.
  public var populationSizes: [Int] = []
  /// The questions whose crossed levels make the raking cells, each once.
  public var raking: [Int] = []
  /// Whether every record becomes a design unit of its own; memory then grows with the records.
  public var keepsRecordsApart = false
  /// The questions whose numbers are kept by record; read only when records are kept apart.
  public var recordNumbers: [Int] = []
  /// The records counted, by a date or moment; nil: all.
  public var period: Period?

  /// Records whose date lies in a span of days.
  public struct Period: Sendable, Hashable {
    /// The question holding the date or moment.
    public var field: Int
    /// Days since 1970-01-01, in local time of the answer.
    public var days: ClosedRange<Int64>

    /// Creates a period.
    public init(field: Int, days: ClosedRange<Int64>) {
      self.field = field
      self.days = days
    }
  }

  /// Creates a plan that counts nothing.
  public init() {}

  /// Every question the scan reads, each once, in the order of the layout.
  public var fields: [Int] {
    var fields = Set(items.flatMap(\.fields))
    fields.formUnion(domains.flatMap { $0 })
    fields.formUnion([weights, strata, period?.field].compactMap { $0 })
    fields.formUnion(clusters + populationSizes + raking + recordNumbers)
    return fields.sorted()
  }
}

/// One item counted in a scan.
public enum TabulatedItem: Sendable, Hashable {
  /// A question with one answer of a list: counted by answer code.
  case coded(Int)
  /// Two questions with one answer each, counted jointly; who answered only one of them is missing.
  case pair(Int, Int)
  /// A question with several answers of a list: counted by choice, and how many answered at all.
  case multiple(Int)
  /// Preferences in order: one ranking question, or several questions holding the first, second, … place.
  case ranking([Int])
  /// A number: its sums.
  case number(Int)
  /// Several questions with one answer each, or one ranking question: counted by the whole pattern of answers.
  case patterns([Int])
  /// A number: how often each value occurs.
  case values(Int)
  /// Two numbers: their sums and joint sums; who gave only one of them is missing.
  case numberPair(Int, Int)

  /// The questions read.
  public var fields: [Int] {
    switch self {
    case .coded(let field), .multiple(let field), .number(let field), .values(let field): [field]
    case .pair(let first, let second), .numberPair(let first, let second): [first, second]
    case .ranking(let fields), .patterns(let fields): fields
    }
  }
}
