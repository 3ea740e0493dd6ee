/// The choices in a cell that holds several, joined by signs that may stand in labels too.
struct JoinedChoices {
  /// The choices, from 0, in the order of the cell.
  var positions: [Int] = []
  /// Whether the cell may be read in several ways.
  var isAmbiguous = false
  /// Whether everything in the cell is a choice.
  var isComplete = false

  /// The most pieces of a cell.
  private static let pieceLimit = 256

  /// Divides a cell into whole texts of the vocabulary.
  ///
  /// Signs that hardly stand in labels are tried first: semicolon, line end, bar; then the comma, by which a label such
  /// as "Đào tạo, bồi dưỡng" is one choice or two: longer texts go first, and a cell that can be divided otherwise too
  /// is ambiguous unless the sign was declared.
  /// - Complexity: O(pieces²) texts, each shorter than the longest of the vocabulary.
  init(_ text: String, _ vocabulary: ChoiceVocabulary) {
    if let joiner = vocabulary.joiner {
      read(text, vocabulary, by: [joiner])
      return
    }
    let rare: Set<Character> = [";", "\n", "\r\n", "|"]
    if text.contains(where: rare.contains) {
      read(text, vocabulary, by: rare)
      if isComplete || isAmbiguous { return }
    }
    read(text, vocabulary, by: rare.union([",", "/"]))
  }

  private mutating func read(_ text: String, _ vocabulary: ChoiceVocabulary, by joiners: Set<Character>) {
    positions = []
    isAmbiguous = false
    isComplete = false
    let pieces = text.split(omittingEmptySubsequences: false, whereSeparator: joiners.contains)
    guard pieces.count <= Self.pieceLimit else { return }
    // From the end: the number of ways to read what follows a piece, and the end of the longest text that begins there.
    var ways = [Int](repeating: 0, count: pieces.count) + [1]
    var longest = [(end: Int, choice: Int?)](repeating: (0, nil), count: pieces.count)
    for start in pieces.indices.reversed() {
      if pieces[start].allSatisfy(\.isWhitespace) {
        ways[start] = ways[start + 1]
        longest[start] = (start + 1, nil)
        continue
      }
      for end in start..<pieces.count where !pieces[end].allSatisfy(\.isWhitespace) {
        let whole = text[pieces[start].startIndex..<pieces[end].endIndex]
        // A key is at most three times as long as its text is short: decomposed letters, blanks made one.
        if end > start, whole.count > vocabulary.longestKey + 16 { break }
        switch vocabulary.match(String(whole)) {
        case .choice(let choice) where ways[end + 1] > 0:
          ways[start] = min(ways[start] + ways[end + 1], 1000)
          longest[start] = (end + 1, choice)
        case .ambiguous where ways[end + 1] > 0:
          isAmbiguous = true
          return
        case .choice, .ambiguous, .none: continue
        }
      }
    }
    guard ways[0] > 0 else { return }
    isAmbiguous = ways[0] > 1
    isComplete = !isAmbiguous
    var start = 0
    while start < pieces.count {
      if let choice = longest[start].choice { positions.append(choice) }
      start = longest[start].end
    }
  }
}
