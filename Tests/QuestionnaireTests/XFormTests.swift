import FormDefinition
import Foundation
import Testing

@testable import Questionnaire

/// Requirements: the shape OpenRosa clients expect; every text escaped; the same bytes for the same form; accepted by
/// ODK Validate.
@Suite("XForms documents")
struct XFormTests {
  @Test("The document holds instance, binds, texts and controls of every kind of question")
  func everyKind() throws {
    let text = XForm.document(for: try #require(SampleForms.every))
    for expected in [
      "<h:title>Phiếu thử</h:title>", "<data id=\"sample\" version=\"7\">", "<instanceID/>", "<batch>b1</batch>",
      "<translation lang=\"Tiếng Việt (vi)\" default=\"true()\">", "<translation lang=\"English (en)\">",
      "<bind nodeset=\"/data/start\" type=\"dateTime\" jr:preload=\"timestamp\" jr:preloadParams=\"start\"/>",
      "<bind nodeset=\"/data/profile\" relevant=\"/data/welcome/consent = 'yes'\"/>",
      "constraint=\". &gt;= 18 and . &lt;= 120\"",
      "jr:constraintMsg=\"jr:itext('/data/profile/age:jr:constraintMsg')\"",
      "<range ref=\"/data/profile/years\" start=\"0\" end=\"40\" step=\"1\">",
      "<odk:rank ref=\"/data/closing/priorities\">",
      "nodeset=\"instance('commune')/root/item[province = /data/profile/prov]\"", "<province>92</province>",
      "<output value=\"/data/profile/age\"/>", "<trigger ref=\"/data/closing/ok\">", "<repeat nodeset=\"/data/child\">",
      "relevant=\"../child_name != ''\"", "constraint=\". &lt; /data/profile/age\"", "<child jr:template=\"\">",
      "calculate=\"count(/data/child)\"", "<group appearance=\"field-list\" ref=\"/data/opinions\">",
      "appearance=\"list-nolabel\"", "type=\"odk:rank\"",
    ] { #expect(holds(text, expected), "\(expected)") }
    #expect(!text.contains("<script>"))
    #expect(text.contains("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;chỉ&quot;"))
  }

  @Test("Nodes inside a repeat are named from where they are used")
  func repeats() throws {
    let text = XForm.document(for: try #require(SampleForms.plain))
    for expected in [
      "calculate=\"../v * 2 + count(../../r2) + position(..)\"", "calculate=\"sum(/data/r/r2/v)\"",
      "nodeset=\"instance('l')/root/item[name != current()/../../t]\"", "jr:count=\"/data/r_count\"",
      "jr:count=\"/data/n\"",
      "<bind nodeset=\"/data/r_count\" type=\"string\" readonly=\"true()\" calculate=\"/data/n + 1\"/>",
      "randomize(instance('l')/root/item, 5)", "<value form=\"guidance\">Giải thích</value>", "<audit/>",
      "<setvalue event=\"odk-instance-first-load\" ref=\"/data/a\"", "<h:body class=\"pages\">",
      "<submission action=\"https://example.org/submission\" method=\"post\"/>", "mediatype=\"image/*\"",
      "<data id=\"plain\">", "<output value=\"/data/total\"/>",
    ] { #expect(holds(text, expected), "\(expected)") }
  }

  /// Whether a document holds a text, blanks aside: those around paths mean nothing.
  private func holds(_ document: String, _ text: String) -> Bool {
    document.filter { $0 != " " }.contains(text.filter { $0 != " " })
  }

  @Test("The same form gives the same bytes")
  func deterministic() throws {
    let form = try #require(SampleForms.every)
    #expect(XForm.document(for: form) == XForm.document(for: form))
  }

  @Test(
    "A label is split at its references",
    arguments: [("a ${b} c", 3), ("${b}", 1), ("a ${b", 1), ("", 0), ("$ {a}", 1)])
  func labels(_ label: String, _ count: Int) { #expect(LabelPiece.pieces(of: label).count == count) }

  @Test(
    "ODK Validate accepts every form", .enabled(if: Validator.isPresent, "ODK_Validate.jar or java is not installed"))
  func validate() throws {
    var forms = SampleForms.shipped
    forms["every-kind"] = SampleForms.every
    forms["plain"] = SampleForms.plain
    #expect(forms["every-kind"] != nil && forms["plain"] != nil)
    let folder = FileManager.default.temporaryDirectory.appending(path: "ykien-xforms-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var paths: [String] = []
    for (name, form) in forms.sorted(by: { $0.key < $1.key }) {
      let path = folder.appending(path: "\(name).xml")
      try Data(XForm.document(for: form).utf8).write(to: path)
      paths.append(path.path())
    }
    let run = try Validator.run(paths)
    #expect(run.status == 0, "\(run.output)")
  }
}

/// ODK Validate, where it is installed.
enum Validator {
  static let jar: String? = [
    ProcessInfo.processInfo.environment["YKIEN_ODK_VALIDATE_JAR"],
    SampleForms.packageRoot.appending(path: ".build/tools/ODK_Validate.jar").path(),
  ].compactMap { $0 }.first { FileManager.default.fileExists(atPath: $0) }

  static let java: String? = ["/usr/bin/java", "/usr/local/bin/java"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  static var isPresent: Bool { jar != nil && java != nil }

  static func run(_ paths: [String]) throws -> (status: Int32, output: String) {
    try runProgram(java ?? "", ["-Djava.awt.headless=true", "-jar", jar ?? ""] + paths)
  }
}

/// Runs a program and collects what it prints.
func runProgram(_ path: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
  let process = Process()
  process.executableURL = URL(filePath: path)
  process.arguments = arguments
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = pipe
  try process.run()
  let data = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (process.terminationStatus, String(decoding: data, as: UTF8.self))
}
