internal import WordProcessing

extension WordRun {
  /// The character styles of a questionnaire.
  enum Style: String {
    /// A box to tick.
    case box = "CheckBox"
    /// Numbers of questions.
    case strong = "Strong"
    /// Instructions inside a question.
    case emphasis = "Emphasis"
    /// Names of questions and lists.
    case code = "CodeText"
  }

  init(_ text: String, _ style: Style) { self.init(.text(text), style: style.rawValue) }

  /// An empty box.
  static var box: WordRun { WordRun("☐", .box) }
}

extension WordParagraph {
  /// The paragraph styles of a questionnaire.
  enum Style: String {
    case normal = "Normal"
    case title = "Title"
    case version = "Version"
    case part = "Heading1"
    case section = "Heading2"
    case subsection = "Heading3"
    case lead = "Lead"
    case condition = "Condition"
    case question = "Question"
    case hint = "Hint"
    case jump = "Jump"
    case choice = "Choice"
    case line = "AnswerLine"
    case boxTitle = "BoxTitle"
    case small = "Small"
    case notice = "Notice"
    case centred = "Centred"
    case right = "RightAligned"
    case tableText = "TableText"
    case tableHead = "TableHead"
    case tableCell = "TableCell"
    case codebook = "Codebook"
    case gap = "Gap"
    case header = "Header"
  }

  init(_ style: Style, _ runs: [WordRun], keepsWithNext: Bool = false) {
    self.init(style: style.rawValue, runs, keepsWithNext: keepsWithNext)
  }

  init(_ style: Style, _ text: String, keepsWithNext: Bool = false) {
    self.init(style: style.rawValue, text, keepsWithNext: keepsWithNext)
  }
}

extension WordCell {
  init(_ style: WordParagraph.Style, _ runs: [WordRun], isFramed: Bool = true, isShaded: Bool = false) {
    self.init([WordParagraph(style, runs)], isFramed: isFramed, isShaded: isShaded)
  }
}

extension WordTable {
  /// The width between the margins of the page.
  static let pageWidth = WordSection(hidesFirstNumber: true).textWidth
}

/// The styles of a questionnaire: Times New Roman, 13 points, as administrative documents have it.
let paperWordStyles = WordStyleSheet(paragraphs: paragraphLooks, characters: characterLooks)

private func look(
  style: WordParagraph.Style, name: String, size: Int? = nil, isBold: Bool = false, isItalic: Bool = false,
  isCapital: Bool = false, keepsWithNext: Bool = false, before: Int = 0, after: Int = 60, left: Int = 0, right: Int = 0,
  hanging: Int = 0, alignment: String? = nil, outline: Int? = nil, leader: Int? = nil
) -> WordStyle {
  var look = WordStyle(style.rawValue, name: name)
  look.size = size
  (look.isBold, look.isItalic, look.isCapital) = (isBold, isItalic, isCapital)
  look.keepsWithNext = keepsWithNext
  (look.before, look.after) = (before, after)
  (look.left, look.right, look.hanging) = (left, right, hanging)
  (look.alignment, look.outline, look.leader) = (alignment, outline, leader)
  return look
}

private let paragraphLooks: [WordStyle] = [
  look(style: .normal, name: "Normal"),
  look(
    style: .title, name: "Title", size: 30, isBold: true, isCapital: true, before: 200, after: 40, left: 680,
    right: 680,
    alignment: "center"),
  look(
    style: .version, name: "Version", size: 22, isItalic: true, after: 120, alignment: "center"),
  look(
    style: .part, name: "heading 1", size: 28, isBold: true, isCapital: true, keepsWithNext: true, before: 160,
    alignment: "center", outline: 0),
  look(
    style: .section, name: "heading 2", isBold: true, isCapital: true, keepsWithNext: true, before: 180, outline: 1),
  look(
    style: .subsection, name: "heading 3", isBold: true, keepsWithNext: true, before: 140, outline: 2),
  look(style: .lead, name: "Lead", isItalic: true, keepsWithNext: true),
  look(style: .condition, name: "Condition", isItalic: true, after: 20),
  look(style: .question, name: "Question", keepsWithNext: true, after: 20),
  look(style: .hint, name: "Hint", size: 22, isItalic: true, after: 20, left: 280),
  look(style: .jump, name: "Jump", size: 24, isBold: true, before: 40, after: 20, left: 280),
  look(style: .choice, name: "Choice", size: 25, after: 10, left: 560, hanging: 340),
  look(
    style: .line, name: "Answer Line", before: 100, after: 0, left: 280, leader: WordTable.pageWidth),
  look(style: .boxTitle, name: "Box Title", isBold: true, keepsWithNext: true, after: 20),
  look(style: .small, name: "Small", size: 24, after: 20, left: 280, hanging: 280),
  look(style: .notice, name: "Notice", size: 24, alignment: "both"),
  look(style: .centred, name: "Centred", before: 200, alignment: "center"),
  look(style: .right, name: "Right Aligned", size: 22, isItalic: true, alignment: "right"),
  look(style: .tableText, name: "Table Text", size: 24, before: 15, after: 15),
  look(style: .tableHead, name: "Table Head", size: 18, after: 0, alignment: "center"),
  look(style: .tableCell, name: "Table Cell", size: 24, after: 0, alignment: "center"),
  look(style: .codebook, name: "Codebook", size: 18, after: 0),
  look(style: .gap, name: "Gap", size: 8, after: 0),
  // The names that Word itself has for the margins.
  look(style: .header, name: "header", after: 0, alignment: "center"),
]

private let characterLooks: [WordCharacterStyle] = {
  var strong = WordCharacterStyle(WordRun.Style.strong.rawValue, name: "Strong")
  strong.isBold = true
  var emphasis = WordCharacterStyle(WordRun.Style.emphasis.rawValue, name: "Emphasis")
  emphasis.isItalic = true
  // The font that Word itself takes for boxes to tick.
  var box = WordCharacterStyle(WordRun.Style.box.rawValue, name: "Check Box")
  box.font = "MS Gothic"
  var code = WordCharacterStyle(WordRun.Style.code.rawValue, name: "Code Text")
  code.font = "Courier New"
  code.size = 15
  return [strong, emphasis, box, code]
}()
