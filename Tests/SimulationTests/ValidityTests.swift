import DelimitedText
import FormDefinition
import Responses
import Simulation
import Testing

@Suite("Simulated answers obey the form")
struct ValidityTests {
  @Test("every record of the project's forms obeys them", arguments: ["pks-01", "bfi"])
  func projectForms(name: String) throws {
    let form = try projectForm(name)
    let simulator = AnswerSimulator(form: form, seed: 11)
    let table = SimulatedTable(simulator.csv(count: 400))
    #expect(table.header == ["KEY"] + RecordLayout(form: form).fields.map(\.name))
    #expect(table.rows.count == 400)
    for record in table.records { #expect(faults(record, of: form) == []) }
    #expect(simulator.diagnostics.isEmpty)
  }

  /// Small forms: what they try, survey and choices.
  static let forms: [(name: String, survey: String, choices: String)] = [
    ("bounds", "integer,a,A,yes,,. >= 18 and . <= 20,,,,\ninteger,b,B,yes,,5 < .,,,,\n", ""),
    ("negative bounds", "integer,a,A,yes,,. >= -5 and . < -2,,,,\ndecimal,b,B,yes,,. > 0 and . < 0.05,,,,\n", ""),
    ("comparison", "integer,a,A,yes,,,,,,\ninteger,b,B,yes,,. = ${a} + 1,,,,\ninteger,c,C,yes,,. > ${a},,,,\n", ""),
    ("looking ahead", "integer,a,A,yes,,. < ${b},,,,\ninteger,b,B,yes,,. >= 3,,,,\n", ""),
    ("each looks at the other", "integer,a,A,yes,,. != ${b},,,,\ninteger,b,B,yes,,. != ${a} and . < 3,,,,\n", ""),
    ("pattern", "text,a,A,yes,,\"regex(., '^[A-Z]{2}-[0-9]{3,5}(x|yy)?$')\",,,,\n", ""),
    ("digits of a number", "integer,a,A,yes,,\"regex(., '^[0-9]{6}$')\",,,,\n", ""),
    ("length", "text,a,A,yes,,string-length(.) = 12,,,,\ntext,b,B,yes,,string-length(.) < 4,,,multiline,\n", ""),
    ("literal", "text,a,A,yes,,. = 'x1' or . = 'x2',,,,\n", ""),
    ("scale", "range,a,A,yes,,,,,,start=0.1 end=0.9 step=0.1\nrange,b,B,yes,,. = 37,,,,start=0 end=100 step=1\n", ""),
    ("dates", "date,a,A,yes,,. > '1960-01-01' and . < '1960-03-01',,,,\ndate,b,B,yes,,. > ${a},,,,\n", ""),
    ("moments", "dateTime,a,A,,,,,,,\ntime,t,T,yes,,,,,,\nstart,s,,,,,,,,\nend,e,,,,,,,,\ntoday,d,,,,,,,,\n", ""),
    (
      "many", "select_multiple s,a,A,yes,,count-selected(.) = 4,,,,\n",
      "s,u,U,,\ns,v,V,,\ns,w,W,,\ns,x,X,,\ns,z,Z,no_answer,\n"
    ),
    ("rank", "rank s,a,A,yes,,,,,,\nrank s,b,B,yes,,\"selected-at(., 0) = 'w'\",,,,\n", "s,u,U,,\ns,v,V,,\ns,w,W,,\n"),
    ("different", "select_one s,a,A,yes,,,,,,\nselect_one s,b,B,yes,,. != ${a},,,,\n", "s,u,U,,\ns,v,V,,\n"),
    (
      "filter",
      "select_one p,a,A,yes,,,,,,\nselect_one s,b,B,yes,,,,area = ${a},,\nselect_multiple s,c,C,yes,,,,area = ${a},,\n",
      "p,n,N,,\np,m,M,,\ns,u,U,,n\ns,v,V,,n\ns,w,W,,m\n"
    ),
    ("calculation", "calculate,d,,,,,${a} * 2,,,\ninteger,a,A,yes,,. < 50,,,,\ninteger,e,E,yes,${d} > 40,,,,,\n", ""),
    ("required when", "select_one s,a,A,,,,,,,\ntext,b,B,${a} = 'u',,,,,,\n", "s,u,U,,\ns,v,V,,\n"),
    ("shown by a later answer", "text,a,A,yes,${b} = 'u',,,,,\nselect_one s,b,B,yes,,,,,,\n", "s,u,U,,\ns,v,V,,\n"),
    ("quoting", "select_one s,a,A,yes,,,,,,\n", "s,\"u,1\",U,,\ns,\"v\"\"2\",V,,\ns,\"w 3\",W,,\n"),
    (
      "others",
      "acknowledge,a,A,yes,,,,,,\ngeopoint,g,G,yes,,,,,,\ngeoshape,h,H,,,,,,,\nimage,i,I,,,,,,,\nbarcode,k,K,,,,,,,\n",
      ""
    ),
  ]

  @Test("every record of small forms obeys them", arguments: forms.indices)
  func smallForms(index: Int) throws {
    let trial = Self.forms[index]
    let form = try inlineForm(survey: trial.survey, choices: trial.choices)
    let simulator = AnswerSimulator(form: form, seed: 5)
    let table = SimulatedTable(simulator.csv(count: 200))
    for record in table.records { #expect(faults(record, of: form) == [], "\(trial.name)") }
    #expect(simulator.diagnostics.isEmpty, "\(trial.name)")
  }

  @Test("forms are opened and closed within the days given, for 6 to 40 minutes, and today is the day of the start")
  func moments() throws {
    let form = try inlineForm(survey: "start,s,,,,,,,,\nend,e,,,,,,,,\ntoday,d,,,,,,,,\ndate,f,F,yes,,,,,,\n")
    let options = SimulationOptions(firstDay: 20_515, lastDay: 20_517)  // 2026-03-03…05
    let records = SimulatedTable(AnswerSimulator(form: form, seed: 1, options: options).csv(count: 300)).records
    let days: Set = ["2026-03-03", "2026-03-04", "2026-03-05"]
    #expect(Set(records.compactMap { $0["d"] }) == days)
    #expect(Set(records.compactMap { $0["f"] }) == days)
    func seconds(_ moment: String) -> Int {
      let parts = moment.dropFirst(11).prefix(8).split(separator: ":").compactMap { Int($0) }
      return parts[0] * 3600 + parts[1] * 60 + parts[2]
    }
    for record in records {
      let start = record["s"] ?? ""
      let end = record["e"] ?? ""
      #expect(start.prefix(10) == record["d"] ?? "" && end.prefix(10) == start.prefix(10))
      #expect((360...2400).contains(seconds(end) - seconds(start)))
    }
  }

  @Test("days out of order or out of the calendar do no harm")
  func strangeDays() throws {
    let form = try inlineForm(survey: "today,d,,,,,,,,\n")
    for options in [
      SimulationOptions(firstDay: .max, lastDay: .min), SimulationOptions(firstDay: .min, lastDay: .max),
    ] {
      let days = try SimulatedTable(AnswerSimulator(form: form, seed: 1, options: options).csv(count: 20)).column("d")
      #expect(days.allSatisfy { $0.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil })
    }
  }
}
