/// A value of a YAML document with the place where it begins.
public struct YAMLNode: Sendable {
  /// What the value is.
  public enum Content: Sendable {
    /// Keys and values, in order; keys are scalars and appear once.
    case mapping([(key: YAMLNode, value: YAMLNode)])
    /// Items in order.
    case sequence([YAMLNode])
    /// A text; quoted ones are never numbers, truth values or null.
    case scalar(String, isQuoted: Bool)
  }

  /// What the value is.
  public let content: Content
  /// The 1-based line.
  public let line: Int
  /// The 1-based column.
  public let column: Int

  /// Creates a value.
  public init(content: Content, line: Int, column: Int) {
    self.content = content
    self.line = line
    self.column = column
  }
}

extension YAMLNode {
  /// The text of a scalar; nil for null (`~`, `null`, nothing) and for mappings and sequences.
  public var text: String? {
    guard case .scalar(let text, let isQuoted) = content else { return nil }
    if !isQuoted, ["", "~", "null", "Null", "NULL"].contains(text) { return nil }
    return text
  }

  /// The items of a sequence; nil for others.
  public var items: [YAMLNode]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  /// The entries of a mapping; nil for others.
  public var entries: [(key: YAMLNode, value: YAMLNode)]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// Whether the value is null or an empty document.
  public var isNull: Bool {
    if case .scalar = content { text == nil } else { false }
  }

  /// The whole number an unquoted scalar writes; nil otherwise.
  public var integer: Int? {
    guard case .scalar(let text, isQuoted: false) = content else { return nil }
    return Int(text)
  }

  /// The finite number an unquoted scalar writes; nil otherwise.
  public var number: Double? {
    guard case .scalar(let text, isQuoted: false) = content, let number = Double(text), number.isFinite else {
      return nil
    }
    return number
  }

  /// The truth value an unquoted scalar writes (`true`, `false`); nil otherwise.
  public var truth: Bool? {
    guard case .scalar(let text, isQuoted: false) = content else { return nil }
    switch text.lowercased() {
    case "true": return true
    case "false": return false
    default: return nil
    }
  }

  /// The value under a key of a mapping; nil when there is none.
  public subscript(key: String) -> YAMLNode? {
    entries?.first { $0.key.text == key }?.value
  }
}
