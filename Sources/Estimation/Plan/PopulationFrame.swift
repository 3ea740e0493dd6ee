import DelimitedText
public import Diagnostics

/// How many people there are by level of the variables known for the whole population.
///
/// A CSV `variable,level,population,as_of,source,definition`; crossed variables and their levels are joined by `*`.
public struct PopulationFrame: Sendable, Hashable {
  /// The rows in the order of the file.
  public var entries: [Entry]
  /// The name of the file.
  public var file: String

  /// One level of one variable.
  public struct Entry: Sendable, Hashable {
    /// The question, or crossed questions joined by `*`.
    public var variable: String
    /// The choice, or crossed choices joined by `*`.
    public var level: String
    /// People, 0 or more; an estimate need not be whole.
    public var population: Double
    /// The day the figure stands for, as written; "" when not stated.
    public var asOf: String
    /// Who published the figure; "" when not stated.
    public var source: String
    /// Whom the figure counts; "" when not stated.
    public var definition: String
  }

  /// Reads a frame.
  ///
  /// - Throws: ``ExitCode/unusableInput`` with everything that is wrong: text that is no CSV, a missing column, a
  ///   population that is no number of 0 or more, a level stated twice.
  public static func read(bytes: [UInt8], source: String) throws(StageFailure) -> PopulationFrame {
    let table = DelimitedTable(bytes: bytes, source: source)
    var findings = table.diagnostics.filter { $0.severity == .error }
    func column(_ name: String, isRequired: Bool) -> Int? {
      if let index = table.column(named: name) { return index }
      if isRequired {
        findings.append(
          Diagnostic(.frameColumnMissing, at: SourcePosition(file: source, line: table.headerLine), ["column": name]))
      }
      return nil
    }
    let variable = column("variable", isRequired: true)
    let level = column("level", isRequired: true)
    let population = column("population", isRequired: true)
    let remarks = ["as_of", "source", "definition"].map { column($0, isRequired: false) }
    var entries: [Entry] = []
    var firstLines: [[String]: Int] = [:]
    if let variable, let level, let population {
      for row in table.rows {
        let key = [row[variable].trimmingBlanks(), row[level].trimmingBlanks()]
        guard let count = Double(row[population].trimmingBlanks()), count.isFinite, count >= 0, count <= 1e15 else {
          findings.append(
            Diagnostic(
              .framePopulationUnreadable, at: row.position(ofField: population, in: source), ["level": key[1]]))
          continue
        }
        if let first = firstLines[key] {
          findings.append(
            Diagnostic(
              .frameLevelRepeated, at: row.position(ofField: level, in: source),
              ["level": key[1], "variable": key[0], "first": String(first)]))
          continue
        }
        firstLines[key] = row.line
        let texts = remarks.map { $0.map { row[$0].trimmingBlanks() } ?? "" }
        entries.append(
          Entry(
            variable: key[0], level: key[1], population: count, asOf: texts[0], source: texts[1], definition: texts[2]))
      }
    }
    if !findings.isEmpty { throw StageFailure(findings, exitCode: .unusableInput) }
    return PopulationFrame(entries: entries, file: source)
  }

  /// The rows of a variable, or of crossed variables in this order; empty when the frame has none.
  public func entries(by variables: [String]) -> [Entry] {
    let name = variables.joined(separator: "*")
    return entries.filter { $0.variable == name }
  }

  /// A margin to rake to; nil when the frame has no row of the variable.
  public func margin(
    by variables: [String], unmatched: UnmatchedRule = .error, map: [String: String] = [:]
  ) -> RakeMargin? {
    let entries = entries(by: variables)
    guard !entries.isEmpty else { return nil }
    return RakeMargin(
      variables: variables, population: entries.map { (level: $0.level, count: $0.population) }, unmatched: unmatched,
      map: map)
  }
}
