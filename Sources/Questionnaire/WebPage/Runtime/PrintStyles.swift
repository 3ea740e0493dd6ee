extension WebPage {
  /// The page on paper: every part, with room to write and boxes to tick.
  static let printStyles = """
    @media print {
      @page { size: A4; margin: 20mm 15mm 20mm 25mm; }
      body { background: #fff; font: 11pt/1.4 "Times New Roman", "Liberation Serif", serif; color: #000; }
      header { background: none; color: #000; border-bottom: 1pt solid #000; }
      h1, h2, h3, .scale { color: #000; background: none; }
      h1 { font-size: 15pt; text-align: center; }
      header { margin-bottom: 6mm; }
      .on-screen { display: none; }
      h2 { font-size: 13pt; margin: 0 0 4mm; }
      .languages, .progress, .actions, footer, .summary, .error, button { display: none !important; }
      .away, .off { display: block !important; }
      main, header .inner { max-width: none; padding: 0; }
      .page, .card { border: 0; padding: 0; margin: 0 0 8mm; }
      .question, .ranking li { break-inside: avoid; }
      h2, h3 { break-after: avoid; break-inside: avoid; }
      .note { background: none; border: 1pt solid #000; }
      .hint { color: #000; }
      .options { columns: 2; column-gap: 4mm; }
      .option, .option:has(:checked) { min-height: 0; padding: .5mm 1mm; background: none; box-shadow: none; }
      .option input { width: 4mm; height: 4mm; }
      input:not([type=radio], [type=checkbox]), textarea { border: 0; border-bottom: 1pt dotted #000; border-radius: 0; min-height: 8mm; }
      textarea { height: 30mm; border: 1pt solid #000; resize: none; }
      select { display: none; }
      .ranking select, input[type=file] { display: none; }
      .ranking li { border: 0; padding: 0; }
      .ranking li::before { content: "[     ]"; }
      .paper { display: block; columns: 2; margin: 0; padding: 0; list-style: none; }
      .paper li::before { content: "☐ "; }
      .opinions { display: table; width: 100%; table-layout: fixed; border-collapse: collapse; margin-bottom: 5mm; }
      .scale { display: table-header-group; break-inside: avoid; position: static; }
      .opinions .opinion, .opinions .opinion.off { display: table-row-group !important; break-inside: avoid; }
      .cells { display: table-row; break-inside: avoid; }
      .scale > span, .statement, .cells .option { display: table-cell; vertical-align: middle; padding: 1mm; border: .5pt solid #555;
        border-radius: 0; text-align: center; }
      details { display: none; }
      .code-card { border: 1pt solid #000; }
      .code-card .code { background: none; }
      .scale > span { font-size: 8pt; line-height: 1.2; }
      .scale > span:first-child { width: 40%; }
      .statement { text-align: left; font-weight: normal; }
      .cells .option > span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      .cells .option input { margin: 0; }
    }
    """
}
