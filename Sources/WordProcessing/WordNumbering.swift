internal import Markup

/// The lists by which Word counts paragraphs: what they look like, and each use of them.
package struct WordNumbering: Sendable {
  /// How the paragraphs of one depth are counted.
  package struct Level: Sendable, Hashable {
    /// `upperRoman`, `decimal`, `lowerLetter` or `bullet`.
    package var format: String
    /// The words before the paragraph, `%1` for the number of the first level, `%2` of the second, ….
    package var text: String
    /// The identifier of the paragraph style that is of this level; nil: none.
    package var style: String?
    /// What stands between the number and the paragraph: `space` or `nothing`.
    package var suffix = "space"
    /// How far in the first line begins, in twentieths of a point.
    package var firstLine = 0

    package init(_ format: String, _ text: String, style: String? = nil) {
      self.format = format
      self.text = text
      self.style = style
    }
  }

  /// A use of a list, with counts of its own where it says where to begin.
  private struct Use: Sendable {
    var list: Int
    var start: Int?
    /// Another look of one level.
    var change: (level: Int, look: Level)?
  }

  private var lists: [[Level]]
  private var uses: [Use]

  /// Lists by their levels; the first is used under the number 1, the second under 2, ….
  package init(lists: [[Level]] = []) {
    self.lists = lists
    uses = lists.indices.map { Use(list: $0) }
  }

  package var isEmpty: Bool { lists.isEmpty }

  /// Uses the list of a number (from 1) again, counting from `start`; returns the number of the use.
  package mutating func restart(_ list: Int, at start: Int) -> Int {
    uses.append(Use(list: list - 1, start: start))
    return uses.count
  }

  /// Uses the list of a number (from 1), counting on, with other words at one level; returns the number of the use.
  package mutating func reword(_ list: Int, level: Int, text: String) -> Int {
    guard lists.indices.contains(list - 1), lists[list - 1].indices.contains(level) else { return list }
    var look = lists[list - 1][level]
    (look.text, look.style) = (text, nil)
    if let same = uses.firstIndex(where: { $0.list == list - 1 && $0.change?.level == level && $0.change?.look == look }
    ) {
      return same + 1
    }
    uses.append(Use(list: list - 1, change: (level, look)))
    return uses.count
  }

  /// The part `numbering.xml`.
  var part: String {
    var writer = MarkupWriter()
    writer.element("w:numbering", [("xmlns:w", wordNamespace)]) { numbering in
      for (index, levels) in lists.enumerated() {
        numbering.element("w:abstractNum", [("w:abstractNumId", "\(index)")]) { list in
          list.empty("w:multiLevelType", [("w:val", levels.count > 1 ? "multilevel" : "singleLevel")])
          for (depth, level) in levels.enumerated() { Self.write(level, depth: depth, into: &list) }
        }
      }
      for (index, use) in uses.enumerated() {
        numbering.element("w:num", [("w:numId", "\(index + 1)")]) { element in
          element.empty("w:abstractNumId", [("w:val", "\(use.list)")])
          if let start = use.start {
            element.element("w:lvlOverride", [("w:ilvl", "0")]) {
              $0.empty("w:startOverride", [("w:val", "\(start)")])
            }
          }
          if let change = use.change {
            element.element("w:lvlOverride", [("w:ilvl", "\(change.level)")]) {
              Self.write(change.look, depth: change.level, into: &$0)
            }
          }
        }
      }
    }
    return xmlDeclaration + writer.text
  }

  private static func write(_ level: Level, depth: Int, into list: inout MarkupWriter) {
    list.element("w:lvl", [("w:ilvl", "\(depth)")]) { element in
      element.empty("w:start", [("w:val", "1")])
      element.empty("w:numFmt", [("w:val", level.format)])
      if let style = level.style { element.empty("w:pStyle", [("w:val", style)]) }
      element.empty("w:suff", [("w:val", level.suffix)])
      element.empty("w:lvlText", [("w:val", level.text)])
      element.empty("w:lvlJc", [("w:val", "left")])
      element.element("w:pPr") {
        $0.empty("w:ind", [("w:left", "0"), ("w:firstLine", "\(level.firstLine)")])
      }
    }
  }
}
