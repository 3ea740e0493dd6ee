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
  private let observer: TableObserver?

  /// Opens a table as its probe says.
  ///
  /// - Parameter observer: looks at the bytes as they are; nil: nobody does.
  init(
    _ source: TableSource, encoding: TextEncoding, unifiesLineEnds: Bool, observer: TableObserver? = nil
  ) throws(StageFailure) {
    let feed = try source.open()
    self.feed = feed
    self.observer = observer
    decoder = encoding == .utf8 ? nil : TextDecoder(encoding)
    lineEnds = unifiesLineEnds ? LineEndUnifier() : nil
  }

  /// The next bytes, about as many as wanted; none only at the end.
  mutating func next(_ wanted: Int) throws(StageFailure) -> [UInt8] {
    if let observer {
      let chunk = try feed.next(FirstLook.chunkByteCount)
      if !chunk.isEmpty { observer.add(chunk) }
      return chunk
    }
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
