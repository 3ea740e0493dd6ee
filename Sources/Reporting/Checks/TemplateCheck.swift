import Diagnostics
import Estimation
import FormDefinition

/// Checks every word of a template against the form and the estimates, also in parts that are not printed this time.
struct TemplateCheck {
  let composer: ReportComposer
  /// Whether the nodes stand in a loop over units.
  var isInUnits = false

  /// The findings, in the order of the template.
  func findings(in nodes: [TemplateNode]) -> [Diagnostic] {
    nodes.flatMap { node -> [Diagnostic] in
      switch node {
      case .text: []
      case .directive(let directive): findings(of: directive)
      case .conditional(let directive, let then, let otherwise):
        findings(ofCondition: directive) + findings(in: then) + findings(in: otherwise)
      case .each(let directive, let body):
        findings(ofLoop: directive)
          + TemplateCheck(composer: composer, isInUnits: isInUnits || ["units", "levels"].contains(directive.word(0)))
          .findings(in: body)
      case .sentence(let body, let otherwise): findings(in: body) + findings(in: otherwise ?? [])
      }
    }
  }

  private func findings(of directive: Directive) -> [Diagnostic] {
    guard let placeholder = Placeholder(rawValue: directive.name) else {
      let names = Placeholder.allCases.map(\.rawValue)
      return [
        Diagnostic(
          .unknownPlaceholder, at: directive.position,
          ["found": directive.name, "nearest": nearestName(to: directive.name, among: names) ?? names[0]])
      ]
    }
    let scope = groupFindings(directive) + unitFindings(directive)
    switch placeholder {
    case .value, .interval:
      return word(0, of: directive, "statistic", Statistic.allCases.map(\.rawValue))
        + word(1, of: directive, "item", items) + domainFindings(directive) + scope
    case .base: return word(0, of: directive, "item", items) + domainFindings(directive) + scope
    case .label:
      return directive.word(0) == nil ? [] : word(0, of: directive, "item", items + groups + questions)
    case .count: return word(0, of: directive, "count", CountKind.allCases.map(\.rawValue)) + scope
    case .summary: return (directive.word(0) == nil ? [] : word(0, of: directive, "indicator", groups)) + scope
    case .table:
      let kind = word(0, of: directive, "table", TableKind.allCases.map(\.rawValue))
      if directive.word(0) == TableKind.side.rawValue {
        return kind + word(1, of: directive, "side") + scope
      }
      return kind + named(directive) + scope
    case .chart:
      let kind = word(0, of: directive, "chart", ChartKind.allCases.map(\.rawValue))
      switch directive.word(0).flatMap(ChartKind.init) {
      case .bars, .stacked, .slope, .coverage:
        let side = directive.word(1) == "side" ? [] : word(1, of: directive, "chart", ["side"])
        return kind + side + word(2, of: directive, "side")
      case .pyramid where directive.word(1) == "side":
        return kind + word(2, of: directive, "side")
      case .trajectory: return kind
      default: return kind + named(directive) + scope
      }
    case .list:
      let kind = word(0, of: directive, "list", ListKind.allCases.map(\.rawValue))
      let isRanked = ["highest", "lowest"].contains(directive.word(0))
      return kind + (isRanked ? word(1, of: directive, "statistic", Statistic.allCases.map(\.rawValue)) : []) + scope
    case .annex:
      return directive.word(0) == nil
        ? [Diagnostic(.missingPlaceholderWord, at: directive.position, ["expected": expected("title")])] : []
    case .milestone: return word(0, of: directive, "milestone", ReportMilestone.allCases.map(\.rawValue))
    case .cell: return word(0, of: directive, "side") + word(1, of: directive, "column") + scope
    case .rows: return word(0, of: directive, "side") + scope
    case .unit, .sheet: return scope
    case .date, .period, .wave, .title, .issuer, .plan, .reporter: return []
    }
  }

  private func findings(ofCondition directive: Directive) -> [Diagnostic] {
    let words = Array(directive.words.drop { $0 == "not" })
    var bare = directive
    bare.words = words
    var found = word(0, of: bare, "condition", TemplateCondition.allCases.map(\.rawValue))
    switch words.first.flatMap(TemplateCondition.init) {
    case .has: found += word(1, of: bare, "item", items + groups)
    case .published:
      found += word(1, of: bare, "statistic", Statistic.allCases.map(\.rawValue)) + word(2, of: bare, "item", items)
      found += domainFindings(bare)
    case .side: found += word(1, of: bare, "side")
    case .any: found += word(1, of: bare, "statistic", Statistic.allCases.map(\.rawValue))
    case .unit where words.count > 2:
      found += word(2, of: bare, "statistic", Statistic.allCases.map(\.rawValue)) + unitFindings(bare)
    case .unit: found += word(1, of: bare, "unit", UnitCondition.allCases.map(\.rawValue)) + unitFindings(bare)
    case .milestone, .upcoming: found += word(1, of: bare, "milestone", ReportMilestone.allCases.map(\.rawValue))
    case .many: found += word(1, of: bare, "kind", IndicatorKind.allCases.map(\.rawValue))
    default: break
    }
    return found
  }

  private func findings(ofLoop directive: Directive) -> [Diagnostic] {
    let found = word(0, of: directive, "loop", ["domains", "units", "levels"] + IndicatorKind.allCases.map(\.rawValue))
    guard directive.word(0) == "levels", directive.options["by"] == nil else { return found + groupFindings(directive) }
    return found + [Diagnostic(.missingPlaceholderWord, at: directive.position, ["expected": expected("domain")])]
  }

  /// What speaks of a unit where there is none.
  private func unitFindings(_ directive: Directive) -> [Diagnostic] {
    let kind = directive.word(0)
    let speaksOfUnit =
      ["unit", "sheet"].contains(directive.name) || directive.options["of"] == "unit"
      || directive.name == "#if" && kind == "unit"
      || directive.name == Placeholder.table.rawValue && ["participation", "beside"].contains(kind)
    var found: [Diagnostic] = []
    if speaksOfUnit, !isInUnits {
      found.append(Diagnostic(.outsideUnits, at: directive.position, ["found": directive.name]))
    }
    if let value = directive.options["of"], value != "unit" {
      found.append(unknown(value, "unit", ["unit"], at: directive.position))
    }
    return found
  }

  /// The second word of a table or chart names an indicator where there is one.
  private func named(_ directive: Directive) -> [Diagnostic] {
    directive.word(1) == nil ? [] : word(1, of: directive, "indicator", groups)
  }

  private func groupFindings(_ directive: Directive) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for key in ["indicator", "group"] {
      guard let value = directive.options[key], !groups.contains(value) else { continue }
      found.append(unknown(value, "indicator", groups, at: directive.position))
    }
    if let value = directive.options["statistic"], Statistic(rawValue: value) == nil {
      found.append(unknown(value, "statistic", Statistic.allCases.map(\.rawValue), at: directive.position))
    }
    if let value = directive.options["by"] {
      let domains = composer.index.domains
      let isKnown = value.split(separator: "*").allSatisfy { composer.labels.has(String($0)) }
      if !isKnown, !domains.contains(value) {
        found.append(unknown(value, "domain", domains + questions, at: directive.position))
      }
    }
    return found
  }

  private func domainFindings(_ directive: Directive) -> [Diagnostic] {
    directive.options.sorted { $0.key < $1.key }.compactMap { key, value in
      guard !PlaceholderOption.reserved.contains(key) else { return nil }
      guard composer.labels.has(key) else { return unknown(key, "domain", questions, at: directive.position) }
      let levels = composer.labels.levels(of: key)
      guard levels.isEmpty || levels.contains(value) else {
        return unknown(value, "level", levels, at: directive.position)
      }
      return nil
    }
  }

  private func word(_ index: Int, of directive: Directive, _ kind: String, _ names: [String]) -> [Diagnostic] {
    guard let found = directive.word(index) else {
      return [Diagnostic(.missingPlaceholderWord, at: directive.position, ["expected": expected(kind)])]
    }
    return names.contains(found) ? [] : [unknown(found, kind, names, at: directive.position)]
  }

  /// A word that may be any.
  private func word(_ index: Int, of directive: Directive, _ kind: String) -> [Diagnostic] {
    directive.word(index) == nil
      ? [Diagnostic(.missingPlaceholderWord, at: directive.position, ["expected": expected(kind)])] : []
  }

  private func unknown(_ found: String, _ kind: String, _ names: [String], at position: SourcePosition) -> Diagnostic {
    Diagnostic(
      .unknownPlaceholderWord, at: position,
      [
        "expected": expected(kind), "found": found,
        "nearest": nearestName(to: found, among: names) ?? names.first ?? "…",
      ])
  }

  /// What was expected, in both languages: a template's reader may be either.
  private func expected(_ kind: String) -> String {
    let words = [
      "statistic": "tên thống kê (statistic)", "item": "tên câu hỏi (item)", "indicator": "tên chỉ số (indicator)",
      "count": "tên số đếm (count)", "table": "loại bảng (table)", "chart": "loại biểu đồ (chart)",
      "list": "loại danh sách (list)", "title": "tiêu đề (title)", "condition": "điều kiện (condition)",
      "kind": "loại chỉ số (kind)", "loop": "vòng lặp (loop)", "domain": "câu hỏi phân nhóm (domain)",
      "milestone": "mốc thời gian (milestone)", "unit": "đơn vị (unit)", "column": "tên cột (column)",
      "level": "mức của câu hỏi (level)", "side": "tên bảng bên cạnh bảng ước lượng (table name)",
    ]
    return words[kind] ?? kind
  }

  private var items: [String] {
    composer.facts.form.indicators.flatMap { indicator in
      let names = indicator.items.map(\.name) + composer.itemNames(of: indicator)
      return names + names.compactMap(PairName.base)
    }
  }

  private var groups: [String] {
    composer.facts.form.indicators.flatMap { indicator -> [String] in
      let letter = indicator.group.split(separator: "_").first.map(String.init) ?? ""
      return [indicator.name, indicator.group, letter].filter { !$0.isEmpty }
    }
  }

  private var questions: [String] { composer.facts.form.placedQuestions.map(\.question.name) }
}
