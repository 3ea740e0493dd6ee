public import Diagnostics

/// How a table is written, as it was found out: one line of a report.
public struct TableDescription: Sendable, Hashable {
  /// What the headings are.
  public enum Headings: String, Sendable, Hashable, CaseIterable {
    /// The names or paths of questions.
    case names
    /// The labels of questions.
    case labels
    /// Some of both.
    case both
  }

  /// What the cells of choices hold.
  public enum Answers: String, Sendable, Hashable, CaseIterable {
    /// The names of choices.
    case codes
    /// Their labels.
    case labels
    /// Some of both.
    case both
    /// Nothing: no question with choices was answered.
    case none

    /// What two parts of a table hold together.
    func joined(with other: Answers) -> Answers {
      if self == .none || self == other { return other }
      return other == .none ? self : .both
    }
  }

  /// How the answers to a question with several choices stand.
  public enum Multiple: String, Sendable, Hashable, CaseIterable {
    /// In one cell.
    case joined
    /// In one column for each choice.
    case split
    /// Some so, some so.
    case both
    /// There is no such question.
    case none
  }

  /// The program that wrote it, by its headings: `KoboToolbox`, `CSV`.
  public var producer: String
  /// What stands between cells; nil: it is a sheet of a workbook.
  public var separator: Character?
  /// Whether the headings are quoted.
  public var isQuoted: Bool
  /// The encoding's name, `utf-8-bom` for UTF-8 with its mark.
  public var encoding: String
  /// What the headings are.
  public var headings: Headings
  /// What the cells of choices hold.
  public var answers: Answers
  /// How several choices stand.
  public var multiple: Multiple

  /// The description for people.
  public func text(in language: InterfaceLanguage) -> String {
    let isEnglish = language == .english
    var parts: [String] = [producer]
    if let separator {
      let name = separator == "\t" ? "tab" : "'\(separator)'"
      parts.append((isEnglish ? "separator " : "dấu phân cách ") + name)
      parts.append(isQuoted ? (isEnglish ? "quoted" : "có dấu nháy") : (isEnglish ? "not quoted" : "không dấu nháy"))
    }
    parts.append((isEnglish ? "encoding " : "bảng mã ") + encoding)
    parts.append((isEnglish ? "headings: " : "tiêu đề: ") + Self.word(headings.rawValue, isEnglish))
    if answers != .none {
      parts.append((isEnglish ? "answers: " : "trả lời: ") + Self.word(answers.rawValue, isEnglish))
    }
    if multiple != .none {
      parts.append((isEnglish ? "several choices: " : "chọn nhiều: ") + Self.word(multiple.rawValue, isEnglish))
    }
    return parts.joined(separator: "; ")
  }

  /// The same as a JSON object.
  public var json: String {
    let cell = separator.map { String($0).quotedForJSON } ?? "null"
    return """
      {"producer": \(producer.quotedForJSON), "separator": \(cell), "quoted": \(isQuoted), \
      "encoding": \(encoding.quotedForJSON), "headings": "\(headings.rawValue)", "answers": "\(answers.rawValue)", \
      "multiple": "\(multiple.rawValue)"}
      """
  }

  private static func word(_ name: String, _ isEnglish: Bool) -> String {
    if isEnglish { return name }
    switch name {
    case "names": return "tên câu hỏi"
    case "labels": return "nhãn"
    case "codes": return "mã"
    case "joined": return "gộp một ô"
    case "split": return "tách cột"
    default: return "cả hai"
    }
  }
}
