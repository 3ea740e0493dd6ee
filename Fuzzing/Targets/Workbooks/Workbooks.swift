import Diagnostics
import Spreadsheet

/// One workbook: read with all its sheets as text.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzWorkbooks(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  // Legacy workbooks are read in a child process each: too slow here, and its faults stay there.
  guard bytes.starts(with: [0x50, 0x4B]) else { return 0 }
  let workbook = Workbook.read(bytes: bytes, source: "fuzz.xlsx")
  for sheet in workbook.sheets { _ = sheet.textRows(in: "fuzz.xlsx") }
  return 0
}
