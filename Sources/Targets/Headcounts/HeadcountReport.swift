public import CivilCalendar
public import Geography

/// What one organisation counted on one day.
public struct HeadcountReport: Sendable, Hashable {
  /// One combination of qualification, sector and locality.
  public struct Row: Sendable, Hashable {
    /// The highest qualification.
    public var qualification: String
    /// The sector of work.
    public var sector: String
    /// The commune of work, a code of the report's list.
    public var commune: String
    /// People.
    public var people: Int
    /// Women among them.
    public var women: Int

    /// Creates a row.
    public init(qualification: String, sector: String, commune: String, people: Int, women: Int) {
      self.qualification = qualification
      self.sector = sector
      self.commune = commune
      self.people = people
      self.women = women
    }
  }

  /// The record's key, for findings.
  public var record: String
  /// What tells the organisation from others: its code, or its name where it has none.
  public var unit: String
  /// The day the figures stand for.
  public var day: CivilDay
  /// Who is counted; nil for a definition of the organisation's own, which no other shares.
  public var definition: String?
  /// The list the commune codes are from.
  public var edition: Crosswalk.Edition
  /// The rows.
  public var rows: [Row]
  /// The total of the organisation's files; nil when it is not stated.
  public var declaredPeople: Int?
  /// The women of the organisation's files; nil when they are not stated.
  public var declaredWomen: Int?

  /// Creates a report without declared totals.
  public init(
    record: String, unit: String, day: CivilDay, definition: String?, edition: Crosswalk.Edition, rows: [Row]
  ) {
    self.record = record
    self.unit = unit
    self.day = day
    self.definition = definition
    self.edition = edition
    self.rows = rows
  }
}

/// The organisations that are to report.
public struct UnitList: Sendable, Hashable {
  /// The organisations' codes or names, as reports give them.
  public var units: [String]

  /// Creates a list.
  public init(units: [String]) { self.units = units }
}
