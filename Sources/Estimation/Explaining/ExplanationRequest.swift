/// Which estimates are to be explained.
public struct ExplanationRequest: Sendable, Hashable {
  /// The item: a question's name, `x_imp|x_prov`, `x/y`; or an indicator's name for figures of a whole indicator.
  public var item: String
  /// The domain's questions joined by `*`; "" for the whole.
  public var domain = ""
  /// The domain's level, parts joined by `*`; "" for the whole.
  public var domainLevel = ""
  /// The name of a statistic; nil: the first one of the item that has a standard error.
  public var statistic: String?
  /// The answer code, option or p of the statistic; nil: every one.
  public var level: String?

  /// Creates a request for an item as a whole.
  public init(item: String) { self.item = item }
}
