import Diagnostics
import FileSystem
import FormDefinition
import Ingest
import Responses
import Testing

/// A form with a repeat in a repeat, and rules that look out of it and into it.
func peopleForm() throws -> Form {
  let survey = """
    type,name,label,required,relevant,constraint,calculation
    integer,limit,Limit,,,,
    select_one yesno,has,Has,,,,
    begin repeat,person,Person,,${has} = 'yes',,
    text,who,Who,yes,,,
    integer,age,Age,,,. <= ${limit},
    begin group,more,More,,${age} > 17,,
    begin repeat,job,Job,,,,
    text,title,Title,,,,
    integer,years,Years,,,. < ${age},
    end repeat,,,,,,
    end group,,,,,,
    end repeat,,,,,,
    integer,total,Total,,,. = sum(${age}) and count(${person}) = count(${who}),
    calculate,all,,,,,sum(${years})
    """
  let choices = "list_name,name,label\nyesno,yes,Yes\nyesno,no,No\n"
  let reading = Form.read(
    FormSheets(
      source: "forms/people",
      sheets: [
        "survey": Array(survey.utf8), "choices": Array(choices.utf8),
        "settings": Array("form_title,form_id,version\nPeople,people,1\n".utf8),
      ]))
  #expect(reading.diagnostics.filter { $0.severity == .error }.map { $0.line(in: .english) } == [])
  return try #require(reading.form)
}

extension Taken {
  /// Every row of every repeat as text: the key of its record, the repeat, the answers.
  var rowTexts: [String] {
    store.contents.batches.flatMap { batch in
      zip(batch.layout.repeats.indices, batch.repeats).flatMap { position, rows in
        let repeated = batch.layout.repeats[position]
        return rows.parents.enumerated().map { row, parent in
          var record = parent
          var outer = repeated.parent
          while let around = outer {
            record = batch.repeats[around].parents[record]
            outer = batch.layout.repeats[around].parent
          }
          let answers = zip(repeated.fields, rows.columns).map { $1?.text(at: row, of: $0) ?? "nil" }
          return "\(batch.keys[record]) \(repeated.name): \(answers.joined(separator: "|"))"
        }
      }
    }
  }
}

@Suite("Rows of repeats in submissions")
struct RepeatTests {
  private func take(_ submissions: [String]) throws -> Taken {
    try IngestTests.take(
      submissions.enumerated().map { number, body in
        let meta = "<meta><instanceID>uuid:\(number + 1)</instanceID></meta>"
        return ("s\(number + 1).xml", Array("<data id='people' version='1'>\(body)\(meta)</data>".utf8))
      }, form: peopleForm())
  }

  /// Every row of every repeat as text: the batch's number, the repeat, the parent row, the answers.
  private func rows(_ taken: Taken) -> [String] {
    taken.store.contents.batches.flatMap { batch in
      zip(batch.layout.repeats, batch.repeats).flatMap { repeated, rows in
        rows.parents.enumerated().map { row, parent in
          let answers = zip(repeated.fields, rows.columns).map { $1?.text(at: row, of: $0) ?? "nil" }
          return "\(repeated.name) of \(parent): \(answers.joined(separator: "|"))"
        }
      }
    }
  }

  @Test("Rows belong to their record, and rows in rows to theirs; patterns of new rows are none")
  func nested() throws {
    let taken = try take([
      """
      <limit>90</limit><has>yes</has><person jr:template=''><who>x</who></person>
      <person><who>An</who><age>40</age><more><job><title>kỹ sư</title><years>3</years></job>
      <job><years>5</years></job></more></person>
      <total>50</total>
      <person><age>10</age><who>Bình</who></person>
      """
    ])
    #expect(taken.codes == [])
    #expect(taken.report.total.accepted == 1)
    #expect(
      rows(taken) == [
        "person of 0: An|40", "person of 0: Bình|10", "job of 0: kỹ sư|3", "job of 0: |5",
      ])
    #expect(taken.records["uuid:1"]?["total"] == "50")
  }

  @Test("Submissions taken in together keep their rows apart")
  func together() throws {
    let form = try peopleForm()
    let layout = RecordLayout(form: form)
    let store = InMemoryRecordStore(layout: layout)
    let people = [["A", "B"], [], ["C"], ["D", "E", "F"]]
    let files = people.enumerated().map { number, names in
      let rows = names.map { "<person><who>\($0)</who></person>" }.joined()
      return "<data id='people'><has>yes</has>\(rows)<meta><instanceID>uuid:\(number)</instanceID></meta></data>"
    }
    let folder = "/tmp/ykien-tests/\(UInt64.random(in: 0...UInt64.max))"
    try createFolders(at: folder)
    for (number, text) in files.enumerated() {
      try writeAtomically(Array(text.utf8), to: "\(folder)/\(number).xml", mode: 0o600)
    }
    let session = try IngestSession(form: form, layout: layout, writer: store)
    let report = try session.ingest(paths: [folder])
    #expect(report.total.accepted == 4)
    let batch = try #require(store.contents.batches.first)
    #expect(batch.repeats[0].counts == [2, 0, 1, 3])
    #expect(
      (0..<6).map { batch.repeats[0].columns[0]?.text(at: $0, of: layout.repeats[0].fields[0]) ?? "" }
        == ["A", "B", "C", "D", "E", "F"])
    // What was read is found again when only some records are kept.
    let kept = batch.selecting([false, true, true, true])
    #expect(kept.repeats[0].counts == [0, 1, 3])
    #expect(kept.repeats[0].columns[0]?.text(at: 1, of: layout.repeats[0].fields[0]) == "D")
  }

  @Test(
    "A finding in a row names the row",
    arguments: [
      ("<has>yes</has><person><who>A</who></person><person><age>x</age><who>B</who></person>", "person[2]/age", 1),
      ("<has>yes</has><limit>9</limit><person><who>A</who></person><person><age>1</age></person>", "person[2]/who", 1),
      ("<has>yes</has><limit>9</limit><person><who>A</who><age>10</age></person>", "person[1]/age", 1),
      (
        """
        <has>yes</has><limit>99</limit><person><who>A</who><age>20</age></person><person><who>B</who><age>30</age>
        <more><job><years>1</years></job><job><years>30</years></job></more></person>
        """, "person[2]/job[2]/years", 1
      ),
      ("<has>yes</has><total>5</total><limit>99</limit><person><who>A</who><age>4</age></person>", "total", 1),
    ])
  func findings(body: String, field: String, count: Int) throws {
    let taken = try take([body])
    #expect(taken.report.total.quarantined == 1)
    #expect(taken.report.diagnostics.count { $0.field == field && $0.severity == .error } == 1)
    #expect(taken.report.diagnostics.count { $0.severity == .error } == count)
  }

  @Test("Answers in rows that a condition around them hides are dropped and reported")
  func hidden() throws {
    let taken = try take([
      "<has>no</has><person><who>A</who></person>",
      """
      <has>yes</has><limit>50</limit>
      <person><who>B</who><age>17</age><more><job><title>t</title></job></more></person>
      """,
    ])
    #expect(taken.report.total.balances)
    #expect(taken.store.contents.batches.map(\.count).reduce(0, +) == 2)
    #expect(rows(taken) == ["person of 0: |", "person of 0: B|17", "job of 0: |"])
    #expect(taken.codes.contains("INGEST-072"))
  }

  @Test("A submission of which nothing belongs to the form is kept apart, not accepted as blank")
  func nothingKnown() throws {
    let taken = try take(["<a>1</a><b>2</b>", ""])
    #expect(taken.store.contents.held.count == 1)
    #expect(taken.store.contents.batches.map(\.count).reduce(0, +) == 1)
  }

  @Test("The same rows again are identical, another row conflicts")
  func again() throws {
    let body = "<has>yes</has><person><who>A</who></person>"
    func submission(_ body: String) -> [UInt8] {
      Array("<data id='people'>\(body)<meta><instanceID>uuid:1</instanceID></meta></data>".utf8)
    }
    let taken = try IngestTests.take(
      [
        ("1.xml", submission(body)), ("2.xml", submission(body + " ")),
        ("3.xml", submission(body + "<person><who>B</who></person>")),
      ], form: peopleForm())
    #expect(taken.store.contents.sources.map(\.accounting.identical) == [0, 1, 0])
    #expect(taken.store.contents.sources.map(\.accounting.quarantined) == [0, 0, 1])
  }
}
