import FormDefinition
import Ingest
import Responses
import Testing

/// Requirement: the columns of single choices are recognised in every style, however deep the question lies in groups.
@Suite("Columns of single choices")
struct SplitChoiceTests {
  private func form() throws -> Form {
    let survey = """
      type,name,label
      text,key,Key
      begin group,work,Work
      begin group,place,Place
      select_multiple needs,needs,Needs
      rank needs,order,Order
      end group,,
      end group,,
      begin repeat,trips,Trips
      begin group,way,Way
      select_multiple needs,by,By
      end group,,
      end repeat,,
      """
    let choices = "list_name,name,label\nneeds,pay,Pay\nneeds,home-and-land,Home\nneeds,a/b,Both\n"
    return try #require(
      Form.read(FormSheets(source: "f", sheets: ["survey": Array(survey.utf8), "choices": Array(choices.utf8)])).form)
  }

  @Test(
    "A choice behind the path of its question, whatever character stands between which names",
    arguments: [
      // ODK Central: groups with a hyphen, choices with a slash; with the names of groups left out.
      "work-place-needs/", "needs/",
      // KoboToolbox: one character for all, chosen by whoever exports.
      "work/place/needs/", "work-place-needs-", "work:place:needs:", "work.place.needs.", "work.place.needs/",
      "work/place/needs:", "work/place/needs.",
    ])
  func names(stem: String) throws {
    let text = "key,\(stem)pay,\(stem)home-and-land,\(stem)a/b\nk1,1,0,1\nk2,0,0,0\n"
    let taken = try take(
      [("t.csv", Array(text.utf8))], form: form(), options: IngestOptions(mapping: ColumnMapping(key: "key")))
    #expect(taken.record("k1")["needs"] == "pay a/b")
    #expect(taken.record("k2")["needs"] == "(blank)")
    #expect(!taken.codes.contains("INGEST-009"), "no column is unknown")
  }

  @Test(
    "Labels: groups, question and choice of KoboToolbox, the question and its choice of LimeSurvey",
    arguments: [
      ["Work/Place/Needs/Pay", "Work/Place/Needs/Home", "Work/Place/Needs/Both"],
      ["Needs/Pay", "Needs/Home", "Needs/Both"], ["Needs [Pay]", "Needs [Home]", "Needs [Both]"],
      ["needs[pay]", "needs[home-and-land]", "needs[a/b]"], ["needs_pay", "needs_home-and-land", "needs_a/b"],
    ])
  func labels(headings: [String]) throws {
    let text = "key,\(headings.joined(separator: ","))\nk1,1,0,1\n"
    let taken = try take(
      [("t.csv", Array(text.utf8))], form: form(), options: IngestOptions(mapping: ColumnMapping(key: "key")))
    #expect(taken.record("k1")["needs"] == "pay a/b")
    #expect(!taken.codes.contains("INGEST-009"))
  }

  @Test("The places of a ranking inside groups", arguments: ["work-place-order/", "work/place/order/", "order/"])
  func places(stem: String) throws {
    let text = "key,\(stem)1,\(stem)2,\(stem)3\nk1,a/b,pay,home-and-land\n"
    let taken = try take(
      [("t.csv", Array(text.utf8))], form: form(), options: IngestOptions(mapping: ColumnMapping(key: "key")))
    #expect(taken.record("k1")["order"] == "a/b pay home-and-land")
  }

  @Test("In groups of a repeat whose rows stand in columns of their records")
  func repeats() throws {
    let text = """
      key,trips[1]/way/by/pay,trips[1]/way/by/home-and-land,trips[2]/way/by/pay,trips[2]/way/by/home-and-land
      k1,1,0,0,1

      """
    let taken = try take(
      [("t.csv", Array(text.utf8))], form: form(), options: IngestOptions(mapping: ColumnMapping(key: "key")))
    let batch = try #require(taken.store.contents.batches.first)
    let field = batch.layout.repeats[0].fields[0]
    let column = try #require(batch.repeats[0].columns[0])
    #expect((0..<2).map { column.text(at: $0, of: field) } == ["pay", "home-and-land"])
  }
}
