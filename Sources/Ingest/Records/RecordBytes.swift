/// The bytes of records, lying in the texts from which they were read: nothing is copied until a record is asked for.
struct RecordBytes: Sendable {
  private struct Place {
    var text: UInt32
    var start: UInt32
    var end: UInt32
  }

  private var texts: [[UInt8]] = []
  private var places: [Place] = []
  /// The bytes of all records together.
  private(set) var byteCount = 0

  /// Makes room for records of a text, to be named by ``addRecord(_:)``.
  mutating func addText(_ text: [UInt8]) { texts.append(text) }

  /// Adds a record of the last text.
  mutating func addRecord(_ range: Range<Int>) {
    places.append(
      Place(
        text: UInt32(truncatingIfNeeded: texts.count - 1), start: UInt32(truncatingIfNeeded: range.lowerBound),
        end: UInt32(truncatingIfNeeded: range.upperBound)))
    byteCount += range.count
  }

  /// The bytes of one record alone; those of a record that is a whole text are not copied.
  func copy(of record: Int) -> [UInt8] {
    let place = places[record]
    let text = texts[Int(place.text)]
    return place.start == 0 && Int(place.end) == text.count ? text : Array(text[Int(place.start)..<Int(place.end)])
  }

  /// The bytes of one record.
  subscript(record: Int) -> ArraySlice<UInt8> {
    let place = places[record]
    return texts[Int(place.text)][Int(place.start)..<Int(place.end)]
  }
}
