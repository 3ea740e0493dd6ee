internal import CivilCalendar
public import Diagnostics
internal import Estimation
internal import FormDefinition
internal import ResponseStore

extension PipelineDefinition {
  /// The records that the pipeline counts; all of the form when it names no period.
  func waveSelection(of form: Form) -> WaveSelection {
    let period = plan.period
    return WaveSelection(
      form: form.identifier, field: period?.field, firstDay: period?.firstDay ?? .min, lastDay: period?.lastDay ?? .max)
  }

  /// The last day before the wave is frozen; nil when it is frozen by hand.
  var freezeDay: CivilDay? {
    switch freeze {
    case .day(let day)?: return day
    case .dataCutoff?:
      guard let schedule, let period = plan.period,
        let cutoff = schedule.milestones.first(where: { $0.kind == .dataCutoff })
      else { return nil }
      // The round whose report tells of the period's last day.
      return cutoff.day.last(before: schedule.due.next(after: CivilDay(number: period.lastDay)))
    case nil: return nil
    }
  }
}

extension PipelineRun {
  /// How the pipeline's wave is frozen in the store; nil when it is not, or there is no store.
  func frozenWave() throws(StageFailure) -> FrozenWave? {
    try SQLiteResponseStore.openForReading(path: definition.path(definition.store))?
      .frozenWave(plan.wave, ofForm: form.identifier)
  }

  /// Freezes the wave when its day (`wave.freeze`) is over; a wave that was ever frozen is left to people.
  ///
  /// - Parameters:
  ///   - isDryRun: whether only to say so.
  ///   - wait: how many seconds to wait for another writer of the store.
  /// - Returns: what was done; empty when nothing was.
  public func freezeWhenDue(isDryRun: Bool = false, wait: Int = 5) throws(StageFailure) -> [Diagnostic] {
    guard let day = definition.freezeDay, asOf > day,
      let store = try SQLiteResponseStore.openForReading(path: definition.path(definition.store)),
      try !store.frozenWaves(ofForm: form.identifier).contains(where: { $0.wave == plan.wave })
    else { return [] }
    let position = SourcePosition(file: definition.source)
    let arguments = ["wave": plan.wave.printable, "day": day.iso]
    if isDryRun { return [Diagnostic(.pipelineWaveToFreeze, at: position, arguments)] }
    let writable = try existingStore(at: definition.path(definition.store), wait: wait)
    let (frozen, _) = try writable.freeze(definition.waveSelection(of: form), as: plan.wave)
    return [
      Diagnostic(
        .pipelineWaveFrozen, at: position, arguments.merging(["count": String(frozen.records)]) { $1 })
    ]
  }
}

extension RunManifest {
  /// How the wave was frozen when a report was made.
  public struct Freeze: Sendable, Hashable, Codable {
    /// The moment it was frozen, ISO 8601 in Vietnam's time.
    public var since: String
    /// The records that its figures counted then.
    public var records: Int
    /// Those of them that were erased since: the figures are of the others.
    public var erased: Int
    /// The records that came too late and are counted in no figure.
    public var late: Int

    init(_ wave: FrozenWave) {
      since = wave.frozenAt.moment
      (records, erased, late) = (wave.records, wave.erased, wave.late)
    }
  }

  /// What is to be said when a wave is not frozen as it was when this report was made.
  func freezeFindings(now frozen: FrozenWave?, at path: String) -> [Diagnostic] {
    guard let freeze else { return [] }
    let position = SourcePosition(file: path)
    guard let frozen, frozen.frozenAt.moment == freeze.since else {
      return [Diagnostic(.pipelineWaveThawed, at: position, ["wave": wave.printable])]
    }
    let gone = frozen.erased - freeze.erased
    guard gone > 0 else { return [] }
    return [Diagnostic(.pipelineFrozenErased, at: position, ["wave": wave.printable, "count": String(gone)])]
  }
}
