import CMarkGFM

/// A parsed Markdown text (CommonMark with tables): owns the syntax tree and frees it.
@safe public struct MarkdownDocument: ~Copyable {
  private let parser: OpaquePointer
  private let root: OpaquePointer

  /// Parses a text; nil when the library cannot set up a parser.
  ///
  /// Bytes that are no UTF-8 cannot occur in a `String`; U+0000 is replaced by U+FFFD.
  /// - Complexity: O(length of the text).
  public init?(parsing text: String) {
    _ = Self.extensionsAreRegistered
    guard let parser = unsafe cmark_parser_new(CMARK_OPT_DEFAULT) else { return nil }
    if let table = unsafe cmark_find_syntax_extension("table") {
      unsafe cmark_parser_attach_syntax_extension(parser, table)
    }
    var copy = text
    copy.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        if let start = characters.baseAddress { unsafe cmark_parser_feed(parser, start, characters.count) }
      }
    }
    guard let root = unsafe cmark_parser_finish(parser) else {
      unsafe cmark_parser_free(parser)
      return nil
    }
    unsafe self.parser = parser
    unsafe self.root = root
  }

  deinit {
    unsafe cmark_node_free(root)
    unsafe cmark_parser_free(parser)
  }

  /// The blocks of the text in order; raw HTML is left out, of pictures only the words are kept, of links only
  /// harmless addresses.
  ///
  /// Lists and quotations nested deeper than 16 are read as part of what is around them.
  /// - Complexity: O(length of the text).
  public borrowing func blocks() -> [MarkdownBlock] {
    guard let walk = unsafe cmark_iter_new(root) else { return [] }
    defer { unsafe cmark_iter_free(walk) }
    var outline = MarkdownOutline()
    var event = unsafe cmark_iter_next(walk)
    while event != CMARK_EVENT_DONE {
      if let node = unsafe cmark_iter_get_node(walk) {
        let node = unsafe MarkdownNode(node)
        if event == CMARK_EVENT_ENTER { outline.enter(node) } else { outline.leave(node) }
      }
      event = unsafe cmark_iter_next(walk)
    }
    return outline.blocks
  }

  /// Registers the table extension once for the process: the library's own registration is not thread-safe.
  private static let extensionsAreRegistered: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()
}
