public import Diagnostics
import Responses
import TextEncoding
import YAML

extension ColumnMapping {
  /// Reads a mapping file; every entry may be left out.
  ///
  /// ```yaml
  /// key: Mã phiếu            # the column of the keys
  /// key_prefix: "MS-"        # put before every key
  /// separator: ";"           # found out, like all that follows but missing, columns and values
  /// encoding: tcvn3
  /// decimal: ","             # or "."
  /// dates: dmy               # or mdy
  /// language: vi             # of the labels in the table
  /// answers: labels          # or codes
  /// joiner: ";"              # between several choices in a cell
  /// missing: ["NA", "n/a"]   # besides the empty cell
  /// columns:                 # heading: question; "" leaves a column out
  ///   Tuổi: age
  ///   Ngày sinh: {question: born, dates: mdy}
  /// values:                  # question: text: choice
  ///   sector:
  ///     Nhà nước: public
  /// ```
  /// - Returns: the mapping with what could be read, and a finding for each entry that could not.
  /// - Throws: ``ExitCode/unusableInput`` when the bytes are no YAML.
  public static func read(
    bytes: [UInt8], source: String
  ) throws(StageFailure) -> (mapping: ColumnMapping, diagnostics: [Diagnostic]) {
    let root = try YAMLNode.parse(bytes: bytes, source: source)
    var reader = MappingReader(source: source)
    if root.isNull { return (reader.mapping, []) }
    guard let entries = root.entries else {
      reader.refuse(root, "", MappingReader.keys)
      return (reader.mapping, reader.diagnostics)
    }
    for (key, value) in entries { reader.read(key, value) }
    return (reader.mapping, reader.diagnostics)
  }
}

/// Reads the entries of a mapping.
private struct MappingReader {
  let source: String
  var mapping = ColumnMapping()
  var diagnostics: [Diagnostic] = []

  static let keys =
    "key, key_prefix, separator, encoding, decimal, dates, language, answers, joiner, missing, columns, values"

  init(source: String) { self.source = source }

  mutating func refuse(_ node: YAMLNode, _ entry: String, _ expected: String) {
    diagnostics.append(
      Diagnostic(
        .mappingUnusable, at: SourcePosition(file: source, line: node.line, column: node.column),
        ["entry": entry.printable, "expected": expected]))
  }

  mutating func read(_ key: YAMLNode, _ value: YAMLNode) {
    let text = value.text ?? ""
    switch key.text {
    case "key": if text.isEmpty { refuse(value, "key", "text") } else { mapping.key = text }
    case "key_prefix":
      if text.isEmpty || text.contains(where: \.isWhitespace) {
        refuse(value, "key_prefix", "text")
      } else {
        mapping.keyPrefix = text
      }
    case "language": if text.isEmpty { refuse(value, "language", "vi, en, …") } else { mapping.language = text }
    case "separator":
      if text.utf8.count == 1 { mapping.separator = text.first } else { refuse(value, "separator", #""," ";" "\t""#) }
    case "joiner":
      if text.count == 1 { mapping.joiner = text.first } else { refuse(value, "joiner", #"";" "," "|""#) }
    case "encoding":
      mapping.encoding = TextEncoding(name: text)
      if mapping.encoding == nil {
        refuse(value, "encoding", TextEncoding.Charset.allCases.map(\.rawValue).joined(separator: ", "))
      }
    case "decimal": mapping.decimalMark = readDecimal(value, "decimal")
    case "dates": mapping.dateOrder = readDates(value, "dates")
    case "answers":
      mapping.answers = text == "either" ? nil : ChoiceVocabulary.Style(rawValue: text)
      if mapping.answers == nil, text != "either" { refuse(value, "answers", "codes, labels, either") }
    case "missing":
      let texts = value.items?.map(\.text) ?? [value.text]
      mapping.missing = texts.compactMap { $0 }
      if mapping.missing.count < texts.count { refuse(value, "missing", "[text, …]") }
    case "columns": readColumns(value)
    case "values": readValues(value)
    default: refuse(key, key.text ?? "", Self.keys)
    }
  }

  private mutating func readDecimal(_ node: YAMLNode, _ entry: String) -> DecimalMark? {
    let mark = node.text.flatMap(DecimalMark.init)
    if mark == nil { refuse(node, entry, #""." ",""#) }
    return mark
  }

  private mutating func readDates(_ node: YAMLNode, _ entry: String) -> DateOrder? {
    let order = node.text.flatMap(DateOrder.init)
    if order == nil { refuse(node, entry, "dmy, mdy") }
    return order
  }

  private mutating func readColumns(_ node: YAMLNode) {
    guard let pairs = node.entries else { return refuse(node, "columns", "heading: question") }
    for (heading, target) in pairs {
      guard let name = heading.text else {
        refuse(heading, "columns", "heading: question")
        continue
      }
      if target.isNull {
        mapping.columns[name] = ""
      } else if let question = target.text {
        mapping.columns[name] = question
      } else if let entries = target.entries {
        readColumn(name, entries)
      } else {
        refuse(target, "columns", "heading: question")
      }
    }
  }

  private mutating func readColumn(_ heading: String, _ entries: [(key: YAMLNode, value: YAMLNode)]) {
    var notation = ColumnMapping.Notation()
    for (key, value) in entries {
      switch key.text {
      case "question": mapping.columns[heading] = value.text ?? ""
      case "decimal": notation.decimalMark = readDecimal(value, "columns: \(heading)")
      case "dates": notation.dateOrder = readDates(value, "columns: \(heading)")
      default: refuse(key, "columns: \(heading)", "question, decimal, dates")
      }
    }
    mapping.notations[heading] = notation
  }

  private mutating func readValues(_ node: YAMLNode) {
    guard let questions = node.entries else { return refuse(node, "values", "question: {text: choice}") }
    for (question, texts) in questions {
      guard let name = question.text, let pairs = texts.entries else {
        refuse(question, "values", "question: {text: choice}")
        continue
      }
      for (text, choice) in pairs {
        if let text = text.text, let choice = choice.text {
          mapping.values[name, default: [:]][text] = choice
        } else {
          refuse(text, "values: \(name)", "text: choice")
        }
      }
    }
  }
}
