import DelimitedText
public import Diagnostics

/// What became of items from one version of a form to the next: where a series breaks.
///
/// A CSV `item,version,status`, further columns are remarks: in this version the item (or the question that makes a
/// domain) was `same`, `reworded` or `rescaled` against the version before. Items that are not listed stayed the same.
public struct ItemRegistry: Sendable, Hashable {
  /// What became of an item in a version.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// Nothing.
    case same
    /// It asks otherwise.
    case reworded
    /// Its answers are others.
    case rescaled
  }

  /// One row.
  public struct Entry: Sendable, Hashable {
    /// The item.
    public var item: String
    /// The version from which on it holds.
    public var version: String
    /// What became of it.
    public var status: Status

    /// Creates a row.
    public init(item: String, version: String, status: Status) {
      self.item = item
      self.version = version
      self.status = status
    }
  }

  /// The rows in the order of the file.
  public var entries: [Entry]

  /// Creates a registry.
  public init(entries: [Entry] = []) { self.entries = entries }

  /// Reads a registry.
  ///
  /// - Throws: ``ExitCode/unusableInput`` with everything that is wrong: text that is no CSV, a missing column, an
  ///   unknown status, a row without item or version.
  public static func read(bytes: [UInt8], source: String) throws(StageFailure) -> ItemRegistry {
    let table = DelimitedTable(bytes: bytes, source: source)
    var findings = table.diagnostics.filter { $0.severity == .error }
    let columns = ["item", "version", "status"].map { name in
      let column = table.column(named: name)
      if column == nil {
        findings.append(
          Diagnostic(.trendColumnMissing, at: SourcePosition(file: source, line: table.headerLine), ["column": name]))
      }
      return column
    }
    var entries: [Entry] = []
    if let item = columns[0], let version = columns[1], let status = columns[2] {
      for row in table.rows {
        let texts = [item, version].map { row[$0].trimmingBlanks() }
        guard !texts.contains(""), let known = Status(rawValue: row[status].trimmingBlanks()) else {
          findings.append(Diagnostic(.trendRegistryRow, at: row.position(ofField: status, in: source)))
          continue
        }
        entries.append(Entry(item: texts[0], version: texts[1], status: known))
      }
    }
    if !findings.isEmpty { throw StageFailure(findings, exitCode: .unusableInput) }
    return ItemRegistry(entries: entries)
  }

  /// The first break of an item after one version, up to another; nil when its series goes on.
  public func firstBreak(of item: String, after former: String, upTo current: String) -> Entry? {
    entries.filter { entry in
      entry.item == item && entry.status != .same && Self.precedes(former, entry.version)
        && !Self.precedes(current, entry.version)
    }.min { Self.precedes($0.version, $1.version) }
  }

  /// Whether a version comes before another: numbers by size, other parts by alphabet (`9` before `10`, `2025a` before
  /// `2025b`).
  static func precedes(_ first: String, _ second: String) -> Bool {
    let (left, right) = (parts(first), parts(second))
    for (one, other) in zip(left, right) where one != other {
      if let number = Int(one), let larger = Int(other) { return number < larger }
      return one < other
    }
    return left.count < right.count
  }

  private static func parts(_ version: String) -> [String] {
    var parts: [String] = []
    var isNumber = false
    for character in version {
      let isDigit = character.isASCII && character.isNumber
      if !isDigit, !character.isLetter {
        isNumber = false
        parts.append("")
        continue
      }
      if isDigit == isNumber, let last = parts.last, !last.isEmpty {
        parts[parts.count - 1] = last + String(character)
      } else if parts.last == "" {
        parts[parts.count - 1] = String(character)
      } else {
        parts.append(String(character))
      }
      isNumber = isDigit
    }
    return parts
  }
}
