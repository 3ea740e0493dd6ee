internal import Archive
public import Diagnostics

/// A workbook read whole: the sheets with their cells, and what is wrong with the file.
public struct Workbook: Sendable {
  /// The worksheets in the workbook's order; sheets that are not wanted are listed without rows.
  public var sheets: [Worksheet] = []
  /// What is wrong with the file; what is wrong with single cells is told by ``Worksheet/textRows(in:fieldLimit:)``.
  public var diagnostics: [Diagnostic] = []

  /// Reads an `.xlsx` (Office Open XML) or legacy `.xls` workbook; the kind is told by the bytes, not the name.
  ///
  /// Never fails: whatever cannot be read is a finding, and the sheets hold what could be.
  /// - Parameters:
  ///   - source: the name of the file, for positions.
  ///   - wanted: says by its name whether a sheet's cells are read.
  /// - Complexity: O(bytes unpacked); memory for the distinct texts and the cells that are not empty.
  public static func read(
    bytes: [UInt8], source: String, limits: SpreadsheetLimits = SpreadsheetLimits(),
    wanted: (String) -> Bool = { _ in true }
  ) -> Workbook {
    if ZipArchive.isArchive(bytes.span) {
      return PackageReader.read(bytes, source: source, limits: limits, wanted: wanted)
    }
    let isCompound = bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    if isCompound || beginsAsOldStream(bytes) {
      // A modern workbook with a password is a compound file around an encrypted package.
      if isCompound, holdsEncryptedPackage(bytes) {
        return Workbook(diagnostics: [Diagnostic(.sheetFileProtected, at: SourcePosition(file: source))])
      }
      return LegacyReader.read(bytes, source: source, limits: limits, wanted: wanted)
    }
    return Workbook(diagnostics: [Diagnostic(.sheetFileUnknown, at: SourcePosition(file: source))])
  }

  /// Before 1993 a workbook was a bare stream of records, the first being "beginning of file".
  private static func beginsAsOldStream(_ bytes: [UInt8]) -> Bool {
    bytes.count > 8 && bytes[0] == 0x09 && [0x00, 0x02, 0x04, 0x08].contains(bytes[1]) && bytes[2] <= 16
      && bytes[3] == 0
  }

  private static func holdsEncryptedPackage(_ bytes: [UInt8]) -> Bool {
    // Names of streams are in UTF-16; the directory may lie anywhere, entries begin every 128 bytes.
    var name: [UInt8] = []
    for byte in "EncryptedPackage".utf8 { name += [byte, 0] }
    return stride(from: 0, to: bytes.count, by: 128).contains { bytes[$0...].starts(with: name) }
  }
}
