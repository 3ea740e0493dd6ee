import Responses

/// The columns of a table that say that a row is a later version of a record.
struct EditColumns: Sendable, Hashable {
  /// The key of the version that was edited; nil: no column.
  var replaces: Int?
  /// The key of the first version.
  var root: Int?
  /// The key of this version, where the table's key is that of the first one.
  var current: Int?
  /// How often the record was edited.
  var count: Int?

  /// No such columns.
  init() {}

  /// Finds the columns of a producer's export.
  init(_ headings: [String], of producer: TableProducer, key: Int?) {
    guard let key else { return }
    switch producer {
    case .kobo:
      replaces = headings.firstIndex(of: "meta/deprecatedID")
      root = headings.firstIndex(of: "meta/rootUuid")
    case .odkCentral where headings[key] == "KEY":
      current =
        ["meta-instanceID", "instanceID", "meta/instanceID"].lazy.compactMap { headings.firstIndex(of: $0) }.first
      count = headings.firstIndex(of: "Edits")
    default: return
    }
  }

  /// Whether the table has none of them.
  var isEmpty: Bool { self == EditColumns() }
}

extension RecordRun {
  /// Notes what a row says about the version it replaces.
  ///
  /// - Parameters:
  ///   - record: its position.
  ///   - key: what its table calls it by.
  ///   - cell: what stands in a column of the row.
  /// - Returns: the record's key: that of the version where the table names it.
  mutating func noteEdit(
    _ record: Int, key: ArraySlice<UInt8>, _ columns: EditColumns, _ cell: (Int) -> ArraySlice<UInt8>
  ) -> ArraySlice<UInt8> {
    guard !key.isEmpty else { return key }
    let current = columns.current.map(cell) ?? []
    let own = current.isEmpty ? key : current
    let root = current.isEmpty ? columns.root.map(cell) ?? [] : key
    let replaces = columns.replaces.map(cell) ?? []
    // Most rows are no edits: their first version is themselves, with `uuid:` before it or without.
    let isFirst = root.isEmpty || root.suffix(own.count) == own && root.count - own.count <= 5
    if !isFirst || !replaces.isEmpty {
      edits[record] = RecordEdit(
        key: String(decoding: own, as: UTF8.self), replaces: String(decoding: replaces, as: UTF8.self),
        root: String(decoding: root, as: UTF8.self))
    }
    if edits[record] == nil, let count = columns.count.map(cell), count.contains(where: { $0 != UInt8(ascii: "0") }),
      count.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    {
      replacing.insert(record)
    }
    return own
  }
}
