/// Records as rows of CSV, gathered in a buffer.
struct CSVRecords {
  /// The rows not handed on yet.
  private(set) var bytes: [UInt8] = []
  private var builder: RecordBuilder
  private let table: TablePlan
  private let keyStart: [UInt8]

  /// Bytes at which the buffer is handed on.
  private static let fullSize = 1 << 18

  init(plan: SimulationPlan, seed: UInt64) {
    builder = RecordBuilder(plan: plan, seed: seed)
    table = plan.tables[0]
    keyStart = Array("simulated:\(seed):".utf8)
    bytes.reserveCapacity(Self.fullSize + 1 << 14)
  }

  var isFull: Bool { bytes.count >= Self.fullSize }

  /// Required fields of the last record that stayed blank.
  var unanswered: [UnansweredField] { builder.unanswered }

  mutating func removeBytes() { bytes.removeAll(keepingCapacity: true) }

  mutating func writeHeader(_ headings: [String]) {
    for (index, heading) in headings.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      CSVCell.append(heading.utf8, to: &bytes)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  mutating func writeRecord(_ number: Int) {
    let draft = builder.build(number).draft
    bytes.append(contentsOf: keyStart)
    NumberSampler.append(number, digits: 0, to: &bytes)
    for field in table.fields.indices {
      bytes.append(UInt8(ascii: ","))
      if table.fields[field].mayNeedQuotes {
        CSVCell.append(draft.answer(field), to: &bytes)
      } else {
        bytes.append(contentsOf: draft.answer(field))
      }
    }
    bytes.append(UInt8(ascii: "\n"))
  }
}
