import Foundation
import Testing

@testable import Estimation

/// Patterns of established tools, audited: which leave a primary cell exposed, and each suppressed cell's interval.
///
/// The tables are under other licences and are not part of the project; `YKIEN_REFERENCE` names the folder that holds
/// `disclosure/expected_sdc.json` and the tables beside it.
@Suite(
  "Suppression patterns of other tools", .enabled(if: ProcessInfo.processInfo.environment["YKIEN_REFERENCE"] != nil))
struct SuppressionReferenceTests {
  /// A table of all cells, margins included.
  struct Table {
    var counts: [[String]: Double] = [:]
    var hidden: Set<[String]> = []
    var primary: Set<[String]> = []

    init(_ path: String) throws {
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
        $0.split(separator: ",").map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "\"")) }
      }
      let names = lines[0]
      let status = names.firstIndex(of: "sdcStatus")
      let width = names.count - (status == nil ? 3 : 2)
      for line in lines.dropFirst() {
        let key = line.prefix(width).map { $0 == "Total" ? "Tot" : $0 }
        counts[key] = Double(line[width])
        let isPrimary = status.map { line[$0] == "u" } ?? (line[width + 1] == "TRUE")
        if isPrimary { primary.insert(key) }
        if status.map({ line[$0] != "s" }) ?? (line[width + 2] == "TRUE") { hidden.insert(key) }
      }
    }

    /// The unknown cells, by what is published of all margins.
    func system() -> (system: CountSystem, columns: [[String]: Int]) {
      var system = CountSystem()
      var columns: [[String]: Int] = [:]
      for key in hidden.sorted(by: { $0.joined() < $1.joined() }) {
        columns[key] = system.add(counts[key], in: 0...10_000)
      }
      for dimension in 0..<(counts.keys.first?.count ?? 0) {
        let labels = Set(counts.keys.map { $0[dimension] })
        for key in counts.keys {
          let parent = key[dimension]
          let isTotal = parent.hasPrefix("Tot")
          let children = labels.filter { label in
            if label == parent || label.hasPrefix("Tot") { return false }
            let isNested = label.count == 2 && labels.contains(String(label.prefix(1)))
            return isTotal ? !isNested : isNested && label.hasPrefix(parent)
          }
          if children.isEmpty { continue }
          let parts = children.map { label in
            var part = key
            part[dimension] = label
            return part
          }
          let members = parts.map { ($0, 1.0) } + [(key, -1.0)]
          let terms = members.compactMap { cell, sign in columns[cell].map { (column: $0, coefficient: sign) } }
          let known = members.reduce(0.0) { columns[$1.0] == nil ? $0 + $1.1 * (counts[$1.0] ?? 0) : $0 }
          system.require(terms, equals: -known)
        }
      }
      return (system, columns)
    }
  }

  @Test("exposed primary cells and the intervals of all suppressed cells are those of the reference")
  func patterns() throws {
    let folder = (ProcessInfo.processInfo.environment["YKIEN_REFERENCE"] ?? "") + "/disclosure/"
    let data = try Data(contentsOf: URL(filePath: folder + "expected_sdc.json"))
    let expected = try #require(try JSONSerialization.jsonObject(with: data) as? [String: [String: Any]])
    let files = [
      "gauss_example1": "gauss_example1_2way_maxN1", "z1_maxN3": "z1_gauss_maxN3",
      "sdc_V1xV3_all_maxN9": "sdcTable_V1xV3_all_gauss_maxN9",
      "sdc_V1xV3_all_maxN10": "sdcTable_V1xV3_all_gauss_maxN10",
      "sdc_V1xV3_m_maxN9": "sdcTable_V1xV3_m_gauss_maxN9", "sdc_V1xV3_m_maxN10": "sdcTable_V1xV3_m_gauss_maxN10",
      "sdc_V1xV3_w_maxN9": "sdcTable_V1xV3_w_gauss_maxN9", "sdc_V1xV3_w_maxN10": "sdcTable_V1xV3_w_gauss_maxN10",
    ]
    var intervalCount = 0
    for (name, value) in expected {
      guard let patterns = value["patterns"] as? [String: [String: Any]], let pattern = patterns.values.first,
        let file = name.hasPrefix("sdcTable_3way") ? name : files[name]
      else { continue }
      let table = try Table(folder + file + ".csv")
      let (system, columns) = table.system()
      let primary = table.primary.compactMap { columns[$0] }
      #expect(primary.count == table.primary.count, "\(name)")
      let exposed = system.exposed(among: primary.map { ($0, 1) })
      #expect(exposed.count == (pattern["primary_exposed"] as? [Any])?.count, "\(name)")
      for line in pattern["intervals"] as? [[Any]] ?? [] {
        let key = line.dropLast(3).compactMap { $0 as? String }.map { $0 == "Total" ? "Tot" : $0 }
        let ends = line.suffix(2).compactMap { ($0 as? NSNumber)?.doubleValue }
        let column = try #require(columns[key], "\(name) \(key)")
        let found = try #require(system.interval(of: column))
        #expect(found == (ends[0] - 1e-6).rounded(.up)...(ends[1] + 1e-6).rounded(.down), "\(name) \(key)")
        intervalCount += 1
      }
    }
    #expect(intervalCount > 150)
  }
}
