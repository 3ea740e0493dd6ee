internal import WordProcessing

/// The lists by which Word counts the headings, annexes and items of a report, so that what is inserted gets its number.
struct WordLists {
  /// The lists by their numbers.
  enum List: Int {
    /// `I.`, `1.`, `a)`, in documents of the Party `I-`.
    case headings = 1
    /// `Phụ lục I`, and the headings within: `1.`, `a)`.
    case annexes = 2
    /// Lines with dashes.
    case dashes = 3
    /// `1.`, `2.`, …
    case items = 4
  }

  /// Who counts a heading.
  enum Counting {
    /// Word, by the list of its style.
    case byStyle
    /// Word, by another use of the list.
    case byList(use: Int, level: Int)
    /// Nobody: Word would count otherwise.
    case typed
  }

  private(set) var numbering: WordNumbering
  private let isParty: Bool
  /// What Word has counted: headings of the text by depth, those of an annex from depth 1.
  private var counts = [0, 0, 0]

  /// - Parameter annex: what stands before the number of an annex.
  init(annex: String, isParty: Bool) {
    self.isParty = isParty
    func level(_ format: String, _ text: String, _ style: ReportParagraph, suffix: String = "space", indent: Int = 567)
      -> WordNumbering.Level
    {
      var level = WordNumbering.Level(format, text, style: style.rawValue)
      (level.suffix, level.firstLine) = (suffix, indent)
      return level
    }
    numbering = WordNumbering(lists: [
      [
        level("upperRoman", isParty ? "%1-" : "%1.", .heading1), level("decimal", "%2.", .heading2),
        level("lowerLetter", "%3)", .heading3),
      ],
      [
        level("upperRoman", "\(annex) %1", .annexNumber, suffix: "nothing", indent: 0),
        level("decimal", "%2.", .annexHeading1), level("lowerLetter", "%3)", .annexHeading2),
      ],
      [level("bullet", "-", .item)], [level("decimal", "%1.", .orderedItem)],
    ])
  }

  /// A new annex: the headings within begin anew.
  mutating func beginAnnex() { counts = [0, 0, 0] }

  /// How Word counts a heading whose number is known.
  ///
  /// - Parameters:
  ///   - depth: 0…2 as in ``Numbering/label(_:depth:isParty:)``.
  ///   - number: what stands before the heading, `I. `.
  ///   - list: of the text, or of the annexes.
  mutating func count(_ number: String, depth: Int, in list: List) -> Counting {
    guard counts.indices.contains(depth),
      Numbering.label(counts[depth] + 1, depth: depth, isParty: isParty) == number
    else { return .typed }
    counts[depth] += 1
    for deeper in counts.indices where deeper > depth { counts[deeper] = 0 }
    // Word counts by the Latin alphabet, in which no đ follows d.
    let letter = String(number.prefix { $0 != ")" })
    guard depth == 2, letter != Self.latin(counts[depth]) else { return .byStyle }
    return .byList(use: numbering.reword(list.rawValue, level: depth, text: letter + ")"), level: depth)
  }

  /// A list that counts from a number of its own.
  mutating func items(from start: Int) -> (use: Int, level: Int) {
    (numbering.restart(List.items.rawValue, at: start), 0)
  }

  /// The letter by which Word counts, `a` for 1; "" beyond `z`.
  private static func latin(_ number: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    return letters.indices.contains(number - 1) ? String(letters[number - 1]) : ""
  }
}
