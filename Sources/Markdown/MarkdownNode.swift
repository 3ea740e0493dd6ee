import CMarkGFM

/// A node of the library's syntax tree, valid while its document lives.
@safe
struct MarkdownNode {
  private let node: OpaquePointer

  @unsafe
  init(_ node: OpaquePointer) { unsafe self.node = node }

  /// The library's name of the kind of node.
  var kind: String { unsafe String(cString: cmark_node_get_type_string(node)) }

  /// The text that the node holds; "" for none.
  var literal: String { unsafe cmark_node_get_literal(node).map { unsafe String(cString: $0) } ?? "" }

  /// The level of a heading, 1…6.
  var headingLevel: Int { min(max(Int(unsafe cmark_node_get_heading_level(node)), 1), 6) }

  /// The first number of a numbered list; nil for a list with bullets.
  var listStart: Int? {
    unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? Int(unsafe cmark_node_get_list_start(node)) : nil
  }

  /// Where a link leads, when a reader may follow it there: the web or a mailbox; else "".
  var address: String {
    let address = unsafe cmark_node_get_url(node).map { unsafe String(cString: $0) } ?? ""
    let isHarmless = ["https://", "http://", "mailto:"].contains { address.lowercased().hasPrefix($0) }
    return isHarmless ? address : ""
  }

  /// Where the text of a table's columns stands.
  var columns: [MarkdownAlignment] {
    let count = Int(unsafe cmark_gfm_extensions_get_table_columns(node))
    guard let marks = unsafe cmark_gfm_extensions_get_table_alignments(node) else {
      return Array(repeating: .left, count: count)
    }
    return (0..<count).map { column in
      switch unsafe marks[column] {
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .left
      }
    }
  }
}
