public import CivilCalendar
internal import DelimitedText
public import Diagnostics

/// The bodies that programmes name, with the dates on which they ended.
public struct AgencyRegister: Sendable, Hashable {
  /// The bodies by their keys.
  public let agencies: [String: Agency]
  /// The keys in the order of the file.
  public let order: [String]

  /// The columns of a register; all but `agency` and `label_vi` may be empty.
  public static let columns = ["agency", "label_vi", "label_en", "valid_to", "successor", "note", "source"]

  /// Creates a register; of bodies with one key the first counts.
  public init(_ agencies: [Agency]) {
    self.agencies = Dictionary(agencies.map { ($0.id, $0) }) { first, _ in first }
    var seen: Set<String> = []
    order = agencies.map(\.id).filter { seen.insert($0).inserted }
  }

  /// Reads a register.
  ///
  /// - Throws: ``ExitCode/unusableInput`` with everything that is wrong: a missing column, a body without a name or twice,
  ///   a last day that is none, a successor that the register does not have.
  public static func read(bytes: [UInt8], source: String) throws(StageFailure) -> AgencyRegister {
    var rows = ProgrammeRows(bytes: bytes, source: source)
    var agencies: [Agency] = []
    var lines: [String: Int] = [:]
    if rows.has(columns) {
      for row in rows.table.rows {
        guard let id = rows.required(row, "agency"), let label = rows.label(row) else { continue }
        if let first = lines[id] {
          rows.repeated(row, "agency", id, first)
          continue
        }
        lines[id] = row.line
        var agency = Agency(id: id, label: label)
        agency.ending = rows.ending(row)
        agency.successors = rows.list(row, "successor")
        agency.note = rows.text(row, "note")
        agency.source = rows.text(row, "source")
        agency.position = rows.position(row, "successor")
        agencies.append(agency)
      }
      for agency in agencies {
        rows.check(agency.successors, in: Array(lines.keys), at: agency.position)
      }
    }
    if !rows.findings.isEmpty { throw StageFailure(rows.findings, exitCode: .unusableInput) }
    return AgencyRegister(agencies)
  }

  /// Those that stand for a body on a day: itself while it exists, else whoever took its place in the end.
  ///
  /// - Returns: empty when it ended and nobody is named, or a chain of successors leads back to itself.
  /// - Complexity: O(successors of successors).
  public func successors(of id: String, on day: CivilDay) -> [Agency] {
    var found: [Agency] = []
    var seen: Set<String> = []
    var waiting = [id]
    while !waiting.isEmpty {
      let next = waiting.removeFirst()
      guard seen.insert(next).inserted, let agency = agencies[next] else { continue }
      if agency.isOver(on: day) {
        waiting = agency.successors + waiting
      } else {
        found.append(agency)
      }
    }
    return found
  }
}

extension ProgrammeRows {
  /// The last day or year of a body; nil when the cell is empty or, with a finding, is neither.
  fileprivate mutating func ending(_ row: DelimitedRow) -> Agency.Ending? {
    let text = text(row, "valid_to")
    if text.isEmpty { return nil }
    if let day = CivilDay(iso: text) { return .day(day) }
    if text.utf8.count == 4, let year = Int(text), (1900...2200).contains(year) { return .year(year) }
    bad(row, "valid_to", expected: "yyyy-MM-dd | yyyy")
    return nil
  }
}
