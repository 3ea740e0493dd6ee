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
    let alignment = ColumnAlignment(lines, figures: Set(5...12))
    return lines.enumerated().map { number, line in
      (starts.contains(number - 1) ? "\n" : "") + alignment.text(line, columns: kept)
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
