public import Diagnostics

/// A workbook into which answers are keyed, one row for each respondent: what stands in it, before any file format.
public struct EntryWorkbook: Sendable, Hashable {
  /// The language of labels and fixed words.
  public var language: InterfaceLanguage
  /// The form's title.
  public var title: String
  /// The form's identifier.
  public var identifier: String
  /// The form's version; "" when it has none.
  public var version: String
  /// The sheets of records: respondents, then a sheet for each repeat in the order of the form.
  public var sheets: [EntrySheet]
  /// The choice lists of drop-downs, in the order of their first use.
  public var lists: [EntryList]
  /// The names of the sheets that hold no records.
  public var names: EntrySheetNames
  /// How to fill it in: a heading and its sentences, in the workbook's language and, where the form has it, English.
  public var guide: [EntryGuide]
}

/// The names of the sheets that hold no records.
public struct EntrySheetNames: Sendable, Hashable {
  /// How to fill in the workbook.
  public var guide: String
  /// The choice lists.
  public var codes: String
  /// What form it is.
  public var about: String
}

/// A piece of the instructions.
public struct EntryGuide: Sendable, Hashable {
  /// The heading.
  public var heading: String
  /// Sentences, in order.
  public var sentences: [String]
}

/// A sheet of records.
public struct EntrySheet: Sendable, Hashable {
  /// The name of the sheet.
  public var name: String
  /// The names from the outermost group down to the repeat; empty for respondents.
  public var path: [String]
  /// The columns: the keys first.
  public var columns: [EntryColumn]
  /// How many of the columns are keys.
  public var keyCount: Int

  /// The row of the column names; the labels are in the next one.
  public static let headerRow = 1
  /// The first row of a record.
  public static let firstRecordRow = 3
  /// The last row that has rules.
  public static let lastRecordRow = 10_002
  /// The columns that spreadsheet programs can show.
  public static let largestColumnCount = 16_384
}

/// A column of a sheet of records.
public struct EntryColumn: Sendable, Hashable {
  /// What programs call it: `KEY`, a question's name, `question/choice`, `question/1`.
  public var heading: String
  /// What a person reads above it.
  public var label: String
  /// What is entered.
  public var content: EntryContent
  /// The title of the message beside a cell.
  public var title: String
  /// The message beside a cell: hint, condition, how to write the answer; "" for none.
  public var message: String
  /// What is said when a value is refused.
  public var error: String
  /// A formula for the first record, true where the question is not to be answered; nil: not known or never.
  public var isSkipped: String?
  /// A formula for the first record, true where a required answer is missing; nil: not required.
  public var isMissing: String?
  /// Counts the form's outermost groups, so that neighbours can be told apart.
  public var section: Int
}

/// What is entered into a column.
public enum EntryContent: Sendable, Hashable {
  /// The key of a record, unlike every other in its column.
  case key
  /// The key of a record on another sheet, by its position among the sheets.
  case parentKey(sheet: Int)
  /// An entry of a list, by its position among the workbook's lists; of those below the entry in another cell of the
  /// first record, `within`, when there is one.
  case choice(list: Int, within: String? = nil)
  /// 1 or 0.
  case tick
  /// `OK` or nothing.
  case acknowledgement
  /// A number.
  case number(isWhole: Bool, EntryBounds)
  /// A date; with a time of day when `hasTime`.
  case date(hasTime: Bool, EntryBounds)
  /// A time of day.
  case time
  /// A text, long when it has several lines.
  case text(isLong: Bool)
}

/// The range of a number or date.
public struct EntryBounds: Sendable, Hashable {
  /// An end of a range.
  public struct Bound: Sendable, Hashable {
    /// The end as a formula: a number, a date's number of days since 1899-12-30, `TODAY()`.
    public var formula: String
    /// Whether the end belongs to the range.
    public var isInclusive: Bool
    /// The end as people write it.
    public var words: String
  }

  /// The lower end; nil: none.
  public var minimum: Bound?
  /// The upper end; nil: none.
  public var maximum: Bound?
}

/// A choice list.
public struct EntryList: Sendable, Hashable {
  /// The list's name.
  public var name: String
  /// Its choices in order; those below one entry of another list together.
  public var choices: [EntryChoice]
  /// Whether its choices lie below entries of another list, as communes below provinces.
  public var isNested: Bool { choices.contains { $0.parent != nil } }
}

/// A choice as it is entered.
public struct EntryChoice: Sendable, Hashable {
  /// The code.
  public var code: String
  /// What the drop-down shows and the cell holds: `code – label`.
  public var entry: String
  /// The entry of another list that it lies below; nil: none.
  public var parent: String?
  /// The whole label in the workbook's language, and in English when the form has both.
  public var labels: [String]
}
