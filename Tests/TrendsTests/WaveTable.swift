import Diagnostics
import Estimation
import FormDefinition
import Foundation
import Responses
import Trends

/// The two samples of the fixture as records of one form.
struct WaveTable: RecordSource {
  static let fields: [Field] = [
    Field(name: "cds", path: ["cds"], storage: .text),
    Field(name: "stype", path: ["stype"], storage: .coded, choices: ["E", "H", "M"]),
    Field(name: "sch.wide", path: ["sch.wide"], storage: .coded, choices: ["No", "Yes"]),
    Field(name: "api00", path: ["api00"], storage: .decimal),
    Field(name: "pw", path: ["pw"], storage: .decimal),
    Field(name: "fpc", path: ["fpc"], storage: .decimal),
    Field(name: "stratum", path: ["stratum"], storage: .text),
  ]

  let layout = RecordLayout(formIdentifier: "schools", formVersion: "1", fields: fields)
  let isSimulated = false
  private var rows: [[String]] = []

  var recordCount: Int { rows.count }

  /// The rows of one wave; "" for none.
  init(wave: String) throws {
    let lines = try fixtureLines("waves.csv")
    let columns = (Self.fields.map(\.name) + ["wave"]).map { lines[0].firstIndex(of: $0) ?? 0 }
    rows = lines.dropFirst().map { line in columns.map { line[$0] } }.filter { $0.last == wave }
  }

  func forEachBatch(
    fields: [Int], repeats: [Int: [Int]], _ body: (RecordBatch) throws(StageFailure) -> Void
  ) throws(StageFailure) {
    var columns = [AnswerColumn?](repeating: nil, count: layout.fields.count)
    let answered = [UInt8](repeating: AnswerState.answered.rawValue, count: rows.count)
    for field in fields {
      let cells = rows.map { $0[field] }
      switch layout.fields[field].storage {
      case .coded:
        columns[field] = .coded(cells.map { UInt8((layout.fields[field].choices.firstIndex(of: $0) ?? -1) + 1) })
      case .decimal: columns[field] = .decimal(DecimalColumn(states: answered, values: cells.map { Double($0) ?? 0 }))
      default:
        var texts = TextColumn()
        for cell in cells { texts.append(cell.utf8) }
        columns[field] = .text(texts)
      }
    }
    var keys = TextColumn()
    for number in rows.indices { keys.append("\(number)".utf8) }
    try body(
      RecordBatch(
        layout: layout, columns: columns, keys: keys, recordNumbers: rows.indices.map { UInt32($0 + 1) }, digests: []))
  }

  /// The form: a mean and a share.
  static var form: Form {
    var form = Form(identifier: "schools", version: "1")
    var mean = Indicator(name: "score", kind: .mean, position: SourcePosition(file: "indicators.csv"))
    mean.items = [.question("api00")]
    var share = Indicator(name: "wide", kind: .share, position: SourcePosition(file: "indicators.csv"))
    share.items = [.question("sch.wide")]
    form.indicators = [mean, share]
    return form
  }

  /// The plan of a wave, stratified or not.
  static func plan(_ wave: String, isStratified: Bool) -> EstimationPlan {
    var plan = EstimationPlan()
    plan.wave = wave
    plan.sample = .probability
    plan.weights = "pw"
    if isStratified {
      plan.strata = "stratum"
      plan.populationSizes = ["fpc"]
    }
    plan.domains = [["stype"]]
    return plan
  }
}

/// The cells of a committed table.
func fixtureLines(_ name: String) throws -> [[String]] {
  let url = Bundle.module.bundleURL.appendingPathComponent("Fixtures").appendingPathComponent(name)
  return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
    $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }
}
