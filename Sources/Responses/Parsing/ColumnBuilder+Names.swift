internal import ByteMasks

extension ColumnBuilder {
  /// Appends the names of choices and blanks in a column, up to the first cell that is neither.
  ///
  /// - Returns: the row of that cell; the number of rows when there is none.
  mutating func appendNames(column: Int, of block: CellBlock, from first: Int) -> Int {
    let bytes = block.bytes.span
    let starts = block.starts.span
    let ends = block.ends.span
    let rowCount = block.rowCount
    // Copies, so that nothing else can be meant while they are read and written.
    let lookup = lookup
    let isBlankKnown = !(notation?.bareIsNotShown ?? false)
    var codes = codes
    self.codes = []
    defer { self.codes = codes }
    let base = codes.count
    codes.append(contentsOf: repeatElement(0, count: rowCount - first))
    var target = codes.mutableSpan
    var cell = first * block.columnCount + column
    var row = first
    var blanks = 0
    if let short = lookup.short {
      let words = short.words.span
      let positions = short.positions.span
      let multiplier = short.multiplier
      let shift = short.shift
      while row < rowCount {
        let start = Int(starts[cell])
        let length = Int(ends[cell]) - start
        var code: UInt8
        if length <= 7 {
          let word = shortWord(bytes, at: start, count: length)
          let place = Int(truncatingIfNeeded: (word &* multiplier) &>> shift)
          guard words[place] == word else { break }
          code = positions[place]
          if code == 0 {
            guard isBlankKnown else { break }
            blanks &+= 1
          }
        } else {
          code = UInt8(truncatingIfNeeded: lookup.position(bytes.extracting(start..<(start + length))))
          if code == 0 { break }
        }
        target[base + row - first] = code
        cell += block.columnCount
        row += 1
      }
    } else {
      while row < rowCount {
        let code = lookup.position(bytes.extracting(Int(starts[cell])..<Int(ends[cell])))
        if code == 0 { break }
        target[base + row - first] = UInt8(truncatingIfNeeded: code)
        cell += block.columnCount
        row += 1
      }
    }
    codes.removeLast(rowCount - row)
    count += row - first
    namedCount += row - first - blanks
    return row
  }

  /// Appends the plain numbers of a column, up to the first cell that is none.
  ///
  /// - Returns: the row of that cell; the number of rows when there is none.
  mutating func appendNumbers(column: Int, of block: CellBlock, from first: Int) -> Int {
    let bytes = block.bytes.span
    let starts = block.starts.span
    let ends = block.ends.span
    let isDecimal = field.storage == .decimal
    let mark = notation?.decimalMark
    // What `AnswerNotation.decimal` takes at once.
    let isPointKnown = notation == nil || mark == .certain(.point)
    if isDecimal, mark == .certain(.comma) { return first }
    var row = first
    var cell = first * block.columnCount + column
    while row < block.rowCount {
      let answer = bytes.extracting(Int(starts[cell])..<Int(ends[cell]))
      if isDecimal {
        guard isPointKnown || !mayBeThousands(answer), let value = parseDecimal(answer) else { break }
        decimals.append(value)
      } else {
        guard let value = parseInteger(answer) else { break }
        integers.append(value)
      }
      cell += block.columnCount
      row += 1
    }
    states.append(contentsOf: repeatElement(AnswerState.answered.rawValue, count: row - first))
    count += row - first
    return row
  }

  /// Appends the texts of a column of a block in composed form; empty ones are blanks.
  mutating func appendTexts(column: Int, of block: CellBlock) {
    let starts = block.starts.span
    let ends = block.ends.span
    appendCells(
      of: block.bytes.span, starts: starts, ends: ends, first: column, step: block.columnCount, rows: block.rowCount,
      to: &text.bytes, places: &text.ends)
    let base = text.states.count
    text.states.append(contentsOf: repeatElement(AnswerState.answered.rawValue, count: block.rowCount))
    var states = text.states.mutableSpan
    var cell = column
    for row in 0..<block.rowCount {
      if starts[cell] == ends[cell] { states[base + row] = AnswerState.blank.rawValue }
      cell += block.columnCount
    }
    count += block.rowCount
  }
}
