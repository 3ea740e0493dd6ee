import Diagnostics
import FileSystem
import TextEncoding

/// Where the bytes of a table are; they can be read more than once.
enum TableSource: Sendable {
  /// A file.
  case file(String)
  /// Bytes in memory.
  case memory([UInt8])

  /// What the system says about the file, to be compared before and after; nil for bytes in memory.
  var status: FileStatus? {
    switch self {
    case .file(let path): fileStatus(at: path)
    case .memory: nil
    }
  }

  /// The bytes as they are, from the beginning.
  func open() throws(StageFailure) -> ByteFeed {
    switch self {
    case .file(let path): try ByteFeed(path: path)
    case .memory(let bytes): ByteFeed(bytes: bytes)
    }
  }
}

/// The text of a table in composed UTF-8 with LF or CRLF line ends, chunk by chunk.
///
/// A table that is written so already is handed through as it is.
struct TextFeed: ~Copyable {
  private var feed: ByteFeed
  private var decoder: TextDecoder?
  private var lineEnds: LineEndUnifier?
  private var isAtEnd = false

  /// Opens a table as its probe says.
  init(_ source: TableSource, encoding: TextEncoding, unifiesLineEnds: Bool) throws(StageFailure) {
    feed = try source.open()
    decoder = encoding == .utf8 ? nil : TextDecoder(encoding)
    lineEnds = unifiesLineEnds ? LineEndUnifier() : nil
  }

  /// The next bytes, about as many as wanted; none only at the end.
  mutating func next(_ wanted: Int) throws(StageFailure) -> [UInt8] {
    if decoder == nil, lineEnds == nil { return try feed.next(wanted) }
    while !isAtEnd {
      var chunk = try feed.next(max(wanted, 1 << 12))
      isAtEnd = chunk.isEmpty
      if decoder != nil { chunk = decoder?.decode(chunk, isLast: isAtEnd) ?? [] }
      if lineEnds != nil { chunk = lineEnds?.unify(chunk, isLast: isAtEnd) ?? [] }
      if !chunk.isEmpty { return chunk }
    }
    return []
  }
}
