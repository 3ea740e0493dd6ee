import TextEncoding

/// A table whose header was understood.
struct TableOpening: Sendable {
  var plan: TablePlan
  var headings: [String]
  var producer: TableProducer
  var separator: UInt8
  var isQuoted: Bool
  var hasByteOrderMark: Bool
  var encoding: TextEncoding
  var unifiesLineEnds: Bool
  /// The bytes of the header, all rows of it.
  var headerLength: Int
  /// The line on which the rows begin.
  var line: Int
  /// Of a sheet: the number of each row with records in it; nil for a text.
  var rowNumbers: ArraySlice<Int>?

  /// The line, or the sheet's row, on which a record begins.
  func line(of row: ScannedRow) -> Int {
    guard let rowNumbers else { return row.line }
    let index = rowNumbers.startIndex + row.number - 1
    return rowNumbers.indices.contains(index) ? rowNumbers[index] : row.line
  }

  /// How the table is written.
  ///
  /// - Parameter answers: what its cells of choices hold, as far as it was read.
  func description(_ answers: TableDescription.Answers) -> TableDescription {
    var joined = false
    var split = false
    for (field, origin) in plan.origins.enumerated() {
      switch origin {
      case .ticks, .places: split = true
      case .column: joined = joined || plan.joinedFields.contains(field)
      case .absent, .parts: continue
      }
    }
    let isNamed = plan.namedCount > 0
    let isLabelled = plan.labelledCount > 0
    return TableDescription(
      producer: producer.rawValue,
      separator: rowNumbers == nil ? Character(Unicode.Scalar(separator)) : nil,
      isQuoted: isQuoted, encoding: hasByteOrderMark && encoding == .utf8 ? "utf-8-bom" : encoding.name,
      headings: isNamed ? (isLabelled ? .both : .names) : .labels, answers: answers,
      multiple: joined ? (split ? .both : .joined) : split ? .split : .none)
  }
}
