import FormDefinition
import Simulation
import Testing

@Suite("The same seed gives the same records")
struct DeterminismTests {
  @Test("the same seed gives the same bytes", arguments: ["pks-01", "bfi"])
  func sameSeed(form name: String) throws {
    let form = try projectForm(name)
    let first = AnswerSimulator(form: form, seed: 7).csv(count: 50)
    #expect(first == AnswerSimulator(form: form, seed: 7).csv(count: 50))
  }

  @Test("another seed gives other answers")
  func otherSeed() throws {
    let form = try projectForm("bfi")
    let first = SimulatedTable(AnswerSimulator(form: form, seed: 1).csv(count: 50))
    let second = SimulatedTable(AnswerSimulator(form: form, seed: 2).csv(count: 50))
    #expect(try first.column("A1") != second.column("A1"))
    #expect(Set(try first.column("KEY")).isDisjoint(with: try second.column("KEY")))
  }

  @Test("the first records of a longer run are those of a shorter one")
  func prefix() throws {
    let simulator = AnswerSimulator(form: try projectForm("pks-01"), seed: 3)
    let short = simulator.csv(count: 20)
    let long = simulator.csv(count: 400)
    #expect(Array(long.prefix(short.count)) == short)
    #expect(long.count > short.count)
  }

  @Test("pieces handed to a sink are whole rows and join to the whole text")
  func pieces() throws {
    let simulator = AnswerSimulator(form: try projectForm("pks-01"), seed: 3)
    var pieces: [[UInt8]] = []
    simulator.write(count: 1500) { pieces.append($0) }
    #expect(pieces.count > 1)
    #expect(pieces.allSatisfy { $0.last == 0x0A })
    #expect(pieces.flatMap { $0 } == simulator.csv(count: 1500))
  }

  @Test("what a sink throws comes through")
  func sinkFails() throws {
    struct Full: Error {}
    let simulator = AnswerSimulator(form: try projectForm("bfi"), seed: 3)
    #expect(throws: Full.self) { try simulator.write(count: 1) { _ in throw Full() } }
  }

  @Test("no records, or a negative number of them, leave the heading alone", arguments: [0, -1, Int.min])
  func noRecords(count: Int) throws {
    let simulator = AnswerSimulator(form: try projectForm("bfi"), seed: 3)
    #expect(
      String(decoding: simulator.csv(count: count), as: UTF8.self) == simulator.header.joined(separator: ",") + "\n")
  }

  @Test("a small form gives these very bytes on every machine")
  func golden() throws {
    let form = try inlineForm(
      survey: "select_one s,q,Q,,,,,,,\ninteger,age,A,,,,,,,\n", choices: "s,1,a,,\ns,2,b,,\ns,3,c,,\n")
    let text = String(decoding: AnswerSimulator(form: form, seed: 2026).csv(count: 3), as: UTF8.self)
    #expect(text == "KEY,q,age\nsimulated:2026:1,1,41\nsimulated:2026:2,2,46\nsimulated:2026:3,1,61\n")
  }
}
