internal import Markup
internal import WordProcessing

// The parts of an official report around its text. The names of the state, its motto, the Party and the issuing body
// stay Vietnamese in every language.
extension WordReport {
  private var issuer: IssuerFacts { report.issuer }

  /// The widths of the two halves of the head.
  private var halves: (left: Int, right: Int) {
    let left = section.textWidth * 42 / 100
    return (left, section.textWidth - left)
  }

  /// The head: a table without lines, in which rules are drawn as lines.
  func writeLetterhead(into body: inout MarkupWriter) {
    let (left, right) = halves
    var body1: [WordParagraph] = []
    if !issuer.parent.isEmpty { body1.append(WordParagraph(.letterhead, issuer.parent)) }
    body1.append(WordParagraph(.letterhead, [WordRun(issuer.name, isBold: true)]))
    let number = WordParagraph(.letterheadLine, isParty ? "Số \(issuer.number)" : "Số: \(issuer.number)")
    let dateline = WordParagraph(
      .letterheadLine, [WordRun("\(issuer.place), \(report.dateline)", isItalic: true)])
    if isParty {
      body1 += [WordParagraph(.letterheadLine, "*"), number]
      // The name of the Party is 13.3 ems of the bold face wide.
      let party = [
        WordParagraph(.letterhead, [WordRun("ĐẢNG CỘNG SẢN VIỆT NAM", isBold: true)]),
        rule(length: 3730, within: right - 160), dateline,
      ]
      write([[body1, party]], widths: [left, right], into: &body)
    } else {
      body1.append(rule(length: left * 2 / 5, within: left - 160))
      // The motto is 12.2 ems of the bold face wide; its rule is as long.
      let state = [
        WordParagraph(.letterhead, [WordRun("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", isBold: true)]),
        WordParagraph(.letterheadLine, [WordRun("Độc lập - Tự do - Hạnh phúc", isBold: true)]),
        rule(length: 3180, within: right - 160),
      ]
      write([[body1, state], [[number], [dateline]]], widths: [left, right], into: &body)
    }
  }

  /// The head of a sheet: the issuing body to the left, place and date to the right.
  func writeSender(into body: inout MarkupWriter) {
    let left = section.textWidth * 52 / 100
    let sender = [
      WordParagraph(.letterhead, [WordRun(issuer.name, isBold: true)]),
      rule(length: left * 2 / 5, within: left - 160),
    ]
    let dateline = WordParagraph(
      .letterheadLine, [WordRun("\(issuer.place), \(report.dateline)", isItalic: true)])
    write([[sender, [dateline]]], widths: [left, section.textWidth - left], into: &body)
  }

  /// The line of addressees; several stand on lines of their own.
  func writeAddressees(into body: inout MarkupWriter) {
    let label = say("Kính gửi:", "To:")
    guard let first = issuer.addressees.first else { return }
    if issuer.addressees.count == 1 {
      WordParagraph(.addressees, "\(label) \(first).").write(into: &body)
      return
    }
    var lines = WordParagraph(.addressees, [WordRun(label)])
    for (index, line) in issuer.addressees.enumerated() {
      lines.runs += [WordRun(.lineBreak), WordRun("- \(line)\(index == issuer.addressees.count - 1 ? "." : ";")")]
    }
    lines.write(into: &body)
  }

  /// Recipients to the left, the signer to the right, together on one page.
  func writeSignature(into body: inout MarkupWriter) {
    var recipients: [WordParagraph] = []
    if !issuer.recipients.isEmpty {
      recipients.append(WordParagraph(.recipientsLabel, say("Nơi nhận:", "Copies:")))
      for (index, line) in issuer.recipients.enumerated() {
        let end = index == issuer.recipients.count - 1 ? "." : isParty ? "," : ";"
        recipients.append(WordParagraph(.recipients, "- \(line)\(end)"))
      }
    }
    // In Party documents only the body signed for is bold, not the office.
    var signer = report.signatureLines.enumerated().map { index, line in
      WordParagraph(isParty && index > 0 ? .office : .signer, line)
    }
    signer.append(WordParagraph(.signerName, issuer.signerName))
    WordParagraph(.end, [], keepsWithNext: true).write(into: &body)
    let (left, right) = halves
    write([[recipients, signer]], widths: [left, right], into: &body)
  }

  private func write(_ rows: [[[WordParagraph]]], widths: [Int], into body: inout MarkupWriter) {
    WordTable(widths: widths, rows: rows.map { row in row.map { WordCell($0, isFramed: false) } })
      .write(into: &body)
    WordParagraph(.end, []).write(into: &body)
  }
}
