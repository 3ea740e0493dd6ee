/// How grave a finding is.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  /// Something worth knowing.
  case note
  /// Accepted, but should be looked at.
  case warning
  /// Refused: nothing downstream uses it.
  case error

  /// Orders by gravity, notes first.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  /// The word printed before a finding.
  public func name(in language: InterfaceLanguage) -> String {
    switch (self, language) {
    case (.note, .english): "note"
    case (.warning, .english): "warning"
    case (.error, .english): "error"
    case (.note, .vietnamese): "lưu ý"
    case (.warning, .vietnamese): "cảnh báo"
    case (.error, .vietnamese): "lỗi"
    }
  }
}

/// A rule that can be broken, with its wording: identifiers never change meaning and are never reused.
public struct DiagnosticCode: Sendable, Hashable {
  /// The printed identifier, stage and number: `FORM-014`.
  public let identifier: String
  /// The severity unless a diagnostic says otherwise.
  public let severity: Severity
  /// What is wrong; `{name}` stands for the diagnostic's argument of that name.
  public let message: BilingualText
  /// The way out; `{name}` as in the message.
  public let fix: BilingualText

  /// Declares a code; placeholders in braces are filled from a diagnostic's arguments.
  public init(_ identifier: String, _ severity: Severity, message: BilingualText, fix: BilingualText) {
    self.identifier = identifier
    self.severity = severity
    self.message = message
    self.fix = fix
  }

  /// Two codes are the same when their identifiers are.
  public static func == (left: DiagnosticCode, right: DiagnosticCode) -> Bool { left.identifier == right.identifier }

  /// Hashes the identifier.
  public func hash(into hasher: inout Hasher) { hasher.combine(identifier) }

  /// Every code: of files, then of every stage in the order of the stages.
  public static let catalogue: [DiagnosticCode] =
    commandLineCodes + fileCodes + yamlCodes + delimitedTextCodes + spreadsheetCodes + formCodes + expressionCodes
    + simulationCodes + ingestCodes + storeCodes + storeVerificationCodes + storeUpkeepCodes + storeProblemCodes
    + storeFreezeCodes
    + exportCodes + estimationCodes + weightingCodes + estimationIndicatorCodes + reportCodes + pipelineCodes
    + pipelineWeightingCodes + pipelineRetentionCodes + pipelineCalendarCodes + pipelineRunCodes + disclosureCodes
    + estimationLimitCodes
    + textCodes + pipelineTextsCodes
    + responseCodes
    + proceedingsCodes
    + pipelineProceedingsCodes
    + geographyCodes
    + targetCodes
    + headcountCodes
    + groupCodes
    + trendCodes
    + pipelineFindingCodes
    + programmeCodes
    + pipelineFreezeCodes
}
