extension ColumnBuilder {
  /// Appends the names of choices in a column, up to the first cell that is none.
  ///
  /// - Returns: the row of that cell; the number of rows when there is none.
  mutating func appendNames(column: Int, of block: CellBlock, from first: Int) -> Int {
    let bytes = block.bytes.span
    let starts = block.starts.span
    let ends = block.ends.span
    let rowCount = block.rowCount
    // Copies, so that nothing else can be meant while they are read and written.
    let lookup = lookup
    var codes = codes
    self.codes = []
    defer { self.codes = codes }
    let base = codes.count
    codes.append(contentsOf: repeatElement(0, count: rowCount - first))
    var target = codes.mutableSpan
    let single = lookup.single.span
    var cell = first * block.columnCount + column
    var row = first
    while row < rowCount {
      let start = Int(starts[cell])
      let end = Int(ends[cell])
      let code =
        end - start == 1 ? single[Int(bytes[start])] : lookup.position(bytes.extracting(start..<end))
      if code == 0 { break }
      target[base + row - first] = UInt8(truncatingIfNeeded: code)
      cell += block.columnCount
      row += 1
    }
    codes.removeLast(rowCount - row)
    count += row - first
    namedCount += row - first
    return row
  }
}
