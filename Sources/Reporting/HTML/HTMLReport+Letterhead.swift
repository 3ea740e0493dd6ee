/// The parts of an official report around its text, after Nghị định 30/2020/NĐ-CP, Phụ lục I.
///
/// The names of the state and its motto, the issuing body and its number stay Vietnamese in every language.
extension HTMLReport {
  private var issuer: IssuerFacts { report.issuer }
  private func say(_ vietnamese: String, _ english: String) -> String { report.say(vietnamese, english) }

  /// The head: issuing body and number to the left, state, motto, place and date to the right.
  var letterhead: String {
    if issuer.style == .party { return partyLetterhead }
    let parent = issuer.parent.isEmpty ? "" : "<p class=\"parent\">\(issuer.parent.escapedForHTML)</p>"
    return """
      <header class="letterhead">
      <div class="row">
      <div class="issuer">\(parent)<p class="body">\(issuer.name.escapedForHTML)</p><div class="rule"></div></div>
      <div class="state"><p class="nation">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p class="motto">Độc lập - Tự do - Hạnh phúc</p></div>
      </div>
      <div class="row">
      <p class="number">Số: \(issuer.number.escapedForHTML)</p>
      <p class="dateline">\(issuer.place.escapedForHTML), \(report.dateline.escapedForHTML)</p>
      </div>
      </header>

      """
  }

  /// The head of a document of the Party: issuing body, a star and the number to the left, the Party, place and date to
  /// the right.
  private var partyLetterhead: String {
    let parent = issuer.parent.isEmpty ? "" : "<p class=\"parent\">\(issuer.parent.escapedForHTML)</p>"
    return """
      <header class="letterhead">
      <div class="row">
      <div class="issuer">\(parent)<p class="body">\(issuer.name.escapedForHTML)</p><p>*</p><p class="number">Số \(issuer.number.escapedForHTML)</p></div>
      <div class="state"><p class="motto">ĐẢNG CỘNG SẢN VIỆT NAM</p><p class="dateline">\(issuer.place.escapedForHTML), \(report.dateline.escapedForHTML)</p></div>
      </div>
      </header>

      """
  }

  /// The line of addressees; several stand on lines of their own.
  var addressees: String {
    let label = say("Kính gửi:", "To:")
    guard let first = issuer.addressees.first else { return "" }
    if issuer.addressees.count == 1 {
      return "<p class=\"addressees\">\(label) \(first.escapedForHTML).</p>\n"
    }
    return "<div class=\"addressees several\"><p>\(label)</p><ul>\(dashed(issuer.addressees))</ul></div>\n"
  }

  /// Recipients to the left, the signer to the right.
  var signature: String {
    let recipients =
      issuer.recipients.isEmpty
      ? "" : "<p class=\"label\">\(say("Nơi nhận:", "Copies:"))</p><ul>\(dashed(issuer.recipients))</ul>"
    let signer = report.signatureLines.map { "<p class=\"office\">\($0.escapedForHTML)</p>" }.joined()
    return """
      <footer class="signature">
      <div class="recipients">\(recipients)</div>
      <div class="signer">\(signer)<p class="name">\(issuer.signerName.escapedForHTML)</p></div>
      </footer>

      """
  }

  private func dashed(_ lines: [String]) -> String {
    lines.enumerated().map { index, line in
      "<li>- \(line.escapedForHTML)\(index == lines.count - 1 ? "." : ";")</li>"
    }.joined()
  }
}
