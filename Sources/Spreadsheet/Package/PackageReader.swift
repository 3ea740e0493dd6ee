import Archive
import Diagnostics
import XML

/// Why a workbook or a part of it cannot be read.
struct WorkbookFault: Error {
  let diagnostic: Diagnostic
}

/// Reads an Office Open XML workbook (ECMA-376): a zip archive of XML parts that refer to each other.
struct PackageReader: ~Copyable {
  private let archive: ZipArchive
  private let members: [String: ArchiveMember]
  private let source: String
  private let limits: SpreadsheetLimits
  private var bytesLeft: Int

  /// Reads a workbook from the bytes of its archive.
  static func read(
    _ bytes: [UInt8], source: String, limits: SpreadsheetLimits, wanted: (String) -> Bool
  ) -> Workbook {
    var workbook = Workbook()
    do throws(WorkbookFault) {
      var reader = try PackageReader(bytes, source: source, limits: limits)
      try reader.read(into: &workbook, wanted: wanted)
    } catch {
      workbook.diagnostics.append(error.diagnostic)
    }
    return workbook
  }

  private init(_ bytes: [UInt8], source: String, limits: SpreadsheetLimits) throws(WorkbookFault) {
    do {
      archive = try ZipArchive(
        bytes: bytes,
        limits: ArchiveLimits(memberByteCount: limits.partByteCount, ratio: limits.ratio, memberCount: 100_000))
    } catch {
      throw WorkbookFault(diagnostic: Diagnostic(.sheetFileDamaged, at: SourcePosition(file: source)))
    }
    // Names of parts are the same in upper and lower case; some programs write backslashes.
    members = Dictionary(
      archive.members().map { (Self.normalized($0.name), $0) }, uniquingKeysWith: { first, _ in first })
    self.source = source
    self.limits = limits
    bytesLeft = limits.totalByteCount
  }

  private mutating func read(into workbook: inout Workbook, wanted: (String) -> Bool) throws(WorkbookFault) {
    var root = RelationsPart()
    if members["_rels/.rels"] != nil { try read(&root, "_rels/.rels") }
    let target = root.relations.first { $0.kind == "officeDocument" }?.target
    let main = target.map { Self.resolve($0, from: "") } ?? "xl/workbook.xml"
    var list = WorkbookPart(sheetLimit: limits.sheetCount)
    try read(&list, main)
    let (folder, name) = Self.split(main)
    var relations = RelationsPart()
    try read(&relations, "\(folder)_rels/\(name).rels")
    func path(_ kind: String) -> String? {
      relations.relations.first { $0.kind == kind }.map { Self.resolve($0.target, from: folder) }
    }
    var styles = StylesPart()
    // Dates come out as numbers without it: the rest is worth reading.
    if let path = path("styles"), members[Self.normalized(path)] != nil { try read(&styles, path) }
    var texts = SharedTextsPart(byteLimit: limits.textByteCount)
    if let path = path("sharedStrings") {
      try read(&texts, path)
      if texts.isTooLarge {
        throw fault(.sheetTooManyTexts, ["limit": "\(limits.textByteCount >> 20) MiB"])
      }
    }
    let context = SheetPart.Context(
      texts: texts.texts, formats: styles.formats, countsFrom1904: list.countsFrom1904, limits: limits)
    let byIdentifier = Dictionary(
      relations.relations.map { ($0.identifier, $0) }, uniquingKeysWith: { first, _ in first })
    for entry in list.sheets {
      guard let relation = byIdentifier[entry.relation] else {
        workbook.diagnostics.append(fault(.sheetPartMissing, ["part": entry.name]).diagnostic)
        continue
      }
      // Charts and dialogues are sheets, too.
      guard relation.kind == "worksheet" else { continue }
      var sheet = Worksheet(name: entry.name, isHidden: entry.isHidden)
      if wanted(entry.name) {
        do throws(WorkbookFault) {
          let findings = try read(&sheet, Self.resolve(relation.target, from: folder), context)
          workbook.diagnostics += findings
        } catch {
          workbook.diagnostics.append(error.diagnostic)
        }
      }
      workbook.sheets.append(sheet)
    }
  }

  private mutating func read(
    _ sheet: inout Worksheet, _ path: String, _ context: SheetPart.Context
  ) throws(WorkbookFault) -> [Diagnostic] {
    var part = SheetPart(context)
    let bytes = try bytes(of: path)
    let failure = part.read(bytes)
    sheet.rows = part.orderedRows
    sheet.mergedRanges = part.mergedRanges
    var findings: [Diagnostic] = []
    let place = SourcePosition(file: source, sheet: sheet.name)
    if part.hasRowsBeyond { findings.append(Diagnostic(.sheetTooManyRows, at: place, ["limit": "\(limits.rowCount)"])) }
    if part.hasColumnsBeyond {
      findings.append(Diagnostic(.sheetTooManyColumns, at: place, ["limit": "\(limits.columnCount)"]))
    }
    if part.hasCellsBeyond {
      findings.append(Diagnostic(.sheetTooManyCells, at: place, ["limit": "\(limits.cellCount)"]))
    }
    if let failure { findings.append(damage(path, failure).diagnostic) }
    return findings
  }

  private mutating func read(_ part: inout some PartReader, _ path: String) throws(WorkbookFault) {
    let bytes = try bytes(of: path)
    if let failure = part.read(bytes) { throw damage(path, failure) }
  }

  private mutating func bytes(of path: String) throws(WorkbookFault) -> [UInt8] {
    guard let member = members[Self.normalized(path)] else { throw fault(.sheetPartMissing, ["part": path]) }
    let tooLarge = [
      "part": path, "limit": "\(limits.partByteCount >> 20) MiB, 1:\(limits.ratio)",
    ]
    guard member.byteCount <= bytesLeft else { throw fault(.sheetFileTooLarge, tooLarge) }
    bytesLeft -= member.byteCount
    do {
      return try archive.bytes(of: member)
    } catch {
      switch error {
      case .tooLarge, .ratioTooHigh: throw fault(.sheetFileTooLarge, tooLarge)
      case .encrypted: throw fault(.sheetFileProtected)
      case .damaged, .notAnArchive: throw fault(.sheetFileDamaged)
      }
    }
  }

  private func fault(_ code: DiagnosticCode, _ arguments: [String: String] = [:]) -> WorkbookFault {
    WorkbookFault(diagnostic: Diagnostic(code, at: SourcePosition(file: source), arguments))
  }

  private func damage(_ path: String, _ failure: XMLFailure) -> WorkbookFault {
    let place = SourcePosition(file: "\(source)!/\(path)", line: failure.place.line, column: failure.place.column)
    return WorkbookFault(
      diagnostic: Diagnostic(.sheetPartDamaged, at: place, ["part": path, "reason": failure.reason.rawValue]))
  }

  private static func normalized(_ path: String) -> String {
    String(decoding: path.utf8.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }, as: UTF8.self).lowercased()
  }

  /// The folder of a path, with its slash, and the name in it.
  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[...slash]), String(path[path.index(after: slash)...]))
  }

  /// A target as a path from the archive's root.
  private static func resolve(_ target: String, from folder: String) -> String {
    var parts: [Substring] = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for part in target.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
