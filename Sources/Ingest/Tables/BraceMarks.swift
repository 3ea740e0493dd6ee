import Responses

extension ScannedBlock {
  /// Makes the cells of a LimeSurvey VV file what they stand for.
  ///
  /// Signs that would break its lines are written in braces: `{newline}`, `{cr}`, `{tab}`, `{lbrace}`, `{quote}`; a question
  /// that was not shown is `{question_not_shown}`. Such cells are written out anew behind the block's bytes: without
  /// anything for a question not shown, behind a quote for an empty answer, as the CSV of the same program has them.
  mutating func unescapeBraces() {
    for cell in cells.starts.indices {
      let range = Int(cells.starts[cell])..<Int(cells.ends[cell])
      if range.isEmpty {
        place(cell, [], behindQuote: true)
      } else if cells.bytes[range].contains(UInt8(ascii: "{")) {
        let text = String(decoding: cells.bytes[range], as: UTF8.self)
        if text == "{question_not_shown}" {
          place(cell, [], behindQuote: false)
        } else {
          var plain = text
          for (mark, sign) in Self.marks {
            plain = plain.split(separator: mark, omittingEmptySubsequences: false).joined(separator: sign)
          }
          place(cell, Array(plain.utf8), behindQuote: true)
        }
      }
    }
  }

  /// The brace itself last: what it makes is no mark.
  private static let marks = [
    ("{newline}", "\n"), ("{cr}", "\r"), ("{tab}", "\t"), ("{quote}", "\""), ("{lbrace}", "{"),
  ]

  private mutating func place(_ cell: Int, _ text: [UInt8], behindQuote: Bool) {
    cells.bytes.append(behindQuote ? Bytes.quote : Bytes.tab)
    cells.starts[cell] = UInt32(truncatingIfNeeded: cells.bytes.count)
    cells.bytes.append(contentsOf: text)
    cells.ends[cell] = UInt32(truncatingIfNeeded: cells.bytes.count)
  }
}
