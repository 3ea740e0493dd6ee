/// The answers of many records to one question, one element per record.
public enum AnswerColumn: Sendable, Hashable {
  /// One choice of a list of at most 253: ``ChoiceCode``.
  case coded([UInt8])
  /// One choice of a longer list, by the same rule with 16 bits.
  case wideCoded([UInt16])
  /// Several choices.
  case multiple(MultipleColumn)
  /// Choices in order.
  case ranking(RankingColumn)
  /// Whole numbers; also dates (days since 1970-01-01) and times of day (milliseconds since midnight).
  case integer(IntegerColumn)
  /// Numbers.
  case decimal(DecimalColumn)
  /// Moments.
  case dateTime(DateTimeColumn)
  /// Texts.
  case text(TextColumn)

  /// The number of records.
  public var count: Int {
    switch self {
    case .coded(let codes): codes.count
    case .wideCoded(let codes): codes.count
    case .multiple(let column): column.states.count
    case .ranking(let column): column.states.count
    case .integer(let column): column.states.count
    case .decimal(let column): column.states.count
    case .dateTime(let column): column.states.count
    case .text(let column): column.count
    }
  }
}

/// How one choice is coded in a byte (16 bits for long lists): 0 blank, 1…253 the choice's position from 1, 255 not shown.
public enum ChoiceCode {
  /// The question was shown and not answered.
  public static let blank: UInt8 = 0
  /// The question was not shown (not relevant, or not in the file).
  public static let notShown: UInt8 = 255
  /// The question was not shown, with 16 bits.
  public static let wideNotShown: UInt16 = 65535
  /// The longest list that is coded in bytes.
  public static let longestNarrowList = 253
}

/// Whether a question was answered, for columns whose values cannot say so themselves (raw values are stored).
public enum AnswerState: UInt8, Sendable {
  /// There is an answer.
  case answered = 0
  /// The question was shown and not answered.
  case blank = 1
  /// The question was not shown.
  case notShown = 2
}

/// Several choices per record.
public struct MultipleColumn: Sendable, Hashable {
  /// ``AnswerState`` raw values, one per record.
  public var states: [UInt8]
  /// 64-bit words per record: ⌈choices / 64⌉.
  public var wordsPerRecord: Int
  /// Record after record; bit i of word i/64 is set when choice i (from 0) was chosen.
  public var words: [UInt64]

  /// Creates a column.
  public init(states: [UInt8], wordsPerRecord: Int, words: [UInt64]) {
    self.states = states
    self.wordsPerRecord = wordsPerRecord
    self.words = words
  }
}

/// Choices in order of preference.
public struct RankingColumn: Sendable, Hashable {
  /// ``AnswerState`` raw values, one per record.
  public var states: [UInt8]
  /// Places per record: the length of the list.
  public var width: Int
  /// Record after record, first place first: the choice's position from 1, 0 for an empty place.
  public var places: [UInt8]

  /// Creates a column.
  public init(states: [UInt8], width: Int, places: [UInt8]) {
    self.states = states
    self.width = width
    self.places = places
  }
}

/// Whole numbers, dates or times of day.
public struct IntegerColumn: Sendable, Hashable {
  /// ``AnswerState`` raw values, one per record.
  public var states: [UInt8]
  /// The values; 0 where there is no answer.
  public var values: [Int64]

  /// Creates a column.
  public init(states: [UInt8], values: [Int64]) {
    self.states = states
    self.values = values
  }
}

/// Numbers.
public struct DecimalColumn: Sendable, Hashable {
  /// ``AnswerState`` raw values, one per record.
  public var states: [UInt8]
  /// The values, finite; 0 where there is no answer.
  public var values: [Double]

  /// Creates a column.
  public init(states: [UInt8], values: [Double]) {
    self.states = states
    self.values = values
  }
}

/// Moments with the offset they were written with.
public struct DateTimeColumn: Sendable, Hashable {
  /// ``AnswerState`` raw values, one per record.
  public var states: [UInt8]
  /// Milliseconds since 1970-01-01 UTC; 0 where there is no answer.
  public var milliseconds: [Int64]
  /// Offset of local time from UTC in minutes.
  public var offsetMinutes: [Int16]

  /// Creates a column.
  public init(states: [UInt8], milliseconds: [Int64], offsetMinutes: [Int16]) {
    self.states = states
    self.milliseconds = milliseconds
    self.offsetMinutes = offsetMinutes
  }
}

/// Texts, one after the other in one buffer.
public struct TextColumn: Sendable, Hashable {
  /// ``AnswerState`` raw values, one per record.
  public var states: [UInt8]
  /// Where each record's text ends in `bytes`; it begins where the one before ends.
  public var ends: [UInt32]
  /// UTF-8 (NFC).
  public var bytes: [UInt8]

  /// Creates a column.
  public init(states: [UInt8] = [], ends: [UInt32] = [], bytes: [UInt8] = []) {
    self.states = states
    self.ends = ends
    self.bytes = bytes
  }

  /// The number of records.
  public var count: Int { ends.count }

  /// Appends one record's text.
  public mutating func append(_ text: some Sequence<UInt8>, state: AnswerState = .answered) {
    bytes.append(contentsOf: text)
    ends.append(UInt32(bytes.count))
    states.append(state.rawValue)
  }

  /// Appends one record's text; the same for a part of an array, by far the most frequent one.
  public mutating func append(_ text: ArraySlice<UInt8>, state: AnswerState = .answered) {
    bytes.append(contentsOf: text)
    ends.append(UInt32(bytes.count))
    states.append(state.rawValue)
  }

  /// Appends one record's text; the same for an array.
  public mutating func append(_ text: [UInt8], state: AnswerState = .answered) { append(text[...], state: state) }

  /// Appends a record without a text.
  public mutating func append(missing state: AnswerState) {
    ends.append(UInt32(bytes.count))
    states.append(state.rawValue)
  }

  /// Whether the text of one record is empty.
  public func isEmpty(at index: Int) -> Bool { ends[index] == (index == 0 ? 0 : ends[index - 1]) }

  /// The text of one record; "" where there is no answer.
  public subscript(index: Int) -> String {
    let start = index == 0 ? 0 : Int(ends[index - 1])
    return String(decoding: bytes[start..<Int(ends[index])], as: UTF8.self)
  }
}
