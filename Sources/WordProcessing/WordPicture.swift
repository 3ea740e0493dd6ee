internal import Markup

/// A picture as files: lines and letters for programs that draw them (Word from 2016), dots for all others.
package struct WordImage: Sendable {
  package var png: [UInt8]
  package var svg: String

  package init(png: [UInt8], svg: String) {
    self.png = png
    self.svg = svg
  }
}

/// A picture in a line of text.
package struct WordPicture {
  /// Its number among the pictures of the document, from 1: the picture of this number in ``WordPackage/pictures``.
  package var number: Int
  /// Its width and height, in units of which 36,000 are a millimetre.
  package var width: Int
  package var height: Int
  /// What it is, and what it shows for those who do not see it.
  package var title: String
  package var description: String

  package init(number: Int, width: Int, height: Int, title: String, description: String) {
    self.number = number
    self.width = width
    self.height = height
    self.title = title
    self.description = description
  }

  private var size: MarkupWriter.Attributes { [("cx", "\(width)"), ("cy", "\(height)")] }

  func write(into run: inout MarkupWriter) {
    run.element("w:drawing") { drawing in
      drawing.element("wp:inline", [("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")]) { inline in
        inline.empty("wp:extent", size)
        inline.empty(
          "wp:docPr",
          [("id", "\(number)"), ("name", "Picture \(number)"), ("descr", description), ("title", title)])
        inline.element("wp:cNvGraphicFramePr") {
          $0.empty("a:graphicFrameLocks", [("xmlns:a", drawingNamespace), ("noChangeAspect", "1")])
        }
        inline.element("a:graphic", [("xmlns:a", drawingNamespace)]) { graphic in
          graphic.element("a:graphicData", [("uri", pictureNamespace)]) { writePicture(into: &$0) }
        }
      }
    }
  }

  private func writePicture(into data: inout MarkupWriter) {
    data.element("pic:pic", [("xmlns:pic", pictureNamespace)]) { picture in
      picture.element("pic:nvPicPr") { properties in
        properties.empty("pic:cNvPr", [("id", "\(number)"), ("name", "picture\(number).png"), ("descr", description)])
        properties.empty("pic:cNvPicPr")
      }
      picture.element("pic:blipFill") { fill in
        fill.element("a:blip", [("r:embed", "rIdPicture\(number)")]) { blip in
          blip.element("a:extLst") { extensions in
            extensions.element("a:ext", [("uri", vectorExtension)]) {
              $0.empty("asvg:svgBlip", [("xmlns:asvg", vectorNamespace), ("r:embed", "rIdDrawing\(number)")])
            }
          }
        }
        fill.element("a:stretch") { $0.empty("a:fillRect") }
      }
      picture.element("pic:spPr") { shape in
        shape.element("a:xfrm") { frame in
          frame.empty("a:off", [("x", "0"), ("y", "0")])
          frame.empty("a:ext", size)
        }
        shape.element("a:prstGeom", [("prst", "rect")]) { $0.empty("a:avLst") }
      }
    }
  }
}

private let drawingNamespace = "http://schemas.openxmlformats.org/drawingml/2006/main"
/// The extension by which a picture names its drawing beside the dots ([MS-ODRAWXML], svgBlip).
private let vectorExtension = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
private let vectorNamespace = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
private let pictureNamespace = "http://schemas.openxmlformats.org/drawingml/2006/picture"
