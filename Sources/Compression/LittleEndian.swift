/// Numbers as bytes, least significant first.
public func littleEndianBytes(_ numbers: [some FixedWidthInteger & BitwiseCopyable]) -> [UInt8] {
  // Every machine this runs on stores numbers this way round: the bytes are copied as they lie.
  #if _endian(little)
    return unsafe numbers.withUnsafeBytes { unsafe [UInt8]($0) }
  #else
    #error("the store's numbers are little-endian")
  #endif
}

/// Numbers out of bytes, least significant first; nil when the bytes are no whole number of them.
public func littleEndianNumbers<Number: FixedWidthInteger & BitwiseCopyable>(
  _ bytes: ArraySlice<UInt8>, as type: Number.Type
) -> [Number]? {
  let width = MemoryLayout<Number>.size
  guard bytes.count % width == 0 else { return nil }
  return unsafe [Number](unsafeUninitializedCapacity: bytes.count / width) { target, count in
    unsafe bytes.withUnsafeBytes { source in
      unsafe UnsafeMutableRawBufferPointer(target).copyMemory(from: source)
    }
    count = bytes.count / width
  }
}
