import Diagnostics
import FileSystem

/// A table that can be read more than once.
struct TableInput: Sendable {
  var source: TableSource
  var label: String
  /// The sheet whose text the source is; nil for files of text.
  var sheet: SheetTable?
}

/// Which tables with rows of repeats belong to which table of records, by their names.
struct TableSets {
  /// The table of records of each table of rows.
  private(set) var main: [String: String] = [:]
  /// The tables of rows that belong to none, and why.
  private(set) var unplaced: [(name: String, diagnostic: Diagnostic)] = []

  /// Puts tables together.
  ///
  /// A table of rows belongs to the table of records in the same folder by whose name its own begins (`m.csv`,
  /// `m-children.csv`), the longest such name; else to the only one of the folder; else to the only one of all.
  init(names: [String], areRows: [Bool]) {
    let records = zip(names, areRows).filter { !$1 }.map(\.0)
    for (name, isRows) in zip(names, areRows) where isRows {
      let folder = Self.folder(of: name)
      let near = records.filter { Self.folder(of: $0) == folder }
      let stem = Self.stem(of: name)
      let named = near.filter { other in
        let own = Self.stem(of: other)
        return stem.hasPrefix(own) && stem.dropFirst(own.count).first.map { "-_. ".contains($0) } ?? false
      }
      if let longest = named.max(by: { Self.stem(of: $0).count < Self.stem(of: $1).count }) {
        main[name] = longest
      } else if near.count == 1 || records.count == 1 {
        main[name] = near.count == 1 ? near[0] : records[0]
      } else {
        let candidates = (near.isEmpty ? records : near).prefix(12).map { Self.last(of: $0).printable }
        let place = SourcePosition(file: name)
        unplaced.append(
          (
            name,
            records.isEmpty
              ? Diagnostic(.repeatRecordsMissing, at: place)
              : Diagnostic(.repeatUncertain, at: place, ["candidates": candidates.joined(separator: ", ")])
          ))
      }
    }
  }

  /// Puts the tables among files together; beside a table of records, tables with its rows that were not named are found.
  init(files: [String]) throws(StageFailure) {
    var names: [String] = []
    var areRows: [Bool] = []
    for file in files where SourceKind(name: file) == .table {
      names.append(file)
      areRows.append(Self.mayHoldRows(file))
    }
    for (name, isRows) in zip(names, areRows) where !isRows {
      for found in Self.companions(of: name) where !names.contains(found) {
        names.append(found)
        areRows.append(true)
      }
    }
    self.init(names: names, areRows: areRows)
  }

  /// How far into a file the names of columns are looked for.
  static let headerLimit = 1 << 18

  /// What cannot be read is reported when it is taken in.
  private static func mayHoldRows(_ path: String) -> Bool {
    guard var reader = try? FileReader(at: path), let beginning = try? reader.next(headerLimit) else { return false }
    return RowLink.mayHoldRows(beginning)
  }

  /// The files beside a table of records whose names begin with its own and that hold rows: `m-children.csv`.
  private static func companions(of path: String) -> [String] {
    let folder = parentFolder(of: path)
    let stem = stem(of: path) + "-"
    return ((try? names(in: folder)) ?? []).filter { $0.hasPrefix(stem) && SourceKind(name: $0) == .table }
      .map { path.contains("/") ? join(folder, $0) : $0 }.filter { $0 != path && mayHoldRows($0) }
  }

  /// The tables of rows that belong to a table of records among the files of its folder.
  static func rows(beside path: String) throws(StageFailure) -> [String] {
    let folder = parentFolder(of: path)
    let near = try names(in: folder).map { path.contains("/") ? join(folder, $0) : $0 }
    return try TableSets(files: near.filter { SourceKind(name: $0) == .table }).rows(of: path)
  }

  /// The tables of rows that belong to a table of records.
  func rows(of name: String) -> [String] { main.filter { $0.value == name }.keys.sorted() }

  private static func folder(of name: String) -> Substring {
    name.lastIndex(of: "/").map { name[...$0] } ?? ""
  }

  private static func last(of name: String) -> String {
    name.lastIndex(of: "/").map { String(name[name.index(after: $0)...]) } ?? name
  }

  /// The name of a file without its folder and ending.
  static func stem(of name: String) -> String {
    let last = last(of: name)
    guard let dot = last.lastIndex(of: "."), dot > last.startIndex else { return last }
    return String(last[..<dot])
  }
}
