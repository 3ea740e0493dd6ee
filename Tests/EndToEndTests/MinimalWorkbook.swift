import Archive

/// A workbook of texts, written part by part.
enum MinimalWorkbook {
  /// The bytes of a workbook with these sheets, in this order.
  static func bytes(_ sheets: [(name: String, rows: [[String]])]) throws -> [UInt8] {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let package = "http://schemas.openxmlformats.org/package/2006"
    let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    var parts: [(String, String)] = []
    parts.append(
      (
        "[Content_Types].xml",
        """
        <Types xmlns="\(package)/content-types"><Default Extension="rels" \
        ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" \
        ContentType="\(type).sheet.main+xml"/>\(sheets.indices.map {
          "<Override PartName=\"/xl/worksheets/sheet\($0 + 1).xml\" ContentType=\"\(type).worksheet+xml\"/>"
        }.joined())</Types>
        """
      ))
    parts.append(
      (
        "_rels/.rels",
        """
        <Relationships xmlns="\(package)/relationships"><Relationship Id="r1" Type="\(office)/officeDocument" \
        Target="xl/workbook.xml"/></Relationships>
        """
      ))
    parts.append(
      (
        "xl/workbook.xml",
        """
        <workbook xmlns="\(main)" xmlns:r="\(office)"><sheets>\(sheets.enumerated().map {
          "<sheet name=\"\($1.name)\" sheetId=\"\($0 + 1)\" r:id=\"r\($0 + 1)\"/>"
        }.joined())</sheets></workbook>
        """
      ))
    parts.append(
      (
        "xl/_rels/workbook.xml.rels",
        """
        <Relationships xmlns="\(package)/relationships">\(sheets.indices.map {
          "<Relationship Id=\"r\($0 + 1)\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet\($0 + 1).xml\"/>"
        }.joined())</Relationships>
        """
      ))
    for (index, sheet) in sheets.enumerated() {
      let rows = sheet.rows.enumerated().map { row, cells in
        let own = cells.enumerated().map { column, text in
          let letter = UnicodeScalar(UInt8(65 + column))
          return "<c r=\"\(letter)\(row + 1)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
        }
        return "<row r=\"\(row + 1)\">\(own.joined())</row>"
      }
      parts.append(
        (
          "xl/worksheets/sheet\(index + 1).xml",
          "<worksheet xmlns=\"\(main)\"><sheetData>\(rows.joined())</sheetData></worksheet>"
        ))
    }
    return try ZipWriter.archive(
      parts.map { ZipWriter.Member(name: $0, bytes: Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\($1)".utf8)) })
  }
}
