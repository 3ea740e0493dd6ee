import DelimitedText
public import Diagnostics

extension ThemeDictionary {
  /// The files of a dictionary's folder; `themes.csv` and `phrases.csv` must be there.
  public static let fileNames = [
    "themes.csv", "phrases.csv", "hints.csv", "denials.csv", "abbreviations.csv", "stopwords.csv", "settings.csv",
  ]

  /// Reads a dictionary from its files: CSV in UTF-8 with a heading row, further columns being for people.
  ///
  /// - `themes.csv`: `theme`, `label::vi`, `label::en`, `need`;
  /// - `phrases.csv`: `theme` (several by blanks; `-`: none; `empty`: nothing to say), `phrase`, `points` (empty: 100);
  /// - `hints.csv`: the same; they count wherever they stand, also within phrases;
  /// - `denials.csv`: `side` (`before` or `after` the theme), `phrase`;
  /// - `abbreviations.csv`: `abbreviation`, `meaning`, `case` (`upper`: only in capitals);
  /// - `stopwords.csv`: `word`;
  /// - `settings.csv`: `version`, `first`, `further` (points from which on the foremost theme, and others, count).
  /// - Parameters:
  ///   - files: the bytes of each file by its name; those that are not there are empty.
  ///   - folder: the path of the folder, for positions.
  /// - Throws: ``ExitCode/unusableInput`` with everything that is wrong.
  public static func read(
    files: [String: [UInt8]], folder: String
  ) throws(StageFailure) -> (dictionary: ThemeDictionary, diagnostics: [Diagnostic]) {
    var reader = DictionaryReader(files: files, folder: folder)
    let dictionary = reader.dictionary()
    if reader.diagnostics.contains(where: { $0.severity == .error }) {
      throw StageFailure(reader.diagnostics, exitCode: .unusableInput)
    }
    return (dictionary, reader.diagnostics)
  }
}

/// Reads the files of a dictionary one after the other.
private struct DictionaryReader {
  let files: [String: [UInt8]]
  let folder: String
  var diagnostics: [Diagnostic] = []

  init(files: [String: [UInt8]], folder: String) {
    self.files = files
    self.folder = folder
  }

  mutating func dictionary() -> ThemeDictionary {
    var dictionary = ThemeDictionary()
    forEachRow("settings.csv", ["version"], optional: ["first", "further"]) { cells, place, reader in
      dictionary.version = cells[0]
      if let first = reader.points(cells[1], "first", place) { dictionary.firstThreshold = first }
      if let further = reader.points(cells[2], "further", place) { dictionary.furtherThreshold = further }
    }
    dictionary.themes = themes()
    let themes = Set(dictionary.themes.map(\.name))
    dictionary.phrases = phrases("phrases.csv", themes: themes) + phrases("hints.csv", themes: themes)
    forEachRow("denials.csv", ["side", "phrase"]) { cells, place, reader in
      guard let side = DenialPhrase.Side(rawValue: cells[0]) else {
        return reader.report(.dictionaryBadWord, place, ["column": "side", "expected": "before, after"])
      }
      if reader.isUsable(cells[1], place, hasGap: false) {
        dictionary.denials.append(DenialPhrase(cells[1], side: side))
      }
    }
    forEachRow("abbreviations.csv", ["abbreviation", "meaning"], optional: ["case"]) { cells, place, reader in
      guard cells[2].isEmpty || cells[2] == "upper" else {
        return reader.report(.dictionaryBadWord, place, ["column": "case", "expected": "upper"])
      }
      if reader.isUsable(cells[0], place, hasGap: false), reader.isUsable(cells[1], place, hasGap: false) {
        dictionary.abbreviations.append(
          Abbreviation(cells[0], meaning: cells[1], needsCapitals: cells[2] == "upper"))
      }
    }
    forEachRow("stopwords.csv", ["word"]) { cells, place, reader in
      if reader.isUsable(cells[0], place, hasGap: false) { dictionary.stopwords.append(cells[0]) }
    }
    if dictionary.themes.isEmpty || dictionary.phrases.isEmpty {
      diagnostics.append(Diagnostic(.dictionaryEmpty, at: SourcePosition(file: folder)))
    }
    return dictionary
  }

  private mutating func themes() -> [Theme] {
    var themes: [Theme] = []
    var names: Set<String> = []
    forEachRow("themes.csv", ["theme"], optional: ["label::vi", "label::en", "need"]) { cells, place, reader in
      let name = cells[0]
      let isPlain = name.utf8.allSatisfy { byte in
        byte == UInt8(ascii: "_") || (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
      }
      guard !name.isEmpty, isPlain, !ThemeNames.reserved.contains(name), names.insert(name).inserted else {
        return reader.report(.dictionaryBadThemeName, place, ["theme": name])
      }
      let label = BilingualText(
        vi: cells[1].isEmpty ? name : cells[1], en: cells[2].isEmpty ? (cells[1].isEmpty ? name : cells[1]) : cells[2])
      themes.append(Theme(name: name, label: label, need: cells[3]))
    }
    if themes.count > ThemeDictionary.limit {
      diagnostics.append(
        Diagnostic(
          .dictionaryTooManyThemes, at: SourcePosition(file: folder + "/themes.csv"),
          ["count": String(themes.count), "limit": String(ThemeDictionary.limit)]))
    }
    return themes
  }

  private mutating func phrases(_ file: String, themes known: Set<String>) -> [ThemePhrase] {
    var phrases: [ThemePhrase] = []
    forEachRow(file, ["theme", "phrase"], optional: ["points"]) { cells, place, reader in
      let points = reader.points(cells[2], "points", place)
      guard reader.isUsable(cells[1], place, hasGap: true) else { return }
      switch cells[0] {
      case "-": phrases.append(ThemePhrase(cells[1], themes: []))
      case "empty": phrases.append(ThemePhrase(cells[1], themes: [], isEmptyAnswer: true))
      default:
        let names = cells[0].split(separator: " ").map(String.init)
        for name in names where !known.contains(name) {
          reader.report(.dictionaryUnknownTheme, place, ["theme": name])
        }
        if names.isEmpty { reader.report(.dictionaryUnknownTheme, place, ["theme": ""]) }
        phrases.append(ThemePhrase(cells[1], themes: names, points: points ?? 100, isHint: file == "hints.csv"))
      }
    }
    return phrases
  }

  /// Hands over the cells of some columns, row by row; a file that is not there has no rows.
  private mutating func forEachRow(
    _ name: String, _ columns: [String], optional: [String] = [],
    _ body: (_ cells: [String], _ place: SourcePosition, _ reader: inout DictionaryReader) -> Void
  ) {
    guard let bytes = files[name] else { return }
    let table = DelimitedTable(bytes: bytes, source: folder + "/" + name)
    diagnostics += table.diagnostics
    let places = (columns + optional).map { table.column(named: $0) }
    for (column, place) in zip(columns, places) where place == nil {
      report(.dictionaryColumnMissing, table.headerPosition, ["column": column])
    }
    if zip(columns, places).contains(where: { $1 == nil }) { return }
    for row in table.rows {
      let cells = places.map { place in
        place.flatMap { row.fields.indices.contains($0) ? row.fields[$0].trimmingBlanks() : nil } ?? ""
      }
      body(cells, table.position(of: row), &self)
    }
  }

  /// A number of points; nil when the cell is empty, or a finding when it is no such number.
  private mutating func points(_ cell: String, _ column: String, _ place: SourcePosition) -> Int? {
    if cell.isEmpty { return nil }
    if let points = Int(cell), points >= -ThemePhrase.mostPoints, points <= ThemePhrase.mostPoints, points != 0 {
      return points
    }
    let expected = "-\(ThemePhrase.mostPoints)…\(ThemePhrase.mostPoints)"
    report(.dictionaryBadWord, place, ["column": column, "expected": expected])
    return nil
  }

  /// Whether a phrase has syllables; a finding when it has none.
  private mutating func isUsable(_ phrase: String, _ place: SourcePosition, hasGap: Bool) -> Bool {
    let phrases: [[Syllable]]
    if hasGap, phrase.contains("~") {
      phrases = CompiledDictionary.halves(of: phrase).map { $0.first + $0.second } ?? [[]]
    } else {
      phrases = CompiledDictionary.alternatives(phrase[...])
    }
    if phrases.allSatisfy({ !$0.isEmpty }) { return true }
    report(.dictionaryUnusablePhrase, place, [:])
    return false
  }

  private mutating func report(_ code: DiagnosticCode, _ place: SourcePosition, _ arguments: [String: String]) {
    diagnostics.append(Diagnostic(code, at: place, arguments))
  }
}
