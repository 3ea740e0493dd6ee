extension AnswerColumn {
  /// Puts the only answer of another column of the same field in the place of a record's.
  ///
  /// - Complexity: O(1), for text O(bytes).
  public mutating func replace(row: Int, with other: AnswerColumn) {
    let own = self
    // The payload is taken out of the enumeration while it changes, so that it is not copied.
    self = .coded([])
    switch (consume own, other) {
    case (.coded(var codes), .coded(let new)):
      codes[row] = new[0]
      self = .coded(codes)
    case (.wideCoded(var codes), .wideCoded(let new)):
      codes[row] = new[0]
      self = .wideCoded(codes)
    case (.multiple(var column), .multiple(let new)):
      column.states[row] = new.states[0]
      for word in 0..<column.wordsPerRecord { column.words[row * column.wordsPerRecord + word] = new.words[word] }
      self = .multiple(column)
    case (.ranking(var column), .ranking(let new)):
      column.states[row] = new.states[0]
      for place in 0..<column.width { column.places[row * column.width + place] = new.places[place] }
      self = .ranking(column)
    case (.integer(var column), .integer(let new)):
      column.states[row] = new.states[0]
      column.values[row] = new.values[0]
      self = .integer(column)
    case (.decimal(var column), .decimal(let new)):
      column.states[row] = new.states[0]
      column.values[row] = new.values[0]
      self = .decimal(column)
    case (.dateTime(var column), .dateTime(let new)):
      column.states[row] = new.states[0]
      column.milliseconds[row] = new.milliseconds[0]
      column.offsetMinutes[row] = new.offsetMinutes[0]
      self = .dateTime(column)
    case (.text(let column), .text(let new)): self = .text(column.replacing(row: row, with: new))
    default: preconditionFailure("columns of one field")
    }
  }
}

extension TextColumn {
  /// The column with the only text of another one in the place of a record's.
  public func replacing(row: Int, with new: TextColumn) -> TextColumn {
    var rebuilt = TextColumn()
    var start = 0
    for index in 0..<count {
      let end = Int(ends[index])
      if index == row {
        rebuilt.append(new.bytes, state: AnswerState(rawValue: new.states[0]) ?? .blank)
      } else {
        rebuilt.append(bytes[start..<end], state: AnswerState(rawValue: states[index]) ?? .blank)
      }
      start = end
    }
    return rebuilt
  }
}
