internal import Markup

/// A theme in black and white, which Word expects of every document; no style refers to it.
let wordTheme: String = {
  var writer = MarkupWriter()
  writer.element(
    "a:theme", [("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"), ("name", "ykien")]
  ) { theme in
    theme.element("a:themeElements") { elements in
      elements.element("a:clrScheme", [("name", "ykien")]) { colours in
        for (name, value) in [
          ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "333333"), ("lt2", "ECECEC"), ("accent1", "333333"),
          ("accent2", "555555"), ("accent3", "777777"), ("accent4", "999999"), ("accent5", "BBBBBB"),
          ("accent6", "DDDDDD"), ("hlink", "000000"), ("folHlink", "000000"),
        ] {
          colours.element("a:\(name)") { $0.empty("a:srgbClr", [("val", value)]) }
        }
      }
      elements.element("a:fontScheme", [("name", "ykien")]) { fonts in
        for kind in ["a:majorFont", "a:minorFont"] {
          fonts.element(kind) { font in
            font.empty("a:latin", [("typeface", "Times New Roman")])
            font.empty("a:ea", [("typeface", "")])
            font.empty("a:cs", [("typeface", "")])
          }
        }
      }
      elements.element("a:fmtScheme", [("name", "ykien")]) { formats in
        formats.element("a:fillStyleLst") { writeFills(into: &$0) }
        formats.element("a:lnStyleLst") { lines in
          for width in [6350, 12700, 19050] {
            lines.element("a:ln", [("w", "\(width)")]) { writeFill(into: &$0) }
          }
        }
        formats.element("a:effectStyleLst") { effects in
          for _ in 0..<3 { effects.element("a:effectStyle") { $0.empty("a:effectLst") } }
        }
        formats.element("a:bgFillStyleLst") { writeFills(into: &$0) }
      }
    }
  }
  return xmlDeclaration + writer.text
}()

/// The three strengths that a theme must have.
private func writeFills(into writer: inout MarkupWriter) {
  for _ in 0..<3 { writeFill(into: &writer) }
}

private func writeFill(into writer: inout MarkupWriter) {
  writer.element("a:solidFill") { $0.empty("a:schemeClr", [("val", "phClr")]) }
}
