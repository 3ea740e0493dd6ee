import Diagnostics
import Estimation
import FormDefinition
import Responses

/// The ratings of each item by round and member.
struct DelphiScan: Sendable {
  /// An item on its scale.
  struct Item: Sendable {
    let name: String
    let field: Int
    /// By position of a choice the point from 0; nil for what is no point.
    let points: [Int?]
    let pointCount: Int
    /// The points that count as agreement.
    let agreement: [Int]
  }

  let items: [Item]
  /// The rounds in order.
  private(set) var rounds: [String] = []
  /// By item and round: how many chose each point.
  private var counts: [[RoundRatings]] = []
  /// By item and round: the point of each member.
  private var members: [[[String: Int]]] = []
  /// By round: members with more than one answer.
  private(set) var repeatedKeys: [Int] = []

  init(_ records: some RecordSource, form: Form, plan: DelphiPlan) throws(StageFailure) {
    let layout = records.layout
    let (items, unknown) = Self.items(form: form, layout: layout, plan: plan)
    let roundField = layout.index(of: plan.rounds)
    let panelField = plan.panel.flatMap { layout.index(of: $0) }
    let missing =
      (roundField == nil ? [plan.rounds] : []) + (panelField == nil ? [plan.panel].compactMap(\.self) : []) + unknown
    guard let roundField, missing.isEmpty else {
      throw StageFailure(
        missing.map {
          Diagnostic(
            .proceedingsQuestionMissing, ["form": form.identifier, "name": $0, "key": "proceedings.delphi"])
        }, exitCode: .unusableInput)
    }
    self.items = items
    var places: [String: Int] = [:]
    var found: [[[Int]]] = []
    var keyed: [[[String: Int]]] = []
    var seen: [[String: Int]] = []
    let empty = items.map { [Int](repeating: 0, count: $0.pointCount) }
    var names: [String] = []
    try records.forEachBatch(fields: Set(items.map(\.field) + [roundField] + [panelField].compactMap(\.self)).sorted())
    {
      batch in
      for row in 0..<batch.count {
        let round = batch.columns[roundField]?.text(at: row, of: layout.fields[roundField]) ?? ""
        if round.isEmpty { continue }
        let place = places[round] ?? names.count
        if place == names.count {
          places[round] = place
          names.append(round)
          found.append(empty)
          keyed.append(items.map { _ in [:] })
          seen.append([:])
        }
        let key = panelField.flatMap { batch.columns[$0]?.text(at: row, of: layout.fields[$0]) } ?? ""
        if !key.isEmpty { seen[place][key, default: 0] += 1 }
        for (index, item) in items.enumerated() {
          guard case .coded(let codes)? = batch.columns[item.field], codes[row] != ChoiceCode.notShown,
            codes[row] > 0, item.points.indices.contains(Int(codes[row]) - 1),
            let point = item.points[Int(codes[row]) - 1]
          else {
            // The last answer of a member counts, also when it says nothing.
            keyed[place][index][key] = nil
            continue
          }
          found[place][index][point] += 1
          if !key.isEmpty { keyed[place][index][key] = point }
        }
      }
    }
    let order = Self.order(names, of: layout.fields[roundField])
    rounds = order.map { names[$0] }
    counts = items.indices.map { item in order.map { RoundRatings(counts: found[$0][item]) } }
    members = items.indices.map { item in order.map { keyed[$0][item] } }
    repeatedKeys = order.map { round in seen[round].values.count { $0 > 1 } }
  }

  /// One item from a round to another.
  func change(item: Int, from: Int, to: Int) -> RoundChange {
    let (before, after) = (members[item][from], members[item][to])
    let pairs = before.compactMap { key, point in after[key].map { RoundChange.Pair(before: point, after: $0) } }
    return RoundChange(
      before: counts[item][from], after: counts[item][to],
      pairs: pairs.sorted { ($0.before, $0.after) < ($1.before, $1.after) }, agreement: items[item].agreement)
  }

  /// The rounds as the list of choices has them, else by number, else by name.
  private static func order(_ names: [String], of field: Field) -> [Int] {
    names.indices.sorted { left, right in
      let choices = [left, right].map { field.choices.firstIndex(of: names[$0]) ?? Int.max }
      if choices[0] != choices[1] { return choices[0] < choices[1] }
      let numbers = [left, right].map { Double(names[$0]) ?? .infinity }
      return numbers[0] != numbers[1] ? numbers[0] < numbers[1] : names[left] < names[right]
    }
  }

  private static func items(
    form: Form, layout: RecordLayout, plan: DelphiPlan
  ) -> (items: [Item], unknown: [String]) {
    var items: [Item] = []
    var indicators: [String: Indicator] = [:]
    var names: [String] = []
    for indicator in form.indicators where indicator.kind == .consensus {
      for case .question(let name) in indicator.items where indicators[name] == nil {
        indicators[name] = indicator
        names.append(name)
      }
    }
    var unknown: [String] = []
    for name in plan.items.isEmpty ? names : plan.items {
      guard let indicator = indicators[name], let place = layout.index(of: name),
        layout.fields[place].storage == .coded
      else {
        unknown.append(name)
        continue
      }
      let field = layout.fields[place]
      let missing = Set(field.missingChoices)
      let scale =
        indicator.scale.isEmpty
        ? field.choices.indices.filter { !missing.contains($0) }.map { field.choices[$0] } : indicator.scale
      let isReversed = indicator.reverse.contains(name)
      let agreement = indicator.agree.compactMap { scale.firstIndex(of: $0) }
      items.append(
        Item(
          name: name, field: place,
          points: field.choices.map { code in
            scale.firstIndex(of: code).map { isReversed ? scale.count - 1 - $0 : $0 }
          }, pointCount: scale.count, agreement: agreement))
    }
    return (items, unknown)
  }
}
