import Diagnostics

/// The parameters of an indicator are known to its kind, and their values can be read.
enum IndicatorParameterCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    for row in draft.indicators where row.isKindKnown {
      let indicator = row.indicator
      guard let known = indicator.kind.parameters else { continue }
      let position = row.cells.position(.params)
      for (name, value) in indicator.parameters.sorted(by: { $0.key < $1.key }) {
        guard let rule = known[name] else {
          report.add(
            .formIndicatorParameterUnknown, at: position,
            [
              "name": name, "kind": indicator.kind.rawValue,
              "nearest": report.nearest(to: name, among: known.keys.sorted(), of: "\(indicator.kind) parameter"),
              "known": known.keys.sorted().joined(separator: ", "),
            ])
          continue
        }
        if !rule.accepts(value) {
          report.add(
            .formIndicatorParameterUnfit, at: position, ["name": name, "value": value, "expected": rule.expectation])
        }
      }
      let optional = indicator.kind.optionalStatistics
      for name in indicator.requestedStatistics.sorted() where !optional.contains(name) {
        report.add(
          .formIndicatorStatisticUnknown, at: position,
          [
            "name": name, "kind": indicator.kind.rawValue,
            "known": (optional + ["all"]).joined(separator: ", "),
          ])
      }
    }
  }
}

/// What a parameter's value may be.
private enum ParameterRule {
  case anything
  case number(ClosedRange<Double>)
  case count
  case word([String])
  case bands

  func accepts(_ value: String) -> Bool {
    switch self {
    case .anything: true
    case .number(let range): Double(value).map(range.contains) ?? false
    case .count: Int(value).map { $0 > 0 } ?? false
    case .word(let words): words.contains(value)
    case .bands: IndicatorBand.read(value) != nil
    }
  }

  var expectation: String {
    switch self {
    case .anything: "…"
    case .number(let range): "\(range.lowerBound)…\(range.upperBound)"
    case .count: "1, 2, 3, …"
    case .word(let words): words.joined(separator: ", ")
    case .bands: "low+0.5:medium+0.7:high"
    }
  }
}

extension IndicatorKind {
  /// The parameters that estimation reads; nil for kinds whose parameters are free.
  fileprivate var parameters: [String: ParameterRule]? {
    switch self {
    case .consensus:
      [
        "statistics": .anything, "bands": .bands, "banded": .word(["consensus", "agreement", "agree", "net_agree"]),
        "polarised": .number(0...0.5), "quantile": .word(["1", "2", "6", "7"]), "delphi_iqr": .number(0...100),
        "delphi_share": .number(0...1), "metric": .word(["nominal", "ordinal", "interval"]),
        "units": .word(["items", "respondents"]),
      ]
    case .need:
      [
        "statistics": .anything, "bands": .bands,
        "banded": .word(["importance", "provision", "gap", "pni", "pni_modified", "rds"]), "top": .count,
        "rank": .word([
          "importance", "provision", "gap", "weighted_gap", "borich", "pni", "pni_modified", "rds", "top_share",
        ]),
      ]
    case .ranking:
      ["statistics": .anything, "top": .count, "rank": .word(["borda", "top_share", "plackett_luce", "max_diff"])]
    default: nil
    }
  }
}
