/// A scanner of CSV written a second time, byte by byte and without any cleverness, to be compared with the real one.
struct PlainScanner {
  /// A row: its cells, or nothing when it cannot be divided; whether it is the end of a file cut off within quotes.
  struct Row: Equatable {
    var cells: [[UInt8]]
    var isBad: Bool
    var isOpen = false
  }

  private enum State {
    case cellStart, plain, quoted, quoteInQuoted, afterQuoted
  }

  /// The rows of a table, blank lines left out.
  static func rows(_ bytes: [UInt8], separator: UInt8) -> [Row] {
    var rows: [Row] = []
    var row = Row(cells: [], isBad: false)
    var cell: [UInt8] = []
    var state = State.cellStart
    var isEmptyLine = true
    var index = 0
    func endCell() {
      row.cells.append(cell)
      cell = []
      state = .cellStart
    }
    func endRow() {
      if !isEmptyLine {
        endCell()
        rows.append(row)
      }
      row = Row(cells: [], isBad: false)
      cell = []
      state = .cellStart
      isEmptyLine = true
    }
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : nil
      let endsLine = byte == 0x0A || (byte == 0x0D && (next == 0x0A || next == nil))
      switch state {
      case .cellStart where byte == 0x22:
        state = .quoted
        isEmptyLine = false
      case .quoted:
        if byte == 0x22 { state = .quoteInQuoted } else { cell.append(byte) }
      case .quoteInQuoted where byte == 0x22:
        cell.append(byte)
        state = .quoted
      case .cellStart, .plain, .quoteInQuoted, .afterQuoted:
        if endsLine {
          if byte == 0x0D, next != nil { index += 1 }
          endRow()
        } else if byte == separator {
          isEmptyLine = false
          endCell()
        } else {
          isEmptyLine = false
          if state == .quoteInQuoted || state == .afterQuoted {
            row.isBad = true
            state = .afterQuoted
          } else {
            state = .plain
            cell.append(byte)
          }
        }
      }
      index += 1
    }
    if state == .quoted {
      row.isOpen = true
      row.isBad = true
      rows.append(row)
    } else if !isEmptyLine {
      endRow()
    }
    return rows
  }
}
