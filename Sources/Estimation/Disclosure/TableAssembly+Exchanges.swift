import Diagnostics

extension TableAssembly {
  /// Questions that are each tabulated by the other while counts of one of both tables are suppressed: what one keeps
  /// back the other may tell. Shares of one answer are audited together (``ExchangedTables``); told are those that are
  /// not: several answers, pairs, rankings, numbers.
  ///
  /// - Parameter isSuppressed: by entry, domain and level.
  func exchanges(_ isSuppressed: [[[Bool]]]) -> [Diagnostic] {
    struct Table: Hashable { var question: String, other: String }
    var hasSuppressed: [Table: Bool] = [:]
    var isAudited: [Table: Bool] = [:]
    var order: [Table] = []
    let names = Set(variables.flatMap(\.self))
    for (number, entry) in entries.enumerated() {
      for question in Set(entry.item.split(separator: "|").map(String.init)) where names.contains(question) {
        for (domain, questions) in variables.enumerated() where !questions.contains(question) {
          for other in questions {
            let table = Table(question: question, other: other)
            if hasSuppressed[table] == nil { order.append(table) }
            isAudited[table] = isAudited[table] ?? true && answersAsLevels(entry) != nil
            hasSuppressed[table, default: false] =
              hasSuppressed[table] ?? false || isSuppressed[number][domain].contains(true)
          }
        }
      }
    }
    var told: Set<Table> = []
    return order.compactMap { table in
      let turned = Table(question: table.other, other: table.question)
      guard let other = hasSuppressed[turned], other || hasSuppressed[table] == true, !told.contains(turned) else {
        return nil
      }
      if isAudited[table] == true, isAudited[turned] == true { return nil }
      told.insert(table)
      return Diagnostic(
        .itemsAndDomainsChangePlaces, field: table.question, ["first": table.question, "second": table.other])
    }
  }
}
