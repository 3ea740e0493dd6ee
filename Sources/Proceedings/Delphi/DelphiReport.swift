public import Diagnostics
public import Estimation
public import FormDefinition
public import Responses

/// The rounds of a Delphi panel and how stable each item was from one to the next.
public struct DelphiReport: Sendable {
  /// One item from one round to the next.
  public struct Step: Sendable, Hashable {
    /// The item.
    public var item: String
    /// The earlier round.
    public var from: String
    /// The later round.
    public var to: String
    /// What changed.
    public var change: RoundChange
    /// Whether too few rated in either round for anything to be told.
    public var isSuppressed: Bool
    /// Whether too few rated in both rounds, or changed sides, for their tests to be told.
    public var hidesMembers: Bool
  }

  /// The rounds in order.
  public let rounds: [String]
  /// Item by item, round by round.
  public let steps: [Step]
  /// What should be looked at.
  public private(set) var diagnostics: [Diagnostic] = []
  let form: String
  let isSimulated: Bool

  /// Reads all answers once.
  ///
  /// - Throws: ``ExitCode/unusableInput`` when a question is not there, and what the source throws.
  /// - Complexity: O(records × items).
  public init(
    of records: some RecordSource, form: Form, plan: DelphiPlan, disclosure: DisclosureRules
  ) throws(StageFailure) {
    let scan = try DelphiScan(records, form: form, plan: plan)
    let isSimulated = try records.isSimulated
    let minimum = max(1, disclosure.minimumCount)
    let cell = disclosure.minimumCell ?? min(3, minimum)
    rounds = scan.rounds
    steps = scan.items.indices.flatMap { item in
      zip(scan.rounds.indices, scan.rounds.indices.dropFirst()).map { from, to in
        let change = scan.change(item: item, from: from, to: to)
        let sizes = [change.before.count, change.after.count]
        // Who rated in one round only follows from the pairs.
        let rests = sizes.map { $0 - change.pairs.count }
        let sides = change.sides
        return Step(
          item: scan.items[item].name, from: scan.rounds[from], to: scan.rounds[to], change: change,
          isSuppressed: sizes.contains { $0 < minimum },
          hidesMembers: change.pairs.count < minimum || rests.contains { $0 > 0 && $0 < cell }
            || (sides.toAgreement + sides.fromAgreement > 0 && sides.toAgreement + sides.fromAgreement < cell))
      }
    }
    self.form = form.identifier
    self.isSimulated = isSimulated
    if scan.rounds.count < 2 {
      diagnostics.append(
        Diagnostic(.tooFewRounds, ["name": plan.rounds, "count": String(scan.rounds.count)]))
    }
    for (round, count) in zip(scan.rounds, scan.repeatedKeys) where count > 0 {
      diagnostics.append(Diagnostic(.panelKeyRepeated, ["round": round, "count": String(count)]))
    }
  }

  /// The table beside the estimates: `delphi`. No member's key and no single rating is in it.
  public var tables: [SideTable] {
    if steps.isEmpty { return [] }
    var table = SideTable(
      name: "delphi",
      title: BilingualText(vi: "Độ ổn định giữa các vòng Delphi", en: "Stability between Delphi rounds"),
      columns: [
        "item", "from_round", "to_round", "n_from", "n_to", "median_from", "median_to", "iqr_from", "iqr_to",
        "agree_from", "agree_to", "agree_change", "cv_from", "cv_to", "cv_change", "net_change", "stable", "pairs",
        "wilcoxon_p", "mcnemar_p", "weighted_kappa", "flag",
      ])
    for step in steps {
      let change = step.change
      func told(_ value: Double?) -> SideTable.Cell { .number(step.isSuppressed ? nil : value) }
      func member(_ value: Double?) -> SideTable.Cell {
        .number(step.isSuppressed || step.hidesMembers ? nil : value)
      }
      let agree = [change.before, change.after].map { change.agreement.isEmpty ? nil : $0.share(of: change.agreement) }
      let isStable = step.isSuppressed ? nil : change.isStable
      let hasMembers = !change.pairs.isEmpty
      table.add([
        .text(step.item), .text(step.from), .text(step.to),
        .count(step.isSuppressed ? nil : change.before.count), .count(step.isSuppressed ? nil : change.after.count),
        told(change.before.quantile(0.5)), told(change.after.quantile(0.5)), told(change.before.interquartileRange),
        told(change.after.interquartileRange), told(agree[0]), told(agree[1]),
        told(agree[1].flatMap { after in agree[0].map { after - $0 } }), told(change.before.variation),
        told(change.after.variation), told(change.variationChange), told(change.netChange),
        .text(isStable.map { $0 ? "yes" : "no" } ?? ""),
        .count(step.isSuppressed || step.hidesMembers ? nil : change.pairs.count), member(change.wilcoxon),
        member(change.agreement.isEmpty ? nil : change.mcNemar), member(change.weightedKappa),
        .text(step.isSuppressed || (hasMembers && step.hidesMembers) ? "suppressed" : ""),
      ])
    }
    return [table]
  }
}
