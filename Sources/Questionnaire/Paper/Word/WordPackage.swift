/// The first line of every part.
let xmlDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

private let officeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
private let packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships"
private let wordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
private let wordTypes = "application/vnd.openxmlformats-officedocument.wordprocessingml"

/// What kind of file each part is.
let wordContentTypes =
  xmlDeclaration
    + """
    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
    <Default Extension="xml" ContentType="application/xml"/>
    <Override PartName="/word/document.xml" ContentType="\(wordTypes).document.main+xml"/>
    <Override PartName="/word/styles.xml" ContentType="\(wordTypes).styles+xml"/>
    <Override PartName="/word/settings.xml" ContentType="\(wordTypes).settings+xml"/>
    <Override PartName="/word/header1.xml" ContentType="\(wordTypes).header+xml"/>
    <Override PartName="/word/fontTable.xml" ContentType="\(wordTypes).fontTable+xml"/>
    <Override PartName="/word/theme/theme1.xml" \
    ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>
    <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
    </Types>

    """

/// Where the document and its properties lie.
let wordPackageRelations =
  xmlDeclaration
    + """
    <Relationships xmlns="\(packageRelations)">
    <Relationship Id="rIdDocument" Type="\(officeRelations)/officeDocument" Target="word/document.xml"/>
    <Relationship Id="rIdProperties" Type="\(packageRelations)/metadata/core-properties" Target="docProps/core.xml"/>
    </Relationships>

    """

/// What the document refers to.
let wordDocumentRelations =
  xmlDeclaration
    + """
    <Relationships xmlns="\(packageRelations)">
    <Relationship Id="rIdStyles" Type="\(officeRelations)/styles" Target="styles.xml"/>
    <Relationship Id="rIdSettings" Type="\(officeRelations)/settings" Target="settings.xml"/>
    <Relationship Id="rIdHeader" Type="\(officeRelations)/header" Target="header1.xml"/>
    <Relationship Id="rIdFonts" Type="\(officeRelations)/fontTable" Target="fontTable.xml"/>
    <Relationship Id="rIdTheme" Type="\(officeRelations)/theme" Target="theme/theme1.xml"/>
    </Relationships>

    """

/// The behaviour of Word 2013 and later.
let wordSettings =
  xmlDeclaration
    + """
    <w:settings xmlns:w="\(wordNamespace)">
    <w:compat>
    <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
    </w:compat>
    </w:settings>

    """

/// The number of the page, in the middle of the top margin.
let wordHeader =
  xmlDeclaration
    + """
    <w:hdr xmlns:w="\(wordNamespace)">
    <w:p><w:pPr><w:pStyle w:val="Normal"/><w:jc w:val="center"/></w:pPr>\
    <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>\
    <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>\
    <w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
    </w:hdr>

    """

/// The document's title and language.
func wordProperties(title: String, language: String) -> String {
  xmlDeclaration
    + """
    <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
    xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:title>\(title.escapedForMarkup)</dc:title>
    <dc:language>\(language)</dc:language>
    </cp:coreProperties>

    """
}
