import Diagnostics
import Estimation

extension ReportComposer {
  /// A cell of a table beside the estimates: `{{ cell response rr2 only="domain=" percent=rr2 }}`, of the first row that
  /// is kept.
  mutating func expandCell(_ directive: Directive, in scope: Scope) -> String {
    var wanted = directive
    wanted.options["columns"] = directive.word(1)
    guard let selection = sideSelection(wanted, name: directive.word(0), in: scope),
      directive.word(1).map(selection.side.columns.contains) == true, let column = selection.columns.first,
      let row = selection.rows.first
    else {
      unpublished += 1
      return inline(missing(noData))
    }
    if case .text(let text) = selection.side.rows[row][column], !text.isEmpty {
      return inline(ReportText(fact: words(text)))
    }
    guard let figure = figure(of: selection, row: row, column: column) else {
      unpublished += 1
      return inline(missing(isSuppressed(selection.side, row: row) ? unavailable : noData))
    }
    return inline(ReportText(figure))
  }

  /// How many rows of a table beside the estimates are kept: `{{ rows targets only="state=on_track" }}`.
  mutating func expandRows(_ directive: Directive, in scope: Scope) -> String {
    guard let selection = sideSelection(directive, name: directive.word(0), in: scope) else {
      unpublished += 1
      return inline(missing(noData))
    }
    let kept = directive.options["only"].map { " with \($0)" } ?? ""
    return inline(
      ReportText(count(selection.rows.count, .count("rows of \(selection.side.name)\(kept)"))))
  }

  /// Whether a row of a table beside the estimates is withheld.
  func isSuppressed(_ side: SideTable, row: Int) -> Bool {
    guard let column = side.columns.firstIndex(of: "flag"), case .text(let flags) = side.rows[row][column] else {
      return false
    }
    return flags.split(separator: " ").contains("suppressed")
  }
}
