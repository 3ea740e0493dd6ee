import Testing
import XML

@testable import Export

/// Requirement: the codebook keeps to the structure of DDI Codebook 2.5 and tells of every column.
@Suite("Exports as a codebook")
struct CodebookExportTests {
  /// The children of the elements that are written, in the order that codebook.xsd of DDI Codebook 2.5 gives.
  private static let structure: [String: [String]] = [
    "codeBook": ["docDscr", "stdyDscr", "fileDscr", "dataDscr", "otherMat"],
    "stdyDscr": ["citation", "studyAuthorization", "stdyInfo", "studyDevelopment", "method", "dataAccs"],
    "citation": ["titlStmt", "rspStmt", "prodStmt", "distStmt", "serStmt", "verStmt", "biblCit", "holdings", "notes"],
    "titlStmt": ["titl", "subTitl", "altTitl", "parTitl", "IDNo"],
    "verStmt": ["version", "verResp", "notes"],
    "fileDscr": ["fileTxt", "locMap", "notes"],
    "fileTxt": ["fileName", "fileCitation", "dataFingerprint", "fileCont", "fileStrc", "dimensns", "fileType"],
    "dimensns": ["caseQnty", "varQnty", "logRecL", "recPrCas", "recNumTot"],
    "dataDscr": ["varGrp", "nCubeGrp", "var", "nCube", "notes"],
    "varGrp": ["labl", "txt", "concept", "defntn", "universe", "notes"],
    "var": [
      "location", "labl", "imputation", "security", "embargo", "respUnit", "anlysUnit", "qstn", "valrng", "invalrng",
      "undocCod", "universe", "TotlResp", "sumStat", "txt", "stdCatgry", "catgryGrp", "catgry", "codInstr", "verStmt",
      "concept", "derivation", "varFormat", "geoMap", "catLevel", "notes",
    ],
    "qstn": ["preQTxt", "qstnLit", "postQTxt", "forward", "backward", "ivuInstr"],
    "invalrng": ["item", "range", "key", "notes"],
    "catgry": ["catValu", "labl", "txt", "catStat", "mrow", "catgry"],
    "item": [], "varFormat": [], "titl": [], "IDNo": [], "version": [], "fileName": [], "caseQnty": [], "varQnty": [],
    "labl": [], "qstnLit": [], "ivuInstr": [], "catValu": [],
  ]

  private func document(_ change: (inout ExportOptions) -> Void = { _ in }) throws -> String {
    String(decoding: try #require(try ExportSample.export(as: .ddi, change)["out.ddi"]), as: UTF8.self)
  }

  private func count(_ expression: String, _ text: String) throws -> Double {
    guard let document = XPathDocument(text), case .number(let count) = document.value(of: "count(\(expression))")
    else {
      Issue.record("\(expression)")
      return -1
    }
    return count
  }

  @Test("Elements stand where the schema has them")
  func structure() throws {
    let text = try document { $0.multiples = .split }
    let known = Self.structure.keys.map { "local-name() = '\($0)'" }.joined(separator: " or ")
    #expect(try count("//*[not(\(known))]", text) == 0)
    #expect(try count("//*[namespace-uri() != 'ddi:codebook:2_5']", text) == 0)
    for (parent, children) in Self.structure {
      let inside = "//*[local-name() = '\(parent)']/*"
      let allowed = children.map { "local-name() = '\($0)'" }.joined(separator: " or ")
      #expect(try count("\(inside)[not(\(allowed.isEmpty ? "false()" : allowed))]", text) == 0, "inside \(parent)")
      for (index, child) in children.enumerated() {
        for later in children[(index + 1)...] {
          let misplaced = "\(inside)[local-name() = '\(later)']/following-sibling::*[local-name() = '\(child)']"
          #expect(try count(misplaced, text) == 0, "\(child) behind \(later)")
        }
      }
    }
    #expect(try count("//@ID[. = ../preceding::*/@ID]", text) == 0, "identifiers stand once")
  }

  @Test("Columns with questions, codes and missing codes")
  func columns() throws {
    let text = try document { $0.multiples = .split }
    func element(_ name: String) -> String { "*[local-name() = '\(name)']" }
    let view = "//\(element("var"))[@name = 'view']"
    #expect(try count("\(view)/\(element("catgry"))", text) == 4)
    #expect(try count("\(view)/\(element("catgry"))[@missing = 'Y']/\(element("catValu"))[. = '98']", text) == 1)
    #expect(try count("\(view)/\(element("invalrng"))/\(element("item"))[@VALUE = '99']", text) == 1)
    #expect(try count("\(view)/\(element("qstn"))/\(element("qstnLit"))[. = 'Ý kiến']", text) == 1)
    #expect(try count("//\(element("varGrp"))[@type = 'multipleResp']", text) == 1)
    #expect(try count("//\(element("fileDscr"))", text) == 3)
    #expect(try count("//\(element("caseQnty"))[. = '3']", text) == 1)
    #expect(!text.contains("k1"), "no answer and no key")
  }
}
