/// Where the choices of a select come from; told by the name of its list.
public enum ChoiceSource: Sendable, Hashable {
  /// A list of the choices sheet.
  case sheet
  /// A file beside the form: `cities.csv`, `cities.xml`, `cities.geojson`.
  case file(ChoiceFile)
  /// A list of the external_choices sheet, by the name it has there.
  case externalSheet(list: String)
  /// The answers to an earlier question, as a rule one of a repeat.
  case answers(question: String)

  /// Reads the source out of the name of a list, as ``QuestionType/choiceList`` gives it.
  public init(list: String) {
    if let file = ChoiceFile(list: list) {
      self = .file(file)
    } else if list.hasPrefix(Self.externalPrefix) {
      self = .externalSheet(list: String(list.dropFirst(Self.externalPrefix.count)))
    } else if list.hasPrefix("${"), list.hasSuffix("}") {
      self = .answers(question: String(list.dropFirst(2).dropLast()))
    } else {
      self = .sheet
    }
  }

  /// Whether the choices lie in a file of their own.
  var isFile: Bool { if case .file = self { true } else { false } }

  /// The name under which a form keeps a list of the external_choices sheet: a list of choices may have the same one.
  static func externalList(_ name: String) -> String { externalPrefix + name }

  private static let externalPrefix = "external_choices "
}

/// A file that holds choices, with the columns that make them.
public struct ChoiceFile: Sendable, Hashable {
  /// How a file is written; the raw value is the extension of its name.
  public enum Format: String, Sendable, Hashable, CaseIterable {
    /// A table with a row of headings.
    case csv
    /// `<root><item><name>…</name>…</item>…</root>`.
    case xml
    /// A FeatureCollection whose features have properties.
    case geojson
  }

  /// The file's name.
  public let name: String
  /// How it is written.
  public let format: Format
  /// The column that holds the codes.
  public let valueColumn: String
  /// The column that holds the labels.
  public let labelColumn: String

  /// The name without extension, by which expressions know the file.
  public var instance: String { String(name.dropLast(format.rawValue.utf8.count + 1)) }

  /// Reads a file's name, which tells its format; nil when it has another extension.
  init?(name: String, value: String? = nil, label: String? = nil) {
    let format = Format.allCases.first {
      name.hasSuffix(".\($0.rawValue)") && name.utf8.count > $0.rawValue.utf8.count + 1
    }
    guard let format, !name.contains(where: \.isWhitespace) else { return nil }
    self.name = name
    self.format = format
    valueColumn = value ?? (format == .geojson ? "id" : "name")
    labelColumn = label ?? (format == .geojson ? "title" : "label")
  }

  /// Reads the name of a list: that of the file, and the columns unless they are the usual ones.
  init?(list: String) {
    let words = list.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard words.count == 1 || words.count == 3 else { return nil }
    self.init(name: words[0], value: words.count == 3 ? words[1] : nil, label: words.count == 3 ? words[2] : nil)
  }

  /// The name under which a form keeps the choices: two questions may read different columns of one file.
  var list: String { self == ChoiceFile(name: name) ? name : "\(name) \(valueColumn) \(labelColumn)" }
}

extension QuestionType {
  /// Where the choices come from; nil for types that have none.
  public var choiceSource: ChoiceSource? { choiceList.map { ChoiceSource(list: $0) } }
}
