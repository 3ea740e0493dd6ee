internal import Diagnostics
internal import Responses

extension IngestAccounting {
  static let names = ["read", "accepted", "identical", "quarantined", "rejected", "declined", "withheld"]

  /// The counts in the order of their names.
  var counts: [Int] { [read, accepted, identical, quarantined, rejected, declined, withheld] }

  /// Sources with their accountings, and all of them together, for a terminal.
  ///
  /// - Parameters:
  ///   - listed: the sources that get a line of their own.
  ///   - sourceCount: how many sources the total is of.
  static func table(
    _ listed: [(label: String, accounting: IngestAccounting)], sourceCount: Int, total: IngestAccounting,
    in language: InterfaceLanguage
  ) -> String {
    let headings: [String]
    let all: String
    switch language {
    case .english:
      headings = ["source"] + names
      all = "all (\(sourceCount) file\(sourceCount == 1 ? "" : "s"))"
    case .vietnamese:
      headings = ["nguồn", "đọc", "nhận", "trùng", "cách ly", "loại", "không đồng ý", "giữ lại"]
      all = "tất cả (\(sourceCount) tệp)"
    }
    let rows = listed.map { [$0.label.printable] + $0.accounting.cells } + [[all] + total.cells]
    return aligned([headings] + rows)
  }

  /// The counts as printed.
  private var cells: [String] { counts.map(String.init) }
}

/// Columns under each other: the first to the left, numbers to the right.
private func aligned(_ rows: [[String]]) -> String {
  let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
  return rows.map { row in
    row.enumerated().map { column, cell in
      let space = String(repeating: " ", count: widths[column] - cell.count)
      return column == 0 ? cell + space : space + cell
    }.joined(separator: "  ") + "\n"
  }.joined()
}
