package import Markup

/// The first line of every part.
let xmlDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

let wordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
private let officeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
private let packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships"
private let wordTypes = "application/vnd.openxmlformats-officedocument.wordprocessingml"
private let wordDrawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"

/// A Word document (Office Open XML) before it is packed.
///
/// Every text is escaped; nothing refers to anything outside.
package struct WordPackage {
  /// A file of the package.
  package struct Part: Sendable, Hashable {
    /// Its path inside the package.
    package var path: String
    package var bytes: [UInt8]
  }

  /// `vi-VN` or `en-GB`.
  package var language: String
  package var title: String
  /// The body that issues it; "" for none.
  package var creator = ""
  /// When it was made, `yyyy-MM-ddTHH:mm:ssZ`; nil leaves it out.
  package var created: String?
  package var styles: WordStyleSheet
  /// The fonts that styles name.
  package var fonts: [(name: String, family: String, pitch: String)] = [("Times New Roman", "roman", "variable")]
  /// The words in the bottom margin of sections that want them.
  package var footer = ""
  /// The pictures in the order of their numbers.
  package var pictures: [WordImage] = []

  package init(title: String, language: String, styles: WordStyleSheet) {
    self.title = title
    self.language = language
    self.styles = styles
  }

  /// The files in the order in which they are packed; `body` writes paragraphs, tables and the last section, and returns
  /// the lists by which they are counted.
  ///
  /// - Complexity: O(size of the document).
  package func parts(body: (inout MarkupWriter) -> WordNumbering) -> [Part] {
    var writer = MarkupWriter()
    var numbering = WordNumbering()
    writer.element(
      "w:document", [("xmlns:w", wordNamespace), ("xmlns:r", officeRelations), ("xmlns:wp", wordDrawing)]
    ) { document in document.element("w:body") { numbering = body(&$0) } }
    let hasLists = !numbering.isEmpty
    let texts = [
      ("[Content_Types].xml", contentTypes(hasLists: hasLists)), ("_rels/.rels", packageRelationsPart),
      ("docProps/core.xml", properties), ("word/document.xml", xmlDeclaration + writer.text),
      ("word/_rels/document.xml.rels", documentRelations(hasLists: hasLists)),
      ("word/styles.xml", styles.part(language: language)),
      ("word/settings.xml", wordSettings), ("word/header1.xml", wordHeader), ("word/fontTable.xml", fontTable),
      ("word/theme/theme1.xml", wordTheme),
    ]
    var parts = texts.map { Part(path: $0.0, bytes: Array($0.1.utf8)) }
    if hasLists { parts.append(Part(path: "word/numbering.xml", bytes: Array(numbering.part.utf8))) }
    if !footer.isEmpty { parts.append(Part(path: "word/footer1.xml", bytes: Array(footerPart.utf8))) }
    for (index, picture) in pictures.enumerated() {
      parts.append(Part(path: "word/media/picture\(index + 1).png", bytes: picture.png))
      parts.append(Part(path: "word/media/picture\(index + 1).svg", bytes: Array(picture.svg.utf8)))
    }
    return parts
  }

  /// What kind of file each part is.
  private func contentTypes(hasLists: Bool) -> String {
    var writer = MarkupWriter()
    writer.element("Types", [("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")]) { types in
      let packageTypes = "application/vnd.openxmlformats-package"
      for (ending, type) in [
        ("rels", "\(packageTypes).relationships+xml"), ("xml", "application/xml"), ("png", "image/png"),
        ("svg", "image/svg+xml"),
      ] {
        types.empty("Default", [("Extension", ending), ("ContentType", type)])
      }
      var overrides = [
        "document": "document.main", "styles": "styles", "settings": "settings", "header1": "header",
        "fontTable": "fontTable",
      ]
      if !footer.isEmpty { overrides["footer1"] = "footer" }
      if hasLists { overrides["numbering"] = "numbering" }
      for (part, type) in overrides.sorted(by: { $0.key < $1.key }) {
        types.empty("Override", [("PartName", "/word/\(part).xml"), ("ContentType", "\(wordTypes).\(type)+xml")])
      }
      types.empty(
        "Override",
        [
          ("PartName", "/word/theme/theme1.xml"),
          ("ContentType", "application/vnd.openxmlformats-officedocument.theme+xml"),
        ])
      types.empty(
        "Override", [("PartName", "/docProps/core.xml"), ("ContentType", "\(packageTypes).core-properties+xml")])
    }
    return xmlDeclaration + writer.text
  }

  /// Where the document and its properties lie.
  private var packageRelationsPart: String {
    relations([
      ("rIdDocument", "\(officeRelations)/officeDocument", "word/document.xml"),
      ("rIdProperties", "\(packageRelations)/metadata/core-properties", "docProps/core.xml"),
    ])
  }

  /// What the document refers to.
  private func documentRelations(hasLists: Bool) -> String {
    var targets = [
      ("rIdStyles", "\(officeRelations)/styles", "styles.xml"),
      ("rIdSettings", "\(officeRelations)/settings", "settings.xml"),
      ("rIdHeader", "\(officeRelations)/header", "header1.xml"),
      ("rIdFonts", "\(officeRelations)/fontTable", "fontTable.xml"),
      ("rIdTheme", "\(officeRelations)/theme", "theme/theme1.xml"),
    ]
    if hasLists { targets.append(("rIdNumbering", "\(officeRelations)/numbering", "numbering.xml")) }
    if !footer.isEmpty { targets.append(("rIdFooter", "\(officeRelations)/footer", "footer1.xml")) }
    for number in 1..<(pictures.count + 1) {
      targets.append(("rIdPicture\(number)", "\(officeRelations)/image", "media/picture\(number).png"))
      targets.append(("rIdDrawing\(number)", "\(officeRelations)/image", "media/picture\(number).svg"))
    }
    return relations(targets)
  }

  private func relations(_ targets: [(id: String, type: String, target: String)]) -> String {
    var writer = MarkupWriter()
    writer.element("Relationships", [("xmlns", packageRelations)]) { list in
      for target in targets {
        list.empty("Relationship", [("Id", target.id), ("Type", target.type), ("Target", target.target)])
      }
    }
    return xmlDeclaration + writer.text
  }

  /// The document's title, maker, day and language.
  private var properties: String {
    var writer = MarkupWriter()
    writer.element(
      "cp:coreProperties",
      [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"), ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
      ]
    ) { list in
      list.leaf("dc:title", text: title)
      if !creator.isEmpty { list.leaf("dc:creator", text: creator) }
      list.leaf("dc:language", text: language)
      if let created {
        list.leaf("dcterms:created", [("xsi:type", "dcterms:W3CDTF")], text: created)
        list.leaf("dcterms:modified", [("xsi:type", "dcterms:W3CDTF")], text: created)
      }
    }
    return xmlDeclaration + writer.text
  }

  private var footerPart: String {
    var writer = MarkupWriter()
    writer.element("w:ftr", [("xmlns:w", wordNamespace)]) {
      WordParagraph(style: "Footer", footer).write(into: &$0)
    }
    return xmlDeclaration + writer.text
  }

  /// The fonts that the styles name.
  private var fontTable: String {
    var writer = MarkupWriter()
    writer.element("w:fonts", [("xmlns:w", wordNamespace)]) { list in
      for font in fonts {
        list.element("w:font", [("w:name", font.name)]) {
          $0.empty("w:family", [("w:val", font.family)])
          $0.empty("w:pitch", [("w:val", font.pitch)])
        }
      }
    }
    return xmlDeclaration + writer.text
  }
}

/// The behaviour of Word 2013 and later.
private let wordSettings =
  xmlDeclaration
    + """
    <w:settings xmlns:w="\(wordNamespace)">
    <w:compat>
    <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
    </w:compat>
    </w:settings>

    """

/// The number of the page, in the middle of the top margin.
private let wordHeader: String = {
  var writer = MarkupWriter()
  writer.element("w:hdr", [("xmlns:w", wordNamespace)]) {
    WordParagraph(style: "Header", [WordRun(.field("PAGE", result: "1"))]).write(into: &$0)
  }
  return xmlDeclaration + writer.text
}()
