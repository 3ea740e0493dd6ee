import Diagnostics
import FormDefinition
import Ingest
import Responses
import Testing

/// A small bilingual form such as unions use: labels with commas, a grid, several choices, a ranking, numbers and days.
func dialectForm() throws -> Form {
  let survey = """
    type,name,label::Tiếng Việt (vi),label::English (en)
    begin group,profile,Thông tin chung,Profile
    select_one sex,sex,Giới tính,Sex
    integer,age,Tuổi của ông/bà,Your age
    date,born,Ngày sinh,Date of birth
    decimal,income,Thu nhập (triệu đồng),Income
    end group,,,
    select_one area,area,Nơi làm việc,Area
    select_multiple needs,needs,Ông/bà cần gì nhất?,What do you need most?
    begin group,views,Ý kiến về chính sách,Views on policy
    select_one agree,pay,Chế độ đãi ngộ,Pay
    select_one agree,training,Bồi dưỡng chuyên môn,Training
    end group,,,
    rank needs,first,Xếp thứ tự ưu tiên,Rank
    text,wish,Nguyện vọng,Wish
    datetime,at,Lúc trả lời,Answered at
    """
  let choices = """
    list_name,name,label::Tiếng Việt (vi),label::English (en)
    sex,male,Nam,Male
    sex,female,Nữ,Female
    area,01,Quảng Ngãi,Quang Ngai
    area,02,Đồng Nai,Dong Nai
    area,10,Cần Thơ,Can Tho
    needs,pay,"Lương, phụ cấp",Pay
    needs,home,Nhà ở,Housing
    needs,study,"Học tập, bồi dưỡng",Study
    agree,1,Không đồng ý,Disagree
    agree,2,Phân vân,Unsure
    agree,3,Đồng ý,Agree
    """
  let reading = Form.read(
    FormSheets(
      source: "forms/dialects",
      sheets: [
        "survey": Array(survey.utf8), "choices": Array(choices.utf8),
        "settings": Array("form_title,form_id,version,default_language\nT,dialects,1,Tiếng Việt (vi)\n".utf8),
      ]))
  #expect(reading.diagnostics.filter { $0.severity == .error }.map { $0.line(in: .english) } == [])
  return try #require(reading.form)
}

/// Takes in one table of the dialect form.
func takeDialect(
  _ text: String, mapping: ColumnMapping = ColumnMapping(), label: String = "t.csv"
) throws -> Taken {
  try take([(label, Array(text.utf8))], form: dialectForm(), options: IngestOptions(mapping: mapping))
}

extension Taken {
  /// How the table was written, as one line.
  var dialect: String { report.sources.first?.table?.text(in: .english) ?? "" }

  /// The answers of the only record whose key contains a text, or of the only record.
  func record(_ key: String = "") -> [String: String] {
    let found = records.filter { key.isEmpty || $0.key == key || $0.key.hasPrefix(key + ":") }
    return found.count == 1 ? found.first?.value ?? [:] : [:]
  }
}
