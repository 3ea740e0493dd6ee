import XML

/// The parser keeps what it learnt from document to document, as it does in an ingest.
nonisolated(unsafe) private let parsers = [
  XMLParser(names: ["data", "meta", "instanceID", "a", "b"], keepsTextBehindElements: false),
  XMLParser(names: ["data", "meta", "instanceID", "a", "b"], depthLimit: 5),
]

/// One document, read without libxml2 and with it: where the first way takes it, both say the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDocuments(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  for parser in parsers {
    var (plain, full) = (XMLEvents(), XMLEvents())
    guard parser.parsePlainly(bytes, into: &plain) else { continue }
    precondition(parser.parseFully(bytes, into: &full) == nil, "what is plain is well-formed")
    precondition(plain.steps.count == full.steps.count, "as many steps")
    for index in full.steps.indices {
      let (own, other) = (plain.steps[index], full.steps[index])
      precondition(own.kind == other.kind && own.name == other.name && own.place == other.place, "the same step")
      precondition(plain.text(of: own).elementsEqual(full.text(of: other)), "the same text")
      guard own.kind == .start else { continue }
      for name in ["id", "version", "instanceID", "template", "a"] {
        precondition(plain.attribute(name, ofStep: index) == full.attribute(name, ofStep: index), "the same attribute")
      }
    }
  }
  return 0
}
