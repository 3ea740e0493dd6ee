import Diagnostics
import Responses

/// The columns of a table of records that hold the rows of one repeat: `children[1]/age`, `children[2]/age`.
struct FlattenedRepeat: Sendable {
  /// One row of it.
  struct Instance: Sendable {
    /// The numbers in brackets, outermost first.
    var indexes: [Int]
    /// By heading, its column in the table of records; nil: there is none.
    var columns: [Int?]
    /// The row around it, by its position among the instances of that repeat.
    var parent: Int?
  }

  /// The position of the repeat in the layout.
  let repeated: Int
  let form: TableForm
  /// The headings without numbers.
  let headings: [String]
  /// How these headings belong to the fields of the repeat.
  let plan: TablePlan
  /// In the order of their indexes.
  fileprivate(set) var instances: [Instance]

  /// By field of numbers or days, all columns that hold it.
  var undecided: [Int: [Int]] {
    var columns: [Int: [Int]] = [:]
    for (field, origin) in plan.origins.enumerated()
    where NotationEvidence.concerns(form.layout.fields[field].storage) {
      if case .column(let column) = origin { columns[field] = instances.compactMap { $0.columns[column] } }
    }
    return columns
  }

  /// Finds the columns of a table of records that hold rows of repeats.
  ///
  /// - Returns: repeats in the order of the layout, those around rows that have columns included.
  static func find(
    _ headings: [String], _ form: TableForm, _ producer: TableProducer, at position: SourcePosition
  ) -> [FlattenedRepeat] {
    guard form.hasRepeats, form.repeated == nil, headings.contains(where: { $0.contains("[") }) else { return [] }
    let layout = form.layout
    let lineages = layout.repeats.indices.map { layout.lineage(ofRepeat: $0) }
    var cells: [[[Int]: [String: Int]]] = layout.repeats.map { _ in [:] }
    for (column, heading) in headings.enumerated() {
      guard let name = NumberedName(heading) else { continue }
      for (repeated, lineage) in lineages.enumerated()
      where lineage.map({ layout.repeats[$0].name }) == name.numbered
        && layout.repeats[repeated].fields.contains(where: {
          $0.path.starts(with: name.path) || name.path.starts(with: $0.path)
        })
      {
        cells[repeated][name.indexes, default: [:]][name.path.joined(separator: "/")] = column
        // The rows around it are there too.
        for (depth, around) in lineage.dropLast().enumerated() {
          cells[around][Array(name.indexes[...depth]), default: [:]] =
            cells[around][Array(name.indexes[...depth])] ?? [:]
        }
      }
    }
    var found: [FlattenedRepeat] = []
    for (repeated, rows) in cells.enumerated() where !rows.isEmpty {
      let names = Set(rows.values.flatMap(\.keys)).sorted()
      let own = form.ofRows(repeated)
      // A repeat of which only inner rows have columns has none of its own.
      var matcher = HeadingMatcher(own, producer, at: position)
      let absent = Array(repeating: TablePlan.Origin.absent, count: own.layout.fields.count)
      let plan = matcher.match(names).plan ?? TablePlan(origins: absent, columnCount: max(names.count, 1))
      let outer = layout.repeats[repeated].parent.flatMap { parent in found.first { $0.repeated == parent } }
      let instances = rows.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { indexes, columns in
        Instance(
          indexes: indexes, columns: names.isEmpty ? [nil] : names.map { columns[$0] },
          parent: outer?.instances.firstIndex { $0.indexes == Array(indexes.dropLast()) })
      }
      found.append(
        FlattenedRepeat(repeated: repeated, form: own, headings: names, plan: plan, instances: instances))
    }
    return found
  }
}

/// A heading with numbers behind the names of repeats: `household/children[2]/age`.
private struct NumberedName {
  /// The names without numbers.
  var path: [String] = []
  /// The names that have one.
  var numbered: [String] = []
  /// The numbers.
  var indexes: [Int] = []

  /// Reads a heading; nil when it is another one.
  init?(_ heading: String) {
    for part in heading.split(separator: "/", omittingEmptySubsequences: false) {
      if part.hasSuffix("]"), let bracket = part.lastIndex(of: "["), bracket > part.startIndex,
        let index = Int(part[part.index(after: bracket)...].dropLast()), index > 0
      {
        path.append(String(part[..<bracket]))
        numbered.append(String(part[..<bracket]))
        indexes.append(index)
      } else {
        path.append(String(part))
      }
    }
    // What stands last is a question: LimeSurvey numbers those too.
    if numbered.isEmpty || heading.hasSuffix("]") { return nil }
  }
}
