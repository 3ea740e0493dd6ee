public import Diagnostics
internal import FileSystem
internal import Simulation

/// Simulated answers to be written to files.
public struct SimulationRequest: Sendable {
  /// How the answers are written.
  public enum Format: Sendable {
    /// One table.
    case csv
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
  /// The file of the table, or the folder of the submissions.
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
      var file = try AtomicFile(replacing: output, mode: 0o644)
      try simulator.write(count: records) { (piece) throws(StageFailure) in try file.append(piece) }
      try file.commit()
      return simulator.diagnostics + simulator.leftOutOfTables
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
}
