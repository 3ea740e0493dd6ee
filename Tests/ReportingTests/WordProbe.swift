import Foundation

@testable import Reporting

/// Looks into the parts of a Word document.
struct WordProbe {
  let parts: [(path: String, bytes: [UInt8])]

  func text(_ path: String) -> String {
    parts.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  }

  var document: String { text("word/document.xml") }

  /// The XML of a paragraph style.
  func style(_ identifier: String) -> String {
    let styles = text("word/styles.xml")
    guard let start = styles.range(of: "w:styleId=\"\(identifier)\""),
      let end = styles.range(of: "</w:style>", range: start.upperBound..<styles.endIndex)
    else { return "" }
    return String(styles[start.upperBound..<end.lowerBound])
  }

  /// The value of an attribute of the first element of a name.
  static func attribute(_ name: String, of element: String, in xml: String) -> String {
    guard let start = xml.range(of: "<\(element) "),
      let end = xml.range(of: ">", range: start.upperBound..<xml.endIndex)
    else { return "" }
    return HTMLProbe.attribute(name, of: "<\(element) " + xml[start.upperBound..<end.lowerBound])
  }

  /// The paragraphs with their numbers as Word counts them and plain spaces, each with the identifier of its style.
  var paragraphs: [(style: String, words: String)] {
    var counting = WordCounting(self)
    return document.components(separatedBy: "<w:p>").dropFirst().map { paragraph in
      (
        WordProbe.attribute("w:val", of: "w:pStyle", in: paragraph),
        counting.sign(of: paragraph)
          + HTMLProbe.texts(of: "w:t", in: paragraph).joined().replacing("\u{00A0}", with: " ")
      )
    }
  }

  /// The words of the document, a line for each paragraph.
  var words: String { paragraphs.map(\.words).joined(separator: "\n") }
}
