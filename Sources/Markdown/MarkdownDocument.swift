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

  /// The text as HTML; raw HTML and dangerous links of the source are left out, never passed on.
  ///
  /// - Complexity: O(length of the text).
  public borrowing func html() -> String {
    let extensions = unsafe cmark_parser_get_syntax_extensions(parser)
    guard let bytes = unsafe cmark_render_html(root, CMARK_OPT_DEFAULT, extensions) else { return "" }
    defer { unsafe cmark_get_default_mem_allocator().pointee.free(bytes) }
    return unsafe String(cString: bytes)
  }

  /// Registers the table extension once for the process: the library's own registration is not thread-safe.
  private static let extensionsAreRegistered: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()
}
