/// How a pipeline is run, checked and reported on by the system's own timer: no daemon of ours.
public struct ScheduleInstallation: Sendable, Hashable {
  /// The pipeline's name, which is part of the names of units.
  public var pipeline: String
  /// The pipeline file, seen from ``folder``.
  public var pipelineFile: String
  /// The schedule.
  public var schedule: ScheduleDefinition
  /// The absolute path of the program.
  public var program: String
  /// The absolute path of the folder to work in.
  public var folder: String
  /// The command of a shell that is called with `YKIEN_PIPELINE` and `YKIEN_EVENT` (`run_done`, `run_failed`,
  /// `check_failed`); nil: nobody is told.
  public var notification: String?
  /// The hour of the daily check, in Vietnam.
  public var checkHour = 7
  /// The minute of the daily check.
  public var checkMinute = 30

  /// Describes an installation.
  public init(
    pipeline: String, pipelineFile: String, schedule: ScheduleDefinition, program: String, folder: String,
    notification: String? = nil
  ) {
    self.pipeline = pipeline
    self.pipelineFile = pipelineFile
    self.schedule = schedule
    self.program = program
    self.folder = folder
    self.notification = notification
  }

  /// The name that files and units begin with: `ykien-` and the pipeline's name, letters, digits and `-` only.
  public var stem: String {
    var name = ""
    for scalar in pipeline.unicodeScalars {
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      name.unicodeScalars.append(isPlain ? scalar : "-")
    }
    return "ykien-" + (name.isEmpty ? "pipeline" : name)
  }
}

extension Int {
  /// At least two digits.
  var paddedToTwo: String { self < 10 ? "0\(self)" : "\(self)" }
}
