public import ResponseRates

/// Who was invited, and how answers are told apart.
public struct ResponseDefinition: Sendable {
  /// The list of invitations, from the base folder; nil: nobody knows who was invited.
  public var invitations: String?
  /// What is asked about the response; its rules of quality are those of the pipeline.
  public var options = ResponseOptions()
}
