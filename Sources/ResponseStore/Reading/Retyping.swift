internal import Responses

/// How answers that a version of a form held as one kind are read as another kind.
enum Retyping {
  /// Whether answers of one kind can be read as another at all; otherwise the question counts as not shown.
  static func isPossible(from source: FieldStorage, to target: FieldStorage) -> Bool {
    switch (source, target) {
    case (_, _) where source == target: true
    case (_, .text): true
    case (.text, .integer), (.text, .decimal), (.text, .date), (.text, .time), (.text, .dateTime): true
    case (.text, .coded), (.text, .multiple): true
    case (.integer, .decimal), (.decimal, .integer): true
    case (.coded, .multiple), (.multiple, .coded): true
    case (.dateTime, .date): true
    // A number is no day, a day no moment, and an order no choice: nothing says which was meant.
    default: false
    }
  }

  /// A column of one field as one of another; an answer that cannot be read so is blank.
  ///
  /// - Complexity: O(records), one text each.
  static func read(_ column: AnswerColumn, of source: Field, as target: Field) -> AnswerColumn {
    var builder = ColumnBuilder(target)
    for row in 0..<column.count {
      guard column.state(at: row) == .answered else {
        builder.append(missing: column.state(at: row))
        continue
      }
      var text = column.text(at: row, of: source)
      // The day on the clock of whoever answered.
      if source.storage == .dateTime, target.storage == .date { text = String(text.prefix { $0 != "T" }) }
      // What cannot be read leaves a blank.
      _ = builder.append(Array(text.utf8).span)
    }
    return builder.finish()
  }
}
