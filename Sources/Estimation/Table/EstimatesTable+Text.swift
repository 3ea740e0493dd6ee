public import Diagnostics

extension EstimatesTable {
  /// The table for a terminal: aligned columns, shares and scores with four decimals, control characters removed.
  ///
  /// Vietnamese numbers have a decimal comma and points between thousands.
  public func text(language: InterfaceLanguage) -> String {
    let format = TerminalNumber(language: language)
    var lines = [Self.headings(language)]
    for row in rows {
      lines.append([
        row.indicator, row.item, row.statistic.rawValue, row.level,
        row.domain.isEmpty ? "" : "\(row.domain)=\(row.domainLevel)", format.figure(row.estimate),
        format.figure(row.standardError), format.figure(row.lowerLimit), format.figure(row.upperLimit),
        row.baseCount.map(format.count) ?? "", row.flagText,
      ])
    }
    lines = lines.map { $0.map(\.printable) }
    let widths = (0..<lines[0].count).map { column in lines.lazy.map { $0[column].count }.max() ?? 0 }
    return lines.map { line in
      var text = ""
      for (column, cell) in line.enumerated() {
        let blanks = String(repeating: " ", count: widths[column] - cell.count)
        if column > 0 { text += "  " }
        text += (5...9).contains(column) ? blanks + cell : cell + blanks
      }
      while text.last == " " { text.removeLast() }
      return text + "\n"
    }.joined()
  }

  private static func headings(_ language: InterfaceLanguage) -> [String] {
    switch language {
    case .vietnamese:
      [
        "chỉ báo", "câu hỏi", "thống kê", "mức", "nhóm", "ước lượng", "sai số chuẩn", "cận dưới", "cận trên", "n",
        "cờ",
      ]
    case .english:
      ["indicator", "item", "statistic", "level", "domain", "estimate", "std. error", "low", "high", "n", "flag"]
    }
  }
}

/// Writes numbers for a reader at a terminal.
private struct TerminalNumber {
  let decimalMark: String
  let groupMark: String

  init(language: InterfaceLanguage) {
    decimalMark = language == .vietnamese ? "," : "."
    groupMark = language == .vietnamese ? "." : ","
  }

  /// Four decimals; numbers of 10^15 and more in their shortest form; "" for what is missing.
  func figure(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "" }
    let scaled = (value * 10_000).rounded()
    guard let whole = Int64(exactly: scaled), abs(value) < 1e14 else { return value.description }
    let magnitude = whole.magnitude
    let decimals = String(magnitude % 10_000)
    return (whole < 0 ? "-" : "") + grouped(magnitude / 10_000) + decimalMark
      + String(repeating: "0", count: 4 - decimals.count) + decimals
  }

  func count(_ value: Int) -> String { (value < 0 ? "-" : "") + grouped(UInt64(value.magnitude)) }

  private func grouped(_ value: UInt64) -> String {
    var digits = String(value)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return ([digits] + groups).joined(separator: groupMark)
  }
}
