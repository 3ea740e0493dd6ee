public import Diagnostics

extension EstimatesTable {
  /// The table for a terminal: aligned columns, shares and scores with four decimals, control characters removed; columns
  /// that hold nothing are left out, items are set apart by an empty line.
  ///
  /// Vietnamese numbers have a decimal comma and points between thousands.
  public func text(language: InterfaceLanguage) -> String {
    let format = TerminalNumber(language: language)
    var lines = [Self.headings(language)]
    for row in rows {
      lines.append([
        row.indicator, row.item, row.statistic.rawValue, row.level,
        row.domain.isEmpty || row.domainLevel.isEmpty ? row.domain : "\(row.domain)=\(row.domainLevel)",
        format.figure(row.estimate),
        format.figure(row.standardError), format.figure(row.lowerLimit), format.figure(row.upperLimit),
        row.baseCount.map(format.count) ?? "", format.figure(row.testStatistic), format.figure(row.pValue),
        format.figure(row.adjustedPValue), row.flagText,
      ])
    }
    lines = lines.map { $0.map(\.printable) }
    // Statistic and estimate say what the table is, even of no row.
    let kept = lines[0].indices.filter { column in
      lines.count == 1 || [0, 1, 2, 5].contains(column) || lines.dropFirst().contains { !$0[column].isEmpty }
    }
    let starts = Set(
      rows.indices.dropFirst().filter {
        (rows[$0].indicator, rows[$0].item) != (rows[$0 - 1].indicator, rows[$0 - 1].item)
      })
    let widths = (0..<lines[0].count).map { column in lines.lazy.map { $0[column].count }.max() ?? 0 }
    return lines.enumerated().map { number, line in
      var text = starts.contains(number - 1) ? "\n" : ""
      for column in kept {
        let cell = line[column]
        let blanks = String(repeating: " ", count: widths[column] - cell.count)
        if column > 0 { text += "  " }
        text += (5...12).contains(column) ? blanks + cell : cell + blanks
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
        "kiểm định", "p", "p hiệu chỉnh", "cờ",
      ]
    case .english:
      [
        "indicator", "item", "statistic", "level", "domain", "estimate", "std. error", "low", "high", "n", "test", "p",
        "p adjusted", "flag",
      ]
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
