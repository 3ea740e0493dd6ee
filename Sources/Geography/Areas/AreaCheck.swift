internal import CivilCalendar
public import Diagnostics

/// What became of a code on its way to a unit of a list.
public enum CodeOutcome: Sendable, Hashable {
  /// The list has it.
  case known(String)
  /// The list has it with the leading zeros put back.
  case zerosLost(String)
  /// Only the other list has it, as this code.
  case ofOtherList(String)
  /// No list has it.
  case unknown
}

extension Crosswalk {
  /// Looks up a code as people write it, leading zeros lost to a spreadsheet included.
  public func outcome(of code: String, _ level: AreaLevel, in edition: Edition) -> CodeOutcome {
    if unit(code, level, in: edition) != nil { return .known(code) }
    let full = level.padded(code)
    if full != code, unit(full, level, in: edition) != nil { return .zerosLost(full) }
    let other: Edition = edition == .former ? .present : .former
    for candidate in [code, full] where unit(candidate, level, in: other) != nil { return .ofOtherList(candidate) }
    return .unknown
  }

  /// An area of a register with its leading zeros, and what is to be said about it; the nation is always known.
  ///
  /// - Complexity: O(units) for a code that is not known, else O(1).
  public func checked(
    _ area: AreaReference, at position: SourcePosition? = nil
  ) -> (area: AreaReference, finding: Diagnostic?) {
    if area.level == .nation { return (area, nil) }
    var arguments = ["code": area.code, "level": area.level.rawValue, "day": changeDay.iso]
    switch lookUp(area) {
    case .pieces: return (area, nil)
    case .ambiguous: return (area, Diagnostic(.areaAmbiguous, at: position, arguments))
    case .unknown(true): return (area, Diagnostic(.areaOfOtherList, at: position, arguments))
    case .unknown(false): break
    }
    var full = area
    full.code = area.level.padded(area.code)
    if full != area, case .pieces = lookUp(full) {
      arguments["found"] = area.code
      arguments["code"] = full.code
      return (full, Diagnostic(.areaZerosLost, at: position, arguments))
    }
    let lists = area.validFrom.map { [edition(on: $0)] } ?? Edition.allCases
    let known = lists.flatMap { units(area.level, in: $0).map(\.code) }
    arguments["suggestion"] = nearestName(to: area.code, among: known).map { " (→ \($0)?)" } ?? ""
    return (area, Diagnostic(.areaUnknown, at: position, arguments))
  }
}

extension AreaLevel {
  /// A number with zeros before it up to the digits of a code; other texts as they are.
  func padded(_ code: String) -> String {
    guard let digits, !code.isEmpty, code.utf8.count < digits, code.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return code
    }
    return String(repeating: "0", count: digits - code.utf8.count) + code
  }
}
