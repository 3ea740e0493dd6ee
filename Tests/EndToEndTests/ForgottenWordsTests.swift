import Foundation
import Testing

/// Requirements:
/// 1. Erasing a record takes its words out of the file in which quotes wait for a yes; others' quotes and decisions stay.
/// 2. A code of blanks names nobody.
/// 3. A store that may not be written says so.
@Suite("Words of people who are erased")
struct ForgottenWordsTests {
  private let store = ["--form", "forms/small", "--store", "sqlite:s.sqlite"]

  @Test("Quotes leave the waiting file with their record; a file that is no queue is named")
  func quotes() throws {
    let workspace = try Workspace()
    try SmallForm.write(to: workspace)
    try workspace.write(
      """
      KEY,consent,age,view,wish
      k1,yes,40,2,"tăng phụ cấp cho cán bộ hội ở xã, gọi 0905123456"
      k2,yes,41,1,xây thêm nhà công vụ cho giáo viên

      """, to: "a.csv")
    #expect(try workspace.run(["ingest", "a.csv"] + store).status == 0)
    let queue = "theme,question,quote,approved\r\n"
    let own = "pay,wish,\"tăng phụ cấp cho cán bộ hội ở xã, gọi […]\",có\r\n"
    let other = "home,wish,xây thêm nhà công vụ cho giáo viên,có\r\n"
    try workspace.write(queue + own + other, to: "s.sqlite.quotes.csv")
    let forgotten = try workspace.run("forget", "--store", "sqlite:s.sqlite", "k1")
    #expect(forgotten.status == 0 && forgotten.errors.contains("[STORE-094]"), "\(forgotten.errors)")
    #expect(try workspace.text("s.sqlite.quotes.csv") == "\u{FEFF}" + queue + other)
    try workspace.write("no queue\n", to: "s.sqlite.quotes.csv")
    let named = try workspace.run("forget", "--store", "sqlite:s.sqlite", "k2")
    #expect(named.status == 0 && named.errors.contains("s.sqlite.quotes.csv may still hold"), "\(named.errors)")
    #expect(try workspace.text("s.sqlite.quotes.csv") == "no queue\n")
  }

  @Test("A code of blanks is refused: it would name every record without a key", arguments: ["", "  "])
  func blank(code: String) throws {
    let workspace = try Workspace()
    try SmallForm.write(to: workspace)
    // A row whose key cell is empty is held under no key.
    try workspace.write("KEY,consent,age,view,wish\n,yes,40,2,x\n", to: "a.csv")
    #expect(try workspace.run(["ingest", "a.csv"] + store).output.contains("quarantined"))
    #expect(try workspace.run("forget", "--store", "sqlite:s.sqlite", code).status == 64)
    #expect(try workspace.run(["show", "-o", "p.txt"] + store + [code]).status == 64)
    #expect(try workspace.run(["problems", "list"] + store).output.contains("all: 1"))
  }
}
