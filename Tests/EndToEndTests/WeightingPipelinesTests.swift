import DelimitedText
import Foundation
import Testing

/// Requirements:
/// 1. Every way of weighting and every kind of replicates is reached from a pipeline file.
/// 2. What the program prints equals R's values.
@Suite("Weighting by pipeline files", .serialized)
struct WeightingPipelinesTests {
  private static let fixtures = Workspace.project.appending(path: "Tests/EstimationTests/Fixtures/api")
  private static let frame = "population: pipelines/frames/api.csv"

  /// The `design` of a pipeline by the case of R's values that it stands for.
  static let designs: [(name: String, design: String)] = [
    ("mean", "replicates: {type: JKn, mse: true}"),
    ("poststrat_stype", "post_stratify: {by: stype, \(frame)}"),
    ("poststrat_stype_schwide", "post_stratify: {by: [stype, sch.wide], \(frame)}"),
    ("rake_tight", "rake: [{by: stype, \(frame)}, {by: sch.wide, \(frame)}], raking: {variance: sweeps}"),
    (
      "rake_default",
      "rake: [{by: stype, \(frame)}, {by: sch.wide, \(frame)}], raking: {variance: sweeps, iterations: 3}"
    ),
    (
      "rake3_tight",
      "rake: [{by: stype, \(frame)}, {by: sch.wide, \(frame)}, {by: awards, \(frame)}], raking: {variance: sweeps}"
    ),
    ("calib_linear", "calibrate: {by: [stype, sch.wide], \(frame)}"),
    ("calib_raking", "calibrate: {method: raking, by: [stype, sch.wide], \(frame)}"),
    ("calib_logit_bounded", "calibrate: {method: logit, by: [stype, sch.wide], \(frame), bounds: [0.5, 2]}"),
  ]

  @Test("means, shares and their standard errors of the stratified schools equal R's")
  func weightings() throws {
    let workspace = try Workspace(withProject: true)
    let plain = try workspace.text("pipelines/api.yaml")
    let expected = DelimitedTable(
      bytes: Array(try Data(contentsOf: Self.fixtures.appending(path: "expected.csv"))), source: "expected.csv")
    #expect(try workspace.run("run", "pipelines/api.yaml").status == 0)
    for (name, design) in Self.designs {
      let text = plain.replacing("  fpc: [fpc]\n", with: "  fpc: [fpc]\n" + Self.lines(design))
      try workspace.write(text, to: "pipelines/weighted.yaml")
      let outcome = try workspace.run("estimate", "pipelines/weighted.yaml", "--to", "csv")
      #expect(outcome.status == 0, "\(name): \(outcome.errors)")
      let table = DelimitedTable(bytes: Array(outcome.output.utf8), source: name)
      let checked = try Self.compare(table, with: expected.rows.filter { $0[0] == name && $0[1] == "strat" }, name)
      #expect(checked >= 6, "\(name): \(checked)")
    }
  }

  /// One line per key of a design.
  private static func lines(_ design: String) -> String {
    design.replacing("], raking:", with: "]\n  raking:").split(separator: "\n")
      .map { "  " + $0.trimmingCharacters(in: .whitespaces) + "\n" }.joined()
  }

  private static func compare(_ table: DelimitedTable, with expected: [DelimitedRow], _ name: String) throws -> Int {
    func column(_ name: String) throws -> Int { try #require(table.column(named: name)) }
    let keys = try ["item", "statistic", "level", "domain", "domain_level"].map(column)
    let values = ["estimate": try column("estimate"), "se": try column("standard_error")]
    let rows = Dictionary(
      table.rows.map { row in (keys.map { row[$0] }, row) }, uniquingKeysWith: { first, _ in first })
    var checked = 0
    for row in expected where row[2] == "svymean" && row[5].isEmpty {
      guard let column = values[row[7]], let reference = Double(row[8]) else { continue }
      let isShare = !row[4].isEmpty
      guard let found = rows[[row[3], isShare ? "proportion" : "mean", row[4], "", ""]],
        let value = Double(found[column])
      else { continue }
      // The error of a calibrated margin is 0 but for rounding. A jackknife equals the linearised error in linear statistics only.
      if name == "mean", row[7] == "se" {
        #expect(abs(value / reference - 1) < 0.05, "\(row.fields) found \(value)")
      } else {
        #expect(abs(value - reference) <= max(1e-9, 1e-8 * abs(reference)), "\(name): \(row.fields) found \(value)")
      }
      checked += 1
    }
    return checked
  }
}
