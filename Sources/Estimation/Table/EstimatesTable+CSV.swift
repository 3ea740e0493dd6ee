import DelimitedText

extension EstimatesTable {
  /// The columns of the table in their order.
  public static let columnNames = [
    "form", "wave", "indicator", "item", "statistic", "level", "domain", "domain_level", "estimate", "standard_error",
    "ci_low", "ci_high", "n", "n_effective", "deff", "df", "flag", "test_statistic", "df2", "p_value", "p_adjusted",
  ]

  /// The table as CSV (RFC 4180, UTF-8, LF): numbers in the shortest form that reads back to the same double.
  ///
  /// A figure that is missing is an empty cell; several flags are separated by spaces.
  public func csv() -> String {
    var writer = CSVWriter()
    writer.row(Self.columnNames)
    for row in rows {
      for text in row.texts { writer.cell(text) }
      for number in row.leadingNumbers { writer.cell(number) }
      writer.cell(row.flagText)
      for number in row.trailingNumbers { writer.cell(number) }
      writer.endRow()
    }
    return writer.text
  }
}

extension EstimateRow {
  /// The columns `form` to `domain_level`.
  var texts: [String] { [form, wave, indicator, item, statistic.rawValue, level, domain, domainLevel] }

  /// The columns `estimate` to `df`; only finite numbers.
  var leadingNumbers: [Double?] {
    [
      estimate, standardError, lowerLimit, upperLimit, baseCount.map(Double.init), effectiveCount, designEffect,
      degreesOfFreedom,
    ].map { $0?.ifFinite }
  }

  /// The column `flag`.
  var flagText: String { (flags.map(\.rawValue) + (band.map { ["band:" + $0] } ?? [])).joined(separator: " ") }

  /// The columns `test_statistic` to `p_adjusted`; only finite numbers.
  var trailingNumbers: [Double?] {
    [testStatistic, secondDegreesOfFreedom, pValue, adjustedPValue].map { $0?.ifFinite }
  }
}
