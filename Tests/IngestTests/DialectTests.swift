import Diagnostics
import FormDefinition
import Ingest
import Responses
import Testing

/// Every table here is simulated: no line was written by a person.
@Suite("Dialects of tables")
struct DialectTests {
  @Test("ODK Central: paths with a hyphen, codes, several choices split, its own columns ignored")
  func odkCentral() throws {
    let taken = try takeDialect(
      """
      SubmissionDate,profile-sex,profile-age,profile-born,profile-income,area,needs,needs/pay,needs/home,needs/study,views-pay,views-training,first,wish,at,meta-instanceID,KEY,SubmitterID,SubmitterName,AttachmentsPresent,AttachmentsExpected,Status,ReviewState,DeviceID,Edits,FormVersion
      2026-11-21T01:00:00.000Z,female,35,1991-04-03,12.345,02,pay home,1,1,0,3,2,home pay study,"Một, hai",2026-11-21T08:00:00.000+07:00,uuid:s-1,uuid:s-1,1,x,0,0,,,d,0,1
      2026-11-21T01:00:00.000Z,male,40,,,,,0,0,0,,,,,,uuid:s-2,uuid:s-2,1,x,0,0,,,d,0,1

      """)
    #expect(taken.report.total.accepted == 2)
    #expect(
      taken.dialect.hasPrefix("ODK Central; separator ','; not quoted; encoding utf-8; headings: names; answers: codes")
    )
    #expect(taken.dialect.hasSuffix("several choices: joined"))
    #expect(taken.codes == [], "nothing that needs a word")
    let record = taken.record("uuid:s-1")
    #expect(record["income"] == "12.345" && record["area"] == "02" && record["needs"] == "pay home")
    #expect(record["first"] == "home pay study")
    #expect(taken.record("uuid:s-2")["needs"] == "(blank)")
  }

  @Test("ODK Central without the joined column: 0 everywhere is no answer")
  func odkSplit() throws {
    let taken = try takeDialect(
      """
      SubmissionDate,profile-age,needs/pay,needs/home,needs/study,KEY
      2026-11-21T01:00:00.000Z,35,1,0,1,uuid:s-1
      2026-11-21T01:00:00.000Z,36,0,0,0,uuid:s-2

      """)
    #expect(taken.record("uuid:s-1")["needs"] == "pay study")
    #expect(taken.record("uuid:s-2")["needs"] == "(blank)")
    #expect(taken.dialect.hasSuffix("several choices: split"))
  }

  @Test("KoboToolbox with names: semicolons, quotes, CRLF, n/a, both kinds of several choices")
  func koboNames() throws {
    let taken = try takeDialect(
      [
        #""profile/sex";"profile/age";"area";"needs";"needs/pay";"needs/home";"needs/study";"_id";"_uuid";"_submission_time";"_index""#,
        #""female";"35";"02";"pay home";"1";"1";"0";"7";"s-1";"2026-11-21T01:00:00";"1""#,
        #""n/a";"n/a";"n/a";"n/a";"n/a";"n/a";"n/a";"8";"s-2";"2026-11-21T01:00:00";"2""#, "",
      ].joined(separator: "\r\n"))
    #expect(taken.report.total.accepted == 2)
    #expect(
      taken.dialect.hasPrefix("KoboToolbox; separator ';'; quoted; encoding utf-8; headings: names; answers: codes"))
    #expect(taken.record("s-1")["needs"] == "pay home")
    #expect(taken.record("s-2")["sex"] == "(blank)" && taken.record("s-2")["needs"] == "(blank)")
    #expect(!taken.codes.contains("INGEST-009"), "Kobo's own columns are no news")
  }

  @Test("KoboToolbox with labels and details: group/question/choice in the language of the form")
  func koboLabels() throws {
    let taken = try takeDialect(
      [
        #""Thông tin chung/Giới tính";"Thông tin chung/Tuổi của ông/bà";"Nơi làm việc";"Ông/bà cần gì nhất?/Lương, phụ cấp";"Ông/bà cần gì nhất?/Nhà ở";"Ý kiến về chính sách/Chế độ đãi ngộ";"_id";"_uuid""#,
        #""Nữ";"35";"Đồng Nai";"1";"0";"Đồng ý";"7";"s-1""#, "",
      ].joined(separator: "\r\n"))
    #expect(taken.report.total.accepted == 1)
    #expect(taken.dialect.contains("headings: labels; answers: labels; several choices: split"))
    let record = taken.record("s-1")
    #expect(record["sex"] == "female" && record["area"] == "02" && record["needs"] == "pay" && record["pay"] == "3")
  }

  @Test("LimeSurvey CSV: nothing at all is not shown, empty quotes are an empty answer")
  func limeSurvey() throws {
    let taken = try takeDialect(
      "\u{FEFF}"
        + [
          #""id","submitdate","lastpage","startlanguage","seed","sex. Giới tính","age","area","needs[pay]","needs[home]","needs[study]","views[pay]","wish""#,
          #""1","2026-11-21 08:00:00","3","vi","5","female","35","02","Y","","Y","3","""#,
          #""2","2026-11-21 08:00:00","3","vi","5",,"40",,,,,,"#, "", "",
        ].joined(separator: "\r\n"))
    #expect(taken.report.total.accepted == 2)
    #expect(
      taken.dialect.hasPrefix("LimeSurvey; separator ','; quoted; encoding utf-8-bom; headings: names; answers: codes"))
    let first = taken.record("1")
    #expect(
      first["needs"] == "pay study" && first["pay"] == "3" && first["wish"] == "(blank)" && first["sex"] == "female")
    let second = taken.record("2")
    #expect(second["sex"] == nil && second["needs"] == nil && second["wish"] == nil && second["age"] == "40")
  }

  @Test("LimeSurvey with full texts: labels, answers in words, grids in brackets")
  func limeSurveyLabels() throws {
    let taken = try takeDialect(
      [
        #""Response ID";"Date submitted";"Last page";"Start language";"Giới tính";"Ông/bà cần gì nhất? [Nhà ở]";"Ý kiến về chính sách [Chế độ đãi ngộ]""#,
        #""1";"2026-11-21 08:00:00";"3";"vi";"Nữ";"Có";"Phân vân""#, "",
      ].joined(separator: "\r\n"))
    let record = taken.record("1")
    #expect(record["sex"] == "female" && record["needs"] == "home" && record["pay"] == "2")
  }

  @Test("LimeSurvey VV: two header rows, tabs, signs in braces")
  func limeSurveyVV() throws {
    let taken = try takeDialect(
      """
      Response ID\tDate submitted\tLast page\tStart language\tGiới tính\tCần\tCần\tNguyện vọng
      id\tsubmitdate\tlastpage\tstartlanguage\tsex\tneeds_pay\tneeds_home\twish
      1\t2026-11-21 08:00:00\t3\tvi\tfemale\tY\t\tmột{newline}hai {lbrace}x}
      2\t2026-11-21 08:00:00\t3\tvi\t{question_not_shown}\t{question_not_shown}\t{question_not_shown}\t

      """)
    #expect(taken.report.total.accepted == 2)
    #expect(taken.dialect.hasPrefix("LimeSurvey VV; separator tab"))
    #expect(taken.record("1")["wish"] == "một\nhai {x}" && taken.record("1")["needs"] == "pay")
    #expect(taken.record("2")["sex"] == nil && taken.record("2")["wish"] == "(blank)")
  }

  @Test(
    "Google Forms: labels with commas inside, joined by semicolons or commas; grids; a localised time of its own",
    arguments: [
      ("Timestamp", "11/21/2026 8:30:15", ";"), ("Dấu thời gian", "21/11/2026 8:30:15", ", "),
    ])
  func googleForms(heading: String, time: String, joiner: String) throws {
    let taken = try takeDialect(
      """
      \(heading),Giới tính,Tuổi của ông/bà,Ông/bà cần gì nhất?,Ý kiến về chính sách [Chế độ đãi ngộ],Ý kiến về chính sách [Bồi dưỡng chuyên môn],Nguyện vọng
      \(time),Nữ,35,"Lương, phụ cấp\(joiner)Học tập, bồi dưỡng",Đồng ý,Phân vân,"Một, hai"

      """)
    #expect(
      taken.dialect.hasPrefix(
        "Google Forms; separator ','; not quoted; encoding utf-8; headings: labels; answers: labels"))
    let record = taken.record()
    #expect(record["sex"] == "female" && record["age"] == "35" && record["needs"] == "pay study")
    #expect(record["pay"] == "3" && record["training"] == "2" && record["wish"] == "Một, hai")
    #expect(!taken.codes.contains("INGEST-009"))
  }

  @Test("Microsoft Forms: several choices joined by semicolons, one too many at the end")
  func microsoftForms() throws {
    let taken = try takeDialect(
      """
      ID,Start time,Completion time,Email,Name,Giới tính,Ông/bà cần gì nhất?,Xếp thứ tự ưu tiên
      1,11/21/26 8:00:00,11/21/26 8:05:00,anonymous,,Nữ,"Lương, phụ cấp;Nhà ở;","Nhà ở;Lương, phụ cấp;Học tập, bồi dưỡng;"
      2,11/21/26 8:00:00,11/21/26 8:05:00,anonymous,,Nam,,

      """)
    #expect(taken.dialect.hasPrefix("Microsoft Forms; separator ','"))
    #expect(taken.record("1")["needs"] == "pay home" && taken.record("1")["first"] == "home pay study")
    #expect(taken.record("2")["needs"] == "(blank)")
  }

  @Test("Excel in Vietnam: semicolons, decimal comma, days first, zeros lost from codes, days as numbers")
  func excel() throws {
    let taken = try takeDialect(
      "\u{FEFF}"
        + [
          "Mã phiếu;Giới tính;Tuổi của ông/bà;Ngày sinh;Thu nhập (triệu đồng);Nơi làm việc;at",
          "1;nữ;35;15/12/1990;12,5;1;21/11/2026 8:30", "2;NAM;1.050;03/04/1991;1.234,5;2;21/11/2026 20:05:09",
          "3;Nữ;40;33333;1.234;10;2026-11-21T08:00:00+07:00", "",
        ].joined(separator: "\r\n"), mapping: ColumnMapping(key: "Mã phiếu"))
    #expect(taken.report.total.accepted == 3)
    #expect(
      taken.dialect.hasPrefix("Excel; separator ';'; not quoted; encoding utf-8-bom; headings: both; answers: both"))
    let first = taken.record("1")
    #expect(
      first["born"] == "1990-12-15" && first["income"] == "12.5" && first["area"] == "01" && first["sex"] == "female")
    #expect(first["at"] == "2026-11-21T08:30:00.000+07:00")
    let second = taken.record("2")
    #expect(second["age"] == "1050" && second["born"] == "1991-04-03" && second["income"] == "1234.5")
    let third = taken.record("3")
    #expect(third["born"] == "1991-04-05" && third["income"] == "1234")
  }

  @Test("A line sep=; before the header is Excel's, not ours")
  func separatorLine() throws {
    let taken = try takeDialect("sep=;\r\nid;age\r\n1;x\r\n2;20\r\n", mapping: ColumnMapping(key: "id"))
    #expect(taken.report.total.accepted == 1)
    #expect(taken.report.diagnostics.first { $0.code == .answerNotAnInteger }?.position?.line == 3)
  }

  @Test("Plain CSV is plain CSV")
  func plain() throws {
    let taken = try takeDialect("id,sex,needs\n1,female,pay study\n", mapping: ColumnMapping(key: "id"))
    #expect(
      taken.dialect
        == "CSV; separator ','; not quoted; encoding utf-8; headings: names; answers: codes; several choices: joined")
    #expect(
      taken.report.sources.first?.table?.text(in: .vietnamese)
        == "CSV; dấu phân cách ','; không dấu nháy; bảng mã utf-8; tiêu đề: tên câu hỏi; trả lời: mã; chọn nhiều: gộp một ô"
    )
  }

  @Test("A place on the earth in four columns is one answer; a whole column comes first")
  func places() throws {
    let survey = """
      type,name,label
      begin group,g,G
      geopoint,home,Nhà
      end group,,
      geopoint,work,Nơi làm việc
      """
    let form = try #require(Form.read(FormSheets(source: "places", sheets: ["survey": Array(survey.utf8)])).form)
    func take(_ text: String) throws -> Taken {
      try IngestTests.take([("t.csv", Array(text.utf8))], form: form)
    }
    let central = try take(
      """
      SubmissionDate,g-home-Latitude,g-home-Longitude,g-home-Altitude,g-home-Accuracy,work-Latitude,work-Longitude,KEY
      2026-11-21T01:00:00.000Z,10.5,106.25,0,4.5,,,1
      2026-11-21T01:00:00.000Z,10.5,106.25,,4.5,21,105.5,2
      2026-11-21T01:00:00.000Z,10.5,,,,21,105.5,3
      2026-11-21T01:00:00.000Z,10.5,Đ,,,,,4
      """)
    #expect(central.record("1") == ["home": "10.5 106.25 0 4.5", "work": "(blank)"])
    #expect(central.record("2") == ["home": "10.5 106.25 0 4.5", "work": "21 105.5"])
    #expect(central.report.total.quarantined == 2 && central.report.findingCounts["INGEST-063"] == 2)
    let kobo = try take(
      """
      "g/home";"_g/home_latitude";"_g/home_longitude";"_work_latitude";"_work_longitude";"_id";"_uuid"
      "10 106 0 0";"11";"107";"21,5";"105.5";"1";"a"
      """)
    #expect(kobo.record("a") == ["home": "10 106 0 0", "work": "21.5 105.5"])
    let labelled = try take(
      "\"Nhà\";\"_Nơi làm việc_latitude\";\"_Nơi làm việc_longitude\";\"_id\";\"_uuid\"\n;1;2;1;a\n")
    #expect(labelled.record("a")["work"] == "1 2")
  }
}
