/// The smallest ground around a unit that both lists have as whole units.
public struct CommonArea: Sendable, Hashable {
  /// The units of the former list, in the order of their codes.
  public var formerUnits: [String]
  /// The units of the present list, in the order of their codes.
  public var presentUnits: [String]
  /// The codes of the list asked for, joined by `+`.
  public var label: String
}

/// How a unit of one list lies in the other.
public enum UnitFate: String, Sendable, Hashable, CaseIterable {
  /// One unit of the other list covers the same ground under the same code.
  case unchanged
  /// One unit of the other list covers the same ground under another code.
  case recoded
  /// It is whole inside a larger unit of the other list.
  case merged
  /// Several whole units of the other list make it up.
  case joined
  /// Units of the other list cut through it, or it cuts through them.
  case split
}

extension Crosswalk {
  /// The common area of communes or provinces around a unit; nil when the list has no such unit.
  ///
  /// It is the same from whichever list one comes: the connected component of units that share ground.
  /// - Parameter edition: the list whose codes name it.
  /// - Complexity: O(pieces of the area · log).
  public func commonArea(
    of code: String, _ level: AreaLevel, in edition: Edition, namedBy naming: Edition
  ) -> CommonArea? {
    guard let unit = unit(code, level, in: edition) else { return nil }
    var reached = unit.pieces
    if level == .province {
      // Provinces are few: grow until nothing new comes in.
      var waiting = Array(unit.pieces)
      while let piece = waiting.popLast() {
        for key in Self.keys(of: pieces[piece]) where key.level == .province {
          for other in units[key]?.pieces ?? [] where reached.insert(other).inserted { waiting.append(other) }
        }
      }
    } else {
      for piece in unit.pieces { reached.formUnion(commonAreas[commonAreaOfPiece[piece]]) }
    }
    let former = Set(reached.map { level == .province ? pieces[$0].formerProvince : pieces[$0].formerCommune })
    let present = Set(reached.map { level == .province ? pieces[$0].presentProvince : pieces[$0].presentCommune })
    let names = naming == .former ? former : present
    return CommonArea(
      formerUnits: former.sorted(), presentUnits: present.sorted(), label: names.sorted().joined(separator: "+"))
  }

  /// How a unit lies in the other list; nil when the list has no such unit.
  public func fate(of code: String, _ level: AreaLevel, in edition: Edition) -> UnitFate? {
    guard let unit = unit(code, level, in: edition) else { return nil }
    let other: Edition = edition == .former ? .present : .former
    let partners = Set(
      unit.pieces.flatMap { Self.keys(of: pieces[$0]).filter { $0.edition == other && $0.level == level } })
    let grounds = partners.compactMap { units[$0] }
    if grounds.count == 1, let ground = grounds.first {
      if ground.pieces == unit.pieces { return ground.code == code ? .unchanged : .recoded }
      return ground.pieces.isSuperset(of: unit.pieces) ? .merged : .split
    }
    return grounds.allSatisfy { $0.pieces.isSubset(of: unit.pieces) } ? .joined : .split
  }

  /// Whether figures of a unit can be put beside figures of the other list: it is a union of whole units of that list.
  public func isComparable(_ code: String, _ level: AreaLevel, in edition: Edition) -> Bool {
    switch fate(of: code, level, in: edition) {
    case .unchanged, .recoded, .joined: true
    case .merged, .split, nil: false
    }
  }
}
