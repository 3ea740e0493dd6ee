extension IndicatorKind {
  /// The statistics an indicator of this kind gives only when its parameter `statistics` names them, as written there.
  public var optionalStatistics: [String] {
    switch self {
    case .consensus:
      ["delphi", "ipras", "total", "kendall_w", "krippendorff_alpha", "cronbach_alpha", "r_wg_j"]
    case .need: ["top_share", "total"]
    case .ranking: ["plackett_luce", "total"]
    default: []
    }
  }
}

extension Indicator {
  /// The names in the parameter `statistics`, joined there by `+`; `all` stands for every optional one.
  public var requestedStatistics: Set<String> {
    let names = (parameters["statistics"] ?? "").split(separator: "+").map(String.init)
    return names.contains("all") ? Set(kind.optionalStatistics) : Set(names)
  }

  /// Whether the parameter `statistics` names an optional statistic itself, not by `all`.
  public func asksByName(for statistic: String) -> Bool {
    (parameters["statistics"] ?? "").split(separator: "+").contains { $0 == statistic }
  }

  /// The bands of the parameter `bands`, from the lowest; empty without it or when it cannot be read.
  public var bands: [IndicatorBand] { parameters["bands"].flatMap(IndicatorBand.read) ?? [] }
}

/// A named range of a figure, such as "high" from 0.7 on.
public struct IndicatorBand: Sendable, Hashable {
  /// What it is called in the table.
  public var name: String
  /// Where it begins; nil for the lowest, which has no lower end.
  public var start: Double?

  /// Creates a band.
  public init(name: String, start: Double?) {
    self.name = name
    self.start = start
  }

  /// Reads `low+0.5:medium+0.7:high`: a name for the lowest band, then each further band with the figure it begins at.
  ///
  /// - Returns: nil when a name is missing or repeated, or the figures do not rise.
  public static func read(_ text: String) -> [IndicatorBand]? {
    var bands: [IndicatorBand] = []
    for word in text.split(separator: "+", omittingEmptySubsequences: false) {
      let parts = word.split(separator: ":", omittingEmptySubsequences: false)
      guard let name = parts.last.map(String.init), !name.isEmpty, !bands.contains(where: { $0.name == name }) else {
        return nil
      }
      if bands.isEmpty, parts.count == 1 {
        bands.append(IndicatorBand(name: name, start: nil))
        continue
      }
      guard parts.count == 2, let start = Double(parts[0]), start.isFinite, !bands.isEmpty else { return nil }
      if let before = bands.last?.start, before >= start { return nil }
      bands.append(IndicatorBand(name: name, start: start))
    }
    return bands.isEmpty ? nil : bands
  }
}
