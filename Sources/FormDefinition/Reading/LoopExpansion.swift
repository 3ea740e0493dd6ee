import DelimitedText

/// Writes `begin loop over LIST` out: a group for each choice of the list, with the rows between in each.
///
/// `%(name)s` and `%(label)s` in the rows stand for the choice's name and label.
struct LoopExpansion {
  /// Loops in loops multiply; a form beyond this is cut short and has an error.
  static let maximumRows = 100_000
  private static let maximumDepth = 8

  private(set) var rows: [SheetRow] = []
  /// The rows that open loops over no list, over an unknown one, or over too much.
  private(set) var unreadable: [(row: SheetRow, list: String)] = []
  private let choices: [String: [SheetRow]]

  init(_ rows: [SheetRow], choices sheet: Sheet?) {
    guard rows.contains(where: { Self.isLoop($0, "begin") }) else {
      choices = [:]
      self.rows = rows
      return
    }
    choices = Dictionary(grouping: sheet?.rows ?? []) { $0[.listName] }
    expand(rows[...], depth: 0)
  }

  private mutating func expand(_ rows: ArraySlice<SheetRow>, depth: Int) {
    var index = rows.startIndex
    while index < rows.endIndex {
      let row = rows[index]
      guard Self.isLoop(row, "begin"), depth < Self.maximumDepth else {
        append(Self.isLoop(row, "end") ? row.replacing(.type, by: "end group") : row)
        index += 1
        continue
      }
      let end = Self.end(of: index, in: rows)
      let words = row[.type].split(whereSeparator: \.isWhitespace).map(String.init)
      let list = words.count > 3 ? words[3] : ""
      let items = choices[list] ?? []
      if items.isEmpty { unreadable.append((row, list)) }
      append(row.replacing(.type, by: "begin group"))
      for item in items {
        append(row.heading(choice: item))
        expand(rows[(index + 1)..<end].map { $0.filled(from: item) }[...], depth: depth + 1)
        append(row.replacing(.type, by: "end group"))
      }
      if end < rows.endIndex { append(rows[end].replacing(.type, by: "end group")) }
      index = end + 1
    }
  }

  private mutating func append(_ row: SheetRow) {
    if rows.count < Self.maximumRows {
      rows.append(row)
    } else if unreadable.isEmpty {
      unreadable.append((row, ""))
    }
  }

  /// The row that closes a loop, or the end.
  private static func end(of begin: Int, in rows: ArraySlice<SheetRow>) -> Int {
    var depth = 0
    for index in begin..<rows.endIndex {
      if isLoop(rows[index], "begin") { depth += 1 }
      if isLoop(rows[index], "end") { depth -= 1 }
      if depth == 0 { return index }
    }
    return rows.endIndex
  }

  private static func isLoop(_ row: SheetRow, _ word: String) -> Bool {
    let words = row[.type].replacing("_", with: " ").split(whereSeparator: \.isWhitespace)
    guard words.count >= 2, words[0] == word, words[1] == "loop" else { return false }
    return word == "end" ? words.count == 2 : words.count == 2 || (words.count >= 4 && words[2] == "over")
  }
}

extension SheetRow {
  /// The row with another text in one of its cells.
  fileprivate func replacing(_ column: SheetColumn, by text: String) -> SheetRow {
    guard let index = sheet.headings.firstIndex(where: { $0.column == column }) else { return self }
    var fields = row.fields
    if index < fields.count { fields[index] = text }
    return SheetRow(sheet: sheet, row: DelimitedRow(line: row.line, fields: fields))
  }

  /// The row that opens the group of a choice: named and labelled as the choice.
  fileprivate func heading(choice: SheetRow) -> SheetRow {
    let labels = choice.text(.label)
    let fields = sheet.headings.enumerated().map { index, heading in
      switch heading.column {
      case .type: "begin group"
      case .name: choice[.name]
      case .label: labels.byCode[heading.language?.code ?? ""] ?? labels.byCode[""] ?? ""
      default: ""
      }
    }
    return SheetRow(sheet: sheet, row: DelimitedRow(line: row.line, fields: fields))
  }

  /// The row with a choice's name and label in the places kept for them.
  fileprivate func filled(from choice: SheetRow) -> SheetRow {
    guard row.fields.contains(where: { $0.contains("%(") }) else { return self }
    let labels = choice.text(.label)
    let fields = row.fields.enumerated().map { index, text in
      let code = index < sheet.headings.count ? sheet.headings[index].language?.code ?? "" : ""
      let label = labels.byCode[code] ?? labels.byCode[""] ?? labels.byCode.sorted { $0.key < $1.key }.first?.value
      return text.replacing("%(name)s", with: choice[.name]).replacing("%(label)s", with: label ?? choice[.name])
    }
    return SheetRow(sheet: sheet, row: DelimitedRow(line: row.line, fields: fields))
  }
}
