import Foundation
import Testing

/// Requirement: whoever is erased is told every file they still stand in, those with the rows of their record too.
@Suite("Files with rows of who is erased")
struct RowsForgetTests {
  @Test("forget names the table with the rows beside the table of records, for held records too")
  func named() throws {
    let workspace = try Workspace()
    try workspace.write(
      "type,name,label,constraint\ninteger,size,Size,. <= 10\nbegin repeat,member,M,\ntext,who,W,\nend repeat,,,\n",
      to: "forms/house/survey.csv")
    try workspace.write("list_name,name,label\n", to: "forms/house/choices.csv")
    try workspace.write("form_title,form_id,version\nH,house,1\n", to: "forms/house/settings.csv")
    try workspace.write(
      "SubmissionDate,size,KEY\n2026-01-01T00:00:00Z,2,uuid:a\n2026-01-01T00:00:00Z,12,uuid:b\n", to: "in/h.csv")
    try workspace.write(
      "who,PARENT_KEY,KEY\nAn,uuid:a,uuid:a/member[1]\nCúc,uuid:b,uuid:b/member[1]\n", to: "in/h-member.csv")
    let store = "sqlite:s.sqlite"
    let taken = try workspace.run("ingest", "--form", "forms/house", "--store", store, "in", "--format", "json")
    #expect(
      try Accounting(printed: taken.output) == Accounting(read: 2, accepted: 1, quarantined: 1), "\(taken.errors)")
    for key in ["uuid:a", "uuid:b"] {
      let forgotten = try workspace.run("forget", "--store", store, key)
      let text = forgotten.output + forgotten.errors
      #expect(forgotten.status == 0 && text.contains("in/h.csv") && text.contains("in/h-member.csv"), "\(text)")
    }
    #expect(try workspace.run("store", "verify", "--store", store).status == 0)
  }
}
