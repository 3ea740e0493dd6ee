import Archive
import Diagnostics
import Responses

extension IngestSession {
  /// Which of the tables of an archive belong together; when the form has repeats, each is unpacked to see.
  func tableSets(
    _ members: [(member: ArchiveMember, label: String)], _ archive: borrowing ZipArchive
  ) -> TableSets {
    var names: [String] = []
    var areRows: [Bool] = []
    if !layout.repeats.isEmpty {
      for (member, label) in members where SourceKind(name: member.name) == .table {
        names.append(label)
        // What cannot be unpacked is reported when it is taken in.
        let bytes = (try? archive.bytes(of: member)) ?? []
        areRows.append(RowLink.mayHoldRows(Array(bytes.prefix(TableSets.headerLimit))))
      }
    }
    return TableSets(names: names, areRows: areRows)
  }

  /// The bytes of a member; nil, with a finding, when it cannot be unpacked.
  func unpack(
    _ member: ArchiveMember, _ label: String, _ archive: borrowing ZipArchive
  ) throws(StageFailure) -> [UInt8]? {
    do {
      return try archive.bytes(of: member)
    } catch {
      let reason = ["reason": String(describing: error)]
      try refuse(label, [Diagnostic(.memberRefused, at: SourcePosition(file: label), reason)])
      return nil
    }
  }

  /// The tables of rows beside a table of records; nil, with findings, when one of them cannot be unpacked.
  func unpackRows(
    _ members: [(member: ArchiveMember, label: String)], of main: String, _ archive: borrowing ZipArchive
  ) throws(StageFailure) -> [TableInput]? {
    var rows: [TableInput] = []
    for (member, label) in members {
      guard let bytes = try unpack(member, label, archive) else {
        try refuse(main, [Diagnostic(.repeatTableUnusable, at: SourcePosition(file: main), ["file": label])])
        return nil
      }
      rows.append(TableInput(source: .memory(bytes), label: label))
    }
    return rows
  }
}
