public import Diagnostics
internal import SQLite

/// How many records answer one version of a form.
public struct VersionCount: Sendable, Hashable {
  /// The version as the form stated it.
  public let version: String
  /// The records that are counted.
  public let records: Int
  /// Earlier versions of edited records.
  public let superseded: Int
}

extension SQLiteResponseStore {
  /// How many records answer each version of a form, in the order in which the versions were first met.
  ///
  /// Definitions of the same version, told apart by their fields, count together.
  /// - Complexity: O(segments).
  public func versionCounts(ofForm form: String) throws(StageFailure) -> [VersionCount] {
    try inStore(path, .reading) { () throws(SQLiteFailure) in
      guard try hasTables else { return [] }
      let query = try database.prepare(
        """
        SELECT version, coalesce(sum(count) FILTER (WHERE \(try isCounted)), 0),
          coalesce(sum(count) FILTER (WHERE NOT \(try isCounted)), 0)
        FROM layout LEFT JOIN segment ON segment.layout = layout.id
        WHERE form = ? GROUP BY version ORDER BY min(layout.id)
        """)
      try query.bind(1, form)
      var counts: [VersionCount] = []
      while try query.step() {
        counts.append(
          VersionCount(
            version: query.text(0), records: Int(query.integer(1)), superseded: Int(query.integer(2))))
      }
      return counts
    }
  }
}
