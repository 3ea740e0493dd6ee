import DelimitedText
import Foundation
import Testing

@testable import OpenText

/// Requirements:
/// 1. On the parts of the hand-coded sample that were there when the dictionary was written, themes are found again.
/// 2. On the part whose writer did not know the dictionary, and whose answers its writer did not know: precision and
///    recall as the documentation states them. Only figures are ever printed of this part.
@Suite("Themes against answers coded by hand")
struct SampleTests {
  @Test(
    "The development parts are coded like by hand; OPEN_TEXT_MISTAKES=1 lists what is not",
    arguments: [
      ("answers-development", 0.93, 0.93), ("answers-development-2", 0.93, 0.8), ("answers-development-3", 0.9, 0.73),
      ("answers-development-4", 0.9, 0.85),
    ])
  func development(name: String, precision: Double, recall: Double) throws {
    let sample = try Sample(name)
    let coder = ThemeCoder(try shippedDictionary())
    if ProcessInfo.processInfo.environment["OPEN_TEXT_MISTAKES"] != nil { sample.printMistakes(of: coder) }
    let agreement = sample.agreement(with: coder)
    print("\(name): \(agreement)")
    #expect(agreement.precision >= precision && agreement.recall >= recall)
  }

  @Test(
    "The blind part is coded as well as the documentation says", .enabled(if: Sample.exists("answers-blind-3")))
  func blind() throws {
    let agreement = try Sample("answers-blind-3").agreement(with: ThemeCoder(try shippedDictionary()))
    print("blind part: \(agreement)")
    #expect(agreement.precision >= 0.9 && agreement.recall >= 0.8)
  }
}

/// Answers with the themes that a person found in them.
struct Sample {
  let answers: [(identifier: String, text: String, themes: Set<String>)]

  static func exists(_ name: String) -> Bool {
    Bundle.module.url(forResource: name, withExtension: "csv", subdirectory: "Fixtures") != nil
  }

  init(_ name: String) throws {
    let file = try #require(Bundle.module.url(forResource: name, withExtension: "csv", subdirectory: "Fixtures"))
    let table = DelimitedTable(bytes: Array(try Data(contentsOf: file)), source: name)
    let (text, themes) = (try #require(table.column(named: "text")), try #require(table.column(named: "themes")))
    answers = table.rows.map { row in
      (row.fields[0], row.fields[text], Set(row.fields[themes].split(separator: " ").map(String.init)))
    }
  }

  /// How far a coder agrees with the hand.
  func agreement(with coder: ThemeCoder) -> Agreement {
    var agreement = Agreement()
    for answer in answers { agreement.add(found: Set(coder.themes(of: answer.text)), expected: answer.themes) }
    return agreement
  }

  func printMistakes(of coder: ThemeCoder) {
    for answer in answers {
      let found = Set(coder.themes(of: answer.text))
      let (missed, wrong) = (answer.themes.subtracting(found).sorted(), found.subtracting(answer.themes).sorted())
      if missed.isEmpty, wrong.isEmpty { continue }
      print("\(answer.identifier) missed \(missed) wrong \(wrong): \(answer.text)")
    }
  }
}

/// True positives, false positives and misses, in all and by theme.
struct Agreement: CustomStringConvertible {
  private var counts: [String: (hits: Int, wrong: Int, missed: Int)] = [:]

  mutating func add(found: Set<String>, expected: Set<String>) {
    for theme in found.union(expected) {
      var count = counts[theme] ?? (0, 0, 0)
      if found.contains(theme), expected.contains(theme) {
        count.hits += 1
      } else if found.contains(theme) {
        count.wrong += 1
      } else {
        count.missed += 1
      }
      counts[theme] = count
    }
  }

  private var total: (hits: Int, wrong: Int, missed: Int) {
    counts.values.reduce((0, 0, 0)) { ($0.0 + $1.hits, $0.1 + $1.wrong, $0.2 + $1.missed) }
  }

  private func share(_ hits: Int, _ others: Int) -> Double {
    hits + others == 0 ? 1 : Double(hits) / Double(hits + others)
  }

  /// Over all themes together.
  var precision: Double { share(total.hits, total.wrong) }
  var recall: Double { share(total.hits, total.missed) }
  /// The means over themes.
  var macroPrecision: Double {
    counts.values.reduce(0) { $0 + share($1.hits, $1.wrong) } / Double(max(1, counts.count))
  }
  var macroRecall: Double { counts.values.reduce(0) { $0 + share($1.hits, $1.missed) } / Double(max(1, counts.count)) }

  var description: String {
    func text(_ value: Double) -> String { String(format: "%.3f", value) }
    return "micro precision \(text(precision)) recall \(text(recall)),"
      + " macro precision \(text(macroPrecision)) recall \(text(macroRecall))"
  }
}

/// The dictionary that is shipped.
func shippedDictionary() throws -> ThemeDictionary {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../dictionaries/open-text").standardizedFileURL
  var files: [String: [UInt8]] = [:]
  for name in ThemeDictionary.fileNames { files[name] = Array(try Data(contentsOf: folder.appending(path: name))) }
  let (dictionary, diagnostics) = try ThemeDictionary.read(files: files, folder: "dictionaries/open-text")
  #expect(diagnostics.isEmpty)
  return dictionary
}
