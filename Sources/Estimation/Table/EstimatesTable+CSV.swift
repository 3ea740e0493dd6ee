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
    var heading = CSVWriter()
    heading.row(Self.columnNames)
    let bytes = writtenSideBySide(rows: rows.count) { places in
      var writer = CSVWriter()
      for place in places {
        rows[place].hand(to: &writer)
        writer.endRow()
      }
      return writer.bytes
    }
    return heading.text + String(decoding: bytes, as: UTF8.self)
  }
}

/// Takes the cells of a row in the order of ``EstimatesTable/columnNames``.
protocol EstimateCells {
  mutating func cell(_ text: String)
  mutating func cell(_ number: Double?)
}

extension CSVWriter: EstimateCells {}

extension EstimateRow {
  /// Hands over its cells; only finite numbers.
  func hand(to cells: inout some EstimateCells) {
    cells.cell(form)
    cells.cell(wave)
    cells.cell(indicator)
    cells.cell(item)
    cells.cell(statistic.rawValue)
    cells.cell(level)
    cells.cell(domain)
    cells.cell(domainLevel)
    cells.cell(estimate?.ifFinite)
    cells.cell(standardError?.ifFinite)
    cells.cell(lowerLimit?.ifFinite)
    cells.cell(upperLimit?.ifFinite)
    cells.cell(baseCount.map(Double.init))
    cells.cell(effectiveCount?.ifFinite)
    cells.cell(designEffect?.ifFinite)
    cells.cell(degreesOfFreedom?.ifFinite)
    cells.cell(flagText)
    cells.cell(testStatistic?.ifFinite)
    cells.cell(secondDegreesOfFreedom?.ifFinite)
    cells.cell(pValue?.ifFinite)
    cells.cell(adjustedPValue?.ifFinite)
  }

  /// The column `flag`.
  var flagText: String {
    if band == nil, flags.count < 2 { return flags.first?.rawValue ?? "" }
    return (flags.map(\.rawValue) + (band.map { ["band:" + $0] } ?? [])).joined(separator: " ")
  }
}
