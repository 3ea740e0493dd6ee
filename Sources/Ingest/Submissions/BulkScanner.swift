/// Divides a file of many submissions, inside any elements or one after the other, by a scan for tags.
///
/// A submission begins with an element whose attribute `id` names a form, and ends where that element does. Whatever is
/// wrong inside one ends with it, because no tag and no attribute can hold a `<`; only a comment, an instruction or a
/// CDATA section that is never closed takes what follows with it. Bytes are handed in piece by piece; memory is that of
/// the longest submission.
struct BulkScanner {
  /// What was found next.
  enum Step {
    /// A submission: its bytes, and the line on which it begins.
    case submission([UInt8], line: Int)
    /// What cannot be divided, from a line on: its bytes, and how often the beginning of a submission is found in them.
    /// It goes on to the end of the file, in pieces as long as the longest submission.
    case rest([UInt8], line: Int, submissions: Int)
    /// More bytes are needed.
    case needsMore
    /// The file is at its end.
    case end
  }

  /// How many submissions were found.
  private(set) var submissionCount = 0
  /// Whether one of them lies inside another element.
  private(set) var hasWrapper = false
  /// Whether the file is more than one submission alone.
  var isBulk: Bool { hasWrapper || submissionCount > 1 }
  /// What every submission needs before it to be read alone: the encoding that the file declares, if not UTF-8.
  private(set) var prologue: [UInt8] = []

  private let form: [UInt8]
  private let limit: Int
  private var buffer: [UInt8] = []
  /// Where in the buffer the scan stands, and on which line.
  private var place = 0
  private var line = 1
  /// How far the end of a long comment was looked for already.
  private var searched = 0
  private var isLast = false
  private var depth = 0
  /// The submission that is open: where it begins, its element's name, how many elements of that name are open, and
  /// whether it is of the form.
  private var open: (start: Int, line: Int, name: [UInt8], nested: Int, isOwn: Bool)?
  private var knownNames: Set<[UInt8]> = []
  /// What was read of the part that cannot be divided, and on which line that begins.
  private var rest: (bytes: [UInt8], line: Int)?

  /// The longest tag.
  private static let tagLimit = 1 << 20

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - form: the identifier of the form whose submissions are looked for.
  ///   - limit: the longest submission.
  init(form: String, limit: Int) {
    self.form = Array(form.utf8)
    self.limit = limit
  }

  /// Hands in further bytes; none: the file is at its end.
  mutating func append(_ bytes: [UInt8]) {
    isLast = bytes.isEmpty
    if rest != nil {
      rest?.bytes += bytes
      return
    }
    // What was divided is given back.
    let start = open?.start ?? place
    if start > 0 {
      buffer.removeFirst(start)
      place -= start
      searched = max(searched - start, 0)
      open?.start = 0
    }
    buffer += bytes
  }

  /// Looks for the next submission.
  ///
  /// - Complexity: O(bytes) for the whole file.
  mutating func next() -> Step {
    while rest == nil {
      guard let bracket = firstIndex(of: UInt8(ascii: "<"), from: place) else {
        move(to: buffer.count)
        return waiting()
      }
      move(to: bracket)
      guard let markup = markup(at: bracket) else { return waiting() }
      if let found = take(markup) { return found }
    }
    return atEnd()
  }

  /// What to do with a piece of markup.
  private mutating func take(_ markup: Markup) -> Step? {
    switch markup.kind {
    case .other:
      noteEncoding(markup)
      move(to: markup.end)
    case .broken: move(to: markup.end)
    case .start(let isEmpty): return start(markup, isEmpty: isEmpty)
    case .end:
      let name = buffer[markup.name]
      move(to: markup.end)
      depth = max(depth - 1, 0)
      guard var open, open.name.elementsEqual(name) else { return nil }
      open.nested -= 1
      self.open = open
      return open.nested == 0 ? close(at: markup.end) : nil
    }
    return nil
  }

  private mutating func start(_ markup: Markup, isEmpty: Bool) -> Step? {
    let name = Array(buffer[markup.name])
    if var open {
      let isSame = open.name == name
      // Another submission inside one: the first was cut off, or the element around is none.
      if isSame || !open.isOwn, attribute("id", of: markup) == form {
        let step = open.isOwn ? close(at: place) : nil
        if step != nil { return step }
        hasWrapper = true
        self.open = nil
        begin(markup, name, isOwn: true)
      } else if isSame, !isEmpty {
        open.nested += 1
        self.open = open
      }
    } else if let identifier = attribute("id", of: markup) {
      // A root of another name may be a wrapper; whether it is, shows by what it holds.
      begin(markup, name, isOwn: identifier == form)
    } else if knownNames.contains(name) {
      begin(markup, name, isOwn: true)
    }
    move(to: markup.end)
    guard isEmpty else {
      depth += 1
      return nil
    }
    return open?.nested == 1 && open?.start == markup.start ? close(at: markup.end) : nil
  }

  private mutating func begin(_ markup: Markup, _ name: [UInt8], isOwn: Bool) {
    if depth > 0 { hasWrapper = true }
    if isOwn { knownNames.insert(name) }
    open = (markup.start, line, name, 1, isOwn)
  }

  /// Ends the open submission.
  private mutating func close(at end: Int) -> Step? {
    guard let open else { return nil }
    self.open = nil
    submissionCount += 1
    return .submission(prologue + buffer[open.start..<end], line: open.line)
  }

  /// What to say where the bytes that are there end in the middle of something.
  private mutating func waiting() -> Step {
    let start = open?.start ?? place
    guard !isLast, buffer.count - start > limit else { return atEnd() }
    return beginRest(from: start, line: open?.line ?? line)
  }

  private mutating func atEnd() -> Step {
    if let piece = nextPiece() { return piece }
    guard isLast else { return .needsMore }
    // A submission that the file cuts off is one; a comment never closed may hide many.
    if let open, occurrences(in: buffer[open.start...]) > 1 { return beginRest(from: open.start, line: open.line) }
    if open != nil {
      let step = close(at: buffer.count)
      (buffer, place) = ([], 0)
      return step ?? .end
    }
    if place < buffer.count, occurrences(in: buffer[place...]) > 0 { return beginRest(from: place, line: line) }
    return .end
  }

  // MARK: What cannot be divided

  private mutating func beginRest(from start: Int, line: Int) -> Step {
    rest = (Array(buffer[start...]), line)
    (buffer, place, open) = ([], 0, nil)
    return atEnd()
  }

  /// The next bytes that cannot be divided: as many as a submission may have, or all that are left.
  private mutating func nextPiece() -> Step? {
    guard let rest, !rest.bytes.isEmpty, isLast || rest.bytes.count > limit else { return nil }
    var end = min(rest.bytes.count, limit)
    // A piece that begins with a tag could be taken for a submission when it is read again.
    while end > 1, end < rest.bytes.count, rest.bytes[end] == UInt8(ascii: "<") { end -= 1 }
    let piece = Array(rest.bytes[..<end])
    self.rest = (Array(rest.bytes[end...]), rest.line + piece.count { $0 == 0x0A })
    return .rest(piece, line: rest.line, submissions: occurrences(in: piece[...]))
  }

  /// How often one of the names with which submissions began stands behind a `<`.
  private func occurrences(in bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    var index = bytes.startIndex
    while let bracket = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      let name = bytes[(bracket + 1)...].prefix(256).prefix { !isNameEnd($0) }
      if knownNames.contains(Array(name)) { count += 1 }
      index = bracket + 1
    }
    return count
  }

  // MARK: Markup

  private func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    let bytes = buffer.span
    var index = start
    while index < bytes.count {
      if bytes[index] == byte { return index }
      index += 1
    }
    return nil
  }

  private func lineFeeds(in range: Range<Int>) -> Int {
    let bytes = buffer.span
    var count = 0
    for index in range where bytes[index] == 0x0A { count += 1 }
    return count
  }

  private mutating func move(to end: Int) {
    line += lineFeeds(in: place..<end)
    place = end
  }

  private struct Markup {
    enum Kind { case start(isEmpty: Bool), end, other, broken }
    var kind: Kind
    var start: Int
    var end: Int
    /// The name of the element.
    var name = 0..<0
  }

  /// The markup that begins at a bracket; nil when its end is not there yet.
  private mutating func markup(at start: Int) -> Markup? {
    guard buffer.count - start >= 9 || isLast else { return nil }
    for (opening, closing) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
    where buffer[start...].starts(with: opening.utf8) {
      let end = find(Array(closing.utf8), from: max(start + opening.utf8.count, searched))
      searched = end == nil ? max(buffer.count - 2, 0) : 0
      return end.map { Markup(kind: .other, start: start, end: $0) }
    }
    return tagOrBroken(at: start)
  }

  private func tagOrBroken(at start: Int) -> Markup? {
    let bytes = buffer.span
    var quote: UInt8 = 0
    var index = start + 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<") { return Markup(kind: .broken, start: start, end: index) }
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return tag(start..<(index + 1))
      }
      index += 1
      if index - start > Self.tagLimit { return Markup(kind: .broken, start: start, end: index) }
    }
    return isLast ? Markup(kind: .broken, start: start, end: bytes.count) : nil
  }

  private func tag(_ range: Range<Int>) -> Markup {
    let first = buffer[range.lowerBound + 1]
    if first == UInt8(ascii: "!") { return Markup(kind: .other, start: range.lowerBound, end: range.upperBound) }
    let isEnd = first == UInt8(ascii: "/")
    let start = range.lowerBound + (isEnd ? 2 : 1)
    let name = start..<(buffer[start..<range.upperBound].firstIndex(where: isNameEnd) ?? range.upperBound)
    let isEmpty = buffer[range.upperBound - 2] == UInt8(ascii: "/")
    guard !name.isEmpty else { return Markup(kind: .broken, start: range.lowerBound, end: range.upperBound) }
    return Markup(
      kind: isEnd ? .end : .start(isEmpty: isEmpty), start: range.lowerBound, end: range.upperBound, name: name)
  }

  private func find(_ text: [UInt8], from start: Int) -> Int? {
    guard buffer.count >= text.count else { return nil }
    var index = start
    while index + text.count <= buffer.count {
      guard let found = firstIndex(of: text[0], from: index), found + text.count <= buffer.count else { return nil }
      if buffer[found..<(found + text.count)].elementsEqual(text) { return found + text.count }
      index = found + 1
    }
    return nil
  }

  /// The value of an attribute by its local name; nil when there is none.
  private func attribute(_ name: String, of markup: Markup) -> [UInt8]? {
    var text = buffer[markup.name.upperBound..<markup.end]
    while let equals = text.firstIndex(of: UInt8(ascii: "=")) {
      let written = text[..<equals].split(whereSeparator: isNameEnd).last ?? []
      guard let opening = text[equals...].firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }),
        let closing = text[(opening + 1)...].firstIndex(of: text[opening])
      else { return nil }
      if written.elementsEqual(name.utf8) { return Array(text[(opening + 1)..<closing]) }
      text = text[(closing + 1)...]
    }
    return nil
  }

  private mutating func noteEncoding(_ markup: Markup) {
    guard prologue.isEmpty, submissionCount == 0, open == nil, depth == 0,
      buffer[markup.start..<markup.end].starts(with: "<?xml".utf8)
    else { return }
    let declared = Markup(kind: .other, start: markup.start, end: markup.end, name: 0..<(markup.start + 5))
    guard let encoding = attribute("encoding", of: declared),
      !["utf-8", "us-ascii"].contains(String(decoding: encoding, as: UTF8.self).lowercased())
    else { return }
    prologue = Array("<?xml version=\"1.0\" encoding=\"".utf8) + encoding + Array("\"?>".utf8)
  }
}

private func isNameEnd(_ byte: UInt8) -> Bool {
  byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=")
}
