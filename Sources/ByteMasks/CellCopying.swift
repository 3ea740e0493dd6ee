internal import CByteMasks

/// Appends the cells of one column of a table to a text, one after the other.
///
/// - Parameters:
///   - bytes: the text of the table.
///   - starts: where each of its cells begins, row after row.
///   - ends: where each ends.
///   - first: the cell of the first row.
///   - step: cells a row.
///   - rows: how many rows are taken.
///   - text: what the cells are appended to.
///   - places: where in that text each cell ends is appended to these.
/// - Complexity: O(rows + bytes of the cells).
public func appendCells(
  of bytes: Span<UInt8>, starts: Span<UInt32>, ends: Span<UInt32>, first: Int, step: Int, rows: Int,
  to text: inout [UInt8], places: inout [UInt32]
) {
  guard rows > 0 else { return }
  precondition(
    first >= 0 && step > 0 && first + (rows - 1) * step < min(starts.count, ends.count), "cells of the table")
  var total = 0
  for row in 0..<rows {
    let cell = first + row * step
    precondition(starts[cell] <= ends[cell] && Int(ends[cell]) <= bytes.count, "cells lie in the text")
    total += Int(ends[cell] - starts[cell])
  }
  let base = text.count
  precondition(base + total < UInt32.max, "places of 32 bits")
  text.append(contentsOf: repeatElement(0, count: total))
  let known = places.count
  places.append(contentsOf: repeatElement(0, count: rows))
  unsafe bytes.withUnsafeBufferPointer { source in
    unsafe starts.withUnsafeBufferPointer { starts in
      unsafe ends.withUnsafeBufferPointer { ends in
        unsafe text.withUnsafeMutableBufferPointer { target in
          unsafe places.withUnsafeMutableBufferPointer { places in
            guard let starts = starts.baseAddress, let ends = ends.baseAddress, let places = places.baseAddress,
              let source = source.baseAddress, let target = target.baseAddress
            else {
              // No cell has a byte, and so the text may have none.
              for row in 0..<rows { unsafe places[known + row] = UInt32(base) }
              return
            }
            _ = unsafe yk_copy_cells(
              source, bytes.count, starts + first, ends + first, step, rows, target + base, total, places + known,
              UInt32(base))
          }
        }
      }
    }
  }
}
