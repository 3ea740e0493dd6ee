/// The address of a store, `sqlite:PATH`.
public struct StoreAddress: Sendable, Hashable {
  /// The path of the file.
  public let path: String

  /// Reads an address; nil when it names no kind of store that is known.
  public init?(_ url: String) {
    guard url.hasPrefix("sqlite:"), url.count > "sqlite:".count else { return nil }
    path = String(url.dropFirst("sqlite:".count))
  }
}
