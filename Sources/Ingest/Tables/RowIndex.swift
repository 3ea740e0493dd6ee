import Responses

/// Finds rows by a text of theirs: sorted digests, 24 bytes a row.
struct RowIndex: Sendable {
  private struct Entry {
    var digest: UInt64
    var row: GatheredRow
  }

  private var entries: [Entry] = []

  /// Sorts rows by their texts; those without one are left out.
  ///
  /// - Parameter texts: one column per run of rows.
  init(_ texts: [TextColumn]) {
    for (run, column) in texts.enumerated() {
      for row in 0..<column.count {
        let text = column.slice(row)
        if !text.isEmpty { entries.append(Entry(digest: Self.digest(text), row: GatheredRow(run: run, row: row))) }
      }
    }
    entries.sort {
      ($0.digest, $0.row.run, $0.row.row) < ($1.digest, $1.row.run, $1.row.row)
    }
  }

  /// The rows with a text, in their order in the table.
  ///
  /// - Parameter texts: the columns that were sorted.
  /// - Complexity: O(log rows + rows found).
  func rows(of text: ArraySlice<UInt8>, in texts: [TextColumn]) -> [GatheredRow] {
    if text.isEmpty { return [] }
    let digest = Self.digest(text)
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].digest < digest { low = middle + 1 } else { high = middle }
    }
    var found: [GatheredRow] = []
    while low < entries.count, entries[low].digest == digest {
      let row = entries[low].row
      if texts[row.run].slice(row.row) == text { found.append(row) }
      low += 1
    }
    return found
  }

  /// The rows whose text another row has too.
  func repeated(in texts: [TextColumn]) -> Set<GatheredRow> {
    var found: Set<GatheredRow> = []
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].digest == entries[start].digest { end += 1 }
      if end > start + 1 {
        // Different texts of one digest are rarer than a table is long.
        var seen: [ArraySlice<UInt8>: GatheredRow] = [:]
        for entry in entries[start..<end] {
          let text = texts[entry.row.run].slice(entry.row.row)
          if let other = seen[text] {
            found.formUnion([other, entry.row])
          } else {
            seen[text] = entry.row
          }
        }
      }
      start = end
    }
    return found
  }

  /// FNV-1a.
  private static func digest(_ text: ArraySlice<UInt8>) -> UInt64 {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return digest
  }
}
