import Archive
import Diagnostics
import FormDefinition
import Markup
import Foundation
import Programs
import Testing
import XML

@testable import Questionnaire

/// Requirements: every label reaches the page and the Word document as text; both are well formed, load nothing, and
/// are the same bytes each time; WeasyPrint makes A4 pages of them that can be searched.
@Suite("Rendering paper questionnaires")
struct PaperRenderingTests {
  static let forms: [String] = ["sample", "plain"] + SampleForms.shipped.keys.sorted()

  private func form(_ name: String) -> Form? {
    switch name {
    case "sample": SampleForms.every
    case "plain": SampleForms.plain
    default: SampleForms.shipped[name]
    }
  }

  /// Texts that must be found, whatever the layout.
  private func texts(of paper: PaperQuestionnaire) -> [String] {
    var texts = [paper.title] + paper.instructions + paper.questions.map(\.label)
    for question in paper.questions {
      texts += [question.hint, question.condition ?? ""] + question.jumps
      if case .choices(let choices, _) = question.answer { texts += choices.map(\.label) }
    }
    for list in paper.codebook.lists { texts += list.codes.map(\.label) }
    return texts.filter { !$0.isEmpty }
  }

  @Test("Every text stands on the page and in the Word document, escaped", arguments: forms)
  func complete(name: String) throws {
    for language in InterfaceLanguage.allCases {
      let paper = PaperQuestionnaire(try #require(form(name)), language: language)
      let page = PaperHTML.document(for: paper)
      let word = try #require(PaperWord.parts(for: paper).first { $0.path == "word/document.xml" }?.text)
        .replacing("\u{200B}", with: "")
      for text in texts(of: paper) {
        #expect(page.contains(text.escapedForMarkup), "\(text)")
        #expect(word.contains(text.escapedForMarkup), "\(text)")
      }
      #expect(page == PaperHTML.document(for: paper))
    }
  }

  @Test("Hostile labels stay text, and nothing is loaded from anywhere", arguments: forms)
  func hostile(name: String) throws {
    let page = PaperHTML.document(for: PaperQuestionnaire(try #require(form(name))))
    for forbidden in ["<script", "src=", "href=", "url(", "@import", "<b>không</b>"] {
      #expect(!page.contains(forbidden), "\(forbidden)")
    }
  }

  @Test("Every part of the Word document is well formed and its package opens", arguments: forms)
  func wellFormed(name: String) throws {
    let parts = PaperWord.parts(for: PaperQuestionnaire(try #require(form(name))))
    for part in parts {
      var events = XMLEvents()
      let failure = XMLParser(names: []).parse(Array(part.text.utf8), into: &events)
      #expect(failure == nil, "\(part.path)")
    }
    let members = parts.map { ZipWriter.Member(name: $0.path, bytes: Array($0.text.utf8)) }
    let bytes = try ZipWriter.archive(members)
    #expect(try bytes == ZipWriter.archive(members))
    let archive = try ZipArchive(bytes: bytes)
    #expect(archive.members().map(\.name) == parts.map(\.path))
  }

  @Test("Tables of the Word document have as many cells in each row as columns, heads repeat, rows stay whole")
  func wordTables() throws {
    let paper = PaperQuestionnaire(try #require(SampleForms.shipped["pks-01"]))
    let word = try #require(PaperWord.parts(for: paper).first { $0.path == "word/document.xml" }?.text)
    #expect(!word.contains("<w:tc/>"))
    for table in word.components(separatedBy: "<w:tbl>").dropFirst() {
      let columns = table.components(separatedBy: "<w:gridCol").count - 1
      for row in table.components(separatedBy: "<w:tr>").dropFirst() {
        #expect(row.components(separatedBy: "<w:tc>").count - 1 == columns)
      }
    }
    let rows = word.components(separatedBy: "<w:tr>").count
    #expect(word.components(separatedBy: "<w:cantSplit/>").count == rows)
    // Eight tables of statements, two of the annex.
    #expect(word.components(separatedBy: "<w:tblHeader/>").count - 1 == 10)
    #expect(word.components(separatedBy: ">☐<").count - 1 > 400)
  }
}

/// Whether a test that needs a program runs: where the tools are required it runs, and fails, without them.
private func canRun(_ programs: String...) -> Bool {
  ProcessInfo.processInfo.environment["YKIEN_REQUIRE_TOOLS"] == "1"
    || programs.allSatisfy { ProgramRun.find($0) != nil }
}

@Suite(
  "Paper questionnaires as PDF",
  .enabled(if: canRun("weasyprint", "pdftotext", "pdfinfo"), "weasyprint or poppler-utils is not installed"))
struct PaperPDFTests {
  @Test("The main questionnaire is A4, eight to twelve pages, searchable, numbered from page 2")
  func mainForm() throws {
    guard let folder = ScratchFolder() else { throw CancellationError() }
    let page = URL(filePath: folder.path).appending(path: "page.html")
    let paper = PaperQuestionnaire(try #require(SampleForms.shipped["pks-01"]))
    try Data(PaperHTML.document(for: paper).utf8).write(to: page)
    var bytes: [Data] = []
    for name in ["one.pdf", "two.pdf"] {
      try ProgramRun(
        "weasyprint", ["--encoding", "utf-8", page.path(), name], in: folder.path,
        environment: ["SOURCE_DATE_EPOCH": "315532800", "PYTHONHASHSEED": "0"]
      ).run()
      bytes.append(try Data(contentsOf: URL(filePath: folder.path).appending(path: name)))
    }
    #expect(bytes[0] == bytes[1])
    let pdf = URL(filePath: folder.path).appending(path: "one.pdf").path()
    let info = try runProgram(ProgramRun.find("pdfinfo") ?? "", [pdf]).output
    let pages = try #require(info.firstMatch(of: /Pages: +(\d+)/).flatMap { Int($0.1) })
    #expect((8...12).contains(pages))
    #expect(info.contains("A4"))
    let text = try runProgram(ProgramRun.find("pdftotext") ?? "", ["-layout", pdf, "-"]).output
    let leaves = text.components(separatedBy: "\u{0C}")
    #expect(leaves[0].contains("Mã phiếu") && leaves[0].contains("Nếu câu 1 chọn “Không đồng ý”"))
    #expect(!leaves[0].trimmingCharacters(in: .whitespacesAndNewlines).hasPrefix("1\n"))
    #expect(leaves[1].trimmingCharacters(in: .whitespacesAndNewlines).hasPrefix("2\n"))
    // The heading of a table that runs over the page stands there again.
    #expect(leaves.filter { $0.contains("Nội dung") }.count >= 6)
    for question in paper.questions { #expect(text.contains("\(question.number)"), "\(question.name)") }
  }
}
