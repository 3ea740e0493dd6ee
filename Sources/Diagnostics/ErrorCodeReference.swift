/// The reference of every diagnostic in both languages, as Markdown: the text of `Documentation/error-codes.md`.
///
/// - Complexity: O(number of codes).
public func errorCodeReference() -> String {
  let stages = DiagnosticCode.catalogue.reduce(into: [(stage: String, codes: [DiagnosticCode])]()) { stages, code in
    let stage = String(code.identifier.prefix { $0 != "-" })
    if let index = stages.firstIndex(where: { $0.stage == stage }) {
      stages[index].codes.append(code)
    } else {
      stages.append((stage, [code]))
    }
  }
  var lines = [
    "# Mã lỗi · Error codes", "",
    "Mỗi điều ykien phát hiện có một mã không bao giờ đổi nghĩa. Từ trong ngoặc nhọn, như `{name}`, được thay bằng điều"
      + " tìm thấy. Trang này được tạo từ mã nguồn.", "",
    "Everything ykien finds has a code whose meaning never changes. Words in braces, like `{name}`, stand for what was"
      + " found. This page is made from the source code.", "",
    "```", "forms/pks-01/survey.csv:12:4: error: [FORM-014] …; fix: …", "```",
  ]
  for (stage, codes) in stages {
    lines += ["", "## \(stage)", "", "| Mã · Code | Tiếng Việt | English |", "| --- | --- | --- |"]
    for code in codes.sorted(by: { $0.identifier < $1.identifier }) {
      lines.append("| \(code.title) | \(code.cell(in: .vietnamese)) | \(code.cell(in: .english)) |")
    }
  }
  return lines.joined(separator: "\n") + "\n"
}

extension DiagnosticCode {
  /// The identifier, and how grave it is when it is no error.
  fileprivate var title: String {
    guard severity != .error else { return "`\(identifier)`" }
    return "`\(identifier)`<br>\(severity.name(in: .vietnamese)) · \(severity.name(in: .english))"
  }

  /// What is wrong and the way out, in one table cell.
  fileprivate func cell(in language: InterfaceLanguage) -> String {
    let label = language == .english ? "Fix" : "Cách sửa"
    let wayOut = fix[language].isEmpty ? "" : "<br>*\(label):* \(fix[language].inCell)"
    return message[language].inCell + wayOut
  }
}

extension String {
  /// The text as Markdown reads it inside a table: marks that would mean something are escaped outside of code.
  fileprivate var inCell: String {
    var escaped = ""
    var isCode = false
    for character in self {
      switch character {
      case "`": isCode.toggle()
      case "|": escaped += "\\"
      case "*", "_", "<", ">", "[", "]":
        if !isCode { escaped += "\\" }
      case "\n":
        escaped += " "
        continue
      default: break
      }
      escaped.append(character)
    }
    return escaped
  }
}
