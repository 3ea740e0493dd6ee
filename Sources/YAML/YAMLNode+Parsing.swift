internal import CLibYAML
public import Diagnostics

extension YAMLNode {
  /// How deep values may nest, and how many values a document may hold, aliases counted each time they are used.
  static let maximumDepth = 64
  static let maximumValues = 200_000

  /// Reads the first document of a YAML text; an empty text is null.
  ///
  /// - Throws: ``ExitCode/unusableInput`` with the place, when the text is not YAML, a key stands twice or is no scalar,
  ///   or values nest or multiply beyond what a settings file needs.
  public static func parse(bytes: [UInt8], source: String) throws(StageFailure) -> YAMLNode {
    var events = YAMLEvents(bytes: bytes, source: source)
    try events.expectStart()
    guard let first = try events.next(), first.kind != YAML_STREAM_END_EVENT, first.kind != YAML_DOCUMENT_END_EVENT
    else { return YAMLNode(content: .scalar("", isQuoted: false), line: 1, column: 1) }
    var builder = YAMLTreeBuilder(source: source)
    return try builder.node(from: first, events: &events, depth: 0)
  }
}

/// Builds values out of events, with anchors remembered by name.
private struct YAMLTreeBuilder {
  let source: String
  var anchors: [String: (node: YAMLNode, size: Int)] = [:]
  var valueCount = 0

  init(source: String) { self.source = source }

  mutating func node(
    from event: YAMLEvent, events: inout YAMLEvents, depth: Int
  ) throws(StageFailure) -> YAMLNode {
    let before = valueCount
    try count(1, at: event)
    guard depth <= YAMLNode.maximumDepth else { throw failure(.yamlTooLarge, at: event) }
    let content: YAMLNode.Content
    switch event.kind {
    case YAML_SCALAR_EVENT:
      content = .scalar(event.text, isQuoted: event.isQuoted)
    case YAML_SEQUENCE_START_EVENT:
      var items: [YAMLNode] = []
      while let next = try events.next(), next.kind != YAML_SEQUENCE_END_EVENT {
        items.append(try node(from: next, events: &events, depth: depth + 1))
      }
      content = .sequence(items)
    case YAML_MAPPING_START_EVENT:
      content = .mapping(try entries(events: &events, depth: depth))
    case YAML_ALIAS_EVENT:
      guard let anchor = anchors[event.anchor] else {
        throw failure(.yamlSyntax, at: event, ["problem": "alias *\(event.anchor)"])
      }
      try count(anchor.size, at: event)
      return anchor.node
    default:
      throw failure(.yamlSyntax, at: event, ["problem": "unexpected end"])
    }
    let node = YAMLNode(content: content, line: event.line, column: event.column)
    if !event.anchor.isEmpty { anchors[event.anchor] = (node, valueCount - before) }
    return node
  }

  private mutating func entries(
    events: inout YAMLEvents, depth: Int
  ) throws(StageFailure) -> [(key: YAMLNode, value: YAMLNode)] {
    var entries: [(key: YAMLNode, value: YAMLNode)] = []
    var seen: Set<String> = []
    while let next = try events.next(), next.kind != YAML_MAPPING_END_EVENT {
      let key = try node(from: next, events: &events, depth: depth + 1)
      guard case .scalar(let name, _) = key.content else { throw failure(.yamlKey, at: next) }
      guard seen.insert(name).inserted else { throw failure(.yamlDuplicateKey, at: next, ["key": name]) }
      guard let event = try events.next() else { throw failure(.yamlSyntax, at: next, ["problem": "unexpected end"]) }
      entries.append((key, try node(from: event, events: &events, depth: depth + 1)))
    }
    return entries
  }

  private mutating func count(_ values: Int, at event: YAMLEvent) throws(StageFailure) {
    valueCount += values
    guard valueCount <= YAMLNode.maximumValues else { throw failure(.yamlTooLarge, at: event) }
  }

  private func failure(
    _ code: DiagnosticCode, at event: YAMLEvent, _ arguments: [String: String] = [:]
  ) -> StageFailure {
    let position = SourcePosition(file: source, line: event.line, column: event.column)
    return StageFailure(Diagnostic(code, at: position, arguments), exitCode: .unusableInput)
  }
}
