internal import CLibYAML
internal import Diagnostics

/// One event of libyaml's parser, copied out of it.
struct YAMLEvent {
  var kind: yaml_event_type_t
  var text = ""
  var isQuoted = false
  var anchor = ""
  var line: Int
  var column: Int
}

/// libyaml's parser over a text in memory.
@safe struct YAMLEvents: ~Copyable {
  // The parser keeps pointers into itself and into the text: both live in memory that does not move.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutablePointer<UInt8>
  private let source: String

  init(bytes: [UInt8], source: String) {
    self.source = source
    unsafe parser = .allocate(capacity: 1)
    unsafe input = .allocate(capacity: max(bytes.count, 1))
    for (index, byte) in bytes.enumerated() { unsafe input[index] = byte }
    unsafe parser.initialize(to: yaml_parser_t())
    _ = unsafe yaml_parser_initialize(parser)
    unsafe yaml_parser_set_input_string(parser, input, bytes.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe input.deallocate()
  }

  /// Steps over the start of the stream and of its first document.
  mutating func expectStart() throws(StageFailure) {
    _ = try next()
  }

  /// The next event other than the start of a document; nil after the last.
  mutating func next() throws(StageFailure) -> YAMLEvent? {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw syntaxFailure() }
    defer { unsafe yaml_event_delete(&event) }
    let kind = unsafe event.type
    if kind == YAML_DOCUMENT_START_EVENT { return try next() }
    if kind == YAML_NO_EVENT { return nil }
    var copy = YAMLEvent(
      kind: kind, line: unsafe Int(event.start_mark.line) + 1, column: unsafe Int(event.start_mark.column) + 1)
    switch kind {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      copy.text = unsafe String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      copy.isQuoted = unsafe scalar.style != YAML_PLAIN_SCALAR_STYLE
      copy.anchor = unsafe Self.name(scalar.anchor)
    case YAML_ALIAS_EVENT: copy.anchor = unsafe Self.name(event.data.alias.anchor)
    case YAML_SEQUENCE_START_EVENT: copy.anchor = unsafe Self.name(event.data.sequence_start.anchor)
    case YAML_MAPPING_START_EVENT: copy.anchor = unsafe Self.name(event.data.mapping_start.anchor)
    default: break
    }
    return copy
  }

  private static func name(_ pointer: UnsafeMutablePointer<UInt8>?) -> String {
    guard let pointer = unsafe pointer else { return "" }
    return unsafe String(cString: pointer)
  }

  private func syntaxFailure() -> StageFailure {
    // A problem of the encoding has no mark of its own; libyaml then tells the byte only.
    let line = unsafe Int(parser.pointee.problem_mark.line) + 1
    let column = unsafe Int(parser.pointee.problem_mark.column) + 1
    let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "?"
    let diagnostic = Diagnostic(
      .yamlSyntax, at: SourcePosition(file: source, line: line, column: column), ["problem": problem])
    return StageFailure(diagnostic, exitCode: .unusableInput)
  }
}
