public import Geography

/// The programme that a pipeline reports on.
public struct ProgrammeDefinition: Sendable, Hashable {
  /// The folder of its tables, from the base folder.
  public var folder: String
  /// The register of bodies, from the base folder.
  public var agencies: String
  /// The document, as sentences name it; nil: the template says so.
  public var plan: String?
  /// The area it was made for; nil: nobody says.
  public var area: AreaReference?
}

/// Returns of organisations that are taken in beside the answers, into the same store.
public struct ReturnsDefinition: Sendable, Hashable {
  /// The folder of their form, from the base folder.
  public var form: String
  /// Which files they are in.
  public var pattern: String
  /// The mapping file of their columns, from the base folder.
  public var mapping: String?
}
