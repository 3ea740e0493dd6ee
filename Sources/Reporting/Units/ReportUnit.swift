import Estimation
import FormDefinition

/// A unit that a sheet is made for: an association, an office, a level of a question.
struct ReportUnit: Sendable {
  /// The question whose answer tells the unit; "" when answers do not tell it.
  var question: String
  /// The unit's answer to the question; nil when no answer stands for it.
  var level: String?
  /// Its name on the list of invitations; "" when it is on none.
  var name: String
  /// What people call it.
  var label: String
  /// Its row in the table `response`, from 0; nil when it is on no list of invitations.
  var row: Int?
}

extension ReportComposer {
  /// The name of the table of response rates.
  static let responseTable = "response"

  /// The units of the list of invitations in its order, then those whose answers the estimates tell apart and that stand
  /// on no list.
  var units: [ReportUnit] {
    let question = facts.unitQuestion ?? ""
    let levels = index.levels[question] ?? []
    var units: [ReportUnit] = []
    if let side = sideTable(Self.responseTable), let names = columns(of: side) {
      for (place, row) in side.rows.enumerated() where row[names.domain] == .text("unit") {
        guard case .text(let name) = row[names.level], case .text(let label) = row[names.label] else { continue }
        let choices = question.isEmpty ? [] : labels.levels(of: question)
        let level = choices.first { $0 == name } ?? choices.first { labels.choice($0, of: question) == label }
        units.append(
          ReportUnit(
            question: question, level: level, name: name, label: label.isEmpty ? name : label, row: place))
      }
    }
    return units + levels.filter { level in !units.contains { $0.level == level } }.map { level(question, $0) }
  }

  /// The levels of a question as units, in the order of the estimates.
  func levels(of question: String) -> [ReportUnit] {
    if question == facts.unitQuestion { return units.filter { $0.level != nil } }
    return (index.levels[question] ?? []).map { level(question, $0) }
  }

  private func level(_ question: String, _ level: String) -> ReportUnit {
    ReportUnit(question: question, level: level, name: "", label: labels.level(level, of: question), row: nil)
  }

  private func columns(of side: SideTable) -> (domain: Int, level: Int, label: Int)? {
    guard let domain = side.columns.firstIndex(of: "domain"), let level = side.columns.firstIndex(of: "level"),
      let label = side.columns.firstIndex(of: "label")
    else { return nil }
    return (domain, level, label)
  }

  /// The row of an item's statistic among a unit's answers; nil when the table has none.
  func estimate(_ indicator: String, _ item: String, _ statistic: Statistic, of unit: ReportUnit) -> EstimateRow? {
    unit.level.flatMap {
      index.estimate(indicator, item, statistic, domain: unit.question, domainLevel: $0)
    }
  }

  /// A cell of the table `response` in a unit's row, or in that of everybody; nil when there is none.
  func response(_ column: String, of unit: ReportUnit?) -> PrintedFigure? {
    guard let side = sideTable(Self.responseTable), let place = side.columns.firstIndex(of: column) else { return nil }
    let whole = columns(of: side).flatMap { names in side.rows.firstIndex { $0[names.domain] == .text("") } }
    guard let row = unit.map(\.row) ?? whole else { return nil }
    let selection = SideSelection(
      side: side, columns: [place], titles: [column], rows: [row], shares: column.hasPrefix("rr") ? [column] : [],
      places: 0)
    return figure(of: selection, row: row, column: place)
  }

  /// Whether a row of a table beside the estimates is about a unit.
  func isRow(_ row: Int, of side: SideTable, about unit: ReportUnit) -> Bool {
    if side.name == Self.responseTable { return row == unit.row }
    let names = Set([unit.level, unit.name, unit.label].compactMap(\.self).filter { !$0.isEmpty })
    return ["unit", "agency", "level", "label"].contains { column in
      guard let place = side.columns.firstIndex(of: column), case .text(let text) = side.rows[row][place] else {
        return false
      }
      return names.contains(text)
    }
  }

  /// The flags of a unit's row in the table `response`.
  private func responseFlags(of unit: ReportUnit) -> [String] {
    guard let row = unit.row, let side = sideTable(Self.responseTable),
      let column = side.columns.firstIndex(of: "flag"), case .text(let flags) = side.rows[row][column]
    else { return [] }
    return flags.split(separator: " ").map(String.init)
  }

  /// Whether a word after `#if unit` holds.
  ///
  /// - Parameter statistic: which figures are to be published; nil: any.
  func holds(_ word: UnitCondition?, of unit: ReportUnit?, statistic: Statistic? = nil) -> Bool {
    guard let unit, let word else { return false }
    let (invited, received) = (response("invited", of: unit)?.value, response("received", of: unit)?.value)
    switch word {
    case .invited: return invited != nil
    case .counted: return received != nil
    case .hidden: return responseFlags(of: unit).contains("suppressed")
    case .silent: return received == 0
    case .complete: return invited.flatMap { invited in received.map { $0 == invited && $0 > 0 } } ?? false
    case .surplus: return invited.flatMap { invited in received.map { $0 > invited } } ?? false
    case .published:
      return facts.form.indicators.contains { indicator in
        (statistic.map { [$0] } ?? [.agree, .gap]).contains { statistic in
          itemNames(of: indicator).contains {
            estimate(indicator.name, $0, statistic, of: unit)?.isPublished == true
          }
        }
      }
    }
  }
}

/// The words after `#if unit`.
enum UnitCondition: String, CaseIterable {
  /// It stands on the list of invitations.
  case invited
  /// How many of its people answered is known and may be said.
  case counted
  /// It has so few answers that they are not told.
  case hidden
  /// Nobody of it answered.
  case silent
  /// Everybody invited answered.
  case complete
  /// More answers than invitations.
  case surplus
  /// Some of its answers' figures may be printed: any, or of a statistic (`unit published gap`).
  case published
}
