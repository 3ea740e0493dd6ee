internal import Markup
internal import WordProcessing

extension WordReport {
  /// The sheets, each a section that begins on a page of its own and shows no number on its first.
  mutating func writeSheets(into body: inout MarkupWriter) {
    let (front, sheets) = report.sheets
    if !front.isEmpty {
      for block in front { write(block, into: &body) }
      WordParagraph(.end, []).write(into: &body, endOf: section)
    }
    for (index, sheet) in sheets.enumerated() {
      write(sheet, into: &body)
      if index < sheets.count - 1 { WordParagraph(.end, []).write(into: &body, endOf: section) }
    }
    section.write(into: &body)
  }

  /// A sheet: who sends it and when, what it is, whom it is about.
  private mutating func write(_ sheet: ReportSheet, into body: inout MarkupWriter) {
    writeSender(into: &body)
    if report.isSimulated {
      WordParagraph(.simulated, [WordRun(report.simulatedWords, isBold: true)]).write(into: &body)
    }
    WordParagraph(.sheetTitle, report.documentType).write(into: &body)
    WordParagraph(.subtitle, runs(report.title)).write(into: &body)
    WordParagraph(.sheetName, sheet.name).write(into: &body)
    for block in sheet.blocks { write(block, into: &body) }
  }
}
