import Diagnostics

/// Choices that mean "no answer" are declared so: counted as answers they would falsify every share and mean.
enum MissingCodeCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    for row in draft.choices {
      let word = row.cells[.missing]
      let arguments = ["name": row.choice.name, "list": row.list]
      if !word.isEmpty {
        if row.choice.missing == nil {
          report.add(.formMissingReasonUnknown, at: row.cells.position(.missing), ["name": word])
        }
      } else if looksMissing(row, in: draft.form.choiceLists[row.list]) {
        report.add(.formMissingCodeUndeclared, at: row.cells.position(.name), arguments)
      }
    }
    for (name, list) in draft.form.choiceLists.sorted(by: { $0.key < $1.key }) where list.substantive.isEmpty {
      guard let first = list.choices.first else { continue }
      report.add(.formListAllMissing, at: first.position, ["list": name])
    }
  }

  private static let codes: Set<String> = [
    "-1", "-2", "-7", "-8", "-9", "-77", "-88", "-97", "-98", "-99", "-777", "-888", "-999", "77", "88", "97", "98",
    "99", "777", "888", "997", "998", "999", "9998", "9999",
  ]
  private static let labels: Set<String> = [
    "không biết", "không trả lời", "từ chối trả lời", "không áp dụng", "không liên quan", "không có ý kiến",
    "không biết/không trả lời", "don't know", "dont know", "no answer", "refused", "not applicable", "n/a",
    "no opinion",
  ]

  /// Whether a code stands apart from a short list's others, or its label says that there is no answer.
  private static func looksMissing(_ row: ChoiceRow, in list: ChoiceList?) -> Bool {
    if row.choice.label.byCode.values.contains(where: { labels.contains($0.lowercased()) }) { return true }
    guard codes.contains(row.choice.name), let code = Int(row.choice.name), let list else { return false }
    return code < 0 || list.choices.count <= code / 2
  }
}
