public import Diagnostics
import TextEncoding
import YAML

extension ColumnMapping {
  /// Reads a mapping file.
  ///
  /// ```yaml
  /// key: Mã phiếu            # the column of the keys
  /// separator: ";"           # optional: comma, semicolon or tab is found out
  /// missing: ["NA", "n/a"]   # besides the empty cell
  /// columns:                 # heading: question
  ///   Tuổi: age
  /// ```
  /// - Returns: the mapping with what could be read, and a finding for each entry that could not.
  /// - Throws: ``ExitCode/unusableInput`` when the bytes are no YAML.
  public static func read(
    bytes: [UInt8], source: String
  ) throws(StageFailure) -> (mapping: ColumnMapping, diagnostics: [Diagnostic]) {
    var mapping = ColumnMapping()
    var diagnostics: [Diagnostic] = []
    func refuse(_ node: YAMLNode, _ entry: String, _ expected: String) {
      diagnostics.append(
        Diagnostic(
          .mappingUnusable, at: SourcePosition(file: source, line: node.line, column: node.column),
          ["entry": entry.printable, "expected": expected]))
    }
    let root = try YAMLNode.parse(bytes: bytes, source: source)
    if root.isNull { return (mapping, []) }
    guard let entries = root.entries else {
      refuse(root, "", "key, columns, missing, separator, encoding")
      return (mapping, diagnostics)
    }
    for (key, value) in entries {
      switch key.text {
      case "key":
        if let text = value.text, !text.isEmpty { mapping.key = text } else { refuse(value, "key", "text") }
      case "separator":
        if let text = value.text, text.utf8.count == 1, let character = text.first {
          mapping.separator = character
        } else {
          refuse(value, "separator", "\",\" \";\" \"\\t\"")
        }
      case "encoding":
        if let text = value.text, let encoding = TextEncoding(name: text) {
          mapping.encoding = encoding
        } else {
          refuse(value, "encoding", TextEncoding.Charset.allCases.map(\.rawValue).joined(separator: ", "))
        }
      case "missing":
        let texts = value.items?.map(\.text) ?? [value.text]
        mapping.missing = texts.compactMap { $0 }
        if mapping.missing.count < texts.count { refuse(value, "missing", "[text, …]") }
      case "columns":
        guard let pairs = value.entries else {
          refuse(value, "columns", "heading: question")
          continue
        }
        for (heading, question) in pairs {
          guard let name = heading.text, let target = question.text else {
            refuse(heading, "columns", "heading: question")
            continue
          }
          mapping.columns[name] = target
        }
      default: refuse(key, key.text ?? "", "key, columns, missing, separator, encoding")
      }
    }
    return (mapping, diagnostics)
  }
}
