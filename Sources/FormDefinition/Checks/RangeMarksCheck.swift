import Diagnostics

/// The marks, labels and placeholder of a range lie on its steps between its bounds.
enum RangeMarksCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    for row in draft.rows where row.type == .range && row.cells.sheet.has(.parameters) {
      let values = ParameterValues(row: row, type: .range)
      let marks = ["tick_interval", "placeholder", "tick_labelset"].filter { values[$0] != nil }
      if marks.isEmpty { continue }
      let appearance = Set(row.cells[.appearance].split(whereSeparator: \.isWhitespace).map(String.init))
      if !appearance.isEmpty, appearance.isDisjoint(with: ["vertical", "no-ticks"]) {
        for name in marks { values.report(.formRangeAppearance, ["name": name], &report) }
        continue
      }
      guard let scale = Scale(values) else { continue }
      interval(scale, values, &report)
      placeholder(scale, values, &report)
      labels(scale, values, hasTicks: !appearance.contains("no-ticks"), draft, &report)
    }
  }

  /// A range whose bounds and step can be read.
  private struct Scale {
    let start: Double
    let end: Double
    let step: Double

    init?(_ values: ParameterValues) {
      guard let start = Self.number(values["start"], or: 1), let end = Self.number(values["end"], or: 10),
        let step = Self.number(values["step"], or: 1), step != 0
      else { return nil }
      self.start = start
      self.end = end
      self.step = step
    }

    private static func number(_ text: String?, or value: Double) -> Double? {
      guard let text else { return value }
      return Double(text).flatMap { $0.isFinite ? $0 : nil }
    }

    func spans(_ value: Double) -> Bool { (min(start, end)...max(start, end)).contains(value) }

    /// Whether a distance is a whole number of steps, but for what binary fractions lose.
    func isMultiple(_ distance: Double, of step: Double) -> Bool {
      let count = distance / step
      return abs(count - count.rounded()) <= 1e-9 * max(1, abs(count))
    }
  }

  private static func interval(_ scale: Scale, _ values: ParameterValues, _ report: inout CheckReport) {
    guard let text = values["tick_interval"] else { return }
    guard let interval = Double(text) else {
      values.number("tick_interval", example: "2", &report)
      return
    }
    if interval == 0 || abs(interval) > abs(scale.end - scale.start)
      || !scale.isMultiple(interval, of: scale.step)
    {
      values.report(.formRangeValueUnfit, ["name": "tick_interval"], &report)
    }
  }

  private static func placeholder(_ scale: Scale, _ values: ParameterValues, _ report: inout CheckReport) {
    guard let text = values["placeholder"] else { return }
    guard let value = Double(text) else {
      values.number("placeholder", example: "5", &report)
      return
    }
    if !scale.spans(value) || !scale.isMultiple(value - scale.start, of: scale.step) {
      values.report(.formRangeValueUnfit, ["name": "placeholder"], &report)
    }
  }

  private static func labels(
    _ scale: Scale, _ values: ParameterValues, hasTicks: Bool, _ draft: FormDraft, _ report: inout CheckReport
  ) {
    guard let name = values["tick_labelset"] else { return }
    // Values of parameters are read in lower case.
    let choices = draft.choices.filter { $0.list.lowercased() == name }
    if choices.isEmpty {
      report.add(
        .formListUnknown, at: values.row.cells.position(.parameters), field: values.row.name,
        ["name": name, "nearest": CheckReport.noSuggestion])
      return
    }
    let step = values["tick_interval"].flatMap { Double($0) } ?? scale.step
    guard step != 0 else { return }
    let fits = choices.allSatisfy { row in
      guard let number = Double(row.choice.name), scale.spans(number) else { return false }
      if !hasTicks { return number == scale.start || number == scale.end }
      return scale.isMultiple(number - scale.start, of: step)
    }
    if !fits || (!hasTicks && choices.count != 2) {
      values.report(.formRangeLabelsUnfit, ["list": name], &report)
    }
  }
}
