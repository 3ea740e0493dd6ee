internal import CByteMasks

/// What a look at a text of rows says.
public struct PlainLines: Sendable, Hashable {
  /// The number of line feeds.
  public let count: Int
  /// The place behind the last line feed; 0 when there is none.
  public let end: Int
  /// Whether no quote stands in the text and no line is empty, but for a carriage return: then every line is a row.
  public let isPlain: Bool

  /// Looks at a text that begins at the beginning of a line.
  ///
  /// - Complexity: O(bytes), some ten gigabytes a second.
  public init(_ bytes: Span<UInt8>, quote: UInt8) {
    let lines = unsafe bytes.withUnsafeBufferPointer { buffer -> yk_lines in
      guard let base = buffer.baseAddress else { return yk_lines(count: 0, end: 0, is_plain: 1) }
      return unsafe yk_count_lines(base, buffer.count, quote)
    }
    count = lines.count
    end = lines.end
    isPlain = lines.is_plain != 0
  }
}
