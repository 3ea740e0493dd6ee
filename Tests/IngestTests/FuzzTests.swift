import Ingest
import Responses
import Testing

/// A small generator with a seed (SplitMix64), so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

@Suite("Hostile bytes")
struct FuzzTests {
  @Test("Random tables never stop the program, and the accounting balances", arguments: 0..<4 as Range<UInt64>)
  func tables(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let alphabet: [[UInt8]] =
      ["\"", ",", "\n", "\r\n", "\r", "1", "yes", "a", " ", ";", "x\"\"y", "ế", "2026-12-01"].map { Array($0.utf8) } + [
        [0], [0xFF], [0xC3],
      ]
    let form = try testForm()
    for _ in 0..<300 {
      var bytes = Array("id,agree,age,words,born,tools\n".utf8)
      for _ in 0..<Int.random(in: 0...60, using: &generator) {
        bytes += alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
      }
      var options = IngestOptions(mapping: Bool.random(using: &generator) ? ColumnMapping(key: "id") : ColumnMapping())
      let whole = try take([("t.csv", bytes)], form: form, options: options)
      options.blockByteCount = Int.random(in: 1...20, using: &generator)
      let pieces = try take([("t.csv", bytes)], form: form, options: options)
      #expect(whole.report.total == pieces.report.total)
      #expect(whole.records == pieces.records)
      #expect(whole.report.findingCounts == pieces.report.findingCounts)
    }
  }

  @Test("Random submissions never stop the program, and the accounting balances", arguments: 0..<4 as Range<UInt64>)
  func submissions(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let pieces = [
      "<agree>", "</agree>", "yes", "<profile>", "</profile>", "<age>", "</age>", "5", "<meta>", "</meta>",
      "<instanceID>",
      "</instanceID>", "</data>", "<data id='test'>", "&amp;", "&x;", "<!--", "-->", "<![CDATA[", "]]>", "<?p", "\0",
      "\u{7f}",
    ]
    let form = try testForm()
    for _ in 0..<300 {
      var text = "<data id='test'>"
      for _ in 0..<Int.random(in: 0...25, using: &generator) {
        text += pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }
      if Bool.random(using: &generator) { text += "</data>" }
      let taken = try take([("s.xml", Array(text.utf8))], form: form)
      // Damage may make two submissions of one.
      #expect(taken.report.total.read >= 1)
    }
  }
}
