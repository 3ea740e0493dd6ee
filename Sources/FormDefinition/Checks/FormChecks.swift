import Diagnostics

/// A rule that forms must satisfy, one file each.
protocol FormCheck {
  /// Reports everything that breaks the rule.
  ///
  /// - Complexity: O(rows) but for suggestions of names, whose number is limited.
  static func check(_ draft: FormDraft, _ report: inout CheckReport)
}

/// All rules.
enum FormChecks {
  private static var all: [any FormCheck.Type] {
    [
      SheetsCheck.self, UnsupportedCheck.self, HeadingsCheck.self, HeadingShapeCheck.self,
      SettingsCheck.self, LanguagesCheck.self,
      TypeCheck.self, ListCheck.self, NameCheck.self, DuplicateNameCheck.self, GroupCheck.self, TableListCheck.self,
      LabelCheck.self,
      MediaCheck.self,
      TranslationCheck.self, CompositionCheck.self, CalculationCheck.self, ParametersCheck.self,
      ParameterValueCheck.self, RangeMarksCheck.self, DefaultCheck.self,
      OrOtherCheck.self, ReferenceCheck.self, TriggerCheck.self, TriggerTargetCheck.self, InstanceCheck.self,
      ExternalChoicesCheck.self, SearchCheck.self, FileColumnNameCheck.self, FormFilesCheck.self, BareNameCheck.self,
      CycleCheck.self,
      AnswerTypeCheck.self, UnreachableCheck.self, ConstraintCheck.self, ScaleOrderCheck.self, DiacriticsCheck.self,
      ChoiceCheck.self, AttributeCheck.self,
      MissingCodeCheck.self,
      IndicatorCheck.self, IndicatorItemCheck.self, IndicatorCodeCheck.self, IndicatorParameterCheck.self,
    ]
  }

  /// Everything that the rules find in a form.
  static func findings(in draft: FormDraft) -> [Diagnostic] {
    var report = CheckReport()
    for check in all { check.check(draft, &report) }
    return report.findings
  }
}

/// What the rules find, with suggestions for mistyped names.
struct CheckReport {
  private(set) var findings: [Diagnostic] = []

  /// How many names may still be compared: a form full of mistakes must not take quadratic time.
  private var comparisonsLeft = 20_000
  private var suggestions: [String: String] = [:]

  /// Stands where no name is near enough.
  static let noSuggestion = "–"

  /// Adds a finding.
  mutating func add(
    _ code: DiagnosticCode, at position: SourcePosition, field: String? = nil, _ arguments: [String: String] = [:],
    severity: Severity? = nil
  ) {
    findings.append(Diagnostic(code, at: position, field: field, arguments, severity: severity))
  }

  /// The known name nearest to a mistyped one; a dash when there is none or too many have been looked for.
  mutating func nearest(to name: String, among candidates: [String], of kind: String) -> String {
    let key = "\(kind) \(name)"
    if let known = suggestions[key] { return known }
    guard comparisonsLeft >= candidates.count, name.utf8.count <= 64 else { return Self.noSuggestion }
    comparisonsLeft -= candidates.count
    let suggestion = nearestName(to: name, among: candidates) ?? Self.noSuggestion
    suggestions[key] = suggestion
    return suggestion
  }
}
