import CXLSXWriter

extension SheetWriter {
  /// Puts a chart of cells of this sheet on it, its upper left corner in a cell.
  public func insert(_ chart: SheetChart, row: Int, column: Int) throws(SpreadsheetWritingFailure) {
    let corner = try place(row, column)
    let first = try place(chart.rows.lowerBound, chart.categories)
    let last = try place(chart.rows.upperBound, chart.categories)
    guard let drawing = unsafe workbook_add_chart(styles.workbook, UInt8(chart.kind.type.rawValue)),
      let name = unsafe yk_sheet_name(sheet)
    else { throw SpreadsheetWritingFailure("libxlsxwriter") }
    for series in chart.series {
      let head = try place(series.nameRow, series.column)
      guard let line = unsafe chart_add_series(drawing, nil, nil) else {
        throw SpreadsheetWritingFailure("libxlsxwriter")
      }
      unsafe chart_series_set_categories(line, name, first.row, first.column, last.row, last.column)
      unsafe chart_series_set_values(line, name, first.row, head.column, last.row, head.column)
      unsafe chart_series_set_name_range(line, name, head.row, head.column)
      if let color = series.color { unsafe yk_color_series(line, color) }
    }
    unsafe yk_finish_chart(
      drawing, chart.title.plainText.fitting(250), chart.axes.across.plainText.fitting(250),
      chart.axes.up.plainText.fitting(250), chart.kind.isAcross ? 1 : 0, chart.series.count > 1 ? 1 : 0,
      chart.valueFormat)
    try check(
      unsafe yk_insert_chart(
        sheet, corner.row, corner.column, drawing, Double(chart.width) / 480, Double(chart.height) / 288,
        chart.description.plainText.fitting(1000)))
  }
}

extension SheetChart.Kind {
  fileprivate var type: lxw_chart_type {
    switch self {
    case .stackedBars: LXW_CHART_BAR_STACKED_PERCENT
    case .bars: LXW_CHART_BAR
    case .points: LXW_CHART_SCATTER
    case .lines: LXW_CHART_LINE
    }
  }

  /// Whether rows lie below each other.
  fileprivate var isAcross: Bool { self == .bars || self == .stackedBars }
}
