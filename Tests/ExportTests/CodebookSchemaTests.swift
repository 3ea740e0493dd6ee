import Export
import Foundation
import FormDefinition
import Responses
import Testing

/// Requirement: codebooks are valid against the schema of DDI Codebook 2.5, for every form of the project and one that has
/// whatever may be awkward. `Schemas/` holds the part of the schema that concerns what is written.
@Suite("Codebooks against the schema of DDI", .enabled(if: FileManager.default.isExecutableFile(atPath: xmllint)))
struct CodebookSchemaTests {
  private static let here = URL(filePath: #filePath).deletingLastPathComponent()
  private static let forms = here.appending(path: "../../forms").standardized
  static let names = (try? FileManager.default.contentsOfDirectory(atPath: forms.path))?.sorted() ?? []

  /// Every pair of options that changes a codebook.
  static let options: [ExportOptions] = [true, false].flatMap { isSplit in
    [true, false].map { isPublic in
      var options = ExportOptions()
      options.multiples = isSplit ? .split : .joined
      options.isPublic = isPublic
      options.labels = isSplit ? .both : .codes
      return options
    }
  }

  /// What `xmllint` says of the codebook of a form; "" when it is valid.
  private func faults(_ form: Form, _ options: ExportOptions) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ykien-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "codebook.xml").path
    let store = InMemoryRecordStore(layout: RecordLayout(form: form))
    _ = try Export.export(store, of: form, as: .ddi, options, to: file)
    return try Self.faults(inFile: file)
  }

  private static func faults(inFile file: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: xmllint)
    let schema = here.appending(path: "Schemas/ddi-codebook-2.5-extract.xsd").path
    process.arguments = ["--noout", "--nonet", "--schema", schema, file]
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return process.terminationStatus == 0 ? "" : said
  }

  private func form(_ name: String) throws -> Form {
    var sheets: [String: [UInt8]] = [:]
    for sheet in ["survey", "choices", "settings", "indicators"] {
      let url = Self.forms.appending(path: "\(name)/\(sheet).csv")
      if let data = try? Data(contentsOf: url) { sheets[sheet] = Array(data) }
    }
    return try #require(Form.read(FormSheets(source: name, sheets: sheets)).form)
  }

  @Test("The codebook of every form of the project is valid", arguments: names)
  func projectForms(name: String) throws {
    let form = try form(name)
    for options in Self.options {
      let found = try faults(form, options)
      #expect(found.isEmpty, "\(found.prefix(2000))")
    }
  }

  @Test("So is that of a form with signs of XML, empty labels, languages, repeats in repeats and missing codes")
  func awkward() throws {
    let survey = """
      type,name,label::Tiếng Việt (vi),label::English (en),hint::Tiếng Việt (vi),appearance
      text,a,"<b>&amp; ""x"" 'y' ]]> -->","\u{1F600} e\u{301}","a < b & c",
      select_one l,b.c-d,Một,One,,likert
      select_multiple l,câu,Hai,Two,Chọn,
      rank l,xếp,Ba,Three,,
      select_one l,only,,Only English,,
      geopoint,place,Nơi,Place,,
      begin repeat,r,R,R,,
      date,day,Ngày,Day,,
      begin repeat,rr,RR,RR,,
      time,at,Lúc,At,,
      select_multiple l,m,M,M,,
      end repeat,,,,,
      end repeat,,,,,

      """
    let choices = """
      list_name,name,label::Tiếng Việt (vi),label::English (en),missing
      l,1,"<1 & ""2"" >",,
      l,-1,Âm,Minus,
      l,x/y,Gạch,Slash,
      l,98,Không biết,Don't know,dont_know
      l,99,,,no_answer

      """
    let settings = "form_title,form_id,version,default_language\n\"A & <B>\",awk ward,\"1 <2>\",Tiếng Việt (vi)\n"
    let form = try #require(
      Form.read(
        FormSheets(
          source: "awkward",
          sheets: [
            "survey": Array(survey.utf8), "choices": Array(choices.utf8), "settings": Array(settings.utf8),
          ])
      ).form)
    for language in ["", "vi", "en"] {
      for var options in Self.options {
        options.language = language
        let found = try faults(form, options)
        #expect(found.isEmpty, "\(language): \(found.prefix(2000))")
      }
    }
  }

  @Test(
    "The schema refuses what it should",
    arguments: [
      ("<catgry><labl>a</labl><catValu>1</catValu></catgry>", "catValu"), ("<item/>", "item"),
      ("<varFormat type=\"text\"/>", "type"), ("<invalrng/>", "invalrng"),
      ("<varFormat/><varFormat/>", "varFormat"), ("<labl><b/></labl>", "b"),
    ])
  func refused(content: String, word: String) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "ykien-\(UUID().uuidString).xml")
    defer { try? FileManager.default.removeItem(at: file) }
    let citation = "<stdyDscr><citation><titlStmt><titl>t</titl></titlStmt></citation></stdyDscr>"
    for (inside, isValid) in [("<labl>v</labl>", true), (content, false)] {
      let text = """
        <codeBook xmlns="ddi:codebook:2_5" version="2.5">\(citation)<fileDscr ID="F1"/><dataDscr>\
        <var ID="V1" name="v" files="F1">\(inside)</var></dataDscr></codeBook>
        """
      try text.write(to: file, atomically: true, encoding: .utf8)
      let found = try Self.faults(inFile: file.path)
      #expect(found.isEmpty == isValid, "\(found)")
      if !isValid { #expect(found.contains(word)) }
    }
  }
}

/// The program that validates; the tests are left out where it is not installed.
private let xmllint = "/usr/bin/xmllint"
