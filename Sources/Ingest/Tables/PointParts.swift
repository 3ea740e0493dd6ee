import Responses

extension RowCollector {
  /// A place on the earth with a column for each number: the numbers as one text, as the form's submissions have it.
  ///
  /// Without latitude and longitude there is no place; an altitude that only the accuracy follows is 0.
  mutating func addParts(
    _ columns: [Int], _ block: ScannedBlock, _ field: Int, _ faults: inout [CellFault]
  ) {
    for row in block.rows.indices {
      var parts = columns.map { column -> [UInt8] in
        guard column >= 0 else { return [] }
        let cell = row * block.cells.columnCount + column
        let text = block.cells.bytes[Int(block.cells.starts[cell])..<Int(block.cells.ends[cell])]
        return missing.texts.contains(Array(text)) ? [] : Array(text.filter { $0 != 0x20 })
      }
      if parts.allSatisfy(\.isEmpty) {
        builders[field].append(missing: .blank)
        continue
      }
      // Two decimal marks are no number, whichever they are.
      for part in parts.indices where parts[part].count(where: { $0 == Bytes.comma }) == 1 {
        parts[part] = parts[part].map { $0 == Bytes.comma ? UInt8(ascii: ".") : $0 }
      }
      if parts[2].isEmpty, !parts[3].isEmpty { parts[2] = [UInt8(ascii: "0")] }
      let given = Array(parts.prefix { !$0.isEmpty })
      let isPlace =
        given.count >= 2 && parts[given.count...].allSatisfy(\.isEmpty)
        && given.allSatisfy { Double(String(decoding: $0, as: UTF8.self))?.isFinite ?? false }
      let text = Array((isPlace ? given : parts).joined(separator: [0x20]))
      if isPlace {
        _ = builders[field].append(text.span)
      } else {
        builders[field].append(missing: .blank)
        faults.append(
          CellFault(row: row, field: field, fault: .notANumber, found: String(decoding: text, as: UTF8.self)))
      }
    }
  }
}
