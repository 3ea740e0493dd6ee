public import Diagnostics
internal import DelimitedText
internal import FileSystem
internal import Simulation

/// Simulated answers to be written to files.
public struct SimulationRequest: Sendable {
  /// How the answers are written.
  public enum Format: String, Sendable {
    /// One table, and one for the rows of each repeat.
    case csv
    /// The same as the sheets of a workbook.
    case xlsx
    /// One OpenRosa submission a file, in a folder.
    case xml
  }

  /// The folder of the form.
  public var form: String
  /// How many records.
  public var records: Int
  /// The seed.
  public var seed: UInt64
  /// How they are written.
  public var format: Format
  /// The file of the table or workbook, or the folder of the submissions.
  public var output: String

  /// Creates a request.
  public init(form: String, records: Int, seed: UInt64, format: Format, output: String) {
    self.form = form
    self.records = records
    self.seed = seed
    self.format = format
    self.output = output
  }

  /// Writes the answers.
  ///
  /// - Parameter progress: told how many records were written.
  /// - Returns: what stood in the way of valid answers.
  /// - Throws: when the form is unusable or the output cannot be written.
  public func run(progress: (Int) -> Void = { _ in }) throws(StageFailure) -> [Diagnostic] {
    let simulator = AnswerSimulator(form: try loadUsableForm(at: form), seed: seed)
    switch format {
    case .csv:
      try createFolders(at: parentFolder(of: output))
      if simulator.tables.count > 1 {
        try writeTables(simulator)
      } else {
        var file = try AtomicFile(replacing: output, mode: 0o644)
        try simulator.write(count: records) { (piece) throws(StageFailure) in try file.append(piece) }
        try file.commit()
      }
    case .xlsx:
      try createFolders(at: parentFolder(of: output))
      try writeSimulatedWorkbook(simulator, records: records, to: output)
    case .xml:
      try createFolders(at: output)
      let width = String(records).count
      for number in 0..<records {
        let digits = String(number + 1)
        let name = "simulated-\(seed)-\(String(repeating: "0", count: width - digits.count))\(digits).xml"
        try writeAtomically(Array(simulator.submission(number: number + 1).utf8), to: join(output, name))
        if number % 100 == 99 { progress(number + 1) }
      }
    }
    return simulator.diagnostics
  }

  /// Writes the records, and beside them the rows of each repeat: `a.csv`, `a-children.csv`.
  private func writeTables(_ simulator: AnswerSimulator) throws(StageFailure) {
    let name = fileName(of: output)
    let dot = name.lastIndex(of: ".").flatMap { $0 > name.startIndex ? $0 : nil } ?? name.endIndex
    var files: [SimulatedFile] = []
    for table in simulator.tables {
      let own = table.name.isEmpty ? name : "\(name[..<dot])-\(table.name)\(name[dot...])"
      files.append(try SimulatedFile(join(parentFolder(of: output), own), table.header))
    }
    try simulator.writeTables(count: records) { (table, cells) throws(StageFailure) in
      try files[table].append(cells)
    }
    for file in files { try file.finish() }
  }
}

/// A table of simulated answers that is being written.
private final class SimulatedFile {
  private var file: AtomicFile
  private var writer = CSVWriter()

  init(_ path: String, _ header: [String]) throws(StageFailure) {
    file = try AtomicFile(replacing: path, mode: 0o644)
    writer.row(header)
  }

  func append(_ cells: [String]) throws(StageFailure) {
    writer.row(cells)
    if writer.bytes.count > 1 << 18 { try file.append(writer.takeBytes()) }
  }

  func finish() throws(StageFailure) {
    try file.append(writer.takeBytes())
    try file.commit()
  }
}
