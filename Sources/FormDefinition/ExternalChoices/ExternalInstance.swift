/// A table that lies in a file beside the form: what expressions name by `instance('…')` and `pulldata('…', …)`.
public struct ExternalInstance: Sendable, Hashable {
  /// The name by which expressions know it.
  public let name: String
  /// How the file is written.
  public let format: ChoiceFile.Format

  /// The file's name.
  public var fileName: String { "\(name).\(format.rawValue)" }

  /// The address under which clients look for the file; CSV files have addresses of their own.
  public var address: String { "jr://\(format == .csv ? "file-csv" : "file")/\(fileName)" }
}

/// What makes a form need an instance.
enum InstanceOrigin: Sendable, Hashable {
  /// A row `csv-external` or `xml-external`.
  case row
  /// The choices of a question.
  case choices
  /// A call of `pulldata()`.
  case pulldata
}

/// A place in the survey where an instance is needed.
struct InstanceUse: Sendable {
  let instance: ExternalInstance
  let origin: InstanceOrigin
  /// The row that needs it.
  let row: SurveyRow
}

extension FormDraft {
  /// Every need of an instance, in the order of the rows.
  var instanceUses: [InstanceUse] {
    rows.flatMap { row -> [InstanceUse] in
      var uses: [InstanceUse] = []
      if case .table(let format) = row.kind, !row.name.isEmpty {
        uses.append(InstanceUse(instance: ExternalInstance(name: row.name, format: format), origin: .row, row: row))
      }
      if case .file(let file)? = row.type?.choiceSource {
        let instance = ExternalInstance(name: file.instance, format: file.format)
        uses.append(InstanceUse(instance: instance, origin: .choices, row: row))
      }
      for column in SurveyReader.expressionColumns + [.defaultValue] {
        for name in row.expressions[column]?.pulledTables ?? [] {
          let instance = ExternalInstance(name: name, format: .csv)
          uses.append(InstanceUse(instance: instance, origin: .pulldata, row: row))
        }
      }
      return uses
    }
  }
}

extension Expression {
  /// The tables from which the expression takes values by `pulldata()`, as far as their names are literal.
  var pulledTables: [String] {
    guard text.contains("pulldata") else { return [] }
    var names: [String] = []
    root.visitAll { node in
      if case .call(.pulldata, let arguments) = node, case .string(let name)? = arguments.first { names.append(name) }
    }
    return names
  }

  /// Whether the expression refers to the last saved record.
  public var usesLastSaved: Bool { references.contains { $0.hasPrefix(Self.lastSavedPrefix) } }

  /// What stands before the name in a reference to the last saved record: `${last-saved#name}`.
  public static let lastSavedPrefix = "last-saved#"
}
