internal import CivilCalendar
internal import DelimitedText
public import Diagnostics

extension Programme {
  /// The tables of a programme's folder.
  public enum File: String, Sendable, Hashable, CaseIterable {
    /// What is to be done.
    case tasks
    /// Who reports to whom.
    case reporting
    /// The days before the final one.
    case milestones
    /// Who gets the report.
    case recipients

    /// The columns of the table.
    public var columns: [String] {
      switch self {
      case .tasks: ["task", "group", "label_vi", "label_en", "lead", "joint", "timing", "starts", "due", "source"]
      case .reporting: ["step", "reporter", "receiver", "through", "copy", "due", "repeats", "source"]
      case .milestones: ["milestone", "label_vi", "label_en", "due", "basis", "source"]
      case .recipients: ["position", "agency", "label_vi", "purpose", "source"]
      }
    }
  }

  /// Reads a programme's tables.
  ///
  /// - Parameter table: gives the bytes and the path of a table.
  /// - Throws: ``ExitCode/unusableInput`` with everything that is wrong with any of them, bodies that the register does
  ///   not have among it; what `table` throws.
  public static func read(
    agencies: AgencyRegister, table: (File) throws(StageFailure) -> (bytes: [UInt8], source: String)
  ) throws(StageFailure) -> Programme {
    var programme = Programme()
    var findings: [Diagnostic] = []
    for file in File.allCases {
      let (bytes, source) = try table(file)
      var rows = ProgrammeRows(bytes: bytes, source: source)
      if rows.has(file.columns) {
        switch file {
        case .tasks: programme.tasks = rows.tasks(agencies)
        case .reporting: programme.lines = rows.lines(agencies)
        case .milestones: programme.milestones = rows.milestones()
        case .recipients: programme.recipients = rows.recipients(agencies)
        }
      }
      findings += rows.findings
    }
    if !findings.isEmpty { throw StageFailure(findings, exitCode: .unusableInput) }
    return programme
  }
}

extension ProgrammeRows {
  /// The keys of a cell, each of which the register must have.
  private mutating func agencies(_ row: DelimitedRow, _ column: String, _ register: AgencyRegister) -> [String] {
    let keys = list(row, column)
    check(keys, in: register.order, at: position(row, column))
    return keys
  }

  fileprivate mutating func tasks(_ register: AgencyRegister) -> [Programme.Task] {
    var lines: [String: Int] = [:]
    var tasks: [Programme.Task] = []
    for row in table.rows {
      guard let code = required(row, "task"), let label = label(row),
        let timing = word(row, "timing", as: Programme.Timing.self)
      else { continue }
      if let first = lines[code] {
        repeated(row, "task", code, first)
        continue
      }
      lines[code] = row.line
      let starts = day(row, "starts")
      let due = day(row, "due")
      if timing == .period, starts == nil || due == nil || (starts ?? .distant) > (due ?? .distant) {
        bad(row, "due", expected: "starts ≤ due")
      }
      tasks.append(
        Programme.Task(
          code: code, group: text(row, "group"), label: label, leads: agencies(row, "lead", register),
          joint: agencies(row, "joint", register), timing: timing, starts: starts, due: due,
          source: text(row, "source")))
    }
    return tasks
  }

  fileprivate mutating func lines(_ register: AgencyRegister) -> [Programme.Line] {
    table.rows.compactMap { row in
      guard let step = required(row, "step"), required(row, "reporter") != nil, required(row, "receiver") != nil else {
        return nil
      }
      return Programme.Line(
        step: step, reporters: agencies(row, "reporter", register), receivers: agencies(row, "receiver", register),
        through: agencies(row, "through", register), copies: agencies(row, "copy", register),
        due: text(row, "due"), repeats: text(row, "repeats"), source: text(row, "source"))
    }
  }

  fileprivate mutating func milestones() -> [Programme.Milestone] {
    table.rows.compactMap { row in
      guard let name = required(row, "milestone"), let label = label(row), let due = required(row, "due") else {
        return nil
      }
      if !["plan", "practice"].contains(text(row, "basis")) { bad(row, "basis", expected: "plan | practice") }
      return Programme.Milestone(
        name: name, label: label, due: due, basis: text(row, "basis"), source: text(row, "source"),
        position: position(row, "due"))
    }
  }

  fileprivate mutating func recipients(_ register: AgencyRegister) -> [Programme.Recipient] {
    table.rows.compactMap { row in
      guard let purpose = word(row, "purpose", as: Programme.Purpose.self) else { return nil }
      let agency = agencies(row, "agency", register).first
      let label = text(row, "label_vi")
      if agency == nil, label.isEmpty { bad(row, "label_vi", expected: "…") }
      return Programme.Recipient(
        label: label.isEmpty ? nil : label, agency: agency, purpose: purpose, position: position(row, "agency"))
    }
  }
}

extension CivilDay {
  /// A day after all that programmes name.
  fileprivate static let distant = CivilDay(number: 2_932_896)
}
