import Testing
import XML

extension XMLEvents {
  /// The steps as text.
  fileprivate var log: String {
    var log = ""
    for (index, step) in steps.enumerated() {
      switch step.kind {
      case .start:
        log += "<\(step.name):\(unknownName(of: step))"
        if let id = attribute("id", ofStep: index) { log += " id=\(String(decoding: id, as: UTF8.self))" }
        log += ">"
      case .end: log += "</>"
      case .text: log += String(decoding: bytes[Int(step.begin)..<Int(step.end)], as: UTF8.self)
      }
    }
    return log
  }
}

@Suite("XML")
struct XMLTests {
  private func read(_ text: String) -> (log: String, failure: XMLFailure?) { read(Array(text.utf8)) }
  private func read(_ bytes: [UInt8]) -> (log: String, failure: XMLFailure?) {
    var events = XMLEvents()
    let failure = XMLParser(names: ["a", "meta"]).parse(bytes, into: &events)
    return (events.log, failure)
  }

  @Test("Known names are numbered; undeclared prefixes, references and CDATA are read")
  func events() {
    let result = read("<data id='f &amp; g'><a>1 &lt; 2&#233;<![CDATA[<x>]]></a><orx:meta orx:id='u'/></data>")
    #expect(result.log == "<-1:data id=f & g><0:>1 < 2é<x></><1: id=u></></>")
    #expect(result.failure == nil)
  }

  @Test(
    "Faults have a reason and a place",
    arguments: [
      ("", XMLFailure.Reason.empty, 1), ("  ", .empty, 1), ("<a><b></a>", .malformed, 1),
      ("<a>\n<b>1</b>\n", .truncated, 3),
      ("<a>\n<b", .truncated, 2), ("<a>\n1\0</a>", .zeroByte, 2), ("<a/>\0", .zeroByte, 1), ("<a/><b/>", .malformed, 1),
      ("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", .documentType, 1),
      ("<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/x.dtd'><a/>", .documentType, 1),
      ("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", .documentType, 1),
      ("<a>&x;</a>", .malformed, 1),
      ("nothing", .empty, 1), (String(repeating: "<a>", count: 200), .tooDeep, 1),
      (String(repeating: "<a>", count: 200_000), .tooDeep, 1),
    ])
  func faults(text: String, reason: XMLFailure.Reason, line: Int) {
    let failure = read(text).failure
    #expect(failure?.reason == reason)
    #expect(failure?.place.line == line)
  }

  @Test("Bytes that are not UTF-8 are an error of encoding, other declared encodings are read")
  func encodings() {
    #expect(read(Array("<a>".utf8) + [0xC3, 0x28] + Array("</a>".utf8)).failure?.reason == .encoding)
    let latin = Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>".utf8) + [0xE9] + Array("</a>".utf8)
    #expect(read(latin).log == "<0:>é</>")
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in "<?xml version='1.0' encoding='UTF-16'?><a>ế</a>".utf16 {
      wide += [UInt8(unit & 255), UInt8(unit >> 8)]
    }
    #expect(read(wide).log == "<0:>ế</>")
  }

  @Test("A parser forgets a broken document and the names of many documents")
  func reuse() {
    let parser = XMLParser(names: ["a"])
    for number in 0..<30_000 {
      var events = XMLEvents()
      let broken = number % 3 == 0
      let failure = parser.parse(Array("<a><n\(number)/>\(broken ? "" : "</a>")".utf8), into: &events)
      #expect((failure != nil) == broken)
      #expect(events.log.hasPrefix("<0:>"))
    }
  }

  @Test("Random bytes never stop the program")
  func fuzz() {
    var generator = SystemRandomNumberGenerator()
    let alphabet = Array("<>/a&;!'\"= x[]?-\n".utf8) + [0, 0xFF, 0xC3]
    let parser = XMLParser(names: ["a"])
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
      }
      var events = XMLEvents()
      _ = parser.parse(bytes, into: &events)
    }
  }

  @Test("A document read in pieces of any size gives the same steps and faults", arguments: [1, 2, 7, 64, 100_000])
  func pieces(size: Int) {
    let documents = [
      "<a id='1'><meta>x &amp; ý</meta>tail<b id='&lt;'/></a>", "<a><meta></a>", "<a>", "", "<a>\u{1}</a>",
      "<!DOCTYPE a><a/>", "<a/><b/>", String(repeating: "<a>", count: 200), "no document",
    ]
    let parser = XMLParser(names: ["a", "meta"])
    for document in documents {
      let whole = read(document)
      var log = ""
      let failure = parser.parse(Array(document.utf8), pieceByteCount: size) { events in
        log += events.log
        return true
      }
      #expect(failure?.reason == whole.failure?.reason, "\(document)")
      if whole.failure == nil { #expect(log == whole.log) }
    }
  }

  @Test("Whoever receives the pieces can end the reading")
  func endsEarly() {
    var deliveries = 0
    let failure = XMLParser(names: []).parse(Array("<a><b/><b/><broken".utf8), pieceByteCount: 4) { _ in
      deliveries += 1
      return deliveries < 2
    }
    #expect(deliveries == 2)
    #expect(failure == nil)
  }
}
