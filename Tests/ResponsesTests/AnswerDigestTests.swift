import Responses
import Testing

@Suite("Digests of answers")
struct AnswerDigestTests {
  private static let choices = ["a", "b", "c"]

  /// The digest of one record given by its fields' names, kinds and answers.
  private func digest(
    _ answers: [(name: String, storage: FieldStorage, text: String)], choices: [String] = Self.choices
  ) -> [UInt8] {
    let fields = answers.map { Field(name: $0.name, path: [$0.name], storage: $0.storage, choices: choices) }
    var columns: [AnswerColumn] = []
    for (field, answer) in zip(fields, answers) {
      var builder = ColumnBuilder(field)
      #expect(builder.append(Array(answer.text.utf8).span) == nil)
      columns.append(builder.finish())
    }
    return AnswerDigests.of(
      columns, layout: RecordLayout(formIdentifier: "f", formVersion: "", fields: fields), count: 1)
  }

  private let record: [(name: String, storage: FieldStorage, text: String)] = [
    ("one", .coded, "b"), ("some", .multiple, "a c"), ("rank", .ranking, "c a"), ("n", .integer, "5"),
    ("x", .decimal, "0.5"), ("d", .date, "2026-12-01"), ("t", .dateTime, "2026-12-01T08:00:00.000+07:00"),
    ("w", .text, "ý kiến"),
  ]

  @Test("Neither the order of questions nor one without an answer matters")
  func versions() {
    let whole = digest(record)
    #expect(digest(record.reversed()) == whole)
    #expect(digest(record + [("new", .coded, "")]) == whole)
    #expect(digest(record + [("new", .text, "")]) == whole)
    #expect(digest(record + [("new", .text, "x")]) != whole)
  }

  @Test("A list that grows or is put in another order leaves digests as they are")
  func lists() {
    #expect(digest(record, choices: ["new", "c", "b", "a"]) == digest(record))
    let long = (0..<300).map { "x\($0)" } + Self.choices
    #expect(digest([("one", .coded, "b")], choices: long) == digest([("one", .coded, "b")]))
  }

  @Test(
    "Every other answer, and the same answer to another question, gives another digest",
    arguments: [
      (0, "a"), (0, ""), (1, "a"), (1, "a b c"), (1, ""), (2, "a c"), (2, "c"), (2, ""), (3, "-5"), (3, ""),
      (4, "0.25"),
      (5, "2026-12-02"), (6, "2026-12-01T01:00:00.000Z"), (7, "ý kiến "), (7, ""),
    ])
  func changes(field: Int, text: String) {
    var other = record
    other[field].text = text
    #expect(digest(other) != digest(record))
    other = record
    other[field].name += "2"
    #expect(digest(other) != digest(record))
  }

  @Test("Rows of repeats count with their order and the record they belong to")
  func rows() {
    let layout = RecordLayout(
      formIdentifier: "f", formVersion: "", fields: [],
      repeats: [
        RepeatLayout(name: "r", path: ["r"], fields: [Field(name: "n", path: ["r", "n"], storage: .integer)]),
        RepeatLayout(
          name: "s", path: ["r", "s"], parent: 0,
          fields: [Field(name: "m", path: ["r", "s", "m"], storage: .integer)]),
      ])
    func digests(_ counts: [UInt32], _ values: [Int64], _ inner: [UInt32], _ deep: [Int64]) -> [[UInt8]] {
      func column(_ values: [Int64]) -> AnswerColumn {
        .integer(IntegerColumn(states: values.map { _ in 0 }, values: values))
      }
      let repeats = [
        RepeatRows(counts: counts, columns: [column(values)]), RepeatRows(counts: inner, columns: [column(deep)]),
      ]
      let bytes = AnswerDigests.of([], layout: layout, repeats: repeats, count: counts.count)
      return counts.indices.map { Array(bytes[(16 * $0)..<(16 * $0 + 16)]) }
    }
    let whole = digests([2, 1, 0], [1, 2, 1], [1, 0, 2], [7, 7, 8])
    #expect(Set(whole).count == 3)
    #expect(digests([0, 0], [], [], [])[0] == digests([1, 0], [1], [0], [])[1])
    // The same rows in another order, under another record, and an inner row under another outer one.
    #expect(digests([2], [2, 1], [0, 1], [7]) != digests([2], [1, 2], [1, 0], [7]))
    #expect(digests([2], [1, 2], [1, 0], [7]) != digests([2], [1, 2], [0, 1], [7]))
    #expect(digests([2], [1, 1], [1, 0], [7]) != digests([2], [1, 1], [0, 1], [7]))
    #expect(digests([1], [1], [2], [7, 8]) != digests([1], [1], [2], [8, 7]))
    // What one record says does not hang on the others of its batch.
    #expect(digests([1], [1], [2], [7, 8])[0] == whole[1])
  }
}
