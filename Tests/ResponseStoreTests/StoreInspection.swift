import Compression
import SQLite
import Testing

@testable import ResponseStore

/// The bytes in a compressed blob.
func decompressedParts(_ blob: [UInt8]) -> [UInt8]? { decompressed(blob, limit: 1 << 30) }

/// A store opened once more.
func reopened(_ folder: TemporaryFolder) throws -> SQLiteResponseStore {
  try SQLiteResponseStore.open(path: folder.store)
}

/// Everything in the tables of segments, as text.
func segmentTables(of store: SQLiteResponseStore) throws -> [String] {
  var rows: [String] = []
  let segments = try store.database.prepare(
    """
    SELECT id || ' ' || layout || ' ' || count || ' ' || is_simulated || hex(keys) || hex(key_digests)
      || hex(answer_digests) || digest_checksum || hex(record_numbers) || hex(sources) FROM segment ORDER BY id
    """)
  while try segments.step() { rows.append(segments.text(0)) }
  let columns = try store.database.prepare(
    """
    SELECT id || ' ' || segment || ' ' || field || ' ' || encoding || ' ' || checksum || hex(data)
    FROM segment_column ORDER BY id
    """)
  while try columns.step() { rows.append(columns.text(0)) }
  return rows
}
