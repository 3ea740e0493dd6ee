import FormDefinition
import Testing

/// Requirements: what no answers can meet is told, what some answers can meet never is; blank answers count as answers
/// of conditions and not of constraints.
@Suite("Conditions that cannot hold")
struct LogicChecksTests {
  private static let head = """
    type,name,label,relevant,constraint,parameters
    text,t,T,,,
    integer,n,N,,,
    decimal,d,D,,,
    select_one l,s,S,,,
    select_multiple l,m,M,,,
    date,day,Day,,,
    range,r,R,,,start=0 end=5 step=1

    """
  private static let choices = "list_name,name,label\nl,a,A\nl,b,B\nl,3,C"

  @Test(
    "A question whose condition no answers can meet is reported",
    arguments: [
      "${t} = 'x' and ${t} = 'y'", "${n} > 5 and ${n} < 3", "${n} > 5 and ${n} < 6", "${n} >= 5 and ${n} < 5",
      "5 < ${d} and 5 >= ${d}", "${s} = 'zzz'", "selected(${s}, 'zzz')", "selected(${m}, 'zzz')",
      "selected(${s}, 'a') and selected(${s}, 'b')", "${s} = 'a' and ${s} != 'a'", "${s} = 'a' and not(${s} = 'a')",
      "not(${s} != 'a' or ${s} = 'a')", "selected(${m}, 'a') and not(selected(${m}, 'a'))",
      "(${t} = 'x' or ${t} = 'y') and ${t} = 'z'", "${t} = '' and ${t} > 3", "${r} > 5", "${r} = 7", "${s} > 4",
      "${day} > '2026-12-15' and ${day} < '2026-12-01'", "${day} > date('2026-12-15') and ${day} < '2026-12-16'",
      "${n} = 2 and ${n} != 2", "${m} = 'a' and selected(${m}, 'b')", "${t} = 'x' and (${t} = 'y' and ${n} > 1)",
      "${s} = 'a' and ${s} > 2", "${n} = 2.5",
    ])
  func impossible(condition: String) {
    let found = findings(survey: Self.head + "text,q,Q,\"\(condition)\",,", choices: Self.choices)
    #expect(found.contains("FORM-127 survey:9:4"))
  }

  @Test(
    "A condition that some answers meet is not reported",
    arguments: [
      "${t} = 'x' or ${t} = 'y'", "${n} > 3 and ${n} < 5", "${d} > 5 and ${d} < 6", "${s} = 'a' or ${s} = 'zzz'",
      "selected(${m}, 'a') and selected(${m}, 'b')", "${s} != 'a' and ${s} != 'b' and ${s} != '3'", "${s} = ''",
      "not(${n} > 5) and not(${n} < 6)", "not(${n} = 5) and ${n} >= 5", "${s} > 2", "${r} = 5", "${r} = ''",
      "${t} = '5' and ${t} > 4", "${t} != ${n} and ${t} = 'x'", "false()", "1 = 2", "${n} mod 2 = 0 and ${n} = 3",
      "count-selected(${m}) > 1 and selected(${m}, 'a')", "${day} > today() and ${day} < '2020-01-01'",
      "${n} != 2 and ${n} != 3", "${m} = 'b a' and selected(${m}, 'a')", "if(${s} = 'a', 1, 0) = 0 and ${s} = 'a'",
      "${n} < 1 and ${n} > -1", "coalesce(${t}, 'x') = 'x' and ${t} = ''", "not(${s} = 'a') and not(${s} = 'b')",
      "true() and ${s} = 'a'", "${n} = 5 and ${n} = '5'", "(${t} = 'x' or ${n} = 1) and (${t} = 'y' or ${n} = 2)",
    ])
  func possible(condition: String) {
    let found = findings(survey: Self.head + "text,q,Q,\"\(condition)\",,", choices: Self.choices)
    #expect(found.filter { $0.hasPrefix("FORM-127") } == [])
  }

  @Test("The conditions of the groups around a question count; what an unreachable group holds is not reported again")
  func groups() {
    let inner = """
      begin group,g,G,${s} = 'a',,
      text,q,Q,${s} = 'b',,
      text,p,P,${s} = 'a',,
      end group,,,,,
      begin group,h,H,${n} > 2 and ${n} < 2,,
      text,o,O,${n} = 1,,
      end group,,,,,
      """
    let found = findings(survey: Self.head + inner, choices: Self.choices)
    #expect(found == ["FORM-127 survey:10:4", "FORM-127 survey:13:4"])
  }

  @Test(
    "A constraint that refuses every answer is reported",
    arguments: [
      ("integer", ". > 5 and . < 3", true), ("integer", ". > 5 and . < 6", true), ("decimal", ". > 5 and . < 6", false),
      ("integer", ". >= 18 and . <= 120", false), ("range", ". > 10", true), ("range", ". > 9", false),
      ("select_one l", ". = 'zzz'", true), ("select_one l", ". != 'a'", false),
      ("select_multiple l", "not(selected(., 'a') and count-selected(.) > 1)", false),
      ("date", ". < '2026-01-01' and . > '2026-12-31'", true), ("date", ". >= today()", false),
      ("text", "regex(., '[0-9]+')", false), ("text", "false()", false), ("integer", ". > ${n} and . < ${n}", false),
      ("integer", ". = 1.5", true), ("text", "string-length(.) > 5 and string-length(.) < 3", false),
    ])
  func constraints(type: String, constraint: String, isRefusing: Bool) {
    let found = findings(survey: Self.head + "\(type),q,Q,,\"\(constraint)\",", choices: Self.choices)
    #expect(found.filter { $0.hasPrefix("FORM-128") } == (isRefusing ? ["FORM-128 survey:9:5"] : []))
  }

  @Test("A condition with very many alternatives is given up, not followed for ever")
  func explosion() {
    let one = "(" + (0..<20).map { "${t} = 'x\($0)'" }.joined(separator: " or ") + ")"
    let condition = Array(repeating: one, count: 60).joined(separator: " and ")
    let clock = ContinuousClock()
    var found: [String] = []
    let time = clock.measure {
      found = findings(survey: Self.head + "text,q,Q,\"\(condition)\",,", choices: Self.choices)
    }
    #expect(found == [])
    #expect(time < .seconds(2))
  }

  @Test(
    "A scale whose codes go up and down is reported at the first code out of order",
    arguments: [
      ([1, 2, 3, 4, 5], nil), ([5, 4, 3, 2, 1], nil), ([1, 2, 4, 3, 5], 5), ([5, 4, 2, 3, 1], 5), ([1, 3, 2], 4),
      ([2, 1], nil),
    ])
  func scales(codes: [Int], row: Int?) {
    let choices = "list_name,name,label,missing\n" + codes.map { "l,\($0),C\($0),\n" }.joined() + "l,99,K,dont_know\n"
    let expected = row.map { ["FORM-129 choices:\($0)"] } ?? []
    let survey = "type,name,label,appearance\nselect_one l,q,Q,"
    #expect(findings(survey: survey + "likert", choices: choices) == expected)
    #expect(findings(survey: survey + "minimal", choices: choices) == [])
    let indicators = "name,kind,items,agree,label\ni,consensus,q,\(codes[0]),I"
    #expect(findings(survey: survey, choices: choices, indicators: indicators) == expected)
  }

  @Test(
    "Names that differ in Vietnamese diacritics only are reported, wherever they stand",
    arguments: [
      ("tuoi", "tuổi", true), ("Tuoi", "tuổi", true), ("dia_chi", "địa_chỉ", true), ("ma", "mã", true),
      ("tuổi", "tuoi_2", false), ("số", "sở", true), ("ngày", "tháng", false),
    ])
  func diacritics(first: String, second: String, isReported: Bool) {
    let survey = "type,name,label\ntext,\(first),A\nbegin group,g,G\ntext,\(second),B\nend group,,"
    #expect(findings(survey: survey) == (isReported ? ["FORM-130 survey:4:2"] : []))
  }

  @Test("A condition on a question of another repeat is an error, as ODK Validate refuses it")
  func otherRepeat() {
    let survey = """
      type,name,label,relevant
      begin repeat,r,R,
      integer,k,K,
      end repeat,,,
      begin repeat,o,O,
      text,q,Q,${k} > 1
      end repeat,,,
      """
    #expect(findings(survey: survey) == ["FORM-054 survey:6:4"])
    #expect(!Form.read(sheets(survey: survey, settings: "form_id\nx")).isUsable)
  }
}
