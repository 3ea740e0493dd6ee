import ByteMasks
import Responses

/// Why a row cannot be divided into the cells of the header.
enum RowFault: Sendable, Hashable {
  /// Another number of cells than the header has.
  case ragged(found: Int)
  /// Text after a closing quote.
  case badQuote
  /// Bytes that are not UTF-8.
  case notUTF8
  /// A NUL byte.
  case zeroByte
}

/// A row of a table: where it lies in its block, on which line it begins, which record it is.
struct ScannedRow: Sendable, Hashable {
  var start: Int
  var end: Int
  /// The 1-based line of the file.
  var line: Int
  /// The 1-based ordinal of the record in the file.
  var number: Int
}

/// What was found in a run of bytes: whole rows only.
struct ScannedBlock {
  /// The cells of the good rows.
  var cells: CellBlock
  /// The good rows.
  var rows: [ScannedRow] = []
  /// The rows that cannot be used, with the byte in the block at which that shows.
  var faulty: [(row: ScannedRow, fault: RowFault, at: Int)] = []
  /// The bytes used up: everything after them belongs to a row that goes on.
  var consumed = 0
  /// The quote that is never closed, on its line, when the bytes are the last of the file.
  var openQuote: (at: Int, line: Int)?
}

/// Divides bytes into rows and cells by RFC 4180, with LF or CRLF line ends.
struct TableScanner {
  let separator: UInt8
  let columnCount: Int
  /// The line on which the next row begins.
  var line: Int
  /// The ordinal of the next record.
  var number = 1

  init(separator: UInt8, columnCount: Int, line: Int) {
    self.separator = separator
    self.columnCount = columnCount
    self.line = line
  }

  /// Scans a run of bytes that begins at the beginning of a row.
  ///
  /// - Parameters:
  ///   - isLast: whether the file ends with these bytes, so that the last row needs no line end.
  ///   - rowLimit: rows after which the scan ends.
  /// - Complexity: O(bytes).
  mutating func scan(_ bytes: [UInt8], isLast: Bool, rowLimit: Int = .max) -> ScannedBlock {
    var block = ScannedBlock(cells: CellBlock(columnCount: columnCount))
    var doubled: [(cell: Int, start: Int, end: Int)] = []
    divide(bytes.span, isLast: isLast, rowLimit: rowLimit, &block, &doubled)
    block.cells.bytes = bytes
    // Cells with doubled quotes are written out anew behind the block's own bytes.
    for cell in doubled where cell.cell < block.cells.starts.count {
      block.cells.starts[cell.cell] = UInt32(block.cells.bytes.count)
      var index = cell.start
      while index < cell.end {
        block.cells.bytes.append(bytes[index])
        index += bytes[index] == Bytes.quote ? 2 : 1
      }
      block.cells.ends[cell.cell] = UInt32(block.cells.bytes.count)
    }
    checkBytes(bytes, &block)
    return block
  }

  /// Scans whole rows without quotes, of which no line is empty.
  ///
  /// - Parameters:
  ///   - end: the place behind the last row.
  ///   - places: kept from call to call, because room for them is not given back each time.
  /// - Returns: nil, with nothing changed, when there is anything that only ``scan(_:isLast:rowLimit:)`` can tell.
  /// - Complexity: O(bytes).
  mutating func scanPlain(_ bytes: [UInt8], end: Int, rowCount: Int, _ places: inout CellPlaces) -> ScannedBlock? {
    let text = bytes.span.extracting(0..<end)
    let kinds = ByteKinds(text)
    guard !kinds.hasZero, kinds.isASCII || isUTF8(text) else { return nil }
    let cellCount = rowCount * columnCount
    guard places.find(in: text, separator: separator, limit: cellCount) == cellCount else { return nil }
    var rows: [ScannedRow] = []
    rows.reserveCapacity(rowCount)
    var start = 0
    for row in 0..<rowCount {
      let last = (row + 1) * columnCount - 1
      let rowEnd = Int(places.ends[last])
      // So many line feeds as rows, one at the end of each: all other marks are separators.
      guard text[rowEnd] == Bytes.lineFeed else { return nil }
      if rowEnd > places.starts[last], text[rowEnd - 1] == Bytes.carriageReturn {
        places.setEnd(last, UInt32(truncatingIfNeeded: rowEnd - 1))
      }
      rows.append(ScannedRow(start: start, end: rowEnd, line: line + row, number: number + row))
      start = rowEnd + 1
    }
    line += rowCount
    number += rowCount
    var block = ScannedBlock(cells: CellBlock(columnCount: columnCount))
    block.cells.bytes = bytes
    block.cells.starts = places.starts
    block.cells.ends = places.ends
    block.cells.rowCount = rowCount
    block.cells.isUTF8 = true
    block.cells.isComposed = kinds.isComposed
    block.rows = rows
    block.consumed = end
    return block
  }

  private mutating func divide(
    _ bytes: Span<UInt8>, isLast: Bool, rowLimit: Int, _ block: inout ScannedBlock,
    _ doubled: inout [(cell: Int, start: Int, end: Int)]
  ) {
    let count = bytes.count
    let separator = separator
    let columnCount = columnCount
    var marks = MarkFinder(separator: separator)
    // Where the cells of whole rows begin and end, with room for a further row: spans are written without a check of
    // who else holds the array.
    let room = max(columnCount, min(count / 3, 1 << 20))
    var starts = [UInt32](repeating: 0, count: room)
    var ends = starts
    var used = 0
    defer {
      starts.removeLast(starts.count - used)
      ends.removeLast(ends.count - used)
      block.cells.starts = starts
      block.cells.ends = ends
      block.cells.rowCount = used / columnCount
    }
    var index = 0
    rows: while index < count, block.rows.count < rowLimit {
      // Blank lines are no records.
      if bytes[index] == Bytes.lineFeed {
        index += 1
        line += 1
        block.consumed = index
        continue
      }
      if bytes[index] == Bytes.carriageReturn, index + 1 == count ? isLast : bytes[index + 1] == Bytes.lineFeed {
        index = min(index + 2, count)
        line += 1
        block.consumed = index
        continue
      }
      let rowStart = index
      if used + columnCount > starts.count {
        let room = max(columnCount, starts.count)
        starts.append(contentsOf: repeatElement(0, count: room))
        ends.append(contentsOf: repeatElement(0, count: room))
      }
      var rowStarts = starts.mutableSpan
      var rowEnds = ends.mutableSpan
      // Cells beyond those of the header are counted and not kept.
      var found = 0
      var lineFeeds = 0
      var fault: (RowFault, Int)?
      var hasDoubled = false
      cells: while true {
        var start = index
        var end = index
        if index < count, bytes[index] == Bytes.quote {
          index += 1
          start = index
          var isDoubled = false
          while true {
            index = marks.next(bytes, from: index)
            if index >= count { break }
            let byte = bytes[index]
            if byte == Bytes.quote {
              guard index + 1 < count, bytes[index + 1] == Bytes.quote else { break }
              isDoubled = true
              index += 2
              continue
            }
            if byte == Bytes.lineFeed { lineFeeds += 1 }
            index += 1
          }
          if index >= count || (index + 1 >= count && !isLast) {
            // The closing quote is not there, or may be the first of a doubled one.
            if isLast { block.openQuote = (start - 1, line + countLineFeeds(in: bytes, rowStart..<start)) }
            return
          }
          end = index
          index += 1
          if isDoubled {
            doubled.append((used + found, start, end))
            hasDoubled = true
          }
          if index < count, bytes[index] != separator, bytes[index] != Bytes.lineFeed {
            let isLineEnd =
              bytes[index] == Bytes.carriageReturn && (index + 1 == count || bytes[index + 1] == Bytes.lineFeed)
            if !isLineEnd, fault == nil { fault = (.badQuote, index) }
            index = marks.nextEnd(bytes, from: index)
          }
        } else {
          index = marks.nextEnd(bytes, from: index)
          end = index
          if end > start, bytes[end - 1] == Bytes.carriageReturn, index >= count || bytes[index] == Bytes.lineFeed {
            end -= 1
          }
        }
        if index >= count, !isLast {
          if hasDoubled { doubled.removeAll { $0.cell >= used } }
          return
        }
        if found < columnCount {
          rowStarts[used + found] = UInt32(truncatingIfNeeded: start)
          rowEnds[used + found] = UInt32(truncatingIfNeeded: end)
        }
        found += 1
        if index < count, bytes[index] == separator {
          index += 1
          continue
        }
        break
      }
      let rowEnd = index
      if index < count { index += 1 }
      let row = ScannedRow(start: rowStart, end: rowEnd, line: line, number: number)
      line += lineFeeds + 1
      number += 1
      if fault == nil, found != columnCount { fault = (.ragged(found: found), rowStart) }
      if let fault {
        if hasDoubled { doubled.removeAll { $0.cell >= used } }
        block.faulty.append((row, fault.0, fault.1))
      } else {
        block.rows.append(row)
        used += columnCount
      }
      block.consumed = index
    }
  }

  private func countLineFeeds(in bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    for index in range where bytes[index] == Bytes.lineFeed { count += 1 }
    return count
  }

  /// Moves rows that hold a NUL byte or bytes that are not UTF-8 to the faulty ones.
  private func checkBytes(_ bytes: [UInt8], _ block: inout ScannedBlock) {
    let kinds = ByteKinds(bytes.span)
    // What the loop below leaves is UTF-8 too.
    block.cells.isUTF8 = true
    block.cells.isComposed = kinds.isComposed
    if !kinds.hasZero, kinds.isASCII || isUTF8(bytes.span.extracting(0..<block.consumed)) { return }
    var keep = [Bool](repeating: true, count: block.rows.count)
    for (index, row) in block.rows.enumerated() {
      let slice = bytes.span.extracting(row.start..<row.end)
      if let zero = bytes[row.start..<row.end].firstIndex(of: 0) {
        keep[index] = false
        block.faulty.append((row, .zeroByte, zero))
      } else if !isUTF8(slice) {
        keep[index] = false
        block.faulty.append((row, .notUTF8, row.start + firstFault(slice)))
      }
    }
    block.faulty.sort { $0.row.number < $1.row.number }
    block.select(keep)
  }

  private func isUTF8(_ bytes: Span<UInt8>) -> Bool {
    do {
      _ = try UTF8Span(validating: bytes)
      return true
    } catch {
      return false
    }
  }

  private func firstFault(_ bytes: Span<UInt8>) -> Int {
    do {
      _ = try UTF8Span(validating: bytes)
      return 0
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}

extension ScannedBlock {
  /// Leaves only the good rows for which `keep` is true.
  mutating func select(_ keep: [Bool]) {
    var selected = CellBlock(columnCount: cells.columnCount)
    selected.bytes = cells.bytes
    selected.isUTF8 = cells.isUTF8
    for (row, isKept) in keep.enumerated() where isKept {
      let range = (row * cells.columnCount)..<((row + 1) * cells.columnCount)
      selected.starts.append(contentsOf: cells.starts[range])
      selected.ends.append(contentsOf: cells.ends[range])
    }
    selected.rowCount = selected.starts.count / cells.columnCount
    cells = selected
    rows = zip(rows, keep).filter(\.1).map(\.0)
  }
}
