import CZstandard

/// Bytes in a Zstandard frame that tells their number and carries a checksum of them.
///
/// - Parameter level: 1 (fast) … 19 (small).
public func compressed(_ bytes: [UInt8], level: Int32 = 1) -> [UInt8] {
  let bound = ZSTD_compressBound(bytes.count)
  let context = unsafe ZSTD_createCCtx()
  defer { unsafe ZSTD_freeCCtx(context) }
  unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level)
  unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
  return unsafe [UInt8](unsafeUninitializedCapacity: bound) { target, count in
    unsafe bytes.withUnsafeBytes { source in
      let written = unsafe ZSTD_compress2(context, target.baseAddress, bound, source.baseAddress, source.count)
      // The bound makes a too small target impossible; what is left is a broken library or no memory.
      precondition(ZSTD_isError(written) == 0, "zstd cannot compress")
      count = written
    }
  }
}

/// The bytes of a Zstandard frame; nil when it is damaged, does not tell their number, or they are more than the limit.
public func decompressed(_ frame: [UInt8], limit: Int) -> [UInt8]? {
  let size = unsafe frame.withUnsafeBytes { unsafe ZSTD_getFrameContentSize($0.baseAddress, $0.count) }
  guard let count = Int(exactly: size), count <= limit else { return nil }
  var isWhole = false
  let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { target, filled in
    unsafe frame.withUnsafeBytes { source in
      let written = unsafe ZSTD_decompress(target.baseAddress, count, source.baseAddress, source.count)
      isWhole = ZSTD_isError(written) == 0 && written == count
      filled = isWhole ? count : 0
    }
  }
  return isWhole ? bytes : nil
}
