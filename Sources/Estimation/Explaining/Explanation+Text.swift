public import Diagnostics

extension Explanation {
  /// The explanation for a reader: numbers with ten significant digits, enough to follow them by hand.
  ///
  /// Vietnamese numbers have a decimal comma. Control characters are removed.
  public func text(language: InterfaceLanguage) -> String {
    var text = ""
    for section in common { text += section.text(language) }
    for sections in estimates {
      for section in sections { text += section.text(language) }
    }
    return text
  }
}

extension Explanation.Section {
  fileprivate func text(_ language: InterfaceLanguage) -> String {
    let title = title[language].printable
    var text = "\(title)\n\(String(repeating: "=", count: title.count))\n"
    let labels = facts.map { $0.label[language] }
    let width = labels.map(\.count).max() ?? 0
    for (label, fact) in zip(labels, facts) {
      let blanks = String(repeating: " ", count: width - label.count)
      text += "\(label)\(blanks)  \(fact.value.text(language))\n"
    }
    for table in tables where !table.rows.isEmpty { text += "\n" + table.text(language) }
    if !notes.isEmpty, !facts.isEmpty || !tables.isEmpty { text += "\n" }
    for note in notes { text += note[language].printable + "\n" }
    for line in code { text += "  " + line.printable + "\n" }
    return text + "\n"
  }
}

extension Explanation.Table {
  fileprivate func text(_ language: InterfaceLanguage) -> String {
    var lines = [columns.map { $0.label[language] }]
    var isNumber = columns.map { _ in false }
    for row in rows {
      lines.append(row.map { $0?.text(language) ?? "" })
      for (column, value) in row.enumerated() where value?.isNumber == true { isNumber[column] = true }
    }
    let widths = columns.indices.map { column in lines.lazy.map { $0[column].count }.max() ?? 0 }
    let body = lines.map { line in
      var text = " "
      for (column, cell) in line.enumerated() {
        let blanks = String(repeating: " ", count: widths[column] - cell.count)
        text += " " + (isNumber[column] ? blanks + cell : cell + blanks) + " "
      }
      while text.last == " " { text.removeLast() }
      return text + "\n"
    }
    return "\(title[language]):\n" + body.joined()
  }
}

extension Explanation.Value {
  var isNumber: Bool {
    switch self {
    case .number, .count: true
    case .word, .text: false
    }
  }

  fileprivate func text(_ language: InterfaceLanguage) -> String {
    switch self {
    case .number(let number):
      let text = SignificantDigits.text(number)
      return language == .vietnamese ? String(text.map { $0 == "." ? "," : $0 }) : text
    case .count(let count): return String(count)
    case .word(let word): return word.printable
    case .text(let text): return text[language].printable
    }
  }
}

/// Writes numbers with ten significant digits.
enum SignificantDigits {
  private static let count = 10

  /// The number rounded, without zeros at the end: "0.04166666667", "1.5e+20" beyond 10^15 and below 10^-5.
  static func text(_ number: Double) -> String {
    guard number.isFinite else { return "" }
    var (digits, exponent) = decimal(number.magnitude)
    guard !digits.isEmpty else { return "0" }
    if digits.count > count {
      let roundsUp = digits[count] >= 5
      digits = Array(digits.prefix(count))
      if roundsUp {
        var place = count - 1
        while place >= 0, digits[place] == 9 {
          digits[place] = 0
          place -= 1
        }
        if place >= 0 {
          digits[place] += 1
        } else {
          digits.insert(1, at: 0)
          exponent += 1
        }
      }
    }
    while digits.count > 1, digits.last == 0 { digits.removeLast() }
    return (number < 0 ? "-" : "") + written(digits, exponent)
  }

  /// The digits, the first standing before the point, and the power of ten; none for 0.
  private static func decimal(_ magnitude: Double) -> (digits: [Int], exponent: Int) {
    let parts = magnitude.description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let whole = mantissa[0]
    let fraction = mantissa.count > 1 ? mantissa[1] : ""
    var digits = (whole + fraction).compactMap(\.wholeNumberValue)
    var exponent = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) + whole.count - 1
    while digits.first == 0 {
      digits.removeFirst()
      exponent -= 1
    }
    return (digits, exponent)
  }

  private static func written(_ digits: [Int], _ exponent: Int) -> String {
    let text = digits.map(String.init).joined()
    if exponent < -5 || exponent >= 15 {
      let fraction = text.dropFirst()
      return String(text.prefix(1)) + (fraction.isEmpty ? "" : "." + fraction) + "e" + String(exponent)
    }
    if exponent < 0 { return "0." + String(repeating: "0", count: -exponent - 1) + text }
    if text.count <= exponent + 1 { return text + String(repeating: "0", count: exponent + 1 - text.count) }
    return text.prefix(exponent + 1) + "." + text.dropFirst(exponent + 1)
  }
}
