import Estimation
import FormDefinition
import Responses

/// The words after `#if`.
enum TemplateCondition: String, CaseIterable {
  case simulated, probability, census
  case optIn = "opt_in"
  case weighted, frame, unmatched, accounting, period, respondents, domains, suppressed, reversed
  case consensus, need, ranking, share, strata, clusters
  /// There are changes since a former wave; `changed`: some go beyond chance (`statistic=agree`).
  case changes, changed
  /// `has NAME`: the table has rows of an indicator or item.
  case has
  /// `published STATISTIC ITEM …`: a figure may be printed.
  case published
  /// `side NAME`: there is a table of this name beside the estimates, with rows; `only` and `of` say which.
  case side
  /// `many consensus`: more than one indicator of a kind.
  case many
  /// There are units; `unit WORD`: something holds of the loop's.
  case units, unit
  /// `milestone NAME`: the step has a day; `upcoming NAME`: it is not over.
  case milestone, upcoming
  /// Some statement divides people.
  case divided
  /// `any STATISTIC`: some overall figure of it may be printed.
  case any
}

extension ReportComposer {
  /// Whether the condition of an `#if` holds; `not` turns it round, an unknown word holds never.
  func holds(_ directive: Directive, in scope: Scope) -> Bool {
    var words = directive.words
    var isNegated = false
    while words.first == "not" {
      words.removeFirst()
      isNegated.toggle()
    }
    guard let condition = words.first.flatMap(TemplateCondition.init) else { return false }
    return holds(condition, words: Array(words.dropFirst()), directive, in: scope) != isNegated
  }

  private func holds(_ condition: TemplateCondition, words: [String], _ directive: Directive, in scope: Scope) -> Bool {
    switch condition {
    case .simulated: facts.isSimulated
    case .probability: facts.sample == .probability
    case .census: facts.sample == .census
    case .optIn: facts.sample == .optIn
    case .weighted: !facts.weighting.margins.isEmpty || facts.weighting.effectiveCount != nil
    case .frame: !facts.weighting.margins.isEmpty
    case .unmatched: facts.weighting.unmatched.contains { $0.respondents != 0 }
    case .accounting: (facts.accounting?.read ?? 0) > 0
    case .period: facts.firstDay != nil && facts.lastDay != nil
    case .respondents: facts.weighting.responseCount > 0
    case .domains: !domains.isEmpty
    case .changes: facts.estimates.rows.contains { $0.statistic == .change && $0.domain.isEmpty }
    case .changed: hasSoundChanges(directive, in: scope)
    case .suppressed: index.hasSuppressedRows
    case .reversed: facts.form.indicators.contains { !$0.reverse.isEmpty && index.indicators.contains($0.name) }
    case .consensus: hasRows(.consensus)
    case .need: hasRows(.need)
    case .ranking: hasRows(.ranking)
    case .share: hasRows(.share)
    case .strata: !facts.weighting.strata.isEmpty
    case .clusters: !facts.weighting.clusters.isEmpty
    case .has:
      words.first.map { name in
        facts.form.indicators.contains { $0.matches(name) && index.indicators.contains($0.name) }
          || index.items.values.contains { $0.contains(name) }
      } ?? false
    case .published:
      row(statistic: words.first, item: words.dropFirst().first, directive, in: scope)?.isPublished ?? false
    case .side: words.first.flatMap(sideTable).map { !keptRows(of: $0, directive, in: scope).isEmpty } ?? false
    case .many:
      facts.form.indicators.count { $0.kind.rawValue == words.first && index.indicators.contains($0.name) } > 1
    case .units: !units.isEmpty
    case .unit:
      holds(
        words.first.flatMap(UnitCondition.init), of: scope.unit,
        statistic: words.dropFirst().first.flatMap(Statistic.init(rawValue:)))
    case .milestone: words.first.flatMap(ReportMilestone.init).flatMap { facts.milestones[$0] } != nil
    case .upcoming:
      words.first.flatMap(ReportMilestone.init).flatMap { facts.milestones[$0] }
        .map { day in facts.asOf.map { $0 <= day } ?? true } ?? false
    case .divided: !dividing.isEmpty
    case .any:
      words.first.flatMap(Statistic.init(rawValue:)).map { statistic in
        facts.estimates.rows.contains { $0.statistic == statistic && $0.domain.isEmpty && $0.isPublished }
      } ?? false
    }
  }

  private func hasRows(_ kind: IndicatorKind) -> Bool {
    facts.form.indicators.contains { $0.kind == kind && index.indicators.contains($0.name) }
  }

  /// The row that a statistic, an item and a directive's options name; nil when the table has none.
  func row(statistic: String?, item: String?, _ directive: Directive, in scope: Scope) -> EstimateRow? {
    guard let statistic = statistic.flatMap(Statistic.init(rawValue:)), let item,
      let (indicator, name) = resolve(item: item, indicator: directive.options["indicator"] ?? scope.indicator?.name)
    else { return nil }
    if directive.options["of"] == "unit" {
      return scope.unit.flatMap { estimate(indicator.name, name, statistic, of: $0) }
    }
    var domain = ""
    var level = ""
    for (key, value) in directive.options.sorted(by: { $0.key < $1.key })
    where !PlaceholderOption.reserved.contains(key) {
      domain += (domain.isEmpty ? "" : "*") + key
      level += (level.isEmpty ? "" : "*") + value
    }
    return index.estimate(
      indicator.name, name, statistic, level: directive.options["level"] ?? "", domain: domain, domainLevel: level)
  }

  /// The indicator and full name of an item, given by its name or the common beginning of a pair's two questions.
  func resolve(item: String, indicator wanted: String?) -> (Indicator, String)? {
    let candidates = facts.form.indicators.filter { wanted == nil || $0.name == wanted }
    // An indicator outside the scope is better than none.
    for indicator in candidates + facts.form.indicators {
      for name in itemNames(of: indicator) + indicator.items.map(\.name)
      where name == item || PairName.base(of: name) == item {
        return (indicator, name)
      }
    }
    return nil
  }
}

/// Options of placeholders that are no domain variables.
enum PlaceholderOption {
  static let reserved: Set<String> = [
    "level", "indicator", "group", "by", "statistic", "count", "title", "columns", "labels", "percent", "decimals",
    "only", "of", "order", "needs", "statements",
  ]
}

/// The names of needs asked twice.
enum PairName {
  /// The common beginning of the two questions, without a trailing `_`: `need_01_income`; nil for other items.
  static func base(of name: String) -> String? {
    let parts = name.split(separator: "|", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    var common = String(zip(parts[0], parts[1]).prefix { $0 == $1 }.map(\.0))
    while common.last == "_" || common.last == "-" { common.removeLast() }
    return common.isEmpty ? nil : common
  }
}
