internal import CivilCalendar
public import Diagnostics
internal import FileSystem

extension ScheduleInstallation {
  /// Describes the installation of a pipeline with this program, worked in the folder that holds `pipelines/`.
  ///
  /// - Throws: what reading the pipeline throws; ``ExitCode/unusableInput`` when it has no schedule.
  public init(pipelineAt path: String, notification: String?) throws(StageFailure) {
    let definition = try PipelineDefinition.read(bytes: try readFile(at: path), source: path)
    guard let schedule = definition.schedule else {
      throw StageFailure(
        Diagnostic(.pipelineNoSchedule, at: SourcePosition(file: path)), exitCode: .unusableInput)
    }
    let folder = try absolutePath(of: definition.baseFolder.isEmpty ? "." : definition.baseFolder)
    let file = try absolutePath(of: path)
    self.init(
      pipeline: definition.name,
      pipelineFile: file.hasPrefix(folder + "/") ? String(file.dropFirst(folder.count + 1)) : file,
      schedule: schedule, program: try pathOfThisProgram(), folder: folder, notification: notification)
  }
}

extension PipelineRun {
  /// Whether the last planned run is still owed: its time is over and the report was not written since.
  ///
  /// - Throws: ``ExitCode/unusableInput`` when the pipeline has no `schedule.run_at`.
  public func isRunOwed() throws(StageFailure) -> Bool {
    guard let runAt = definition.schedule?.runAt else {
      throw StageFailure(
        Diagnostic(.pipelineNoSchedule, at: SourcePosition(file: definition.source)), exitCode: .unusableInput)
    }
    let now = Clock.now.milliseconds
    let planned = runAt.last(before: now)
    guard let written = definition.reportWritten else { return true }
    return Int64(written) * 1000 < planned
  }
}

extension RunTime {
  /// The last such moment on or before one, milliseconds since 1970 in Universal Time.
  func last(before moment: Int64) -> Int64 {
    func milliseconds(in year: Int) -> Int64 {
      (Int64(day.inYear(year).number) * 1440 + Int64(hour * 60 + minute) - 7 * 60) * 60_000
    }
    let year = CivilDay(milliseconds: moment).parts.year
    let thisYear = milliseconds(in: year)
    return thisYear <= moment ? thisYear : milliseconds(in: year - 1)
  }
}
