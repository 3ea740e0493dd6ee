public import Diagnostics

/// A command of a program: the one table from which parsing, help, completions and the manual page follow.
public struct CommandTable: Sendable {
  /// The word that calls it.
  public let name: String
  /// What it does, one line without a full stop.
  public let abstract: BilingualText
  /// What else a user should know; "" for nothing.
  public let discussion: BilingualText
  /// The arguments in order.
  public let arguments: [ArgumentTable]
  /// The options, without those every command has.
  public let options: [OptionTable]
  /// Commands with what they do.
  public let examples: [CommandExample]
  /// The commands below this one; a command with subcommands and without arguments does nothing by itself.
  public let subcommands: [CommandTable]

  /// Creates a command.
  public init(
    _ name: String, _ abstract: BilingualText, discussion: BilingualText = BilingualText(vi: "", en: ""),
    arguments: [ArgumentTable] = [], options: [OptionTable] = [], examples: [CommandExample] = [],
    subcommands: [CommandTable] = []
  ) {
    self.name = name
    self.abstract = abstract
    self.discussion = discussion
    self.arguments = arguments
    self.options = options
    self.examples = examples
    self.subcommands = subcommands
  }

  /// Whether the command does something by itself.
  var actsItself: Bool { subcommands.isEmpty || !arguments.isEmpty }

  /// This command with commands below it.
  public func adding(_ subcommands: [CommandTable]) -> CommandTable {
    CommandTable(
      name, abstract, discussion: discussion, arguments: arguments, options: options, examples: examples,
      subcommands: self.subcommands + subcommands)
  }

  /// The options of this command and those every command has.
  public var allOptions: [OptionTable] { options + OptionTable.common }
}

/// A command line with what it does.
public struct CommandExample: Sendable {
  /// The command line, program name included.
  public let line: String
  /// What it does.
  public let explanation: BilingualText

  /// Creates an example.
  public init(_ line: String, _ explanation: BilingualText) {
    self.line = line
    self.explanation = explanation
  }
}

/// What a value names, for completions.
public enum ValueKind: Sendable, Hashable {
  /// Any text.
  case text
  /// A file; with endings (`["yaml"]`) only such files.
  case file([String])
  /// A folder.
  case folder
  /// One of these words.
  case word([String])
}

/// An argument of a command.
public struct ArgumentTable: Sendable {
  /// How often it may stand.
  public enum Count: Sendable {
    /// Exactly once, at most once, any number of times, at least once.
    case one, optional, any, atLeastOne
  }

  /// What stands for it in help: `FORM`.
  public let placeholder: String
  /// What it is.
  public let help: BilingualText
  /// How often it may stand.
  public let count: Count
  /// What it names.
  public let kind: ValueKind

  /// Creates an argument.
  public init(_ placeholder: String, _ help: BilingualText, count: Count = .one, kind: ValueKind = .text) {
    self.placeholder = placeholder
    self.help = help
    self.count = count
    self.kind = kind
  }
}

/// An option of a command.
public struct OptionTable: Sendable {
  /// The long name without dashes, under which its values are found.
  public let name: String
  /// The one-letter name; nil for none.
  public let letter: Character?
  /// What stands for its value in help; nil for a flag.
  public let placeholder: String?
  /// What it does.
  public let help: BilingualText
  /// What its value names.
  public let kind: ValueKind
  /// Whether the command cannot do without it.
  public let isRequired: Bool

  /// Creates an option.
  public init(
    _ name: String, letter: Character? = nil, placeholder: String? = nil, _ help: BilingualText,
    kind: ValueKind = .text, isRequired: Bool = false
  ) {
    self.name = name
    self.letter = letter
    self.placeholder = placeholder
    self.help = help
    self.kind = kind
    self.isRequired = isRequired
  }

  /// The options every command has.
  public static let common: [OptionTable] = [
    OptionTable(
      "language", placeholder: "vi|en",
      BilingualText(
        vi: "ngôn ngữ của thông báo và bảng (mặc định theo LANG, không có thì vi)",
        en: "language of messages and tables (default: after LANG, else vi)"),
      kind: .word(["vi", "en"])),
    OptionTable("help", letter: "h", BilingualText(vi: "in phần trợ giúp này", en: "print this help")),
  ]
}
