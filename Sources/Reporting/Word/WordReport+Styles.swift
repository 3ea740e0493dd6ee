internal import WordProcessing

/// The paragraph styles of a report.
enum ReportParagraph: String, CaseIterable {
  case normal = "Normal"
  case text = "BodyText"
  case item = "ListBullet"
  case orderedItem = "ListNumber"
  case title = "Title"
  case subtitle = "Subtitle"
  case sheetTitle = "SheetTitle"
  case sheetName = "SheetName"
  case heading1 = "Heading1"
  case heading2 = "Heading2"
  case heading3 = "Heading3"
  case heading4 = "Heading4"
  case annexHeading1 = "AnnexHeading1"
  case annexHeading2 = "AnnexHeading2"
  case annexNumber = "AnnexNumber"
  case annexTitle = "AnnexTitle"
  case attachment = "Attachment"
  case caption = "Caption"
  case picture = "Picture"
  case tableText = "TableText"
  case tableSmall = "TableTextSmall"
  case note = "Note"
  case quote = "Quote"
  case code = "CodeLine"
  case centred = "Centred"
  case letterhead = "Letterhead"
  case letterheadLine = "LetterheadLine"
  case addressees = "Addressees"
  case recipientsLabel = "RecipientsLabel"
  case recipients = "Recipients"
  case signer = "Signer"
  case office = "Office"
  case signerName = "SignerName"
  case simulated = "Simulated"
  case rule = "Rule"
  case end = "SectionEnd"
  case header = "Header"
  case footer = "Footer"

  /// The style of a heading of level 1…6 in the text or in an annex.
  static func heading(_ level: Int, inAnnex: Bool) -> ReportParagraph {
    switch level {
    case ...1: inAnnex ? .annexHeading1 : .heading1
    case 2: inAnnex ? .annexHeading2 : .heading2
    case 3: inAnnex ? .heading4 : .heading3
    default: .heading4
    }
  }
}

extension WordParagraph {
  init(_ style: ReportParagraph, _ runs: [WordRun], keepsWithNext: Bool = false) {
    self.init(style: style.rawValue, runs, keepsWithNext: keepsWithNext)
  }

  init(_ style: ReportParagraph, _ text: String, keepsWithNext: Bool = false) {
    self.init(style: style.rawValue, text, keepsWithNext: keepsWithNext)
  }
}

extension WordReport {
  /// The styles, with the measures of Nghị định 30/2020/NĐ-CP, Phụ lục I, or of the Party's guidance.
  var styles: WordStyleSheet {
    var code = WordCharacterStyle("CodeText", name: "Code Text")
    code.font = "Courier New"
    var sheet = WordStyleSheet(paragraphs: ReportParagraph.allCases.map(style), characters: [code])
    sheet.size = report.textSize * 2
    sheet.line = 240
    sheet.after = 0
    sheet.hasTableStyle = true
    return sheet
  }

  private func style(_ paragraph: ReportParagraph) -> WordStyle {
    var style = WordStyle(paragraph.rawValue, name: Self.name(paragraph))
    switch paragraph {
    case .text, .item, .orderedItem, .quote, .heading1, .heading2, .heading3, .heading4, .annexHeading1, .annexHeading2,
      .code:
      shapeText(&style, paragraph)
    case .title, .subtitle, .sheetTitle, .sheetName, .annexNumber, .annexTitle, .attachment, .caption, .centred,
      .addressees, .picture, .note,
      .tableText, .tableSmall:
      shapeDisplay(&style, paragraph)
    default: shapeOfficial(&style, paragraph)
    }
    style.numbering = Self.numbering(paragraph)
    return style
  }

  /// 14 points, justified, first line 1 cm in, 6 points between paragraphs.
  private func shapeText(_ style: inout WordStyle, _ paragraph: ReportParagraph) {
    (style.before, style.after) = (0, 120)
    style.line = isParty ? (360, true) : (276, false)
    style.firstLine = 567
    style.alignment = "both"
    switch paragraph {
    case .heading1: (style.isBold, style.isCapital, style.outline) = (true, true, 0)
    case .heading2, .annexHeading1: (style.isBold, style.outline) = (true, 1)
    case .heading3, .annexHeading2: (style.isBold, style.isItalic, style.outline) = (true, true, 2)
    case .heading4: (style.isItalic, style.outline) = (true, 3)
    case .item, .orderedItem: style.after = 80
    case .quote: (style.isItalic, style.left, style.firstLine) = (true, 567, 0)
    case .code: (style.firstLine, style.alignment, style.after) = (0, "left", 0)
    default: break
    }
    if style.outline != nil {
      // Justified, a heading of two lines has gaps between its words.
      style.alignment = "left"
      style.keepsWithNext = true
      style.before = 120
      style.next = ReportParagraph.text.rawValue
    }
  }

  private func shapeDisplay(_ style: inout WordStyle, _ paragraph: ReportParagraph) {
    style.alignment = "center"
    switch paragraph {
    case .title:
      (style.isBold, style.keepsWithNext, style.before) = (true, true, 360)
      style.size = isParty ? 32 : 28
      style.next = ReportParagraph.subtitle.rawValue
    case .subtitle: (style.isBold, style.keepsWithNext) = (true, true)
    case .sheetTitle: (style.isBold, style.keepsWithNext, style.before) = (true, true, 120)
    case .sheetName: (style.isBold, style.keepsWithNext, style.before, style.after) = (true, true, 40, 120)
    case .annexNumber: (style.isBold, style.keepsWithNext, style.outline) = (true, true, 0)
    case .annexTitle: (style.isBold, style.isCapital, style.keepsWithNext) = (true, true, true)
    case .attachment: (style.isItalic, style.after, style.keepsWithNext) = (true, 240, true)
    case .caption: (style.isBold, style.size, style.before, style.after) = (true, 24, 120, 80)
    case .addressees: style.after = 240
    case .picture: (style.before, style.keepsWithNext) = (120, true)
    case .note: (style.isItalic, style.size, style.alignment, style.before, style.after) = (true, 21, "left", 60, 80)
    case .tableText: (style.size, style.before, style.after, style.alignment) = (22, 30, 30, "left")
    case .tableSmall: (style.size, style.before, style.after, style.alignment) = (18, 20, 20, "left")
    case .centred: style.after = 160
    default: break
    }
  }

  private func shapeOfficial(_ style: inout WordStyle, _ paragraph: ReportParagraph) {
    style.after = 0
    switch paragraph {
    case .letterhead: (style.size, style.alignment) = (isParty ? 28 : 24, "center")
    case .letterheadLine: (style.size, style.alignment) = (isParty ? 28 : 26, "center")
    case .recipientsLabel:
      style.size = isParty ? 28 : 24
      (style.isBold, style.isItalic, style.isUnderlined) = (!isParty, !isParty, isParty)
    case .recipients: style.size = isParty ? 24 : 22
    case .signer: (style.isBold, style.alignment) = (true, "center")
    case .office: style.alignment = "center"
    case .signerName: (style.isBold, style.alignment, style.before) = (true, "center", 1440)
    case .simulated:
      (style.color, style.isFramed, style.size) = ("9B1C1C", true, 24)
      (style.alignment, style.before, style.after) = ("center", 160, 120)
    case .rule: (style.hasRule, style.size, style.line, style.before, style.after) = (true, 2, (40, true), 60, 120)
    case .end: (style.size, style.line, style.after) = (2, (20, true), 100)
    case .header: (style.size, style.alignment) = (26, "center")
    case .footer: (style.size, style.alignment, style.isBold, style.color) = (24, "center", true, "9B1C1C")
    default: break
    }
  }

  /// The list and level that count the paragraphs of a style.
  private static func numbering(_ paragraph: ReportParagraph) -> (list: Int, level: Int)? {
    switch paragraph {
    case .heading1: (WordLists.List.headings.rawValue, 0)
    case .heading2: (WordLists.List.headings.rawValue, 1)
    case .heading3: (WordLists.List.headings.rawValue, 2)
    case .annexNumber: (WordLists.List.annexes.rawValue, 0)
    case .annexHeading1: (WordLists.List.annexes.rawValue, 1)
    case .annexHeading2: (WordLists.List.annexes.rawValue, 2)
    case .item: (WordLists.List.dashes.rawValue, 0)
    case .orderedItem: (WordLists.List.items.rawValue, 0)
    default: nil
    }
  }

  /// The names that Word itself has for styles, so that its own lists and tables of contents know them.
  private static func name(_ paragraph: ReportParagraph) -> String {
    switch paragraph {
    case .text: "Body Text"
    case .item: "List Bullet"
    case .orderedItem: "List Number"
    case .annexHeading1: "Annex Heading 1"
    case .annexHeading2: "Annex Heading 2"
    case .heading1: "heading 1"
    case .heading2: "heading 2"
    case .heading3: "heading 3"
    case .heading4: "heading 4"
    case .caption: "caption"
    case .header: "header"
    case .footer: "footer"
    case .annexNumber: "Annex Number"
    case .annexTitle: "Annex Title"
    case .tableText: "Table Text"
    case .tableSmall: "Table Text Small"
    case .code: "Code Line"
    case .letterheadLine: "Letterhead Line"
    case .recipientsLabel: "Recipients Label"
    case .signerName: "Signer Name"
    case .sheetTitle: "Sheet Title"
    case .sheetName: "Sheet Name"
    case .end: "Section End"
    default: paragraph.rawValue
    }
  }
}
