import Responses

/// Numbers the combinations of levels that occur: 1, 2, … in the order of first occurrence; 0 for records not counted.
///
/// Neighbouring questions with few levels are combined by arithmetic; each further one refines the numbers found so
/// far by a table of (number so far, level), or by a dictionary where the levels are not known beforehand.
///
/// - Complexity: O(1) per record and question; memory grows with the combinations that occur.
struct LevelChain: Sendable {
  private(set) var encoders: [LevelEncoder]
  private var links: [Link]

  /// The questions of one refinement, and the combinations found.
  private struct Link: Sendable {
    let members: Range<Int>
    /// What each member's level is multiplied with.
    let radices: [Int32]
    /// The number of combined levels; nil when they are not known beforehand.
    let width: Int?
    /// By (number so far × width + level): the combination's number; 0 for none yet.
    var table: [Int32] = []
    var dictionary: [UInt64: Int32] = [:]
    /// The number so far and the level of each combination, from 1.
    var origins: [(parent: Int32, level: Int32)] = []

    /// Replaces each record's number so far by that of its combination with a level.
    mutating func refine(_ numbers: inout [Int32], by levels: [Int32]) {
      if let width {
        for record in numbers.indices where numbers[record] != 0 {
          numbers[record] = number(of: numbers[record], levels[record], width: width)
        }
      } else {
        for record in numbers.indices where numbers[record] != 0 {
          numbers[record] = number(of: numbers[record], levels[record])
        }
      }
    }

    private mutating func number(of parent: Int32, _ level: Int32, width: Int) -> Int32 {
      let place = Int(parent) * width + Int(level)
      if place >= LevelChain.largestTable { return number(of: parent, level) }
      if place >= table.count {
        table.append(
          contentsOf: repeatElement(0, count: min(LevelChain.largestTable, (Int(parent) + 1) * width) - table.count))
      }
      if table[place] == 0 {
        origins.append((parent, level))
        table[place] = Int32(origins.count)
      }
      return table[place]
    }

    private mutating func number(of parent: Int32, _ level: Int32) -> Int32 {
      let key = UInt64(UInt32(bitPattern: parent)) << 32 | UInt64(UInt32(bitPattern: level))
      if let known = dictionary[key] { return known }
      origins.append((parent, level))
      dictionary[key] = Int32(origins.count)
      return Int32(origins.count)
    }
  }

  private static let widestLink = 1 << 16
  /// Tables do not grow beyond this; what lies behind is looked up in the dictionary.
  private static let largestTable = 1 << 23

  init(fields: [Field]) {
    encoders = fields.map { LevelEncoder(field: $0) }
    links = []
    var start = 0
    while start < encoders.count {
      var end = start + 1
      guard encoders[start].isFixed else {
        links.append(Link(members: start..<end, radices: [1], width: nil))
        start = end
        continue
      }
      var width = encoders[start].width
      var radices: [Int32] = [1]
      while end < encoders.count, encoders[end].isFixed, width * encoders[end].width <= Self.widestLink {
        radices.append(Int32(width))
        width *= encoders[end].width
        end += 1
      }
      links.append(Link(members: start..<end, radices: radices, width: width))
      start = end
    }
  }

  /// The number of combinations found.
  var count: Int { links.last?.origins.count ?? 0 }

  /// Refines each record's number by the levels of the chain's questions; 0 stays 0.
  ///
  /// - Returns: the records' numbers, `numbers` itself for a chain without questions.
  mutating func refine(_ numbers: [Int32], columns: [AnswerColumn?]) -> [Int32] {
    var current = numbers
    for index in links.indices {
      var levels = [Int32](repeating: 0, count: current.count)
      for (offset, member) in links[index].members.enumerated() {
        encoders[member].add(columns[member], times: links[index].radices[offset], to: &levels)
      }
      links[index].refine(&current, by: levels)
    }
    return current
  }

  /// The levels of a combination, one per question, and the number it refines.
  func origin(of number: Int) -> (parent: Int, levels: [Int]) {
    var levels = [Int](repeating: 0, count: encoders.count)
    var current = number
    for link in links.reversed() {
      let origin = link.origins[current - 1]
      var rest = Int(origin.level)
      if link.width == nil {
        levels[link.members.lowerBound] = rest
      } else {
        for member in link.members {
          levels[member] = rest % encoders[member].width
          rest /= encoders[member].width
        }
      }
      current = Int(origin.parent)
    }
    return (current, levels)
  }
}
