import Dispatch
public import Responses
import Synchronization

/// What one answer speaks of.
public enum CodedAnswer: Sendable, Hashable {
  /// Nothing was written: no letter and no digit.
  case blank
  /// The writer says that there is nothing to say.
  case nothing
  /// Something was written that no phrase of the dictionary covers.
  case uncoded
  /// Themes of the dictionary: bit i for the i-th; at least one.
  case themes(UInt64)

  /// Whether a theme, by its position, is spoken of.
  public func mentions(_ theme: Int) -> Bool {
    if case .themes(let bits) = self { bits >> UInt64(theme) & 1 == 1 } else { false }
  }
}

/// Finds the themes of open answers by a dictionary.
///
/// A phrase is found however it was typed: composed or decomposed, either placement of the tone, hỏi for ngã, without
/// marks (phrases of several syllables; single ones only in texts without marks), with signs of Telex or VNI left
/// standing, in an old font. Of phrases within each other the longest counts. A denial takes the themes within three
/// syllables away; a lack (`thiếu`, `chưa`, `không đủ`) is no denial.
public struct ThemeCoder: Sendable {
  /// The dictionary.
  public let dictionary: ThemeDictionary
  let compiled: CompiledDictionary

  /// Prepares a dictionary.
  ///
  /// - Complexity: O(phrases).
  public init(_ dictionary: ThemeDictionary) {
    self.dictionary = dictionary
    compiled = CompiledDictionary(dictionary)
  }

  /// What one answer speaks of.
  public func code(_ text: String) -> CodedAnswer {
    var reader = AnswerReader(compiled)
    let bytes = Array(text.utf8)
    return reader.read(bytes, in: 0..<bytes.count)
  }

  /// The names of the themes one answer speaks of, in the order of the dictionary.
  public func themes(of text: String) -> [String] {
    let answer = code(text)
    return dictionary.themes.indices.filter { answer.mentions($0) }.map { dictionary.themes[$0].name }
  }

  /// What the answers of a column speak of, one per record; those not answered are blank.
  ///
  /// - Complexity: O(bytes), on the cores of the machine side by side.
  public func code(_ column: TextColumn) -> [CodedAnswer] { read(column).codes }

  /// The same with the words of each answer.
  func read(_ column: TextColumn) -> ReadAnswers {
    let partSize = 2048
    let parts = (column.count + partSize - 1) / partSize
    if parts < 2 { return read(column, 0..<column.count) }
    let found = Mutex([ReadAnswers](repeating: ReadAnswers(), count: parts))
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      let answers = read(column, part * partSize..<min(column.count, (part + 1) * partSize))
      found.withLock { $0[part] = answers }
    }
    return found.withLock { $0.reduce(into: ReadAnswers()) { $0.append($1) } }
  }

  private func read(_ column: TextColumn, _ rows: Range<Int>) -> ReadAnswers {
    var reader = AnswerReader(compiled)
    var answers = ReadAnswers()
    for row in rows {
      if let range = column.range(of: row) {
        let code = reader.read(column.bytes, in: range)
        answers.append(code, reader.tokens)
      } else {
        answers.append(.blank, [])
      }
    }
    return answers
  }
}
