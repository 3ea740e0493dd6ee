/// Reads the list of sheets.
struct WorkbookPart: PartReader {
  enum Element: Int32, CaseIterable {
    case workbookPr, sheet
  }

  /// A sheet's entry.
  struct Entry {
    let name: String
    let relation: String
    let isHidden: Bool
  }

  private(set) var sheets: [Entry] = []
  private(set) var countsFrom1904 = false
  let sheetLimit: Int

  init(sheetLimit: Int) { self.sheetLimit = sheetLimit }

  var isDone: Bool { sheets.count >= sheetLimit }

  mutating func start(_ element: Element, _ attributes: PartAttributes) {
    switch element {
    case .workbookPr: countsFrom1904 = attributes.isTrue("date1904")
    case .sheet:
      let state = attributes["state"]
      sheets.append(
        Entry(
          name: attributes["name"]?.unescapingCharacters ?? "", relation: attributes["id"] ?? "",
          isHidden: state == "hidden" || state == "veryHidden"))
    }
  }
}

/// Reads which part stands for which relation.
struct RelationsPart: PartReader {
  enum Element: Int32, CaseIterable {
    // Named as in the format.
    case Relationship
  }

  /// What a part is to another.
  struct Relation {
    let identifier: String
    /// The last word of the type's address: `worksheet`, `sharedStrings`, `styles`, `officeDocument`.
    let kind: String
    let target: String
  }

  private(set) var relations: [Relation] = []

  var isDone: Bool { relations.count >= 10_000 }

  mutating func start(_ element: Element, _ attributes: PartAttributes) {
    guard attributes["TargetMode"] != "External", let target = attributes["Target"] else { return }
    let kind = attributes["Type"]?.split(separator: "/").last.map(String.init) ?? ""
    relations.append(Relation(identifier: attributes["Id"] ?? "", kind: kind, target: target))
  }
}
