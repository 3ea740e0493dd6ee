import Diagnostics
import FormDefinition
import Responses
import Tabulation

/// Turns a form's indicators into items to count and measures of them.
struct IndicatorCompiler {
  let layout: RecordLayout
  private(set) var items: [TabulatedItem] = []
  private(set) var entries: [IndicatorEntry] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var positions: [TabulatedItem: Int] = [:]

  init(form: Form, layout: RecordLayout) {
    self.layout = layout
    for indicator in form.indicators { add(indicator) }
  }

  private mutating func add(_ indicator: Indicator) {
    switch indicator.kind {
    case .text, .target: return
    case .ranking where indicator.items.contains(where: \.isPair): addSets(indicator)
    case .ranking where indicator.items.count > 1: addPlaces(indicator)
    default:
      for item in indicator.items { add(item, of: indicator) }
      if indicator.kind == .consensus { addBlock(indicator) }
    }
  }

  /// The items of a consensus indicator together, when a statistic of all of them is asked for.
  private mutating func addBlock(_ indicator: Indicator) {
    guard !indicator.requestedStatistics.isDisjoint(with: BlockMeasure.names) else { return }
    var fields: [Int] = []
    for case .question(let name) in indicator.items {
      // What is wrong with an item has been said where it stands alone.
      guard let position = layout.index(of: name), layout.fields[position].storage == .coded else { continue }
      fields.append(position)
    }
    let scales = fields.map { AnswerScale(codes: indicator.scale, field: layout.fields[$0]) }
    guard let scale = scales.first, fields.count > 1 else { return leaveOut("", of: indicator, .singleItem) }
    if let other = scales.firstIndex(where: { $0.codes != scale.codes }) {
      return leaveOut(layout.fields[fields[other]].name, of: indicator, .differentLists)
    }
    let names = fields.map { layout.fields[$0].name }
    append(
      .patterns(fields), named: "", of: indicator,
      BlockMeasure(indicator: indicator, scales: scales, isReversed: names.map(indicator.reverse.contains)))
  }

  private mutating func add(_ item: IndicatorItem, of indicator: Indicator) {
    switch item {
    case .pair(let importance, let provision):
      guard indicator.kind == .need else { return leaveOut(item.name, of: indicator, .pairOutsideNeeds) }
      guard let first = listed(importance, of: indicator), let second = listed(provision, of: indicator) else { return }
      let fields = [first, second].map { layout.fields[$0] }
      append(
        .pair(first, second), named: item.name, of: indicator,
        NeedMeasure(
          indicator: indicator, importance: AnswerScale(codes: indicator.scale, field: fields[0]),
          provision: AnswerScale(codes: indicator.scale, field: fields[1])))
    case .ratio(let numerator, let denominator):
      guard indicator.kind == .ratio else { return leaveOut(item.name, of: indicator, .unsuitableAnswers) }
      guard let first = number(numerator, of: indicator), let second = number(denominator, of: indicator) else {
        return
      }
      append(.numberPair(first, second), named: item.name, of: indicator, RatioMeasure())
    case .question(let name):
      guard let field = field(name, of: indicator) else { return }
      add(field, of: indicator)
    }
  }

  private mutating func add(_ position: Int, of indicator: Indicator) {
    let field = layout.fields[position]
    func scale() -> AnswerScale { AnswerScale(codes: indicator.scale, field: field) }
    switch (indicator.kind, field.storage) {
    case (.consensus, .coded):
      guard areKnown(indicator.scale + indicator.agree + indicator.disagree, of: field, in: indicator) else { return }
      let measure = ConsensusMeasure(indicator: indicator, field: field)
      if indicator.asksByName(for: "ipras"), measure.scale.codes.count != InterpercentileRange.points {
        diagnostics.append(
          Diagnostic(
            .panelScaleUnsuitable, at: indicator.position, field: field.name,
            ["indicator": indicator.name, "count": String(measure.scale.codes.count)]))
      }
      append(.coded(position), named: field.name, of: indicator, measure)
    case (.share, .coded), (.total, .coded):
      guard areKnown(indicator.scale, of: field, in: indicator) else { return }
      append(
        .coded(position), named: field.name, of: indicator,
        ShareMeasure(scale: scale(), hasShares: indicator.kind == .share))
    case (.mean, .coded):
      guard areKnown(indicator.scale, of: field, in: indicator) else { return }
      append(
        .coded(position), named: field.name, of: indicator,
        ScoreMeanMeasure(scale: scale(), isReversed: indicator.reverse.contains(field.name)))
    case (.mean, .integer), (.mean, .decimal), (.mean, .text):
      append(.number(position), named: field.name, of: indicator, NumberMeasure(statistic: .mean))
    case (.total, .integer), (.total, .decimal), (.total, .text):
      append(.number(position), named: field.name, of: indicator, NumberMeasure(statistic: .total))
    case (.multiple, .multiple), (.share, .multiple):
      append(.multiple(position), named: field.name, of: indicator, MultipleMeasure(field: field))
    case (.total, .multiple):
      append(
        .multiple(position), named: field.name, of: indicator, MultipleMeasure(field: field, hasShares: false))
    case (.ranking, .ranking):
      append(
        .ranking([position]), named: field.name, of: indicator,
        RankingMeasure(
          field: field, placeCount: field.choices.count, topCount: topCount(of: indicator, default: 3),
          countsPeople: indicator.requestedStatistics.contains("total")))
      addWorths([position], named: field.name, of: indicator)
    default: leaveOut(field.name, of: indicator, .unsuitableAnswers)
    }
  }

  /// Several questions holding the first, second, … place, all with the same list.
  private mutating func addPlaces(_ indicator: Indicator) {
    var fields: [Int] = []
    for item in indicator.items {
      guard case .question(let name) = item else { return leaveOut(item.name, of: indicator, .pairOutsideNeeds) }
      guard let position = listed(name, of: indicator) else { return }
      fields.append(position)
    }
    guard let first = fields.first else { return }
    if let other = fields.first(where: { layout.fields[$0].choices != layout.fields[first].choices }) {
      return leaveOut(layout.fields[other].name, of: indicator, .differentLists)
    }
    append(
      .ranking(fields), named: "", of: indicator,
      RankingMeasure(
        field: layout.fields[first], placeCount: fields.count,
        topCount: topCount(of: indicator, default: fields.count),
        countsPeople: indicator.requestedStatistics.contains("total")))
    addWorths(fields, named: "", of: indicator)
  }

  /// Sets of options of which one was named best and one worst.
  private mutating func addSets(_ indicator: Indicator) {
    var fields: [Int] = []
    for item in indicator.items {
      guard case .pair(let best, let worst) = item else { return leaveOut(item.name, of: indicator, .differentLists) }
      guard let first = listed(best, of: indicator), let second = listed(worst, of: indicator) else { return }
      if layout.fields[first].choices != layout.fields[second].choices {
        return leaveOut(item.name, of: indicator, .differentLists)
      }
      fields += [first, second]
    }
    let best = stride(from: 0, to: fields.count, by: 2).map { layout.fields[fields[$0]] }
    append(.patterns(fields), named: "", of: indicator, MaxDiffMeasure(sets: best))
  }

  /// The worths of a ranking's options, when they are asked for.
  private mutating func addWorths(_ fields: [Int], named name: String, of indicator: Indicator) {
    guard indicator.requestedStatistics.contains("plackett_luce"), let first = fields.first else { return }
    append(
      .patterns(fields), named: name, of: indicator, PlackettLuceMeasure(field: layout.fields[first]))
  }

  private func topCount(of indicator: Indicator, default count: Int) -> Int {
    indicator.parameters["top"].flatMap(Int.init).map { max(1, $0) } ?? count
  }

  private mutating func append(
    _ item: TabulatedItem, named name: String, of indicator: Indicator, _ measure: some ItemMeasure
  ) {
    entries.append(
      IndicatorEntry(
        indicator: indicator, item: name, questions: item.fields, tabulated: position(of: item), measure: measure))
  }

  /// The position of an item among those counted; it is added when it is new.
  mutating func position(of item: TabulatedItem) -> Int {
    if let known = positions[item] { return known }
    positions[item] = items.count
    items.append(item)
    return items.count - 1
  }

  /// Takes other entries in place of those compiled.
  mutating func replaceEntries(_ entries: [IndicatorEntry]) { self.entries = entries }

  /// A question with one answer of a list whose codes the indicator's scale knows.
  private mutating func listed(_ name: String, of indicator: Indicator) -> Int? {
    guard let position = field(name, of: indicator) else { return nil }
    guard layout.fields[position].storage == .coded else {
      leaveOut(name, of: indicator, .unsuitableAnswers)
      return nil
    }
    return areKnown(indicator.scale, of: layout.fields[position], in: indicator) ? position : nil
  }

  /// A question whose answers are numbers.
  private mutating func number(_ name: String, of indicator: Indicator) -> Int? {
    guard let position = field(name, of: indicator) else { return nil }
    if [.integer, .decimal, .text].contains(layout.fields[position].storage) { return position }
    leaveOut(name, of: indicator, .unsuitableAnswers)
    return nil
  }

  private mutating func field(_ name: String, of indicator: Indicator) -> Int? {
    if let position = layout.index(of: name) { return position }
    leaveOut(name, of: indicator, .notAmongRecords)
    return nil
  }

  private mutating func areKnown(_ codes: [String], of field: Field, in indicator: Indicator) -> Bool {
    let unknown = codes.filter { !field.choices.contains($0) }
    if unknown.isEmpty { return true }
    diagnostics.append(
      Diagnostic(
        .scoreCodesUnknown, at: indicator.position, field: field.name,
        ["indicator": indicator.name, "codes": unknown.joined(separator: " ")]))
    return false
  }

  private mutating func leaveOut(_ name: String, of indicator: Indicator, _ code: Reason) {
    diagnostics.append(
      Diagnostic(code.code, at: indicator.position, field: name, ["indicator": indicator.name]))
  }

  /// Why an item is left out.
  private enum Reason {
    case notAmongRecords, unsuitableAnswers, pairOutsideNeeds, differentLists, singleItem

    var code: DiagnosticCode {
      switch self {
      case .notAmongRecords: .itemNotAmongRecords
      case .unsuitableAnswers: .itemUnsuitable
      case .pairOutsideNeeds: .itemPairOutsideNeeds
      case .differentLists: .itemListsDiffer
      case .singleItem: .blockOfOneItem
      }
    }
  }
}
