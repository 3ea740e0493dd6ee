import Diagnostics
import FormDefinition
import Responses
import Tabulation

/// Finds the questions a plan names among the records' fields and checks that they fit their use.
struct DesignCompiler {
  private let layout: RecordLayout
  private(set) var diagnostics: [Diagnostic] = []
  /// What the scan reads, items aside.
  private(set) var plan = TabulationPlan()
  /// By margin, the positions of its questions among the raking questions.
  private(set) var marginFields: [[Int]] = []

  /// The most levels a domain may have.
  static let mostLevels = 20_000

  init(_ plan: EstimationPlan, layout: RecordLayout) {
    self.layout = layout
    self.plan.weights = plan.weights.flatMap { find($0, as: .weights) }
    self.plan.strata = plan.strata.flatMap { find($0, as: .stratum) }
    self.plan.clusters = plan.clusters.compactMap { find($0, as: .cluster) }
    self.plan.populationSizes = plan.populationSizes.compactMap { find($0, as: .populationSize) }
    if plan.clusters.count > 2 {
      diagnostics.append(Diagnostic(.tooManyStages, ["count": String(plan.clusters.count)]))
    }
    if plan.populationSizes.count > plan.clusters.count + 1 && plan.populationSizes.count > 1 {
      diagnostics.append(Diagnostic(.tooManyPopulationSizes, ["count": String(plan.populationSizes.count)]))
    }
    for domain in plan.allDomains where !domain.isEmpty {
      let fields = domain.compactMap { find($0, as: .domain) }
      if fields.count == domain.count { self.plan.domains.append(fields) }
    }
    for margin in plan.margins {
      marginFields.append(
        margin.variables.compactMap { find($0, as: .margin) }.map { field in
          if let known = self.plan.raking.firstIndex(of: field) { return known }
          self.plan.raking.append(field)
          return self.plan.raking.count - 1
        })
    }
    findRecordNumbers(plan)
    if let period = plan.period, let field = find(period.field, as: .period) {
      if period.firstDay <= period.lastDay {
        self.plan.period = .init(field: field, days: Int64(period.firstDay)...Int64(period.lastDay))
      } else {
        diagnostics.append(Diagnostic(.periodReversed, field: period.field))
      }
    }
  }

  /// What a question is named for.
  private enum Use: String {
    case weights, stratum, cluster, populationSize = "fpc", domain = "by", margin = "rake", period
    case total = "calibrate.totals"

    var storages: Set<FieldStorage> {
      switch self {
      case .weights, .populationSize, .total: [.integer, .decimal, .text]
      case .stratum, .cluster: [.coded, .integer, .decimal, .text]
      case .domain, .margin: [.coded, .integer, .text]
      case .period: [.date, .dateTime]
      }
    }
  }

  /// Finds the numbers that are needed by record: those with a population total, then replicate weights.
  private mutating func findRecordNumbers(_ design: EstimationPlan) {
    let totals = design.calibrate?.totals ?? []
    plan.recordNumbers = totals.compactMap { find($0.question, as: .total) }
    let replicates = design.replicates
    let isGiven = replicates?.type == .columns
    plan.keepsRecordsApart =
      !totals.isEmpty || design.trim != nil || isGiven || (replicates != nil && design.clusters.isEmpty)
    guard let replicates, isGiven else { return }
    let fields = layout.fields.indices.filter { index in
      [.integer, .decimal, .text].contains(layout.fields[index].storage)
        && replicates.columns.contains { GlobPattern($0).matches(layout.fields[index].name) }
    }
    if fields.isEmpty {
      diagnostics.append(
        Diagnostic(.replicateColumnsMissing, ["columns": replicates.columns.joined(separator: ", ")]))
    } else if !replicates.scales.isEmpty, replicates.scales.count != fields.count {
      diagnostics.append(
        Diagnostic(
          .replicateScalesDiffer, ["scales": String(replicates.scales.count), "columns": String(fields.count)]))
    }
    plan.recordNumbers += fields
  }

  private mutating func find(_ name: String, as use: Use) -> Int? {
    guard let position = layout.index(of: name) else {
      let nearest = nearestName(to: name, among: layout.fields.map(\.name))
      diagnostics.append(
        Diagnostic(
          .planUnknownQuestion, field: name,
          ["use": use.rawValue, "suggestion": nearest.map { " (\($0)?)" } ?? ""]))
      return nil
    }
    let storage = layout.fields[position].storage
    guard use.storages.contains(storage) else {
      diagnostics.append(
        Diagnostic(
          .planUnsuitableQuestion, field: name,
          [
            "use": use.rawValue, "found": storage.rawValue,
            "expected": use.storages.map(\.rawValue).sorted().joined(separator: ", "),
          ]))
      return nil
    }
    return position
  }
}
