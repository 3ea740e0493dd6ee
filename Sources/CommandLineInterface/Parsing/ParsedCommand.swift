/// A command line that was understood.
public struct ParsedCommand: Sendable, Hashable {
  /// The words that call the command, without the program's name: `["form", "check"]`.
  public var path: [String]
  /// The values of each option given, by long name; flags have one empty value.
  public var options: [String: [String]]
  /// The arguments in order.
  public var arguments: [String]

  /// Creates a parsed command.
  public init(path: [String], options: [String: [String]] = [:], arguments: [String] = []) {
    self.path = path
    self.options = options
    self.arguments = arguments
  }

  /// The last value of an option; nil when it was not given.
  public func value(of option: String) -> String? { options[option]?.last }

  /// Whether a flag was given.
  public func has(_ flag: String) -> Bool { options[flag] != nil }
}
