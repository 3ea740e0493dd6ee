public import Diagnostics
public import Estimation
internal import FileSystem
internal import OpenText

/// How far two coding sheets agree, theme by theme.
///
/// - Throws: ``ExitCode/missingInput`` when a file is not there; ``ExitCode/unusableInput`` when one is no coding sheet,
///   or they have nothing in common.
public func codingAgreement(_ first: String, _ second: String) throws(StageFailure) -> SideTable {
  try CodingSheet.comparison(
    try CodingSheet.read(bytes: try readFile(at: first), source: first),
    try CodingSheet.read(bytes: try readFile(at: second), source: second))
}
