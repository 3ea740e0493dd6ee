/// Whether an area is known, and as what.
public enum AreaLookup: Sendable, Hashable {
  /// The area's pieces.
  case pieces(Set<Int>)
  /// The code is in both lists and the reference does not say which one is meant.
  case ambiguous
  /// The code is not in the list meant; the other list may have it.
  case unknown(isInOtherList: Bool)
}

extension Crosswalk {
  /// The pieces of an area.
  public func lookUp(_ area: AreaReference) -> AreaLookup {
    let found = Edition.allCases.map { unit(area.code, area.level, in: $0) }
    if let day = area.validFrom {
      let edition = edition(on: day)
      if let unit = found[edition.rawValue] { return .pieces(unit.pieces) }
      return .unknown(isInOtherList: found[1 - edition.rawValue] != nil)
    }
    switch (found[0], found[1]) {
    case (let former?, let present?): return former.pieces == present.pieces ? .pieces(former.pieces) : .ambiguous
    case (let unit?, nil), (nil, let unit?): return .pieces(unit.pieces)
    case (nil, nil): return .unknown(isInOtherList: false)
    }
  }

  /// Which of several areas make up an area exactly, none of them twice.
  ///
  /// The area itself goes first, be it under another code. Otherwise the units of one level of one list are tried, which
  /// never overlap: provinces before districts before communes, so that few figures are added.
  /// - Returns: positions among `parts`; nil when no whole units make up the area.
  public func union(of parts: [AreaReference], making area: AreaReference) -> [Int]? {
    if let same = parts.firstIndex(where: { isSame($0, area) }) { return [same] }
    guard case .pieces(let wanted) = lookUp(area) else { return nil }
    for edition in Edition.allCases {
      for level in [AreaLevel.province, .district, .commune] {
        var chosen: [Int] = []
        var covered: Set<Int> = []
        for (position, part) in parts.enumerated() where part.level == level && isFrom(part, edition) {
          guard case .pieces(let pieces) = lookUp(part), pieces.isSubset(of: wanted), covered.isDisjoint(with: pieces)
          else { continue }
          chosen.append(position)
          covered.formUnion(pieces)
        }
        if covered == wanted { return chosen }
      }
    }
    return nil
  }

  /// Whether two references name the same ground; areas the lists do not have are the same when their level, code and
  /// list are.
  public func isSame(_ left: AreaReference, _ right: AreaReference) -> Bool {
    if case .pieces(let one) = lookUp(left), case .pieces(let other) = lookUp(right) { return one == other }
    return left.level == right.level && left.code == right.code
      && left.validFrom.map(edition) == right.validFrom.map(edition)
  }

  private func isFrom(_ area: AreaReference, _ wanted: Edition) -> Bool {
    if let day = area.validFrom { return edition(on: day) == wanted }
    return unit(area.code, area.level, in: wanted) != nil
  }
}
