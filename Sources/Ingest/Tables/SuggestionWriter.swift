import Diagnostics
import Responses
import TextEncoding

/// Writes a mapping for a person: entries for what is certain, comments for what is not.
struct SuggestionWriter {
  let tables: TableForm
  let sample: TableSample
  private(set) var text = ""
  private(set) var doubtCount = 0
  private var columns: [Int: Int] = [:]

  init(tables: TableForm, sample: TableSample) {
    self.tables = tables
    self.sample = sample
  }

  mutating func write(file: String) {
    line("# \(file.printable): \(sample.producer.rawValue). A first mapping; go through the lines marked ??")
    line("# Ánh xạ ban đầu; xem lại các dòng có dấu ??")
    writeFile()
    writeColumns()
    writeNotations()
    writeValues()
  }

  private mutating func line(_ line: String) { text += line + "\n" }

  private mutating func doubt(_ line: String) {
    doubtCount += 1
    self.line("# ?? \(line)")
  }

  private mutating func writeFile() {
    if !sample.isSheet { line("separator: \(String(Character(Unicode.Scalar(sample.separator))).quotedForJSON)") }
    switch sample.encoding {
    case .certain(let encoding): if encoding != .utf8 { line("encoding: \(encoding.name)") }
    case .doubtful(let candidates): doubt("encoding: \(candidates.map(\.name).joined(separator: " | "))")
    }
    let keys = ColumnMapping.usualKeys + sample.producer.keys
    if let key = keys.first(where: sample.headings.contains) {
      line("key: \(key.quotedForJSON)")
    } else if let key = sample.headings.indices.first(where: isKey) {
      doubt("key: \(sample.headings[key].quotedForJSON)   # every row has another value here")
    }
  }

  /// Whether a column that is no question could tell rows apart.
  private func isKey(_ column: Int) -> Bool {
    let cells = sample.cells[column]
    return tables.index.match(sample.headings[column]) == .none && cells.count > 1 && !cells.contains("")
      && Set(cells).count == cells.count && !sample.producer.owns(sample.headings[column])
  }

  private mutating func writeColumns() {
    let before = text
    line("columns:")
    var isEmpty = true
    for (column, heading) in sample.headings.enumerated() where !heading.isEmpty {
      let name = heading.quotedForJSON
      switch tables.index.match(heading) {
      case .named(.field(let field)):
        columns[field] = column
      case .labelled(.field(let field)):
        columns[field] = column
        line("  \(name): \(tables.layout.fields[field].name)")
        isEmpty = false
      case .named, .labelled: continue
      case .ambiguous(let fields):
        let candidates = fields.map { tables.layout.fields[$0].name }.joined(separator: " | ")
        doubt("\(name): \(candidates)")
      case .none:
        if sample.producer.owns(heading) || ColumnMapping.usualKeys.contains(heading) { continue }
        guard let near = nearest(heading) else {
          line("  # \(name): nothing like it in the form")
          continue
        }
        if near.isExact {
          columns[near.field] = column
          line("  \(name): \(tables.layout.fields[near.field].name)   # the label without its marks")
          isEmpty = false
        } else {
          doubt("\(name): \(tables.layout.fields[near.field].name)   # the nearest label")
        }
      }
    }
    // An entry with nothing but comments below it would be no mapping.
    if isEmpty { text = before + "columns: {}" + text.dropFirst(before.count + "columns:".count) }
  }

  /// The question whose label or name is most like a heading.
  private func nearest(_ heading: String) -> (field: Int, isExact: Bool)? {
    let wanted = heading.plainKey
    guard wanted.count >= 3 else { return nil }
    var best: (field: Int, distance: Double)?
    var exact: Set<Int> = []
    for (field, wording) in tables.wording.fields.enumerated() {
      for label in wording.labels + [tables.layout.fields[field].name] {
        let key = label.plainKey
        if key == wanted { exact.insert(field) }
        let distance = likeness(wanted, key)
        if distance < best?.distance ?? 0.35 { best = (field, distance) }
      }
    }
    if exact.count == 1, let field = exact.first { return (field, true) }
    return best.map { ($0.field, false) }
  }

  private mutating func writeNotations() {
    for (field, column) in columns.sorted(by: { $0.key < $1.key }) {
      let own = tables.layout.fields[field]
      guard NotationEvidence.concerns(own.storage), !sample.producer.writesCanonically else { continue }
      var evidence = NotationEvidence(own.storage)
      for cell in sample.cells[column] { evidence.add(Array(cell.utf8).span) }
      guard evidence.openCount > 0 else { continue }
      let isNumber = own.storage == .integer || own.storage == .decimal
      doubt(
        isNumber
          ? "decimal: \",\" | \".\"   # '\(own.name)' has numbers like 1.234"
          : "dates: dmy | mdy   # '\(own.name)' has dates like 03/04/2026")
    }
  }

  private mutating func writeValues() {
    var lines: [String] = []
    for (field, column) in columns.sorted(by: { $0.key < $1.key }) where tables.layout.fields[field].storage == .coded {
      let own = tables.layout.fields[field]
      let labels = tables.wording.fields[field].choices
      let vocabulary = ChoiceVocabulary(names: own.choices, labels: labels)
      var found: [String] = []
      var unlike = 0
      for cell in Set(sample.cells[column]).sorted() where !cell.isEmpty && !vocabulary.understands(cell) {
        let wanted = cell.plainKey
        var best: (choice: Int, distance: Double)?
        for (choice, texts) in labels.enumerated() {
          for text in texts {
            let distance = likeness(wanted, text.plainKey)
            if distance < best?.distance ?? 0.3 { best = (choice, distance) }
          }
        }
        if let best, own.choices.indices.contains(best.choice) {
          found.append("#     \(cell.quotedForJSON): \(own.choices[best.choice])")
        } else {
          unlike += 1
        }
      }
      if found.isEmpty, unlike == 0 { continue }
      lines.append("#   \(own.name):" + (unlike > 0 ? "   # \(unlike) more are like no choice" : ""))
      lines += found
      doubtCount += found.count + (unlike > 0 ? 1 : 0)
    }
    if lines.isEmpty { return }
    line("# ?? values:")
    for own in lines { line(own) }
  }

  /// How unlike two texts are: edits for each character of the longer one.
  private func likeness(_ left: String, _ right: String) -> Double {
    let longest = max(left.count, right.count)
    guard longest > 0, longest <= 300, abs(left.count - right.count) * 2 <= longest else { return 1 }
    return Double(editDistance(from: left, to: right)) / Double(longest)
  }
}
