import FormDefinition
import Responses
import Tabulation

/// One domain of a plan, or the whole, laid over the classes of a grouping: which classes make which level.
struct DomainRows: Sendable {
  /// The name in the table: questions joined by `*`; "" for the whole.
  let name: String
  /// The position of its grouping in the scan.
  let grouping: Int
  /// Its levels in the order of the form.
  private(set) var levels: [Level]
  /// The row of each class; -1 for classes outside every level.
  private(set) var rowOfClass: [Int]
  /// The number of questions crossed; 0 for the whole.
  let variableCount: Int
  /// By question crossed: the names of its levels.
  let levelNames: [[String]]

  /// One level of a domain.
  struct Level: Sendable {
    /// The name in the table: levels joined by `*`; "" for the whole.
    var name: String
    /// The position of each question's level.
    var coordinates: [Int]
    /// Its rows: one per design unit that occurs in it.
    var rows: Range<Int>
  }

  /// One design unit within one level.
  struct Row: Sendable {
    var unit: Int
    var weights: WeightCell
  }

  /// All rows, those of a level together.
  private(set) var rows: [Row] = []

  /// Lays a domain over a grouping.
  ///
  /// - Parameters:
  ///   - variables: positions of the domain's questions in the layout; empty for the whole.
  ///   - isExcluded: by design unit, whether its records are left out of the estimates.
  init(variables: [Int], grouping: Int, table: CellTable, layout: RecordLayout, isExcluded: [Bool]) {
    let description = table.groupings[grouping]
    self.grouping = grouping
    name = variables.map { layout.fields[$0].name }.joined(separator: "*")
    variableCount = variables.count
    let places = variables.map { description.fields.firstIndex(of: $0) ?? 0 }
    let levelLists = zip(variables, places).map { Self.levels(of: layout.fields[$0], names: description.names[$1]) }
    levelNames = levelLists.map { $0.map(\.name) }
    levels = [Level(name: "", coordinates: [], rows: 0..<0)]
    for list in levelLists {
      levels = levels.flatMap { level in
        list.enumerated().map { position, entry in
          Level(
            name: level.coordinates.isEmpty ? entry.name : level.name + "*" + entry.name,
            coordinates: level.coordinates + [position], rows: 0..<0)
        }
      }
    }
    let positions = levelLists.map { list in Dictionary(uniqueKeysWithValues: list.enumerated().map { ($1.number, $0) })
    }
    var levelOfClass = [Int](repeating: -1, count: description.classes.count)
    for number in description.classes.indices.dropFirst() where !isExcluded[description.classes[number].unit] {
      var level: Int? = 0
      for (variable, place) in places.enumerated() {
        guard let position = positions[variable][description.classes[number].levels[place]] else {
          level = nil
          break
        }
        level = level.map { $0 * levelLists[variable].count + position }
      }
      levelOfClass[number] = level ?? -1
    }
    rowOfClass = Array(repeating: -1, count: description.classes.count)
    addRows(description, levelOfClass)
  }

  private mutating func addRows(_ description: Grouping, _ levelOfClass: [Int]) {
    var classesOfLevel = [[Int]](repeating: [], count: levels.count)
    for (number, level) in levelOfClass.enumerated() where level >= 0 { classesOfLevel[level].append(number) }
    for (level, classes) in classesOfLevel.enumerated() {
      let start = rows.count
      var rowOfUnit: [Int: Int] = [:]
      for number in classes {
        let recordClass = description.classes[number]
        if let row = rowOfUnit[recordClass.unit] {
          rows[row].weights.merge(recordClass.weights)
          rowOfClass[number] = row
        } else {
          rowOfUnit[recordClass.unit] = rows.count
          rowOfClass[number] = rows.count
          rows.append(Row(unit: recordClass.unit, weights: recordClass.weights))
        }
      }
      levels[level].rows = start..<rows.count
    }
  }

  /// The substantive levels of a question: choices in the order of their list, other values by size or alphabet.
  private static func levels(of field: Field, names: [String]) -> [(number: Int, name: String)] {
    let numbered = names.enumerated().map { (number: $0 + 1, name: $1) }
    switch field.storage {
    case .coded:
      let missing = Set(field.missingChoices)
      return numbered.filter { !missing.contains($0.number - 1) }
    case .integer, .decimal:
      return numbered.sorted { (Double($0.name) ?? 0, $0.name) < (Double($1.name) ?? 0, $1.name) }
    default: return numbered.sorted { $0.name < $1.name }
    }
  }

  /// The degrees of freedom of a level: PSUs less strata among its records with weight above 0; nil without records.
  func degreesOfFreedom(ofLevel level: Int, design: SurveyDesign) -> Double? {
    var strata: Set<Int> = []
    var primaries: Set<Int> = []
    var records = 0
    for row in rows[levels[level].rows] where row.weights.positiveCount > 0 && design.factors[row.unit] != 0 {
      strata.insert(design.stratumOfUnit[row.unit])
      records += row.weights.positiveCount
      if !design.primaryOfUnit.isEmpty { primaries.insert(design.primaryOfUnit[row.unit]) }
    }
    if strata.isEmpty { return nil }
    return design.limited(
      Double((design.primaryOfUnit.isEmpty ? records : primaries.count) - strata.count),
      units: rows[levels[level].rows].lazy.filter { $0.weights.positiveCount > 0 }.map(\.unit))
  }
}
