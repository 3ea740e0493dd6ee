import LinearPrograms

/// A reader who lays everything published side by side and solves for what is not: by linear programming, from the printed
/// tables alone.
///
/// The unknowns are how many people gave each answer, by item, domain and level. The reader knows that everybody answered
/// every question of one answer, which items are the questions of domains, and that sex and the like stay the same.
struct PublishedReader {
  typealias Row = [String: String]

  /// How many people of a level gave an answer.
  struct Place: Hashable {
    var item: String
    var domain: String
    var level: String
    var answer: String

    /// The same people, item and domain changed round.
    var turned: Place { Place(item: domain, domain: item, level: answer, answer: level) }
  }

  private(set) var columns: [Place: Int] = [:]
  private var constraints: [LinearProgram.Row] = []
  private let people: Double
  /// What was suppressed.
  private(set) var secrets: [Place] = []

  /// - Parameters:
  ///   - rows: the estimates.
  ///   - single: the items of one answer that everybody gave.
  ///   - people: how many answered.
  init(_ rows: [Row], single: Set<String>, people: Int) {
    self.people = Double(people)
    for row in rows where row["statistic"] == "proportion" && single.contains(row["item"] ?? "") {
      let place = Self.place(row)
      if columns[place] == nil { columns[place] = columns.count }
      if row["estimate"] == "" { secrets.append(place) }
    }
    for row in rows where row["estimate"] != "" { learn(row) }
    linkLevels()
    linkTurned(single)
    linkSizes()
  }

  static func place(_ row: Row) -> Place {
    Place(
      item: row["item"] ?? "", domain: row["domain"] ?? "", level: row["domain_level"] ?? "", answer: row["level"] ?? ""
    )
  }

  /// Adds a sum of unknowns that is known up to rounding.
  private mutating func require(_ terms: [(Place, Double)], _ value: Double, slack: Double = 1e-6) {
    let known = terms.compactMap { place, factor in columns[place].map { (column: $0, coefficient: factor) } }
    guard !known.isEmpty, known.count == terms.count else { return }
    constraints.append(LinearProgram.Row(known, in: value - slack...value + slack))
  }

  private func answers(_ place: Place) -> [Place] {
    columns.keys.filter { $0.item == place.item && $0.domain == place.domain && $0.level == place.level }
  }

  /// What one row says: n the sum of all answers; shares of it, of agreement and disagreement, and means.
  private mutating func learn(_ row: Row) {
    let all = answers(Self.place(row))
    guard !all.isEmpty, let estimate = Double(row["estimate"] ?? "") else { return }
    if let count = Double(row["n"] ?? "") { require(all.map { ($0, 1) }, count) }
    share(row["statistic"] ?? "", row["level"] ?? "", of: all, estimate)
  }

  /// A share p of some answers says Σ T(answers) = p Σ T, whether n is published or not.
  mutating func share(_ statistic: String, _ answer: String, of all: [Place], _ estimate: Double) {
    func value(_ place: Place) -> Double? {
      switch statistic {
      case "proportion": place.answer == answer ? 1 : 0
      case "agree": place.answer == "4" || place.answer == "5" ? 1 : 0
      case "disagree": place.answer == "1" || place.answer == "2" ? 1 : 0
      case "mean": Double(place.answer)
      default: nil
      }
    }
    let terms = all.compactMap { place in value(place).map { (place, $0 - estimate) } }
    if terms.count == all.count { require(terms, 0, slack: 1e-6 * people) }
  }

  /// What a share published elsewhere says: a target's figure, or this wave's as former figure and change.
  mutating func share(_ statistic: String, _ answer: String, at place: Place, _ estimate: Double) {
    share(statistic, answer, of: answers(place), estimate)
  }

  /// A count that another table gives.
  mutating func count(_ place: Place, _ value: Double) { require([(place, 1)], value) }

  /// Answers of the levels of a domain add up to the whole; groups may leave people out.
  private mutating func linkLevels() {
    let wholes = columns.keys.filter(\.domain.isEmpty)
    for whole in wholes {
      for domain in Set(columns.keys.lazy.filter { $0.item == whole.item }.map(\.domain)) where !domain.isEmpty {
        let parts = columns.keys.filter {
          $0.item == whole.item && $0.domain == domain && $0.answer == whole.answer
        }
        let terms = parts.compactMap { columns[$0].map { (column: $0, coefficient: 1.0) } }
        guard let own = columns[whole] else { continue }
        constraints.append(
          LinearProgram.Row(terms + [(own, -1)], in: (domain == "opinion_group" ? -people : 0)...0))
      }
    }
  }

  /// Sector by sex is sex by sector.
  private mutating func linkTurned(_ single: Set<String>) {
    for place in columns.keys where single.contains(place.domain) {
      require([(place, 1), (place.turned, -1)], 0)
    }
  }

  /// Everybody answered everything: the bases of a level are one number for all items.
  private mutating func linkSizes() {
    var sizes: [[String]: [Place]] = [:]
    for place in columns.keys.sorted(by: { "\($0)" < "\($1)" }) {
      sizes[[place.domain, place.level], default: []].append(place)
    }
    for places in sizes.values {
      let items = Dictionary(grouping: places, by: \.item).values.map(\.self)
      for (first, second) in zip(items, items.dropFirst()) {
        require(first.map { ($0, 1) } + second.map { ($0, -1) }, 0)
      }
    }
  }

  /// The suppressed counts above 0 that only one number fits.
  func solved() -> [Place] {
    var program = LinearProgram(columns: columns.map { _ in 0...people }, rows: constraints)
    return secrets.filter { place in
      guard let column = columns[place],
        let low = program.optimum(of: [(column, 1)], isLargest: false)?.value,
        let high = program.optimum(of: [(column, 1)], isLargest: true)?.value
      else { return true }
      let ends = ((low - 1e-3).rounded(.up), (high + 1e-3).rounded(.down))
      return ends.1 > 0 && ends.1 - ends.0 < 1
    }
  }
}
