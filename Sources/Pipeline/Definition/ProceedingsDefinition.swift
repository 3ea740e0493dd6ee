public import Proceedings

/// What is told of tasks, petitions, consultations and rounds of a panel.
public struct ProceedingsDefinition: Sendable, Hashable {
  /// Whether records are returns of tasks.
  public var tasks = false
  /// The folder of the form that returns of tasks are on; nil: the pipeline's own.
  public var tasksForm: String?
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
  /// The folder of the form that logs of petitions are on; nil: the pipeline's own.
  public var form: String?
}

/// What is told of a consultation.
public struct ConsultationDefinition: Sendable, Hashable {
  /// The sheet with the agency's answers, from the base folder; nil, or a file that is not there yet: none.
  public var responses: String?
}
