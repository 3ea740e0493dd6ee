/// Digests of the typed answers of a run of records: equal answers have equal digests, on every machine and run.
///
/// Two lanes of 64 bits. Each answer gives each lane a word made of its question's name and the answer (choices by
/// their names), and the words are added: so neither the order of the questions nor a question without an answer
/// matters, and a record keeps its digest when its form gains a question or a choice. One differing answer always
/// gives a differing lane, as every step can be undone. Digests tell edited records from repeated ones; they are no
/// protection against someone who makes two records collide on purpose.
public enum AnswerDigests {
  /// The length of one digest.
  public static let byteCount = 16

  /// The digests of all records, one after the other; nil columns are skipped.
  ///
  /// - Parameter repeats: the rows of the layout's repeats; empty when there are none.
  /// - Complexity: O(answers).
  public static func of(
    _ columns: [AnswerColumn?], layout: RecordLayout, repeats: [RepeatRows] = [], count: Int
  ) -> [UInt8] {
    var lanes = DigestLanes(count: count)
    lanes.add(columns, layout.fields)
    add(repeats, layout, to: &lanes)
    return lanes.bytes
  }

  /// The digests of all records, and a word of each record's substantive answers.
  ///
  /// - Complexity: O(answers), once when the fields of all repeats are substantive.
  static func withSubstance(
    of columns: [AnswerColumn?], layout: RecordLayout, repeats: [RepeatRows], _ answers: SubstantiveAnswers, count: Int
  ) -> (digests: [UInt8], substance: [UInt64]) {
    guard repeats.isEmpty || answers.hasSubstantiveRowsOnly else {
      return (
        of(columns, layout: layout, repeats: repeats, count: count),
        substance(of: columns, layout: layout, repeats: repeats, answers, count: count)
      )
    }
    var lanes = DigestLanes(count: count)
    lanes.add(zip(columns, answers.isSubstantive).map { $1 ? $0 : nil }, layout.fields)
    add(repeats, layout, to: &lanes)
    let words = lanes.words
    // Words of answers are added, so that what is left out so far may follow.
    lanes.add(zip(columns, answers.isSubstantive).map { $1 ? nil : $0 }, layout.fields)
    return (lanes.bytes, words)
  }

  /// A word of each record's substantive answers alone.
  static func substance(
    of columns: [AnswerColumn?], layout: RecordLayout, repeats: [RepeatRows], _ answers: SubstantiveAnswers, count: Int
  ) -> [UInt64] {
    var lanes = DigestLanes(count: count)
    lanes.add(zip(columns, answers.isSubstantive).map { $1 ? $0 : nil }, layout.fields)
    let rows = zip(repeats, answers.isSubstantiveInRows).map { rows, flags in
      RepeatRows(counts: rows.counts, columns: zip(rows.columns, flags).map { $1 ? $0 : nil })
    }
    add(rows, layout, to: &lanes)
    return lanes.words
  }

  /// A text as a word.
  static func word(of bytes: ArraySlice<UInt8>) -> UInt64 { WordMix.word(of: bytes) }

  private static func add(_ repeats: [RepeatRows], _ layout: RecordLayout, to lanes: inout DigestLanes) {
    // A repeat's rows are done before those of the repeat around it, which stands before it.
    var rows = repeats.map { DigestLanes(count: $0.count) }
    for position in repeats.indices.reversed() {
      let layout = layout.repeats[position]
      rows[position].add(repeats[position].columns, layout.fields)
      if let parent = layout.parent {
        rows[parent].add(rows[position], of: layout.name, counts: repeats[position].counts)
      } else {
        lanes.add(rows[position], of: layout.name, counts: repeats[position].counts)
      }
    }
  }
}

/// The words of a run of rows.
private struct DigestLanes {
  private var first: [UInt64]
  private var second: [UInt64]

  init(count: Int) {
    first = Array(repeating: 0x243F_6A88_85A3_08D3, count: count)
    second = Array(repeating: 0x1319_8A2E_0370_7344, count: count)
  }

  /// One word of each, in which both lanes have their part.
  var words: [UInt64] { zip(first, second).map { WordMix.first($0, $1) } }

  /// The finished digests, one after the other.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(first.count * AnswerDigests.byteCount)
    for index in first.indices {
      append(first[index] ^ second[index] >> 29, to: &bytes)
      append(second[index] ^ first[index] >> 31, to: &bytes)
    }
    return bytes
  }

  private func append(_ word: UInt64, to bytes: inout [UInt8]) {
    var rest = word
    for _ in 0..<8 {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  mutating func add(_ columns: [AnswerColumn?], _ fields: [Field]) {
    for (column, field) in zip(columns, fields) {
      guard let column else { continue }
      precondition(column.count == first.count, "columns of one length")
      add(column, field, seed: WordMix.word(of: field.name.utf8))
    }
  }

  /// Adds the rows of a repeat to their parents, in their order.
  mutating func add(_ rows: DigestLanes, of name: String, counts: [UInt32]) {
    precondition(counts.count == first.count, "a count for every parent")
    let seed = WordMix.word(of: name.utf8)
    var row = 0
    for (parent, count) in counts.enumerated() where count > 0 {
      var words = (seed, ~seed)
      for _ in 0..<count {
        words.0 = WordMix.first(words.0, rows.first[row])
        words.1 = WordMix.second(words.1, rows.second[row])
        row += 1
      }
      first[parent] &+= words.0
      second[parent] &+= words.1
    }
  }

  private mutating func add(_ column: AnswerColumn, _ field: Field, seed: UInt64) {
    switch column {
    case .coded(let codes):
      add(codes, ChoiceWords(field, seed: seed, codes: 256))
    case .wideCoded(let codes):
      let names = ChoiceWords(field, seed: seed, codes: field.choices.count + 1)
      for index in codes.indices where codes[index] != ChoiceCode.wideNotShown {
        add(names, Int(codes[index]), at: index)
      }
    case .multiple(let column):
      let names = field.choices.map { WordMix.word(of: $0.utf8) }
      for index in column.states.indices where column.states[index] == AnswerState.answered.rawValue {
        var chosen: UInt64 = 0
        for (choice, name) in names.enumerated()
        where column.words[index * column.wordsPerRecord + choice / 64] >> UInt64(choice % 64) & 1 == 1 {
          // A sum, because the order of the choices in their list does not matter.
          chosen &+= WordMix.first(seed, name)
        }
        add(seed, chosen, at: index)
      }
    case .ranking(let column):
      let names = field.choices.map { WordMix.word(of: $0.utf8) }
      for index in column.states.indices where column.states[index] == AnswerState.answered.rawValue {
        var ranked: UInt64 = 0
        for place in 0..<column.width {
          let code = Int(column.places[index * column.width + place])
          if code > 0, code <= names.count { ranked = WordMix.first(ranked, names[code - 1]) }
        }
        add(seed, ranked, at: index)
      }
    case .integer(let column):
      for index in column.states.indices where column.states[index] == AnswerState.answered.rawValue {
        add(seed, UInt64(bitPattern: column.values[index]), at: index)
      }
    case .decimal(let column):
      for index in column.states.indices where column.states[index] == AnswerState.answered.rawValue {
        // Adding zero makes −0 and 0 the same answer.
        add(seed, (column.values[index] + 0).bitPattern, at: index)
      }
    case .dateTime(let column):
      for index in column.states.indices where column.states[index] == AnswerState.answered.rawValue {
        let offset = UInt64(bitPattern: Int64(column.offsetMinutes[index]))
        add(WordMix.first(seed, offset), UInt64(bitPattern: column.milliseconds[index]), at: index)
      }
    case .text(let column):
      var start = 0
      for index in column.states.indices {
        let end = Int(column.ends[index])
        if column.states[index] == AnswerState.answered.rawValue {
          add(seed, WordMix.word(of: column.bytes[start..<end]), at: index)
        }
        start = end
      }
    }
  }

  /// Adds the words of a column of bytes: there is one for each of the 256.
  private mutating func add(_ codes: [UInt8], _ names: ChoiceWords) {
    let firstWords = names.first.span
    let secondWords = names.second.span
    let codes = codes.span
    // Taken out, so that nobody else can hold the lanes while they are written.
    var first = first
    var second = second
    (self.first, self.second) = ([], [])
    defer { (self.first, self.second) = (first, second) }
    var firstLane = first.mutableSpan
    for row in codes.indices { firstLane[row] &+= firstWords[Int(codes[row])] }
    var secondLane = second.mutableSpan
    for row in codes.indices { secondLane[row] &+= secondWords[Int(codes[row])] }
  }

  @inline(__always)
  private mutating func add(_ seed: UInt64, _ value: UInt64, at index: Int) {
    first[index] &+= WordMix.first(seed, value)
    second[index] &+= WordMix.second(seed, value)
  }

  @inline(__always)
  private mutating func add(_ words: ChoiceWords, _ code: Int, at index: Int) {
    guard code < words.first.count else { return }
    first[index] &+= words.first[code]
    second[index] &+= words.second[code]
  }
}

/// What each code of a question adds: nothing where there is no answer.
private struct ChoiceWords {
  var first: [UInt64]
  var second: [UInt64]

  init(_ field: Field, seed: UInt64, codes: Int) {
    first = Array(repeating: 0, count: codes)
    second = first
    for (position, choice) in field.choices.enumerated() where position + 1 < codes {
      let name = WordMix.word(of: choice.utf8)
      first[position + 1] = WordMix.first(seed, name)
      second[position + 1] = WordMix.second(seed, name)
    }
  }
}

/// Steps that can be undone, one for each lane.
private enum WordMix {
  @inline(__always)
  static func first(_ seed: UInt64, _ value: UInt64) -> UInt64 {
    var word = (seed ^ value) &* 0x9E37_79B9_7F4A_7C15
    word ^= word >> 32
    word = word &* 0xD1B5_4A32_D192_ED03
    return word ^ word >> 29
  }

  @inline(__always)
  static func second(_ seed: UInt64, _ value: UInt64) -> UInt64 {
    var word = (seed ^ value) &* 0xD6E8_FEB8_6659_FD93
    word ^= word >> 29
    word = word &* 0xA24B_AED4_963E_E407
    return word ^ word >> 32
  }

  /// A text as a word.
  static func word(of bytes: some Collection<UInt8>) -> UInt64 {
    var result = UInt64(bytes.count)
    var word: UInt64 = 0
    var filled = 0
    for byte in bytes {
      word = word << 8 | UInt64(byte)
      filled += 1
      if filled == 8 {
        result = first(result, word)
        (word, filled) = (0, 0)
      }
    }
    return filled == 0 ? result : first(result, word)
  }
}
