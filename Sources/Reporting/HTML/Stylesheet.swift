/// The look of a report: a sheet of paper on screen, A4 with the decree's margins in print.
enum Stylesheet {
  /// The style sheet; `simulated` holds the words printed on every page, nil for real answers.
  ///
  /// Annexes are numbered page by page on their own: each has a named page with a counter of its own, which browsers
  /// and WeasyPrint both follow (a reset of the page counter is not).
  static func css(simulated: String?, annexCount: Int, textSize: Int = 14) -> String {
    let mark =
      simulated.map { "@bottom-center { content: \"\($0)\"; font: bold 12pt \(serif); color: #9b1c1c; }" } ?? ""
    return """
      @page { size: A4; margin: 20mm 15mm 20mm 30mm;
        @top-center { content: counter(page); font: 13pt \(serif); } \(mark) }
      @page :first { @top-center { content: none; } }
      @page unit { @top-center { content: none; } }
      \(annexPages(annexCount))
      \(screen)
      \(letterhead)
      \(tables)
      \(sheets)
      \(print)\(textSize == 14 ? "" : smaller(textSize))
      """
  }

  private static func annexPages(_ count: Int) -> String {
    (0..<max(0, count)).map { number in
      let name = "annex\(number + 1)"
      return "@page \(name) { counter-increment: \(name); @top-center { content: counter(\(name)); } } "
        + ".\(name) { page: \(name); }"
    }.joined(separator: "\n")
  }

  private static let serif = "\"Times New Roman\", \"Liberation Serif\", Tinos, serif"

  private static let screen = """
    * { box-sizing: border-box; }
    html { background: #d9dcdf; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body { margin: 0; color: #000; font: 14pt/1.35 \(serif); }
    .sheet { background: #fff; max-width: 210mm; margin: 8mm auto; padding: 20mm 15mm 20mm 30mm;
      box-shadow: 0 1px 6px rgba(0, 0, 0, .35); }
    .text p, .annex p { text-align: justify; text-indent: 1cm; margin: 0 0 6pt; }
    .text ul, .text ol, .annex ul, .annex ol { margin: 0 0 6pt; padding: 0; list-style: none; }
    .text li, .annex li { text-align: justify; text-indent: 1cm; margin: 0 0 4pt; }
    .text li::before, .annex li::before { content: "- "; }
    .text ol, .annex ol { counter-reset: item; }
    .text ol > li::before, .annex ol > li::before { counter-increment: item; content: counter(item) ". "; }
    .text li > p { display: inline; text-indent: 0; }
    h1 { font-size: 14pt; line-height: 1.35; text-align: center; margin: 18pt 0 4pt; }
    h1 .type, h1 .title { display: block; }
    h2, h3, h4 { font-size: 14pt; line-height: 1.35; text-indent: 1cm; margin: 12pt 0 6pt; }
    h2 { text-transform: uppercase; }
    h4 { font-style: italic; }
    .rule { border-top: 1px solid #000; width: 40%; margin: 3pt auto 0; }
    .title-rule { width: 25%; margin-bottom: 16pt; }
    .simulated { border: 2px solid #9b1c1c; color: #9b1c1c; background: #fff6f6; text-align: center !important;
      text-indent: 0 !important; padding: 4pt 8pt; margin: 0 0 12pt !important; font-size: 12pt; }
    .addressees { text-align: center; margin: 0 0 14pt; }
    .addressees.several { display: table; margin: 0 auto 14pt; text-align: left; }
    .addressees.several p { display: table-cell; margin: 0; padding-right: 8pt; }
    .addressees ul { list-style: none; margin: 0; padding: 0; }
    .signature { display: table; width: 100%; margin-top: 18pt; }
    .recipients, .signer { display: table-cell; width: 50%; vertical-align: top; }
    .recipients { font-size: 11pt; }
    .recipients .label { font-size: 12pt; font-weight: bold; font-style: italic; margin: 0; }
    .recipients ul { list-style: none; margin: 0; padding: 0; }
    .signer { text-align: center; font-weight: bold; }
    .signer p { margin: 0; }
    .signer .name { margin-top: 72pt; }
    .annex { margin-top: 24mm; padding-top: 8mm; border-top: 1px dashed #999; }
    .annex-title { text-align: center; text-indent: 0; text-transform: none; margin-top: 0; }
    .annex-title span { display: block; }
    .annex-title .title { text-transform: uppercase; }
    .annex .attached { text-align: center; text-indent: 0; font-style: italic; margin-bottom: 12pt; }
    @media (max-width: 60em) {
      .sheet { margin: 0; padding: 6mm 5vw; box-shadow: none; }
    }
    @media (max-width: 40em) {
      body { font-size: 12.5pt; }
      h1, h2, h3, h4 { font-size: 13pt; }
      .text p, .annex p, .text li, .annex li { text-align: left; }
    }
    """

  private static let letterhead = """
    .letterhead { display: table; width: 100%; border-collapse: collapse; }
    .letterhead .row { display: table-row; }
    .letterhead .row > * { display: table-cell; text-align: center; vertical-align: top; }
    .letterhead p { margin: 0; line-height: 1.25; }
    .issuer { width: 43%; padding-right: 4mm; font-size: 12pt; }
    .issuer .body { font-weight: bold; }
    .nation { font-size: 12pt; font-weight: bold; white-space: nowrap; }
    .motto { font-size: 13pt; font-weight: bold; display: inline-block; border-bottom: 1px solid #000;
      padding-bottom: 1pt; white-space: nowrap; }
    .party .text p, .party .annex p { line-height: 18pt; }
    .party .issuer, .party .letterhead .number { font-size: 14pt; }
    .party .motto, .party h1 .type { font-size: 15pt; }
    .party p.title-rule { text-align: center; margin: 0 auto 16pt; }
    .party .recipients { font-size: 12pt; }
    .party .recipients .label { font-size: 14pt; font-weight: normal; font-style: normal; text-decoration: underline; }
    .party .signer .office + .office { font-weight: normal; }
    .letterhead .number { font-size: 13pt; padding-top: 8pt; }
    .letterhead .dateline { font-size: 13pt; font-style: italic; padding-top: 8pt; }
    @media screen and (max-width: 40em) {
      .letterhead, .letterhead .row, .letterhead .row > * { display: block; width: auto; padding: 0 0 8pt; }
      .nation { white-space: normal; }
      .signature, .recipients, .signer { display: block; width: auto; }
      .signer { margin-top: 12pt; }
    }
    """

  private static let tables = """
    .table, figure { margin: 8pt 0 12pt; }
    .wide { overflow-x: auto; }
    table { width: 100%; border-collapse: collapse; font-size: 11pt; line-height: 1.2; }
    caption { font-weight: bold; font-size: 12pt; padding: 0 0 4pt; text-align: center; }
    th, td { border: 1px solid #000; padding: 2.5pt 3pt; vertical-align: middle; }
    table.broad th.label { width: 36%; }
    thead th { text-align: center; background: #eef0f1; }
    th.label { font-weight: normal; text-align: left; }
    thead th.label { font-weight: bold; text-align: center; }
    thead button { all: unset; cursor: pointer; }
    thead button:hover { text-decoration: underline; }
    thead button:focus-visible { outline: 2px solid #00544d; outline-offset: 1px; }
    th[aria-sort=ascending] button::after { content: " ▲"; }
    th[aria-sort=descending] button::after { content: " ▼"; }
    td.figure { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
    td.figure ~ th.label { width: 7em; }
    td.ordinal { text-align: center; width: 2.2em; }
    .room { width: 19%; }
    td.withheld { text-align: center; font-style: italic; }
    tr.heading th { text-align: left; background: #f6f7f7; }
    p.note { font-size: 10.5pt; font-style: italic; text-indent: 0 !important; margin: 3pt 0 0 !important;
      line-height: 1.25; text-align: left !important; }
    figure svg { display: block; width: 100%; height: auto; min-width: 560px; }
    figcaption { font-weight: bold; font-size: 12pt; text-align: center; margin-top: 4pt; }
    details { font-size: 11pt; margin-top: 4pt; }
    summary { cursor: pointer; }
    """

  /// Letters of the text of a size below 14 points; tables and notes keep theirs.
  private static func smaller(_ size: Int) -> String {
    "\nbody, h1, h2, h3, h4 { font-size: \(size)pt; }"
  }

  /// Sheets of units: a page for each on paper, without the list of units and without page numbers.
  private static let sheets = """
    .cover nav { margin: 0 0 12mm; }
    .cover li { margin: 0 0 3pt; }
    .unit { margin-top: 16mm; padding-top: 8mm; border-top: 1px dashed #999; }
    .unit .sender { display: table; width: 100%; }
    .unit .sender .issuer, .unit .sender .dateline { display: table-cell; vertical-align: top; text-align: center; }
    .unit .sender p { margin: 0; line-height: 1.25; }
    .unit .sender .issuer { width: 54%; }
    .unit .dateline { font-style: italic; font-size: 13pt; }
    .unit .simulated { padding: 1pt 8pt; margin: 6pt 0 0 !important; }
    .unit-title { text-align: center; text-indent: 0; text-transform: none; margin: 10pt 0 8pt; }
    .unit-title > span { display: block; }
    .unit .table { margin: 4pt 0 6pt; }
    .unit h3 { margin: 8pt 0 4pt; }
    .unit thead th.figure { white-space: nowrap; }
    """

  private static let print = """
    @media print {
      html { background: none; }
      .sheet { max-width: none; margin: 0; padding: 0; box-shadow: none; }
      .simulated.repeated, details { display: none; }
      .wide { overflow: visible; }
      figure svg { min-width: 0; }
      thead { display: table-header-group; }
      tr, figure, .signature, .table.short { break-inside: avoid; }
      thead, tbody tr:nth-child(-n+2), tr.heading { break-after: avoid; }
      tbody tr:nth-last-child(-n+2) { break-before: avoid; }
      h1, h2, h3, h4, caption { break-after: avoid; }
      .signature { break-before: avoid; }
      .text > p:last-child { break-after: avoid; }
      p { orphans: 2; widows: 2; }
      .annex { break-before: page; margin-top: 0; padding-top: 0; border-top: none; }
      .cover { display: none; }
      .unit { page: unit; break-before: page; margin-top: 0; padding-top: 0; border-top: none; }
      .cover + .unit { break-before: auto; }
      .unit caption { display: none; }
      .table > p.note { break-before: avoid; break-inside: avoid; }
    }
    """
}
