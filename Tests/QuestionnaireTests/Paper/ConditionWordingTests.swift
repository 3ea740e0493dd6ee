import Diagnostics
import FormDefinition
import Testing

@testable import Questionnaire

/// Requirements: conditions are told by question numbers and labels, in the shorter of two ways; what is too complex
/// is told by its source, never left out.
@Suite("Conditions in words")
struct ConditionWordingTests {
  /// Questions 1…5 that the conditions are about; 6 is the one under a condition.
  private static func rows(_ condition: String) -> String {
    """
    select_one yn,q1,Một,,,,,,
    select_multiple area,q2,Hai,,,,,,
    integer,q3,Ba,,,,,,
    text,q4,Bốn,,,,,,
    select_one five,q5,Năm,,,,,,
    calculate,c,,,,,,,
    text,last,Cuối,"\(condition)",,,,,
    """
  }

  @Test(
    "A condition as a sentence in Vietnamese and English",
    arguments: [
      ("${q1} = 'yes'", "câu 1 chọn “Có”", "question 1 is “Yes”"),
      ("'yes' = ${q1}", "câu 1 chọn “Có”", "question 1 is “Yes”"),
      ("${q1} != 'yes'", "câu 1 không chọn “Có”", "question 1 is not “Yes”"),
      (
        "${q1} != '' and ${q1} != '99'", "câu 1 chọn phương án khác “Không trả lời”",
        "question 1 has another answer than “No answer”"
      ),
      ("${q1} = 'yes' or ${q1} = '99'", "câu 1 chọn phương án khác “Không”", "question 1 has another answer than “No”"),
      ("selected(${q1}, 'no')", "câu 1 chọn “Không”", "question 1 is “No”"),
      ("not(selected(${q1}, 'no'))", "câu 1 không chọn “Không”", "question 1 is not “No”"),
      ("${q5} >= 4", "câu 5 chọn “Tốt” hoặc “Rất tốt”", "question 5 is “Good” or “Very good”"),
      ("${q5} != ''", "câu 5 có trả lời", "question 5 is answered"),
      ("selected(${q2}, 'other')", "câu 2 chọn “Khác”", "question 2 includes “Other”"),
      ("not(selected(${q2}, 'other'))", "câu 2 không chọn “Khác”", "question 2 is without “Other”"),
      (
        "count-selected(${q2}) > 1", "số phương án chọn ở câu 2 lớn hơn 1",
        "the number of choices in question 2 is more than 1"
      ),
      ("${q3} >= 18", "câu 3 từ 18 trở lên", "question 3 is 18 or more"),
      ("18 < ${q3}", "câu 3 lớn hơn 18", "question 3 is more than 18"),
      ("${q3} <= 2.5", "câu 3 từ 2,5 trở xuống", "question 3 is 2.5 or less"),
      ("${q3} != 0", "câu 3 khác 0", "question 3 is not 0"),
      ("${q3} = -1", "câu 3 là -1", "question 3 is -1"),
      ("${q4} = ''", "câu 4 để trống", "question 4 is left blank"),
      ("string-length(${q4}) > 0", "câu 4 có trả lời", "question 4 is answered"),
      ("${q4} = 'abc'", "câu 4 là “abc”", "question 4 is “abc”"),
      (
        "${q1} = 'yes' and ${q3} < 30", "câu 1 chọn “Có” và câu 3 nhỏ hơn 30",
        "question 1 is “Yes” and question 3 is less than 30"
      ),
      (
        "${q1} = 'yes' and (${q3} < 30 or ${q4} = '')",
        "câu 1 chọn “Có” và (câu 3 nhỏ hơn 30 hoặc câu 4 để trống)",
        "question 1 is “Yes” and (question 3 is less than 30 or question 4 is left blank)"
      ),
      (
        "not(${q3} = 1 and ${q4} = '')", "không đúng là (câu 3 là 1 và câu 4 để trống)",
        "it is not so that (question 3 is 1 and question 4 is left blank)"
      ),
      ("${q3} mod 2 = 1", "thỏa điều kiện: câu 3 mod 2 = 1", "this holds: question 3 mod 2 = 1"),
      ("${q3} = ${q5}", "thỏa điều kiện: câu 3 = câu 5", "this holds: question 3 = question 5"),
      ("${c} = 1", "“c” là 1", "“c” is 1"),
    ])
  func sentences(expression: String, vietnamese: String, english: String) throws {
    let form = try #require(PaperSamples.form(Self.rows(expression)))
    let last = try #require(form.placedQuestions.last?.question.relevant)
    for (language, expected) in [(InterfaceLanguage.vietnamese, vietnamese), (.english, english)] {
      let wording = ConditionWording(routing: PaperRouting(form), language: language, labels: language.rawValue)
      #expect(wording.words([last.condition]) == expected)
    }
  }

  @Test("Constraints are told about the answer itself, patterns as patterns")
  func ownAnswer() throws {
    let expression = try #require(
      Expression.parse(". > 3 and regex(., '^[0-9]{5}$')", at: SourcePosition(file: "f")).expression)
    #expect(
      expression.condition.conjuncts == [
        .compares(subject: nil, .greater, value: "3"), .matches(subject: nil, pattern: "^[0-9]{5}$"),
      ])
  }
}
