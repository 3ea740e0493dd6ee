public import Diagnostics

/// Why a command line was not understood.
public enum UsageProblem: Error, Sendable, Hashable {
  /// A command of this name does not exist.
  case unknownCommand(String, nearest: String?)
  /// A command with subcommands was called without one.
  case missingSubcommand([String])
  /// An option of this name does not exist.
  case unknownOption(String, nearest: String?)
  /// An option was given without its value.
  case missingValue(option: String)
  /// A flag was given a value.
  case unexpectedValue(option: String)
  /// An option's value is none of the allowed words, or no number.
  case badValue(option: String, value: String, expected: String)
  /// A required option is missing.
  case missingOption(String)
  /// A required argument is missing.
  case missingArgument(String)
  /// There are more arguments than the command takes.
  case surplusArgument(String)

  /// The wording, one line.
  public func message(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var english: String {
    switch self {
    case .unknownCommand(let name, let nearest):
      "there is no command “\(name)”" + (nearest.map { "; did you mean “\($0)”?" } ?? "")
    case .missingSubcommand(let names): "a command is missing: one of \(names.joined(separator: ", "))"
    case .unknownOption(let name, let nearest):
      "there is no option “\(name)”" + (nearest.map { "; did you mean “\($0)”?" } ?? "")
    case .missingValue(let option): "the option “\(option)” needs a value"
    case .unexpectedValue(let option): "the option “\(option)” takes no value"
    case .badValue(let option, let value, let expected):
      "“\(value)” is no value for “\(option)”; expected \(expected)"
    case .missingOption(let option): "the option “\(option)” is missing"
    case .missingArgument(let placeholder): "the argument \(placeholder) is missing"
    case .surplusArgument(let argument): "the argument “\(argument)” is one too many"
    }
  }

  private var vietnamese: String {
    switch self {
    case .unknownCommand(let name, let nearest):
      "không có lệnh “\(name)”" + (nearest.map { "; có phải ý bạn là “\($0)”?" } ?? "")
    case .missingSubcommand(let names): "thiếu tên lệnh, chọn một trong: \(names.joined(separator: ", "))"
    case .unknownOption(let name, let nearest):
      "không có tùy chọn “\(name)”" + (nearest.map { "; có phải ý bạn là “\($0)”?" } ?? "")
    case .missingValue(let option): "tùy chọn “\(option)” cần một giá trị"
    case .unexpectedValue(let option): "tùy chọn “\(option)” không nhận giá trị"
    case .badValue(let option, let value, let expected):
      "“\(value)” không hợp lệ cho “\(option)”; cần \(expected)"
    case .missingOption(let option): "thiếu tùy chọn “\(option)”"
    case .missingArgument(let placeholder): "thiếu tham số \(placeholder)"
    case .surplusArgument(let argument): "thừa tham số “\(argument)”"
    }
  }
}
