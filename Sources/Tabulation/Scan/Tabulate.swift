public import Diagnostics
import Dispatch
public import Responses
import Synchronization

extension TabulationPlan {
  /// Counts the plan's items in one scan of the records.
  ///
  /// Items are counted side by side on the machine's cores; each item's sums are formed in the order of the records, so
  /// the number of cores does not change a digit.
  ///
  /// - Complexity: O(records × (items + design questions)) time; memory grows with the classes that occur, not with the
  ///   records.
  /// - Throws: what the source throws.
  public func tabulate(_ records: some RecordSource) throws(StageFailure) -> CellTable {
    let layout = records.layout
    var units = UnitScan(plan: self, layout: layout)
    var groupings = groupedDomains(layout: layout).map { GroupingScan(domains: $0, plan: self, layout: layout) }
    let lanes = AccumulatorLanes(items: items, layout: layout, groupingCount: groupings.count)
    var recordCount = 0
    try records.forEachAnonymousBatch(fields: fields) { (batch) throws(StageFailure) in
      recordCount += batch.count
      let read = units.read(batch)
      var classes: [ClassBatch] = []
      for index in groupings.indices {
        classes.append(groupings[index].read(batch, units: read.units, weights: read.weights))
      }
      lanes.add(
        ClassifiedBatch(
          count: batch.count, columns: batch.columns, classes: classes, weights: read.weights,
          pivots: groupings.map(\.weights)))
    }
    return table(units: &units, groupings: groupings.map { $0.finish() }, items: lanes.finish(), records: recordCount)
  }

  private func table(
    units scan: inout UnitScan, groupings: [Grouping], items: [[ItemCells]], records: Int
  ) -> CellTable {
    var units = scan.finish()
    for recordClass in groupings[0].classes.dropFirst() {
      units[recordClass.unit].weights.merge(recordClass.weights)
    }
    scan.noteMissing(in: units)
    return CellTable(
      units: units, strataNames: strata.map { scan.names(ofField: $0) } ?? [],
      rakingNames: raking.map { scan.names(ofField: $0) }, groupings: groupings, items: items, recordCount: records,
      countedRecords: scan.counted, undatedRecords: scan.undated, problems: scan.problems,
      recordNumbers: scan.recordNumbers)
  }

  /// Which domains are read from which grouping: together as long as the crossed levels stay few, apart otherwise.
  private func groupedDomains(layout: RecordLayout) -> [[Int]] {
    // Classes of single records: crossing further questions adds none.
    if keepsRecordsApart { return [Array(domains.indices)] }
    let mostClasses = 4096
    var groups: [(domains: [Int], fields: Set<Int>, width: Int)] = []
    for (domain, fields) in domains.enumerated() {
      func width(adding new: [Int], to known: Set<Int>, _ width: Int) -> Int {
        Set(new).subtracting(known).reduce(width) { product, field in
          let levels =
            layout.fields[field].storage == .coded && clusters.isEmpty
            ? layout.fields[field].choices.count + 1 : mostClasses
          return product.multipliedReportingOverflow(by: levels).overflow ? Int.max : product &* levels
        }
      }
      let place = groups.firstIndex { width(adding: fields, to: $0.fields, $0.width) <= mostClasses }
      if let place {
        groups[place].width = width(adding: fields, to: groups[place].fields, groups[place].width)
        groups[place].fields.formUnion(fields)
        groups[place].domains.append(domain)
      } else {
        groups.append(([domain], Set(fields), width(adding: fields, to: [], 1)))
      }
    }
    return groups.isEmpty ? [[]] : groups.map(\.domains)
  }
}

/// Items shared out among a few lanes that run side by side.
private final class AccumulatorLanes: Sendable {
  private static let laneCount = 4
  /// Batches smaller than this are counted by one thread: starting others would take longer.
  private static let smallBatch = 4096

  private let lanes: [AccumulatorLane]
  private let itemCount: Int

  init(items: [TabulatedItem], layout: RecordLayout, groupingCount: Int) {
    itemCount = items.count
    let laneCount = min(Self.laneCount, items.count)
    lanes = (0..<laneCount).map { lane in
      AccumulatorLane(
        stride(from: lane, to: items.count, by: laneCount).map {
          ItemAccumulator(item: items[$0], layout: layout, groupingCount: groupingCount)
        })
    }
  }

  func add(_ batch: ClassifiedBatch) {
    if batch.count < Self.smallBatch {
      for lane in lanes { lane.add(batch) }
    } else {
      DispatchQueue.concurrentPerform(iterations: lanes.count) { self.lanes[$0].add(batch) }
    }
  }

  /// The cells of every item, in the order of the plan.
  func finish() -> [[ItemCells]] {
    let found = lanes.map { $0.finish() }
    return (0..<itemCount).map { found[$0 % lanes.count][$0 / lanes.count] }
  }
}

/// The accumulators of some items; locked once per batch.
private final class AccumulatorLane: Sendable {
  private let accumulators: Mutex<[ItemAccumulator]>

  init(_ accumulators: [ItemAccumulator]) { self.accumulators = Mutex(accumulators) }

  func add(_ batch: ClassifiedBatch) {
    accumulators.withLock { accumulators in
      for index in accumulators.indices { accumulators[index].add(batch) }
    }
  }

  func finish() -> [[ItemCells]] {
    accumulators.withLock { accumulators in
      accumulators.indices.map { accumulators[$0].finish() }
    }
  }
}
