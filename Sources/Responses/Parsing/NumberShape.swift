/// A number as people write it: digits in groups, a comma or point that may stand before decimals or thousands.
struct NumberShape {
  /// What the signs in it say by themselves.
  enum Kind {
    /// No sign at all, or only blanks between thousands.
    case plain
    /// This mark stands before its decimals, or the other one between its thousands.
    case marked(DecimalMark)
    /// One sign with three digits behind it: `1.234`. The sign stands before decimals if it is the decimal mark.
    case open(DecimalMark)
  }

  /// What it says by itself.
  let kind: Kind
  private let isNegative: Bool
  private let whole: [UInt8]
  private let fraction: [UInt8]

  /// Recognises a number; nil when it is none.
  init?(_ bytes: Span<UInt8>) {
    guard let pieces = Pieces(bytes) else { return nil }
    isNegative = pieces.isNegative
    let groups = pieces.groups
    let signs = pieces.signs
    guard let last = signs.last, let lastGroup = groups.last else {
      guard let only = groups.first, !only.isEmpty else { return nil }
      (kind, whole, fraction) = (.plain, only, [])
      return
    }
    let isGrouped = Self.areThousands(groups)
    let kinds = Set(signs)
    if kinds == [.blank] {
      guard isGrouped else { return nil }
      (kind, whole, fraction) = (.plain, groups.flatMap { $0 }, [])
    } else if kinds.count == 1, signs.count > 1 {
      // 1.234.567: a mark stands once, so these are thousands.
      guard isGrouped, let mark = last.mark else { return nil }
      (kind, whole, fraction) = (.marked(mark.other), groups.flatMap { $0 }, [])
    } else if kinds.count == 1 {
      guard let mark = last.mark, !lastGroup.isEmpty else { return nil }
      (whole, fraction) = (groups[0], lastGroup)
      kind = isGrouped ? .open(mark) : .marked(mark)
    } else {
      // 1.234,5 or 1 234,5: thousands by one sign, decimals by another, which stands once.
      guard kinds.count == 2, let mark = last.mark, signs.dropLast().allSatisfy({ $0 == signs[0] }),
        signs[0] != last, Self.areThousands(groups.dropLast()), !lastGroup.isEmpty
      else { return nil }
      (kind, whole, fraction) = (.marked(mark), groups.dropLast().flatMap { $0 }, lastGroup)
    }
  }

  /// Whether all decimals are zeros.
  var hasOnlyZeros: Bool { fraction.allSatisfy { $0 == 0x30 } }

  /// The number in the form's own way.
  ///
  /// - Parameter isGrouped: whether an open sign stands between thousands.
  func canonical(isGrouped: Bool) -> [UInt8] {
    var bytes: [UInt8] = isNegative ? [0x2D] : []
    bytes += whole.isEmpty ? [0x30] : whole
    if !fraction.isEmpty { bytes += isGrouped ? fraction : [0x2E] + fraction }
    return bytes
  }

  /// Without its decimals, which are zeros.
  var canonicalWhole: [UInt8] { (isNegative ? [0x2D] : []) + (whole.isEmpty ? [0x30] : whole) }

  /// Groups of three digits behind one of one to three that does not begin with zero.
  private static func areThousands(_ groups: some Collection<[UInt8]>) -> Bool {
    guard let first = groups.first, (1...3).contains(first.count), first[0] != 0x30 else { return false }
    return groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  private enum Sign {
    case point, comma, blank

    var mark: DecimalMark? {
      switch self {
      case .point: .point
      case .comma: .comma
      case .blank: nil
      }
    }
  }

  /// The digits between signs.
  private struct Pieces {
    var isNegative = false
    var groups: [[UInt8]] = [[]]
    var signs: [Sign] = []

    init?(_ bytes: Span<UInt8>) {
      guard bytes.count > 0, bytes.count <= 64 else { return nil }
      var index = 0
      if bytes[0] == 0x2D || bytes[0] == 0x2B {
        isNegative = bytes[0] == 0x2D
        index = 1
      }
      while index < bytes.count {
        switch bytes[index] {
        case 0x30...0x39: groups[groups.count - 1].append(bytes[index])
        case 0x2E: add(.point)
        case 0x2C: add(.comma)
        case 0x20: add(.blank)
        // A no-break space.
        case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0:
          add(.blank)
          index += 1
        default: return nil
        }
        index += 1
      }
    }

    private mutating func add(_ sign: Sign) {
      signs.append(sign)
      groups.append([])
    }
  }
}

extension DecimalMark {
  /// The mark that stands between thousands where this one stands before decimals.
  var other: DecimalMark { self == .point ? .comma : .point }
}

/// Whether a number in the form's own way may be meant as thousands: `1.234`.
func mayBeThousands(_ bytes: Span<UInt8>) -> Bool {
  let count = bytes.count
  guard count >= 5, count <= 8, bytes[count - 4] == 0x2E else { return false }
  let first = bytes[0] == 0x2D || bytes[0] == 0x2B ? 1 : 0
  guard count - 4 - first >= 1, count - 4 - first <= 3, bytes[first] != 0x30 else { return false }
  for index in first..<count where index != count - 4 {
    if bytes[index] &- 0x30 > 9 { return false }
  }
  return true
}
