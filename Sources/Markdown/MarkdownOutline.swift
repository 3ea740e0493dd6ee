/// The blocks of a text under construction, from the events of a walk over its syntax tree.
struct MarkdownOutline {
  /// Lists and quotations nested deeper than this are read as part of what is around them.
  private static let maximumDepth = 16

  private enum Container {
    case document
    case quote
    case list(start: Int?)
    case item
  }

  private struct Frame {
    var container: Container
    var blocks: [MarkdownBlock] = []
    var items: [[MarkdownBlock]] = []
  }

  private var frames = [Frame(container: .document)]
  /// For each container entered, whether it got a frame.
  private var hasFrame: [Bool] = []
  private var runs: [MarkdownRun] = []
  private var strong = 0
  private var emphasis = 0
  private var addresses: [String] = []
  private var columns: [MarkdownAlignment] = []
  private var rows: [[[MarkdownRun]]] = []

  /// What was read, at the end of the walk.
  var blocks: [MarkdownBlock] { frames.first?.blocks ?? [] }

  mutating func enter(_ node: MarkdownNode) {
    switch node.kind {
    case "block_quote": push(.quote)
    case "list": push(.list(start: node.listStart))
    case "item": push(.item)
    case "code_block": add(.code(node.literal))
    case "thematic_break": add(.rule)
    case "paragraph", "heading", "table_cell": runs = []
    case "table": (columns, rows) = (node.columns, [])
    case "table_row", "table_header": rows.append([])
    case "text": add(node.literal)
    case "code": add(node.literal, isCode: true)
    case "softbreak": add(" ")
    case "linebreak": add("\n")
    case "strong": strong += 1
    case "emph": emphasis += 1
    case "link": addresses.append(node.address)
    default: break
    }
  }

  mutating func leave(_ node: MarkdownNode) {
    switch node.kind {
    case "block_quote", "list", "item": pop()
    case "paragraph": add(.paragraph(runs))
    case "heading": add(.heading(level: node.headingLevel, runs))
    case "table_cell": if !rows.isEmpty { rows[rows.count - 1].append(runs) }
    case "table": add(.table(columns: columns, rows: rows))
    case "strong": strong -= 1
    case "emph": emphasis -= 1
    case "link": _ = addresses.popLast()
    default: break
    }
  }

  private mutating func add(_ text: String, isCode: Bool = false) {
    let run = MarkdownRun(
      text, isStrong: strong > 0, isEmphasized: emphasis > 0, isCode: isCode, address: addresses.last ?? "")
    if let last = runs.last, last.looksLike(run) {
      runs[runs.count - 1].text += text
    } else {
      runs.append(run)
    }
  }

  private mutating func add(_ block: MarkdownBlock) { frames[frames.count - 1].blocks.append(block) }

  private mutating func push(_ container: Container) {
    let isPushed = frames.count <= Self.maximumDepth
    hasFrame.append(isPushed)
    if isPushed { frames.append(Frame(container: container)) }
  }

  private mutating func pop() {
    guard hasFrame.popLast() == true, frames.count > 1, let frame = frames.popLast() else { return }
    switch frame.container {
    case .document: break
    case .quote: add(.quote(frame.blocks))
    case .item:
      if case .list = frames[frames.count - 1].container {
        frames[frames.count - 1].items.append(frame.blocks)
      } else {
        frames[frames.count - 1].blocks += frame.blocks
      }
    case .list(let start):
      // An item too deep for a frame of its own has left its text here.
      add(.list(start: start, items: frame.items + (frame.blocks.isEmpty ? [] : [frame.blocks])))
    }
  }
}
