/// A4 with the margins of administrative documents; page numbers in the middle of the top margin, none on page 1;
/// the annex counts its own pages.
let paperStyles = """
  @page { size: A4; margin: 20mm 15mm 20mm 30mm;
    @top-center { content: counter(page); font: 13pt "Times New Roman", "Liberation Serif", serif; } }
  @page :first { @top-center { content: none; } }
  @page annex { counter-increment: annex; @top-center { content: counter(annex); } }
  * { box-sizing: border-box; }
  body { margin: 0; color: #000; font: 13pt/1.25 "Times New Roman", "Liberation Serif", serif; }
  p { margin: 0 0 3pt; }
  table { border-collapse: collapse; width: 100%; }
  tr { break-inside: avoid; }
  thead { display: table-header-group; }
  h1 { font-size: 15pt; text-align: center; text-transform: uppercase; margin: 12pt 12mm 2pt; line-height: 1.3; }
  h2 { font-size: 14pt; text-align: center; text-transform: uppercase; margin: 14pt 0 4pt; }
  h3 { font-size: 13pt; margin: 11pt 0 3pt; text-transform: uppercase; }
  h4 { font-size: 13pt; margin: 10pt 0 3pt; }
  .heading { break-inside: avoid; break-after: avoid; }
  .version { text-align: center; font-style: italic; font-size: 11pt; margin-bottom: 8pt; }
  .masthead td { vertical-align: top; padding: 0; }
  .organisation { width: 55%; }
  .fill { display: inline-block; width: 40mm; border-bottom: 1px dotted #000; margin-left: 4pt; height: 1em; }
  .serial { text-align: right; }
  .serial-label { margin-right: 6pt; font-weight: bold; }
  .small, .hint { font-size: 11pt; font-style: italic; line-height: 1.2; }
  .instructions { border: 0.75pt solid #000; padding: 4pt 8pt 2pt; margin: 0 0 8pt; font-size: 12pt;
    break-inside: avoid; }
  .box-title { font-weight: bold; }
  .instructions ol { margin: 0; padding-left: 16pt; }
  .instructions li { margin-bottom: 1pt; }
  .notice { border: 0.75pt solid #000; background: #f4f4f4; padding: 6pt 8pt 3pt; margin: 0 0 6pt; font-size: 12pt;
    text-align: justify; }
  .note { margin: 6pt 0; }
  .note p { text-align: justify; }
  .condition { font-style: italic; break-after: avoid; }
  .lead { font-style: italic; break-after: avoid; }
  .question { break-inside: avoid; margin: 0 0 5pt; }
  .question.long { break-inside: auto; }
  .label { break-after: avoid; }
  .jump { font-weight: bold; font-size: 12pt; margin: 2pt 0 3pt 14pt; break-before: avoid; }
  .hint { margin-left: 14pt; }
  .fields { margin-left: 14pt; margin-top: 2pt; }
  .beside { table-layout: fixed; }
  .beside td { vertical-align: top; padding: 0; }
  .beside .answer { white-space: nowrap; text-align: right; padding-left: 8pt; }
  .beside .fields { margin: 0; }
  .choices { margin-left: 14pt; width: calc(100% - 14pt); table-layout: fixed; }
  .choices td { vertical-align: top; padding: 1pt 6pt 1pt 17pt; text-indent: -17pt; font-size: 12.5pt; }
  .choice { text-indent: 0; }
  .box { display: inline-block; width: 10.5pt; height: 10.5pt; border: 0.9pt solid #000; vertical-align: -1pt;
    margin-right: 5.5pt; text-indent: 0; }
  .box.rank { width: 17pt; height: 15pt; vertical-align: -3pt; }
  .mark { display: inline-block; margin-right: 6pt; white-space: nowrap; }
  .mark .box { margin-right: 1pt; }
  .digits { display: inline-block; white-space: nowrap; vertical-align: -4pt; }
  .digits i { display: inline-block; width: 15pt; height: 17pt; border: 0.75pt solid #000; margin-right: -0.75pt; }
  .blank { display: inline-block; width: 40mm; border-bottom: 1px dotted #000; }
  .line { border-bottom: 1px dotted #000; margin: 0 0 0 14pt; height: 19pt; }
  .grid { margin: 3pt 0 6pt; font-size: 12pt; line-height: 1.12; }
  .grid th, .grid td, .roster th, .roster td, .codebook th, .codebook td { border: 0.5pt solid #000; padding: 2pt 4pt; }
  .grid th { background: #ececec; font-weight: bold; vertical-align: middle; }
  .grid .choice-head { font-weight: normal; font-size: 9pt; padding: 2pt 0.5pt; text-align: center; hyphens: none; }
  .number { width: 9mm; text-align: center; }
  .cell { text-align: center; vertical-align: middle; }
  .cell .box { margin: 0; }
  .grid td { vertical-align: middle; }
  .grid tbody tr:last-child { break-before: avoid; }
  .grid tbody tr:first-child { break-after: avoid; }
  .code-list { border: 0.5pt solid #000; padding: 3pt 6pt; margin: 2pt 0 4pt; break-inside: avoid; }
  .code-list .choices td { padding-left: 24pt; text-indent: -24pt; font-size: 12pt; }
  .coded { break-inside: avoid; }
  .code-rows { margin: 3pt 0 4pt; }
  .code-rows td { padding: 3pt 4pt; vertical-align: middle; }
  .code-rows .code { width: 30mm; text-align: right; }
  .roster { margin: 3pt 0 8pt; table-layout: fixed; }
  .roster th { background: #ececec; font-size: 11pt; font-weight: normal; vertical-align: top; text-align: left; }
  .roster .row-head { width: 42%; font-size: 11.5pt; }
  .roster tbody td { height: 21pt; }
  .roster .small { font-size: 9.5pt; }
  .thanks { text-align: center; font-weight: bold; margin: 14pt 0 0; break-before: avoid; }
  .annex { page: annex; break-before: page; font-size: 11pt; }
  .annex h2 { margin-top: 0; }
  .attached { text-align: center; font-style: italic; }
  .check { margin: 6pt 0; }
  .codebook { font-size: 9.5pt; line-height: 1.15; margin-bottom: 8pt; }
  .codebook th { background: #ececec; }
  .codebook td, .codebook th { padding: 0.8pt 3pt; vertical-align: top; }
  code { font: 8.5pt "Liberation Mono", "DejaVu Sans Mono", monospace; }
  """
