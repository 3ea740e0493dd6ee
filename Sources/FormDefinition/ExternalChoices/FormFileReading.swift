public import DelimitedText

/// What came of looking for a file beside a form.
public enum FormFileReading: Sendable {
  /// There is no such file.
  case missing
  /// The file as a table: the headings are the columns of a CSV file, the elements of an XML file's items, or the
  /// properties of a GeoJSON file's features.
  case read(DelimitedTable)
  /// The file cannot be read, for a reason told in a few words.
  case unreadable(reason: String)
}

/// Finds the file of an instance beside a form.
public typealias FormFileReader = (ExternalInstance) -> FormFileReading

/// A file that a form needs, with what came of it.
struct ResolvedInstance: Sendable {
  let instance: ExternalInstance
  /// The first row that needs it.
  let row: SurveyRow
  let reading: FormFileReading
  let table: LookupTable?

  init(_ use: InstanceUse, _ reading: FormFileReading) {
    instance = use.instance
    row = use.row
    self.reading = reading
    if case .read(let found) = reading {
      table = LookupTable(columns: found.header, rows: found.rows)
    } else {
      table = nil
    }
  }
}
