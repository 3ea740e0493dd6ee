import Testing

@testable import XML

/// SplitMix64, so that what is generated is the same everywhere.
private struct Seeded: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
  mutating func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &self)] }
}

@Suite("XML: plain documents")
struct PlainDocumentTests {
  private static let names = ["data", "meta", "a", "b", "instanceID", "a_long-name.1"]

  /// The steps as text: texts and unknown names resolved, places included.
  private func log(_ events: XMLEvents) -> [String] {
    events.steps.enumerated().map { index, step in
      let bytes = String(decoding: events.bytes[Int(step.begin)..<Int(step.end)], as: UTF8.self)
      switch step.kind {
      case .end: return "end"
      case .text: return "text \(bytes)"
      case .start:
        let attributes = events.attributes.filter { $0.event == index }.map {
          "\(String(decoding: events.bytes[$0.nameRange], as: UTF8.self))=\(String(decoding: events.bytes[Int($0.begin)..<Int($0.end)], as: UTF8.self))"
        }
        return "start \(step.name) \(bytes) \(step.line):\(step.column) \(attributes)"
      }
    }
  }

  /// Reads a document both ways; says whether it is plain.
  private func isPlain(_ bytes: [UInt8], _ parser: XMLParser) -> Bool {
    var (plain, full) = (XMLEvents(), XMLEvents())
    guard parser.parsePlainly(bytes, into: &plain) else { return false }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(parser.parseFully(bytes, into: &full) == nil, "\(text)")
    #expect(log(plain) == log(full), "\(text)")
    for index in full.steps.indices where full.steps[index].kind == .start {
      for name in ["id", "version", "template", "instanceID"] {
        #expect(plain.attribute(name, ofStep: index) == full.attribute(name, ofStep: index))
      }
    }
    return true
  }

  private let parsers = [
    XMLParser(names: names, keepsTextBehindElements: false), XMLParser(names: names, depthLimit: 5),
  ]

  @Test(
    "Submissions as clients write them are plain",
    arguments: [
      "<data/>", "<data id='f' version=\"2\"><a>1</a></data>\n",
      "<?xml version='1.0' ?><data id=\"f\" xmlns:jr=\"http://openrosa.org/javarosa\"><a>x</a></data>",
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<data xmlns='u' id='f'>\n\t<a>ý kiến</a><b/></data>\n\n",
      "<?xml version='1.0' encoding='utf-8' standalone='yes' ?><data><orx:meta orx:id='1'>\n<x>ế</x><y/></orx:meta></data>",
      "<data><a>1 &lt; 2 &amp;&#233;&#x1EBF;&#10;&gt;&quot;&apos;</a><a >x</a ><a\n id = '1'\n/></data>",
      "<data>x<a>ế</a>đ<b/>ý &lt;</data>", "<data><a>]</a><a>&#13;]</a></data>",
    ])
  func plain(text: String) {
    for parser in parsers { #expect(isPlain(Array(text.utf8), parser), "\(text)") }
  }

  @Test(
    "Everything else is left to libxml2",
    arguments: [
      "", "x", " <a/>", "\u{FEFF}<a/>", "<a>\r\n</a>", "<a><!-- x --></a>", "<!-- x --><a/>", "<a/><!-- x -->",
      "<a><![CDATA[x]]></a>", "<?xml version='1.0'?><?x y?><a/>", "<!DOCTYPE a><a/>", "<a>]]></a>", "<a>&x;</a>",
      "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&#xFFFF;</a>", "<a>\u{1}</a>", "<a>\u{FFFF}</a>", "<a id='&amp;'/>",
      "<a id='ế'/>",
      "<a id='1' id='2'/>", "<a x:id='1' id='2'/>", "<a id='1'b='2'/>", "<a xml:space='preserve'/>",
      "<a xmlns:xml='u'/>",
      "<a xmlns:p='u' xmlns:p='v'/>", "<a><b></a></b>", "<a></a><b/>", "<a>", "<a", "<a/", "</a>", "<a></b>", "<1/>",
      "<a:b:c/>",
      "<:a/>", "<a:/>", "<é/>", "<a id=1/>", "<a id='<'/>", "<a id='\n'/>", "<?xml version='1.1'?><a/>",
      "<?xml version='1.0'encoding='UTF-8'?><a/>", "<a/>x",
      "<?xml version='1.0' encoding='ISO-8859-1'?><a/>", "<a></a\u{0}>", "<a>\u{0}</a>", "<a>&#99999999;</a>",
      "<a>&\u{0}lt;</a>",
      String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300),
    ])
  func other(text: String) {
    for parser in parsers { #expect(!isPlain(Array(text.utf8), parser), "\(text)") }
  }

  @Test("Bytes that are not UTF-8 are never plain")
  func encodings() {
    for bytes: [UInt8] in [
      [0xC3, 0x28], [0xFF], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80],
    ] {
      #expect(!isPlain(Array("<a>".utf8) + bytes + Array("</a>".utf8), parsers[0]))
    }
  }

  @Test(
    "Generated documents, whole and damaged, give the same steps both ways", arguments: 1...8 as ClosedRange<UInt64>)
  func generated(seed: UInt64) {
    var generator = Seeded(state: seed)
    let damage = Array("<>/a&;!'\"= x[]?-:#\n\t\r".utf8) + [0, 0x7F, 0x80, 0xC3, 0xE1, 0xEF, 0xFF]
    var plainCount = 0
    for _ in 0..<120 {
      var text = ["", "<?xml version='1.0' ?>", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"].randomElement(
        using: &generator)!
      Self.write(&text, 0, &generator)
      if Bool.random(using: &generator) { text += "\n" }
      let bytes = Array(text.utf8)
      for parser in parsers where isPlain(bytes, parser) { plainCount += 1 }
      for _ in 0..<6 {
        var broken = bytes
        for _ in 0...Int.random(in: 0...1, using: &generator) where !broken.isEmpty {
          let place = Int.random(in: 0..<broken.count, using: &generator)
          switch Int.random(in: 0...3, using: &generator) {
          case 0: broken[place] = generator.pick(damage)
          case 1: broken.insert(generator.pick(damage), at: place)
          case 2: broken.remove(at: place)
          default: broken.removeLast(broken.count - place)
          }
        }
        for parser in parsers { _ = isPlain(broken, parser) }
      }
    }
    #expect(plainCount > 120)
  }

  private static func write(_ text: inout String, _ depth: Int, _ generator: inout Seeded) {
    let prefix = Int.random(in: 0...5, using: &generator) == 0 ? "orx:" : ""
    let name = prefix + generator.pick((names + ["unknown", "x1"]))
    text += "<" + name
    for attribute in ["id", "version", "orx:template", "xmlns", "xmlns:orx", "instanceID"]
    where Int.random(in: 0...6, using: &generator) == 0 {
      text += generator.pick([" ", "\n  ", "\t"]) + attribute
      text += generator.pick(["='1 x'", "=\"a>b'\"", " = ''"])
    }
    if Int.random(in: 0...7, using: &generator) == 0 {
      text += generator.pick([" />", "/>"])
      return
    }
    text += ">"
    let pieces = ["1", "\n  ", "ý kiến", "&lt;", "&#7871;", "&#x65;", " ", "]", "mô phỏng", "e\u{301}", "&amp;x", "𝄞"]
    for _ in 0..<Int.random(in: 0...3, using: &generator) {
      if Bool.random(using: &generator) { text += generator.pick(pieces) }
      if depth < 5, Bool.random(using: &generator) { write(&text, depth + 1, &generator) }
    }
    if Bool.random(using: &generator) { text += generator.pick(pieces) }
    text += "</\(name)>"
  }
}
