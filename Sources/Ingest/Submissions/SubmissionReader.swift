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
    /// The earlier version that it replaces; nil when it edits none.
    var edit: RecordEdit?
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
  /// Where the text of the open element stands among the bytes of the events: texts behind an element in it are none.
  private var text = 0..<0
  private var isCollecting = false
  private var record: SubmissionCells
  private var rows: [SubmissionCells]
  /// The repeats directly inside each table: first the record's, then each repeat's.
  private let inner: [[Int]]
  private var original = ""
  private var root = ""
  private var isAnyFieldThere = false
  /// The repeats whose rows are open, outermost first.
  private var openRows: [Int] = []
  private var fieldLine = 0

  /// Findings about unknown elements kept per submission.
  private static let unknownLimit = 5

  init(form: Form, layout: RecordLayout) {
    self.form = form
    self.layout = layout
    schema = SubmissionSchema(form: form, layout: layout)
    parser = XMLParser(names: schema.names, keepsTextBehindElements: false)
    record = SubmissionCells(width: layout.fields.count)
    rows = layout.repeats.map { SubmissionCells(width: $0.fields.count) }
    inner = (0...layout.repeats.count).map { table in
      layout.repeats.indices.filter { (layout.repeats[$0].parent.map { $0 + 1 } ?? 0) == table }
    }
  }

  /// Reads a submission; ``append(to:faults:row:)`` then types its answers.
  mutating func read(_ bytes: [UInt8], label: String) -> Reading {
    self.label = label
    reading = Reading()
    reading.isReadable = true
    stack.removeAll(keepingCapacity: true)
    skipped = 0
    isCollecting = false
    original = ""
    root = ""
    isAnyFieldThere = false
    openRows.removeAll(keepingCapacity: true)
    record.removeAll()
    for repeated in rows.indices { rows[repeated].removeAll() }
    record.beginRow()
    for repeated in inner[0] { rows[repeated].counts.append(0) }
    if let failure = parser.parse(bytes, into: &events) {
      reading.isReadable = false
      // Whatever else was found is found in a document that cannot be trusted.
      reading.diagnostics = [Diagnostic(code(for: failure.reason), at: position(failure.place))]
      return reading
    }
    walk()
    if reading.isReadable, !isAnyFieldThere,
      reading.diagnostics.contains(where: { $0.code == .submissionUnknownElement })
    {
      // Nothing in it is the form's: what it says would be lost behind a record of blanks.
      reading.isReadable = false
      reading.diagnostics.append(Diagnostic(.submissionNothingKnown, at: SourcePosition(file: label)))
    }
    if !original.isEmpty || !root.isEmpty {
      reading.edit = RecordEdit(key: String(decoding: reading.key, as: UTF8.self), replaces: original, root: root)
    }
    return reading
  }

  /// Appends the answers of the submission just read to the columns, one record and the rows of its repeats.
  ///
  /// A question that is not in the submission is blank, or not shown when the submission is of another version.
  /// - Parameters:
  ///   - builders: one per field of the record and of the repeats, by ordinal.
  ///   - counts: by repeat, how many rows each parent has.
  func append(
    to builders: inout [ColumnBuilder], counts: inout [[UInt32]], row: Int
  ) -> [(fault: CellFault, line: Int, column: Int?)] {
    var faults: [(fault: CellFault, line: Int, column: Int?)] = []
    append(record, to: &builders, from: 0, row: row, isRepeated: false, &faults)
    var first = layout.fields.count
    for repeated in rows.indices {
      append(rows[repeated], to: &builders, from: first, row: row, isRepeated: true, &faults)
      counts[repeated] += rows[repeated].counts
      first += layout.repeats[repeated].fields.count
    }
    return faults
  }

  private func append(
    _ cells: SubmissionCells, to builders: inout [ColumnBuilder], from first: Int, row: Int, isRepeated: Bool,
    _ faults: inout [(fault: CellFault, line: Int, column: Int?)]
  ) {
    let missing: AnswerState = reading.version.map { $0 != form.version } ?? false ? .notShown : .blank
    let texts = events.bytes
    let span = texts.span
    var field = first
    for cell in cells.cells {
      defer { field = field + 1 == first + cells.width ? first : field + 1 }
      guard cell.start >= 0 else {
        builders[field].append(missing: missing)
        continue
      }
      var range = cell.start..<cell.end
      if let start = range.first, isBlank(span[start]), range.allSatisfy({ isBlank(span[$0]) }) {
        range = start..<start
      }
      let repeatRow = isRepeated ? builders[field].count : nil
      if let fault = builders[field].append(span.extracting(range)) {
        let found = String(decoding: texts[range], as: UTF8.self)
        faults.append(
          (CellFault(row: row, field: field, fault: fault, found: found, repeatRow: repeatRow), cell.line, nil))
      }
    }
  }

  private mutating func walk() {
    let steps = events.steps
    for index in steps.indices {
      let step = steps[index]
      switch step.kind {
      case .start: if skipped > 0 { skipped += 1 } else { startElement(step, at: index) }
      case .end: if skipped > 0 { skipped -= 1 } else { endElement() }
      case .text:
        if isCollecting, skipped == 0 { text = Int(step.begin)..<Int(step.end) }
      }
    }
  }

  private mutating func startElement(_ step: XMLEvent, at index: Int) {
    guard let top = stack.last else { return startRoot(step, at: index) }
    var cursor = top.cursor
    guard let node = schema.child(of: top.node, named: Int(step.name), cursor: &cursor) else {
      skipped = 1
      let isTemplate = events.attribute("template", ofStep: index) != nil || TableNode.isName(name(of: step))
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
    case .row(let repeated):
      // What a form keeps as the pattern of new rows is no row.
      if events.attribute("template", ofStep: index) != nil {
        skipped = 1
        return
      }
      openRows.append(repeated)
      rows[repeated].counts[rows[repeated].counts.count - 1] += 1
      rows[repeated].beginRow()
      for inside in inner[repeated + 1] { rows[inside].counts.append(0) }
      isCollecting = false
    case .field(let field):
      isAnyFieldThere = true
      let known = openRows.last.map { rows[$0][field] } ?? record[field]
      if known.start >= 0 {
        reading.diagnostics.append(
          Diagnostic(.submissionAnsweredTwice, at: position(step.place), field: name(of: step)))
      }
      fieldLine = Int(step.line)
      begin()
    case .instanceID, .deprecatedID, .rootUuid: begin()
    }
    stack.append((node, 0))
  }

  private mutating func endElement() {
    guard let top = stack.popLast() else { return }
    switch schema.nodes[top.node].kind {
    case .field(let field):
      let cell = SubmissionCells.Cell(start: text.lowerBound, end: text.upperBound, line: fieldLine)
      if let row = openRows.last { rows[row][field] = cell } else { record[field] = cell }
    case .row:
      openRows.removeLast()
    case .instanceID:
      let key = trimmedText()
      if !key.isEmpty { reading.key = key }
    case .deprecatedID:
      let key = trimmedText()
      if !key.isEmpty { original = String(decoding: key, as: UTF8.self) }
    case .rootUuid: root = String(decoding: trimmedText(), as: UTF8.self)
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
    text = 0..<0
    isCollecting = true
  }

  private func trimmedText() -> [UInt8] {
    let text = events.bytes[text]
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
