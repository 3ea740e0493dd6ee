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

  /// The attributes of the elements that are written, by the types of codebook.xsd of DDI Codebook 2.5: those that an
  /// element must have, those that it may have, and the words of enumerations.
  private static let attributes: [String: (needed: [String], known: [String], words: [String: [String]])] = [
    "codeBook": ([], ["ID", "version", "xml:lang"], ["version": ["2.5"]]),
    "fileDscr": ([], ["ID"], [:]),
    "varGrp": (
      [], ["ID", "type", "var"],
      [
        "type": [
          "section", "multipleResp", "grid", "display", "repetition", "subject", "version", "iteration", "analysis",
          "pragmatic", "record", "file", "randomized", "other",
        ]
      ]
    ),
    "var": (["name"], ["ID", "name", "files", "intrvl"], ["intrvl": ["contin", "discrete"]]),
    "item": (["VALUE"], ["VALUE"], [:]),
    "catgry": ([], ["ID", "missing"], ["missing": ["Y", "N"]]),
    "varFormat": (
      [], ["type", "schema", "category"],
      [
        "type": ["character", "numeric"], "schema": ["SAS", "SPSS", "IBM", "ANSI", "ISO", "XML-Data", "other"],
        "category": ["date", "time", "currency", "other"],
      ]
    ),
  ]

  @Test(
    "Attributes are those of the schema: the needed ones are there, enumerations have its words",
    arguments: [true, false])
  func attributes(isSplit: Bool) throws {
    let text = try document { $0.multiples = isSplit ? .split : .joined }
    for name in Self.structure.keys {
      let element = "//*[local-name() = '\(name)']"
      let rules = Self.attributes[name] ?? ([], [], [:])
      let known = rules.known.map { "name() = '\($0)'" }.joined(separator: " or ")
      let foreign = known.isEmpty ? "\(element)/@*" : "\(element)/@*[not(\(known))]"
      #expect(try count(foreign, text) == 0, "attributes of \(name)")
      for needed in rules.needed { #expect(try count("\(element)[not(@\(needed))]", text) == 0, "\(name) \(needed)") }
      for (attribute, words) in rules.words {
        let allowed = words.map { ". = '\($0)'" }.joined(separator: " or ")
        #expect(try count("\(element)/@\(attribute)[not(\(allowed))]", text) == 0, "\(name) \(attribute)")
      }
    }
  }

  @Test("What the schema wants once or at least once is there", arguments: [true, false])
  func occurrence(isSplit: Bool) throws {
    let text = try document { $0.multiples = isSplit ? .split : .joined }
    func element(_ name: String) -> String { "*[local-name() = '\(name)']" }
    #expect(try count("/\(element("codeBook"))[count(\(element("stdyDscr"))) >= 1]", text) == 1)
    for (parent, child) in [
      ("stdyDscr", "citation"), ("citation", "titlStmt"), ("titlStmt", "titl"), ("fileDscr", "fileTxt"),
    ] {
      #expect(try count("//\(element(parent))[count(\(element(child))) != 1]", text) == 0, "\(child) in \(parent)")
    }
    for (parent, child) in [("var", "varFormat"), ("catgry", "catValu"), ("dimensns", "varQnty")] {
      #expect(try count("//\(element(parent))[count(\(element(child))) > 1]", text) == 0, "\(child) in \(parent)")
    }
  }

  @Test("Identifiers are names that stand once, and every reference leads to one", arguments: [true, false])
  func references(isSplit: Bool) throws {
    let text = try document { $0.multiples = isSplit ? .split : .joined }
    func values(_ attribute: String) -> [String] {
      text.matches(of: /\s(?<name>[A-Za-z]+)="(?<value>[^"]*)"/).filter { $0.name == attribute }.map {
        String($0.value)
      }
    }
    let identifiers = values("ID")
    #expect(Set(identifiers).count == identifiers.count)
    // An xs:ID begins with a letter and has neither blanks nor colons.
    #expect(identifiers.allSatisfy { $0.wholeMatch(of: /[A-Za-z_][A-Za-z0-9._-]*/) != nil }, "\(identifiers)")
    let references = (values("files") + values("var")).flatMap { $0.split(separator: " ").map(String.init) }
    #expect(references.allSatisfy(Set(identifiers).contains), "\(references)")
    #expect(values("files").count > 5)
    #expect(values("var").isEmpty == !isSplit)
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
