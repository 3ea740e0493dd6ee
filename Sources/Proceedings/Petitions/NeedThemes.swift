internal import DelimitedText
public import Diagnostics

/// Which needs of the survey each theme of petitions speaks of.
public struct NeedThemes: Sendable, Hashable {
  /// The needs of each theme; a theme that speaks of none has an empty list.
  public var needs: [String: [String]]
  /// The file.
  public var source: String

  /// Creates the ties.
  public init(needs: [String: [String]], source: String = "") {
    self.needs = needs
    self.source = source
  }

  /// Reads a CSV with the columns `theme` and `need`, one row for each need of a theme; a blank need says that the theme
  /// speaks of none.
  ///
  /// - Throws: ``ExitCode/unusableInput`` with everything that is wrong.
  public static func read(bytes: [UInt8], source: String) throws(StageFailure) -> NeedThemes {
    let table = DelimitedTable(bytes: bytes, source: source)
    var findings = table.diagnostics.filter { $0.severity == .error }
    for column in ["theme", "need"] where table.column(named: column) == nil {
      findings.append(Diagnostic(.proceedingsColumnMissing, at: table.headerPosition, ["column": column]))
    }
    guard findings.isEmpty, let theme = table.column(named: "theme"), let need = table.column(named: "need") else {
      throw StageFailure(findings, exitCode: .unusableInput)
    }
    var needs: [String: [String]] = [:]
    for row in table.rows {
      let name = row[need].trimmingBlanks()
      var known = needs[row[theme].trimmingBlanks()] ?? []
      if !name.isEmpty, !known.contains(name) { known.append(name) }
      needs[row[theme].trimmingBlanks()] = known
    }
    return NeedThemes(needs: needs, source: source)
  }

  /// What does not fit the themes of a form.
  func findings(themes: [String]) -> [Diagnostic] {
    let place = source.isEmpty ? nil : SourcePosition(file: source)
    let unknown = needs.keys.filter { !themes.contains($0) }.sorted()
    let open = themes.filter { needs[$0] == nil }
    return unknown.map { Diagnostic(.needThemeUnknown, at: place, ["theme": $0]) }
      + open.map { Diagnostic(.themeWithoutNeed, at: place, ["theme": $0]) }
  }
}
