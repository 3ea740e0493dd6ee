internal import DelimitedText
public import Diagnostics

/// The targets of a programme.
public struct TargetRegister: Sendable, Hashable {
  /// The targets in the order of the file.
  public var targets: [Target]
  /// What a reader should know of the register, none of it an error.
  public var diagnostics: [Diagnostic]

  /// The columns of a register; those of the baseline, `value_high`, `geography_valid_from` and `source` may be empty.
  public static let columns = [
    "target", "label_vi", "label_en", "measure", "definition", "unit", "baseline", "baseline_date", "value",
    "value_high", "due", "goal", "geography_level", "geography_code", "geography_valid_from", "source",
  ]

  /// Creates a register.
  public init(targets: [Target], diagnostics: [Diagnostic] = []) {
    self.targets = targets
    self.diagnostics = diagnostics
  }

  /// The targets, those of plans that do not say who counts read as of a definition.
  public func targets(readAs definition: String) -> [Target] {
    targets.map { target in
      var target = target
      if target.definition == Target.notStated { target.definition = definition }
      return target
    }
  }

  /// Reads a register.
  ///
  /// - Throws: ``ExitCode/unusableInput`` with everything that is wrong: a missing column, a number, day or word that
  ///   cannot be read, a target that stands twice, a share outside 0…1, a range without its ends, half a baseline.
  public static func read(bytes: [UInt8], source: String) throws(StageFailure) -> TargetRegister {
    var rows = RegisterRows(bytes: bytes, source: source)
    var targets: [Target] = []
    var firstLines: [String: Int] = [:]
    if rows.has(columns) {
      for row in rows.table.rows {
        guard let target = rows.target(row) else { continue }
        if let first = firstLines[target.name] {
          rows.findings.append(
            Diagnostic(
              .targetRepeated, at: target.position, ["target": target.name, "first": String(first)]))
          continue
        }
        firstLines[target.name] = row.line
        targets.append(target)
      }
    }
    if !rows.findings.isEmpty { throw StageFailure(rows.findings, exitCode: .unusableInput) }
    let empty = targets.isEmpty ? [Diagnostic(.targetRegisterEmpty, at: rows.table.headerPosition)] : []
    return TargetRegister(targets: targets, diagnostics: empty)
  }
}

extension RegisterRows {
  /// The target of a row; nil when something is wrong with it.
  fileprivate mutating func target(_ row: DelimitedRow) -> Target? {
    let count = findings.count
    let name = required(row, "target")
    let measure = required(row, "measure")
    let definition = required(row, "definition")
    let unit = word(row, "unit", as: MeasureUnit.self)
    let goal = word(row, "goal", as: TargetGoal.self)
    let baseline = number(row, "baseline")
    let baselineDay = day(row, "baseline_date")
    let value = number(row, "value")
    if text(row, "value").isEmpty { bad(row, "value", expected: "50000") }
    let highValue = number(row, "value_high")
    let due = day(row, "due")
    if text(row, "due").isEmpty { bad(row, "due", expected: "yyyy-MM-dd") }
    let area = area(row)
    guard findings.count == count, let name, let measure, let definition, let unit, let goal, let value, let due,
      let area
    else { return nil }
    for (column, number) in [("baseline", baseline), ("value", value), ("value_high", highValue)] {
      guard let number else { continue }
      if unit == .share, !(0...1).contains(number) {
        findings.append(Diagnostic(.targetShareOutside, at: position(row, column), ["column": column]))
      } else if number < 0 {
        bad(row, column, expected: "≥ 0")
      }
    }
    if (goal == .between) != (highValue != nil) || (highValue ?? value) < value {
      findings.append(Diagnostic(.targetRangeReversed, at: position(row, "value_high")))
    }
    if (baseline == nil) != (baselineDay == nil) || (baselineDay.map { $0 >= due } ?? false) {
      findings.append(Diagnostic(.targetBaselineIncomplete, at: position(row, "baseline_date")))
    }
    guard findings.count == count else { return nil }
    var target = Target(
      name: name, label: BilingualText(vi: text(row, "label_vi"), en: text(row, "label_en")), measure: measure,
      definition: definition, unit: unit, value: value, due: due, goal: goal, area: area, source: text(row, "source"))
    target.baseline = baseline
    target.baselineDay = baselineDay
    target.highValue = highValue
    target.position = position(row, "target")
    return target
  }
}
