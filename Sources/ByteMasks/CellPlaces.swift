internal import CByteMasks

/// Where the cells of a text of rows without quotes begin and end.
public struct CellPlaces: Sendable {
  /// Where each cell begins; behind the last, room that means nothing.
  public private(set) var starts: [UInt32] = []
  /// Where each cell ends: at a separator or a line feed.
  public private(set) var ends: [UInt32] = []

  /// Cells that may be written too much.
  private static let surplus = 65

  /// No cells.
  public init() {}

  /// Finds the cells of a text below four gigabytes; the lists are written anew in their place.
  ///
  /// - Returns: the number of cells whose end was found; more than `limit` when there are more than so many.
  /// - Complexity: O(bytes), about a nanosecond a cell.
  public mutating func find(in bytes: Span<UInt8>, separator: UInt8, limit: Int) -> Int {
    precondition(bytes.count < UInt32.max && limit >= 0, "places of 32 bits")
    let room = limit + 1 + Self.surplus
    if starts.count < room {
      starts = [UInt32](repeating: 0, count: room)
      ends = starts
    }
    return unsafe bytes.withUnsafeBufferPointer { text in
      unsafe starts.withUnsafeMutableBufferPointer { starts in
        unsafe ends.withUnsafeMutableBufferPointer { ends in
          guard let text = text.baseAddress, let starts = starts.baseAddress, let ends = ends.baseAddress else {
            return 0
          }
          return unsafe yk_find_cells(text, bytes.count, separator, starts, ends, limit + 1)
        }
      }
    }
  }

  /// Moves the end of a cell.
  public mutating func setEnd(_ cell: Int, _ end: UInt32) { ends[cell] = end }
}
