/// What a form adds to the XForms document by hand: columns such as `bind::odk:length`, which ykien passes on.
public struct NodeAttributes: Sendable, Hashable {
  /// One attribute, its value as written.
  public struct Attribute: Sendable, Hashable {
    /// The attribute's name with its prefix, if it has one.
    public var name: String
    /// The value.
    public var value: String

    /// Creates an attribute.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Attributes of the node in the submission (`instance::…`).
  public var instance: [Attribute] = []
  /// Attributes of the bind (`bind::…`).
  public var bind: [Attribute] = []
  /// Texts of the bind that may differ from language to language (`jr:noAppErrorString`), by the attribute's name.
  public var messages: [String: LocalizedText] = [:]
  /// Attributes of the control (`control::…`, `body::…`).
  public var control: [Attribute] = []

  /// Creates attributes.
  public init() {}
}
