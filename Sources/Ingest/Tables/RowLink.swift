/// The columns by which tables with the rows of repeats refer to the table of records, or to rows of one another.
enum RowLink: CaseIterable {
  /// ODK Central, Briefcase, our own exports and entry workbooks.
  case key
  /// KoboToolbox: the ordinals of the rows of a sheet.
  case index
  /// KoboToolbox: the key of the whole record.
  case record
  /// KoboToolbox: the server's number of the whole record.
  case number

  /// The heading in the table of rows, and the heading in the table to which they belong.
  var headings: (parent: String, own: String) {
    switch self {
    case .key: ("PARENT_KEY", "KEY")
    case .index: ("_parent_index", "_index")
    case .record: ("_submission__uuid", "_uuid")
    case .number: ("_submission__id", "_id")
    }
  }

  /// Whether rows can refer by it to rows of another repeat, not only to records.
  var reachesRows: Bool { self == .key || self == .index }

  /// Whether a table with these headings holds rows of a repeat.
  static func holdsRows(_ headings: [String]) -> Bool {
    allCases.contains { headings.contains($0.headings.parent) }
  }

  /// Whether a column of a table of rows says where the rows belong, and holds no answer.
  static func isLink(_ heading: String) -> Bool {
    if heading == "_parent_table_name" || heading.hasPrefix("_submission__") || heading.hasPrefix("SET-OF-") {
      return true
    }
    return allCases.contains { $0.headings.parent == heading || $0.headings.own == heading }
  }

  /// Whether the beginning of a file looks like the header of such a table, in whatever encoding.
  static func mayHoldRows(_ beginning: [UInt8]) -> Bool {
    // UTF-16 has a zero byte beside each letter of these names.
    let plain = beginning.filter { $0 != 0 }
    return allCases.contains { plain.span.holds(Array($0.headings.parent.utf8)) }
  }

  /// The link that all tables of rows have to one table.
  ///
  /// - Parameters:
  ///   - tables: the headings of the tables of rows.
  ///   - parent: the headings of the table to which they belong.
  ///   - key: the column of the keys of that table, which stands in for a column `KEY`.
  /// - Returns: the link and its column in that table.
  static func between(
    _ tables: [[String]], and parent: [String], key: Int?, isOfRows: Bool
  ) -> (link: RowLink, column: Int)? {
    for link in allCases where !isOfRows || link.reachesRows {
      guard tables.allSatisfy({ $0.contains(link.headings.parent) }) else { continue }
      if let column = parent.firstIndex(of: link.headings.own) ?? (link == .key ? key : nil) { return (link, column) }
    }
    return nil
  }
}

extension Span<UInt8> {
  /// Whether a word stands somewhere in the bytes.
  fileprivate func holds(_ word: [UInt8]) -> Bool {
    guard let first = word.first, word.count <= count else { return false }
    for start in 0...(count - word.count) where self[start] == first {
      if word.indices.allSatisfy({ self[start + $0] == word[$0] }) { return true }
    }
    return false
  }
}
