import DelimitedText
import Diagnostics

/// Reads the choices sheet into rows and lists.
struct ChoicesReader {
  private(set) var rows: [ChoiceRow] = []
  private(set) var lists: [String: ChoiceList] = [:]

  init(_ sheet: Sheet) {
    let freeColumns = sheet.headings.indices.filter { index in
      [nil, .missing].contains(sheet.headings[index].column) && !sheet.table.header[index].isEmpty
    }
    for cells in sheet.rows {
      var choice = Choice(name: cells[.name], label: cells.text(.label), position: cells.position())
      choice.media = cells.media
      choice.missing = MissingReason(rawValue: cells[.missing].lowercased())
      for index in freeColumns {
        let content = cells.row[index].trimmingBlanks()
        if !content.isEmpty { choice.attributes[sheet.table.header[index]] = content }
      }
      let list = cells[.listName]
      rows.append(ChoiceRow(list: list, choice: choice, cells: cells))
      if !list.isEmpty, !choice.name.isEmpty {
        lists[list, default: ChoiceList(name: list)].choices.append(choice)
      }
    }
  }

  /// Adds the choice `other` to the lists of questions that ask for it.
  mutating func addOther(for rows: [SurveyRow]) {
    for row in rows {
      guard case .question(let type, orOther: true) = row.kind, let name = type.choiceList, let list = lists[name],
        !list.choices.contains(where: { $0.name == OrOther.choice })
      else { continue }
      let languages = Set(list.choices.flatMap { $0.label.byCode.keys }).sorted()
      lists[name]?.choices.append(
        Choice(
          name: OrOther.choice, label: OrOther.choiceLabel(languages: languages),
          position: row.cells.position(.type)))
    }
  }
}
