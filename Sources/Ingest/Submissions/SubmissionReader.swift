import Diagnostics
import FormDefinition
import Responses
import XML

/// Reads one OpenRosa submission after the other.
struct SubmissionReader {
  /// What one submission says.
  struct Reading {
    /// The identifier; "" when there is none.
    var key: [UInt8] = []
    /// The version of the form it states; nil when it states none.
    var version: String?
    /// What was found; one error and the submission cannot be used.
    var diagnostics: [Diagnostic] = []
    /// Whether it can be typed: it is well-formed and belongs to the form.
    var isReadable = false
  }

  private let schema: SubmissionSchema
  private let form: Form
  private let layout: RecordLayout
  private let parser: XMLParser
  private var events = XMLEvents()

  // The submission being read.
  private var label = ""
  private var reading = Reading()
  private var stack: [(node: Int, cursor: Int)] = []
  private var skipped = 0
  private var texts: [UInt8] = []
  private var textStart = 0
  private var isCollecting = false
  private var starts: [Int] = []
  private var ends: [Int] = []
  private var lines: [Int] = []
  private var original: String?

  /// Findings about unknown elements kept per submission.
  private static let unknownLimit = 5

  init(form: Form, layout: RecordLayout) {
    self.form = form
    self.layout = layout
    schema = SubmissionSchema(form: form, layout: layout)
    parser = XMLParser(names: schema.names)
  }

  /// Reads a submission; ``append(to:faults:row:)`` then types its answers.
  mutating func read(_ bytes: [UInt8], label: String) -> Reading {
    self.label = label
    reading = Reading()
    reading.isReadable = true
    stack.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    skipped = 0
    isCollecting = false
    original = nil
    starts = Array(repeating: -1, count: layout.fields.count)
    ends = Array(repeating: -1, count: layout.fields.count)
    lines = Array(repeating: 0, count: layout.fields.count)
    if let failure = parser.parse(bytes, into: &events) {
      reading.isReadable = false
      // Whatever else was found is found in a document that cannot be trusted.
      reading.diagnostics = [Diagnostic(code(for: failure.reason), at: position(failure.place))]
      return reading
    }
    walk()
    if let original {
      reading.isReadable = false
      reading.diagnostics.append(
        Diagnostic(.submissionEdited, at: SourcePosition(file: label), ["original": original.printable]))
    }
    return reading
  }

  /// Appends the answers of the submission just read to the columns, one record.
  ///
  /// A question that is not in the submission is blank, or not shown when the submission is of another version.
  func append(to builders: inout [ColumnBuilder], row: Int) -> [(fault: CellFault, line: Int, column: Int?)] {
    var faults: [(fault: CellFault, line: Int, column: Int?)] = []
    let isOtherVersion = reading.version.map { $0 != form.version } ?? false
    let texts = texts
    let span = texts.span
    for field in builders.indices {
      if starts[field] < 0 {
        builders[field].append(missing: isOtherVersion ? .notShown : .blank)
        continue
      }
      var range = starts[field]..<ends[field]
      if let first = range.first, isBlank(texts[first]), texts[range].allSatisfy(isBlank) {
        range = first..<first
      }
      if let fault = builders[field].append(span.extracting(range)) {
        let found = String(decoding: texts[range], as: UTF8.self)
        faults.append((CellFault(row: row, field: field, fault: fault, found: found), lines[field], nil))
      }
    }
    return faults
  }

  private mutating func walk() {
    for index in events.steps.indices {
      let step = events.steps[index]
      switch step.kind {
      case .start: if skipped > 0 { skipped += 1 } else { startElement(step, at: index) }
      case .end: if skipped > 0 { skipped -= 1 } else { endElement() }
      case .text:
        if isCollecting, skipped == 0 { texts.append(contentsOf: events.bytes[Int(step.begin)..<Int(step.end)]) }
      }
    }
  }

  private mutating func startElement(_ step: XMLEvent, at index: Int) {
    guard let top = stack.last else { return startRoot(step, at: index) }
    var cursor = top.cursor
    guard let node = schema.child(of: top.node, named: Int(step.name), cursor: &cursor) else {
      skipped = 1
      let isTemplate = events.attribute("template", ofStep: index) != nil
      let count = reading.diagnostics.count { $0.code == .submissionUnknownElement }
      if !isTemplate, count < Self.unknownLimit {
        reading.diagnostics.append(
          Diagnostic(.submissionUnknownElement, at: position(step.place), ["element": name(of: step).printable]))
      }
      return
    }
    stack[stack.count - 1].cursor = cursor
    switch schema.nodes[node].kind {
    case .ignored:
      skipped = 1
      return
    case .group: isCollecting = false
    case .field(let field):
      if starts[field] >= 0 {
        reading.diagnostics.append(
          Diagnostic(.submissionAnsweredTwice, at: position(step.place), field: layout.fields[field].name))
      }
      lines[field] = Int(step.line)
      begin()
    case .instanceID, .deprecatedID: begin()
    }
    stack.append((node, 0))
  }

  private mutating func endElement() {
    guard let top = stack.popLast() else { return }
    switch schema.nodes[top.node].kind {
    case .field(let field):
      starts[field] = textStart
      ends[field] = texts.count
    case .instanceID:
      let key = trimmedText()
      if !key.isEmpty { reading.key = key }
    case .deprecatedID:
      let key = trimmedText()
      if !key.isEmpty { original = String(decoding: key, as: UTF8.self) }
    case .group, .ignored: break
    }
    isCollecting = false
  }

  private mutating func startRoot(_ step: XMLEvent, at index: Int) {
    stack.append((0, 0))
    let identifier = events.attribute("id", ofStep: index).map { String(decoding: $0, as: UTF8.self) }
    if identifier != form.identifier {
      reading.isReadable = false
      reading.diagnostics.append(
        Diagnostic(
          .submissionOtherForm, at: position(step.place),
          ["found": (identifier ?? name(of: step)).printable, "expected": form.identifier]))
    }
    if let version = events.attribute("version", ofStep: index), !version.isEmpty {
      reading.version = String(decoding: version, as: UTF8.self)
    }
    if let key = events.attribute("instanceID", ofStep: index) { reading.key = key }
  }

  private func name(of step: XMLEvent) -> String {
    step.name < 0 ? events.unknownName(of: step) : schema.names[Int(step.name)]
  }

  private mutating func begin() {
    textStart = texts.count
    isCollecting = true
  }

  private func trimmedText() -> [UInt8] {
    let text = texts[textStart...]
    guard let first = text.firstIndex(where: { !isBlank($0) }), let last = text.lastIndex(where: { !isBlank($0) })
    else { return [] }
    return Array(text[first...last])
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private func position(_ place: XMLPlace) -> SourcePosition {
    SourcePosition(file: label, line: place.line, column: place.column)
  }

  private func code(for reason: XMLFailure.Reason) -> DiagnosticCode {
    switch reason {
    case .malformed: .submissionMalformed
    case .truncated: .submissionTruncated
    case .encoding: .recordNotUTF8
    case .documentType: .submissionDocumentType
    case .tooDeep: .submissionTooDeep
    case .zeroByte: .recordZeroByte
    case .empty: .submissionEmpty
    }
  }
}
