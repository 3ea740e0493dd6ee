/// Gives sheets names that spreadsheet programs accept, each once.
package struct EntrySheetNaming {
  private var taken: Set<String> = ["history"]

  /// Begins without names.
  package init() {}

  /// A name for a sheet: at most 31 UTF-16 units, unlike the others without regard to case.
  package mutating func name(_ wanted: String) -> String {
    let kept = wanted.filter {
      !"[]:*?/\\'".contains($0) && !$0.unicodeScalars.contains(where: \.isUnfitForFormulas)
    }
    let base = kept.isEmpty ? "sheet" : kept
    var candidate = Self.cut(base, to: Self.limit)
    var number = 2
    while !taken.insert(candidate.lowercased()).inserted {
      let ending = " (\(number))"
      candidate = Self.cut(base, to: Self.limit - ending.utf16.count) + ending
      number += 1
    }
    return candidate
  }

  private static let limit = 31

  private static func cut(_ text: String, to limit: Int) -> String {
    var kept = String.UnicodeScalarView()
    var length = 0
    for scalar in text.unicodeScalars {
      length += scalar.utf16.count
      if length > limit { break }
      kept.append(scalar)
    }
    return String(kept)
  }
}

/// The letters by which spreadsheet programs call a column, counted from 1: A, …, Z, AA, ….
public func columnLetters(_ column: Int) -> String {
  var rest = column
  var letters = ""
  while rest > 0 {
    letters = String(Character(Unicode.Scalar(UInt8(65 + (rest - 1) % 26)))) + letters
    rest = (rest - 1) / 26
  }
  return letters
}
