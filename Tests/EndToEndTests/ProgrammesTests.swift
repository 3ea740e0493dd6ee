import DelimitedText
import Foundation
import Testing

/// Requirements:
/// 1. Each programme of the project runs from a clean clone to its report, on simulated answers that are marked.
/// 2. Its letter goes to bodies that exist; those that ended are named with the day and whoever took their place.
/// 3. Figures of grounds that do not agree are not compared; communes of both lists make up the former ground.
/// 4. Milestones fall on working days, as the programme has them.
@Suite("The five programmes", .serialized)
struct ProgrammesTests {
  static let names = ["duc-pho", "binh-phuoc", "quang-ngai", "phung-hiep", "binh-thuan"]

  /// A programme with few answers and one format: what is looked at are its tables.
  private static func small(_ name: String) throws -> Workspace {
    let workspace = try Workspace(withProject: true)
    let path = "pipelines/\(name).yaml"
    let text = try workspace.text(path).replacing("records: 400", with: "records: 60")
      .replacing("formats: [html, docx, pdf, xlsx]", with: "formats: [html]")
      .replacing("by: [prof_gender, area_reported, area_harmonised]", with: "by: [area_reported, area_harmonised]")
    try workspace.write(text, to: path)
    return workspace
  }

  private static func rows(_ text: String) -> [[String: String]] {
    let table = DelimitedTable(bytes: Array(text.utf8), source: "out.csv")
    return table.rows.map { row in
      Dictionary(uniqueKeysWithValues: table.header.enumerated().map { ($1, row[$0]) })
    }
  }

  @Test("A programme runs to its report, and names no body that ended as one that exists", arguments: names)
  func run(name: String) throws {
    let workspace = try Self.small(name)
    let pipeline = "pipelines/\(name).yaml"
    let checked = try workspace.run("report", "check", pipeline)
    #expect(checked.status == 0 && checked.errors.contains("0 errors, 0 warnings"), "\(checked.errors)")
    let dry = try workspace.run("run", pipeline, "--dry-run", "--as-of", "2026-12-01")
    #expect(dry.status == 0 && !workspace.exists("reports/output") && !workspace.exists("var/\(name).sqlite"))
    let outcome = try workspace.run("run", pipeline, "--as-of", "2026-12-01")
    #expect(outcome.status == 0 && !outcome.errors.contains(": error:"), "\(outcome.errors)")
    for line in outcome.errors.split(separator: "\n") where line.contains("-simulated.csv   ") {
      #expect(line.split(separator: " ").suffix(4).allSatisfy { $0 == "0" }, "\(line)")
    }
    let folder = "reports/output/\(name)/2026-12-01"
    let html = try workspace.text("\(folder)/\(name).html")
    #expect(html.contains("SỐ LIỆU MÔ PHỎNG"))
    #expect(html.contains("ĐẢNG CỘNG SẢN VIỆT NAM") == (name != "binh-thuan"))
    #expect(html.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") == (name == "binh-thuan"))

    let ended = Self.rows(try workspace.text("\(folder)/programme-agencies.csv"))
    #expect(ended.count >= 5)
    let letter = try #require(html.firstRange(of: "Kính gửi")).lowerBound
    let addressees = html[letter...].prefix(600)
    let copies = html[try #require(html.firstRange(of: "Nơi nhận:")).lowerBound...].prefix(1200)
    for body in ended.compactMap({ $0["label_vi"] }) {
      #expect(!addressees.contains(body + ";") && !addressees.contains(body + ".") && !copies.contains(body), "\(body)")
    }
    let tasks = Self.rows(try workspace.text("\(folder)/programme-tasks.csv"))
    #expect(tasks.count == (name == "binh-thuan" ? 16 : 5))
    #expect(tasks.allSatisfy { $0["state"]?.isEmpty == false && $0["lead_now_vi"]?.isEmpty == false })
    #expect(try !workspace.text("\(folder)/petitions-summary.csv").isEmpty)

    let scheduled = try workspace.run("schedule", "show", pipeline, "--as-of", "2028-11-01")
    // 25 November 2028 is a Saturday and the day before a holiday; 14 December a Thursday.
    #expect(scheduled.status == 0 && scheduled.output.contains("2028-11-23"), "\(scheduled.output)")
    let late = try workspace.run("schedule", "check", pipeline, "--as-of", "2026-12-02")
    #expect(late.status == 1 && late.output.contains("simulated"), "\(late.output)")
    let milestones = Self.rows(try workspace.text("\(folder)/programme-milestones.csv"))
    #expect(milestones.map { $0["day"] } == ["2026-11-15", "2026-11-25", "2026-12-01", "2026-12-14"])
  }

  @Test("Communes of both lists make up the former district; paces are given without a projection")
  func harmonised() throws {
    let workspace = try Self.small("duc-pho")
    #expect(try workspace.run("run", "pipelines/duc-pho.yaml", "--as-of", "2026-12-01").status == 0)
    let folder = "reports/output/duc-pho/2026-12-01"
    let targets = Self.rows(try workspace.text("\(folder)/targets.csv"))
    let people = try #require(targets.first { $0["target"] == "dp_people" })
    // Sums of the simulated headcounts: 310 + 1180 + 120 + 8 by the former list, 330 + 1268 + 142 + 10 by the present one.
    #expect(people["baseline"] == "1618" && people["baseline_date"] == "2024-12-31")
    #expect(people["latest"] == "1750" && people["figures"] == "3" && people["projection"] == "")
    let years = 669 / 365.25
    #expect(abs((Double(people["pace"] ?? "") ?? 0) - 132 / years) < 1e-9)
    #expect(Double(people["required_pace"] ?? "") ?? 0 > 0)
    #expect(people["source"]?.contains("mục II.1") == true)
    let areas = Self.rows(try workspace.text("\(folder)/programme-areas.csv"))
    #expect(areas.count == 1 + 15 + 5)
    #expect(areas.first { $0["level"] == "district" }?["comparable"] == "yes")
    #expect(areas.filter { $0["list"] == "former" && $0["level"] == "commune" }.allSatisfy { $0["comparable"] == "no" })
    #expect(areas.filter { $0["list"] == "present" }.allSatisfy { $0["comparable"] == "yes" })
    let html = try workspace.text("\(folder)/duc-pho.html")
    #expect(html.contains("không so sánh được") && html.contains("Phường Trà Câu"))
  }

  @Test("A figure of the merged province is not held against the former one; four figures give a projection")
  func merged() throws {
    let workspace = try Self.small("binh-phuoc")
    let outcome = try workspace.run("run", "pipelines/binh-phuoc.yaml", "--as-of", "2026-12-01")
    #expect(outcome.errors.contains("[TARGET-013]"))
    let folder = "reports/output/binh-phuoc/2026-12-01"
    let targets = Self.rows(try workspace.text("\(folder)/targets.csv"))
    let people = try #require(targets.first { $0["target"] == "bp_people" })
    #expect(people["baseline"] == "40924" && people["value"] == "50000" && people["latest"] == "44923")
    #expect(people["figures"] == "5" && people["projection"]?.isEmpty == false)
    let bodies = Self.rows(try workspace.text("\(folder)/programme-agencies.csv"))
    let standing = try #require(bodies.first { $0["agency"] == "bp_btv" })
    #expect(standing["ended"] == "30/6/2025" && standing["successor_vi"] == "Ban Thường vụ Thành ủy Đồng Nai")
    let before = try workspace.run(
      "estimate", "pipelines/binh-phuoc.yaml", "--table", "programme-agencies", "--to", "csv", "--as-of", "2026-04-29")
    let then = Self.rows(before.output).first { $0["agency"] == "bp_btv" }
    #expect(then?["successor_vi"] == "Ban Thường vụ Tỉnh ủy Đồng Nai")
  }

  @Test("Where a border cuts through communes, figures of the district cannot be compared")
  func cut() throws {
    let workspace = try Self.small("phung-hiep")
    #expect(try workspace.run("run", "pipelines/phung-hiep.yaml", "--as-of", "2026-12-01").status == 0)
    let areas = Self.rows(try workspace.text("reports/output/phung-hiep/2026-12-01/programme-areas.csv"))
    #expect(areas.first { $0["level"] == "district" }?["comparable"] == "no")
    for code in ["31408", "31741"] {
      #expect(areas.first { $0["code"] == code && $0["list"] == "present" }?["comparable"] == "no")
    }
  }
}
