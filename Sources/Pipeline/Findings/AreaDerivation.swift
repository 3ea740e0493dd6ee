internal import CivilCalendar
internal import Diagnostics
internal import Geography
internal import Responses

/// How many codes were not as they should be.
struct AreaTally {
  var unknown = 0
  var ofOtherList = 0
  var zerosLost = 0
  var withoutList = 0

  /// What is to be said of them.
  func diagnostics(field: String, crosswalk: Crosswalk) -> [Diagnostic] {
    let findings: [(DiagnosticCode, Int)] = [
      (.answersUnknown, unknown), (.answersOfOtherList, ofOtherList), (.answersZerosLost, zerosLost),
      (.answersWithoutList, withoutList),
    ]
    return findings.filter { $0.1 > 0 }.map { code, count in
      Diagnostic(code, field: field, ["count": String(count), "day": crosswalk.changeDay.iso])
    }
  }
}

/// Makes the variables of areas from the codes of records.
struct AreaDerivation {
  let crosswalk: Crosswalk
  let definition: GeographyDefinition
  private let field: Int
  private let legacy: Int?
  private let list: (field: Int, former: Int?, present: Int?)?

  /// What stands for codes that no list has.
  static let unknown = "?"

  /// Finds the questions in a layout; nil when the definition asks for no domain.
  init?(_ definition: GeographyDefinition, crosswalk: Crosswalk, layout: RecordLayout) {
    guard let name = definition.field, let field = layout.index(of: name) else { return nil }
    self.crosswalk = crosswalk
    self.definition = definition
    self.field = field
    legacy = definition.legacy.flatMap { layout.index(of: $0) }
    if case .question(let name, let former, let present) = definition.list, let position = layout.index(of: name) {
      let choices = layout.fields[position].choices
      list = (position, choices.firstIndex(of: former), choices.firstIndex(of: present))
    } else {
      list = nil
    }
  }

  /// The fields read.
  var sources: [Int] { [field] + (legacy.map { [$0] } ?? []) + (list.map { [$0.field] } ?? []) }

  /// The two variables of a batch: as reported, and harmonised.
  func columns(of batch: RecordBatch, tally: inout AreaTally) -> [TextColumn] {
    var reported = TextColumn()
    var harmonised = TextColumn()
    var known: [Code: Areas] = [:]
    for record in 0..<batch.count {
      guard let code = code(of: record, batch) else {
        reported.append([] as [UInt8], state: .blank)
        harmonised.append([] as [UInt8], state: .blank)
        continue
      }
      let areas: Areas
      if let found = known[code] {
        areas = found
      } else {
        areas = self.areas(of: code)
        known[code] = areas
      }
      tally.add(areas.problem)
      reported.append(areas.reported.utf8)
      harmonised.append(areas.harmonised.utf8)
    }
    return [reported, harmonised]
  }

  /// A code with the list it is from; nil when the record does not tell.
  private struct Code: Hashable {
    var code: String
    var level: AreaLevel
    var edition: Crosswalk.Edition?
    /// The former province, where harmonised areas are former provinces.
    var formerProvince: String?
  }

  private struct Areas {
    var reported: String
    var harmonised: String
    var problem: AreaProblem?
  }

  private func code(of record: Int, _ batch: RecordBatch) -> Code? {
    if let text = batch.columns[field]?.textAnswer(record) {
      return Code(
        code: text, level: definition.level(ofDigits: text.utf8.count), edition: edition(of: record, batch),
        formerProvince: namesFormerProvinces ? legacy.flatMap { batch.columns[$0]?.textAnswer(record) } : nil)
    }
    if let legacy, let text = batch.columns[legacy]?.textAnswer(record) {
      return Code(code: text, level: .province, edition: .former)
    }
    return nil
  }

  private func edition(of record: Int, _ batch: RecordBatch) -> Crosswalk.Edition? {
    guard case .question = definition.list else {
      if case .fixed(let edition) = definition.list { return edition }
      return nil
    }
    guard let list, let choice = batch.columns[list.field]?.choicePosition(record) else { return nil }
    return choice == list.former ? .former : choice == list.present ? .present : nil
  }

  private func areas(of code: Code) -> Areas {
    guard let edition = code.edition else {
      return Areas(reported: Self.unknown, harmonised: Self.unknown, problem: .withoutList)
    }
    var problem: AreaProblem?
    var full = code.code
    var list = edition
    switch crosswalk.outcome(of: code.code, code.level, in: edition) {
    case .known: break
    case .zerosLost(let found):
      full = found
      problem = .zerosLost
    case .ofOtherList(let found):
      full = found
      list = edition == .former ? .present : .former
      problem = .ofOtherList
    case .unknown: return Areas(reported: Self.unknown, harmonised: Self.unknown, problem: .unknown)
    }
    let naming = definition.harmoniseTo.map(crosswalk.edition) ?? .present
    guard let (own, level) = raised(full, code.level, in: list) else {
      // A province says nothing about communes.
      return Areas(reported: Self.unknown, harmonised: Self.unknown, problem: problem)
    }
    let area =
      formerProvince(of: code, full, list) ?? crosswalk.commonArea(of: own, level, in: list, namedBy: naming)?.label
    return Areas(
      reported: crosswalk.label(of: own, in: list), harmonised: area ?? Self.unknown, problem: problem)
  }

  private var namesFormerProvinces: Bool {
    definition.level == .province && definition.harmoniseTo.map(crosswalk.edition) == .former
  }

  /// The former province that a record lies in, where such are wanted: that of its commune, else the one it names.
  private func formerProvince(of code: Code, _ full: String, _ list: Crosswalk.Edition) -> String? {
    guard namesFormerProvinces else { return nil }
    let pieces = crosswalk.unit(full, code.level, in: list)?.pieces ?? []
    let provinces = Set(pieces.map { crosswalk.pieces[$0].formerProvince })
    if provinces.count == 1 { return provinces.first }
    guard let named = code.formerProvince,
      case .known(let province) = crosswalk.outcome(of: named, .province, in: .former), provinces.contains(province)
    else { return nil }
    return province
  }

  /// The unit of the level asked for that a unit lies in; nil when it is larger.
  private func raised(_ code: String, _ level: AreaLevel, in edition: Crosswalk.Edition) -> (String, AreaLevel)? {
    if level == definition.level { return (code, level) }
    guard level == .commune, let piece = crosswalk.unit(code, level, in: edition)?.pieces.min() else { return nil }
    let whole = crosswalk.pieces[piece]
    return (edition == .former ? whole.formerProvince : whole.presentProvince, .province)
  }
}

/// Why a code was not read as it stands.
enum AreaProblem {
  case unknown, ofOtherList, zerosLost, withoutList
}

extension AreaTally {
  fileprivate mutating func add(_ problem: AreaProblem?) {
    switch problem {
    case .unknown: unknown += 1
    case .ofOtherList: ofOtherList += 1
    case .zerosLost: zerosLost += 1
    case .withoutList: withoutList += 1
    case nil: break
    }
  }
}

extension GeographyDefinition {
  /// Codes of up to two digits are those of provinces when provinces are wanted, others those of communes.
  fileprivate func level(ofDigits count: Int) -> AreaLevel { level == .province && count <= 2 ? .province : .commune }
}

extension Crosswalk {
  /// A code with its list: `21439@2025-07-01`, `21439@<2025-07-01`.
  func label(of code: String, in edition: Edition) -> String {
    "\(code)@\(edition == .former ? "<" : "")\(changeDay.iso)"
  }
}
