import FormDefinition
import Simulation
import Testing
import XML

/// The texts of a document's innermost elements by their paths, and the attributes of its root.
private struct ReadSubmission {
  var texts: [(path: [String], text: String)] = []
  var attributes: [String: String] = [:]

  init(_ events: XMLEvents) {
    var path: [String] = []
    var text = ""
    var isLeaf = false
    for (index, step) in events.steps.enumerated() {
      switch step.kind {
      case .start:
        path.append(events.unknownName(of: step))
        if path.count == 1 {
          for name in ["id", "version"] {
            attributes[name] = events.attribute(name, ofStep: index).map { String(decoding: $0, as: UTF8.self) }
          }
        }
        text = ""
        isLeaf = true
      case .text: text += String(decoding: events.bytes[Int(step.begin)..<Int(step.end)], as: UTF8.self)
      case .end:
        if isLeaf { texts.append((Array(path.dropFirst()), text)) }
        isLeaf = false
        path.removeLast()
      }
    }
  }
}

@Suite("Simulated submissions")
struct SubmissionTests {
  private func read(_ document: String) -> ReadSubmission {
    var events = XMLEvents()
    #expect(XMLParser(names: []).parse(Array(document.utf8), into: &events) == nil)
    return ReadSubmission(events)
  }

  @Test("a submission holds the answers of the CSV under the names of their groups", arguments: ["pks-01", "bfi"])
  func sameAnswers(name: String) throws {
    let form = try projectForm(name)
    let simulator = AnswerSimulator(form: form, seed: 4)
    let records = SimulatedTable(simulator.csv(count: 30)).records
    let paths = Dictionary(uniqueKeysWithValues: form.placedQuestions.map { ($0.question.name, $0.path) })
    for (index, record) in records.enumerated() {
      let document = read(simulator.submission(number: index + 1))
      #expect(document.attributes == ["id": form.identifier, "version": form.version])
      var expected = Dictionary(
        uniqueKeysWithValues: record.filter { $0.key != "KEY" && !$0.value.isEmpty }.map {
          (paths[$0.key] ?? [], $0.value)
        })
      expected[["meta", "instanceID"]] = "simulated:4:\(index + 1)"
      #expect(Dictionary(document.texts.map { ($0.path, $0.text) }) { first, _ in first } == expected)
      #expect(document.texts.count == expected.count)
    }
  }

  @Test("a record without answers is a submission with nothing but its identifier")
  func noAnswers() throws {
    var form = Form(identifier: "a<&\">\u{1}b\n")
    form.version = ""
    let document = read(AnswerSimulator(form: form, seed: .max).submission(number: .min))
    #expect(document.attributes == ["id": "a<&\">\u{FFFD}b\n"])
    #expect(document.texts.map(\.text) == ["simulated:\(UInt64.max):\(Int.min)"])
  }

  @Test("markup in answers is escaped")
  func escaping() throws {
    let form = try inlineForm(survey: "text,a,A,yes,,. = '<b>&amp;]]>',,,,\n")
    let simulator = AnswerSimulator(form: form, seed: 1)
    #expect(read(simulator.submission(number: 1)).texts.first?.text == "<b>&amp;]]>")
  }

  @Test("groups of one name that stand apart are not run together")
  func groups() throws {
    let survey = """
      begin group,g,G,,,,,,,
      begin group,h,H,,,,,,,
      integer,a,A,yes,,. = 1,,,,
      end group,,,,,,,,,
      integer,b,B,yes,,. = 2,,,,
      end group,,,,,,,,,
      integer,c,C,yes,,. = 3,,,,

      """
    let document = read(AnswerSimulator(form: try inlineForm(survey: survey), seed: 1).submission(number: 1))
    #expect(document.texts.map(\.path) == [["g", "h", "a"], ["g", "b"], ["c"], ["meta", "instanceID"]])
    #expect(document.texts.map(\.text) == ["1", "2", "3", "simulated:1:1"])
  }
}
