public import Proceedings

/// What is told of tasks, petitions, consultations and rounds of a panel.
public struct ProceedingsDefinition: Sendable, Hashable {
  /// Whether records are returns of tasks.
  public var tasks = false
  /// Petitions; nil: records are none.
  public var petitions: PetitionsDefinition?
  /// A consultation; nil: records are none.
  public var consultation: ConsultationDefinition?
  /// Rounds of a panel; nil: there is none.
  public var delphi: DelphiPlan?
}

/// What is told of petitions.
public struct PetitionsDefinition: Sendable, Hashable {
  /// The table that ties themes to needs, from the base folder; nil: nobody tied them.
  public var needs: String?
}

/// What is told of a consultation.
public struct ConsultationDefinition: Sendable, Hashable {
  /// The sheet with the agency's answers, from the base folder; nil, or a file that is not there yet: none.
  public var responses: String?
}
