public import CivilCalendar

/// How the areas of a former list lie in those of the list that followed it.
///
/// What is common to both lists are pieces: a former commune, or the part of one, inside one present commune. Every area
/// of either list is a set of pieces, so two areas are the same when their pieces are, whatever their codes.
public struct Crosswalk: Sendable {
  /// A former commune, or a part of one, inside one present commune.
  public struct Piece: Sendable, Hashable {
    /// The former commune's code; of a district without communes the district's.
    public var formerCommune: String
    /// The former district's code.
    public var formerDistrict: String
    /// The former province's code.
    public var formerProvince: String
    /// The present commune's code.
    public var presentCommune: String
    /// The present province's code.
    public var presentProvince: String
    /// Whether the former commune lies in this piece with all of its area.
    public var isWhole: Bool
  }

  /// One of the two lists.
  public enum Edition: Int, Sendable, Hashable, CaseIterable {
    /// The list before the change.
    case former
    /// The list since the change.
    case present
  }

  /// A unit of one of the lists.
  public struct Unit: Sendable, Hashable {
    /// The code.
    public var code: String
    /// The name as the list writes it; "" when the list names none.
    public var name: String
    /// The positions of its pieces.
    public var pieces: Set<Int>
  }

  /// What finds a unit in the lists.
  struct Key: Hashable, Sendable {
    var edition: Edition
    var level: AreaLevel
    var code: String
  }

  /// The first day of the present list.
  public let changeDay: CivilDay
  /// The pieces in the order of the file.
  public let pieces: [Piece]
  let units: [Key: Unit]
  /// By piece: the number of its common area.
  let commonAreaOfPiece: [Int]
  /// The common areas: the smallest sets of pieces that are whole units of both lists.
  let commonAreas: [Set<Int>]

  init(changeDay: CivilDay, pieces: [Piece], names: [Key: String]) {
    self.changeDay = changeDay
    self.pieces = pieces
    var units: [Key: Unit] = [:]
    for (position, piece) in pieces.enumerated() {
      for key in Self.keys(of: piece) {
        units[key, default: Unit(code: key.code, name: names[key] ?? "", pieces: [])].pieces.insert(position)
      }
    }
    self.units = units
    (commonAreaOfPiece, commonAreas) = Self.commonAreas(of: pieces)
  }

  /// The units a piece belongs to.
  static func keys(of piece: Piece) -> [Key] {
    [
      Key(edition: .former, level: .commune, code: piece.formerCommune),
      Key(edition: .former, level: .district, code: piece.formerDistrict),
      Key(edition: .former, level: .province, code: piece.formerProvince),
      Key(edition: .present, level: .commune, code: piece.presentCommune),
      Key(edition: .present, level: .province, code: piece.presentProvince),
    ]
  }

  /// The list that was valid on a day.
  public func edition(on day: CivilDay) -> Edition { day < changeDay ? .former : .present }

  /// A unit of a list; nil when the list has none with this code.
  public func unit(_ code: String, _ level: AreaLevel, in edition: Edition) -> Unit? {
    units[Key(edition: edition, level: level, code: code)]
  }

  /// The units of one level of a list in the order of their codes.
  ///
  /// - Complexity: O(units · log units).
  public func units(_ level: AreaLevel, in edition: Edition) -> [Unit] {
    units.filter { $0.key.edition == edition && $0.key.level == level }.map(\.value).sorted { $0.code < $1.code }
  }

  /// Joins pieces that share a commune of either list until nothing more joins: connected components, by repeatedly
  /// pointing at the smallest number.
  ///
  /// - Complexity: O(pieces · inverse Ackermann).
  private static func commonAreas(of pieces: [Piece]) -> (ofPiece: [Int], areas: [Set<Int>]) {
    var parents = Array(pieces.indices)
    func root(_ piece: Int) -> Int {
      var piece = piece
      while parents[piece] != piece {
        parents[piece] = parents[parents[piece]]
        piece = parents[piece]
      }
      return piece
    }
    var firstPiece: [Key: Int] = [:]
    for (position, piece) in pieces.enumerated() {
      for key in keys(of: piece) where key.level == .commune {
        guard let first = firstPiece[key] else {
          firstPiece[key] = position
          continue
        }
        let (left, right) = (root(first), root(position))
        parents[max(left, right)] = min(left, right)
      }
    }
    var numbers: [Int: Int] = [:]
    var areas: [Set<Int>] = []
    let ofPiece = pieces.indices.map { position in
      let root = root(position)
      if let known = numbers[root] {
        areas[known].insert(position)
        return known
      }
      numbers[root] = areas.count
      areas.append([position])
      return areas.count - 1
    }
    return (ofPiece, areas)
  }
}
