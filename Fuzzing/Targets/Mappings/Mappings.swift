import Diagnostics
import Ingest

/// One mapping file.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMappings(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  do {
    _ = try ColumnMapping.read(bytes: bytes, source: "fuzz.yaml")
  } catch {
    precondition(error.exitCode == .unusableInput, "bytes that are no YAML are unusable input")
  }
  return 0
}
