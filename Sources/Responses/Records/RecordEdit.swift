/// What a record says about the earlier version of itself that it replaces.
public struct RecordEdit: Sendable, Hashable {
  /// The key of the version it was made from (`deprecatedID`); "" when it names only the first version.
  public var replaces: String
  /// The key of the first version (`rootUuid`); "" when it names none.
  public var root: String

  /// Creates what a record says.
  ///
  /// - Returns: nil when it names no other record than itself: it is no edit.
  public init?(key: String, replaces: String, root: String = "") {
    self.replaces = Self.areSame(replaces, key) ? "" : replaces
    self.root = Self.areSame(root, key) ? "" : root
    guard !self.replaces.isEmpty || !self.root.isEmpty else { return nil }
  }

  /// The keys it names, the nearest version first.
  public var named: [String] { [replaces, root].filter { !$0.isEmpty } }

  private static func areSame(_ one: String, _ other: String) -> Bool {
    one == other || (!one.isEmpty && EditChains.otherSpelling(of: one) == other)
  }
}
