internal import TextEncoding

/// The texts that stand for the choices of a question: names, labels in every language, both together.
///
/// Texts are compared by ``Swift/String/comparisonKey``; leading zeros that a spreadsheet dropped from a code are
/// found again. A text that may mean two choices means none.
public struct ChoiceVocabulary: Sendable {
  /// What the cells of a table hold.
  public enum Style: String, Sendable, Hashable, CaseIterable {
    /// Names or labels.
    case either
    /// Names of choices.
    case names = "codes"
    /// Labels.
    case labels
  }

  /// What a text means.
  enum Match: Sendable, Hashable {
    /// A choice, from 0.
    case choice(Int)
    /// One of several.
    case ambiguous
    /// Nothing.
    case none
  }

  /// Whether a label is the name of another choice, so that names cannot be recognised by themselves.
  let isCrossed: Bool
  /// What stands between the choices of a cell with several; nil: found out cell by cell.
  let joiner: Character?
  /// The length of the longest text, as a key.
  let longestKey: Int
  private let byKey: [String: Int]
  private let byName: [String: Int]
  private let byDigits: [String: Int]

  private static let several = -1

  /// Gathers the texts of a list of choices.
  ///
  /// - Parameters:
  ///   - names: the names of the choices, in the order of the list.
  ///   - labels: the labels of each choice, one for each language wanted.
  ///   - others: further texts, by the name of the choice.
  ///   - style: what the cells hold; names are always understood where nothing speaks against it.
  ///   - joiner: what stands between several choices; nil: unknown.
  public init(
    names: [String], labels: [[String]], others: [String: String] = [:], style: Style = .either,
    joiner: Character? = nil
  ) {
    var byKey: [String: Int] = [:]
    func add(_ text: String, _ choice: Int) {
      let key = text.comparisonKey
      guard !key.isEmpty else { return }
      if let known = byKey[key], known != choice { byKey[key] = Self.several } else { byKey[key] = choice }
    }
    let positions = Dictionary(
      names.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var isCrossed = false
    if style != .names {
      for (choice, texts) in labels.enumerated() where choice < names.count {
        for label in texts where !label.isEmpty {
          add(label, choice)
          for mark in [" – ", ". ", ": ", ") ", " "] { add(names[choice] + mark + label, choice) }
          let words = label.split(whereSeparator: \.isWhitespace).map { positions[String($0)] }
          isCrossed = isCrossed || (!words.isEmpty && words.allSatisfy { $0 != nil } && words != [choice])
        }
      }
    }
    if style != .labels || !isCrossed {
      for (choice, name) in names.enumerated() where style == .names || byKey[name.comparisonKey] == nil || isCrossed {
        add(name, choice)
      }
    }
    for (text, name) in others {
      if let choice = positions[name] { byKey[text.comparisonKey] = choice }
    }
    var byDigits: [String: Int] = [:]
    for (choice, name) in names.enumerated() {
      guard let digits = Self.digits(name) else { continue }
      if byDigits[digits] != nil { byDigits[digits] = Self.several } else { byDigits[digits] = choice }
    }
    self.byKey = byKey
    byName = Dictionary(
      names.enumerated().map { ($0.element.comparisonKey, $0.offset) }, uniquingKeysWith: { first, _ in first })
    self.byDigits = byDigits
    self.joiner = joiner
    self.isCrossed = isCrossed && style != .names
    longestKey = byKey.keys.reduce(0) { max($0, $1.utf8.count) }
  }

  /// Whether a text stands for a choice, or for one of several.
  public func understands(_ text: String) -> Bool { match(text) != .none }

  /// What a text means.
  ///
  /// - Complexity: O(characters).
  func match(_ text: String) -> Match {
    let key = text.comparisonKey
    if let choice = byKey[key] { return choice == Self.several ? .ambiguous : .choice(choice) }
    // An entry of a drop-down, whose label may be cut.
    if let mark = key.firstIndex(of: " "), key[mark...].hasPrefix(" - "), let choice = byName[String(key[..<mark])] {
      return .choice(choice)
    }
    if let digits = Self.digits(key), let choice = byDigits[digits] {
      return choice == Self.several ? .ambiguous : .choice(choice)
    }
    return .none
  }

  /// The digits of a code without leading zeros and without the decimals that a spreadsheet added; nil for other texts.
  private static func digits(_ text: String) -> String? {
    var digits = text.utf8[...]
    if let mark = digits.firstIndex(where: { $0 == 0x2E || $0 == 0x2C }) {
      guard digits[digits.index(after: mark)...].allSatisfy({ $0 == 0x30 }) else { return nil }
      digits = digits[..<mark]
    }
    guard !digits.isEmpty, digits.count <= 20, digits.allSatisfy({ $0 &- 0x30 <= 9 }) else { return nil }
    let significant = digits.drop { $0 == 0x30 }
    return significant.isEmpty ? "0" : String(Substring(significant))
  }
}
