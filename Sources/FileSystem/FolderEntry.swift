/// A name in a folder, and what stands under it where the folder itself says so; nil: ask for its status.
struct FolderEntry {
  let name: String
  let kind: FileStatus.Kind?
}

/// Names in the order in which a folder gives them: for a hundred thousand of them no text is made before they are sorted.
@safe
struct UnsortedNames {
  private struct Place {
    /// The first bytes behind what all names begin with.
    var head: UInt64 = 0
    var start: Int
    var end: Int
    var kind: FileStatus.Kind?
  }

  private var bytes: [UInt8] = []
  private var places: [Place] = []

  /// Adds a name; the folder itself and the one above it are left out.
  mutating func append(_ name: Slice<UnsafeRawBufferPointer>, _ kind: FileStatus.Kind?) {
    let start = bytes.count
    unsafe bytes.append(contentsOf: name)
    if bytes[start...].elementsEqual(".".utf8) || bytes[start...].elementsEqual("..".utf8) {
      bytes.removeLast(bytes.count - start)
    } else {
      places.append(Place(start: start, end: bytes.count, kind: kind))
    }
  }

  /// The names in the order of their bytes.
  func sorted() -> [FolderEntry] {
    let common = commonCount
    let sorted = places.map { place in
      var headed = place
      for index in (place.start + common)..<(place.start + common + 8) {
        headed.head = headed.head << 8 | UInt64(index < place.end ? bytes[index] : 0)
      }
      return headed
    }
    .sorted { first, second in
      // No name holds a zero byte: the heads of a name and of a longer one differ.
      if first.head != second.head { return first.head < second.head }
      return bytes[first.start..<first.end].lexicographicallyPrecedes(bytes[second.start..<second.end])
    }
    return sorted.map {
      FolderEntry(name: String(decoding: bytes[$0.start..<$0.end], as: UTF8.self), kind: $0.kind)
    }
  }

  /// How many bytes all names begin with.
  private var commonCount: Int {
    guard let first = places.first else { return 0 }
    var common = first.end - first.start
    for place in places {
      var count = 0
      while count < common, place.start + count < place.end, bytes[place.start + count] == bytes[first.start + count] {
        count += 1
      }
      common = count
    }
    return common
  }
}
