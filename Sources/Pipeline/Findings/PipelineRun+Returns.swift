internal import Diagnostics
internal import FileSystem
internal import FormDefinition
internal import Ingest
internal import Proceedings
internal import ResponseStore
internal import Responses

extension PipelineRun {
  /// Takes the returns of organisations into the pipeline's store, each on its own form.
  func takeInReturns(
    to total: inout IngestReport, isDryRun: Bool, wait: Int, progress: ((IngestProgress) -> Void)?
  ) throws(StageFailure) {
    for returns in definition.returns {
      let form = try loadUsableForm(at: definition.path(returns.form))
      let layout = RecordLayout(form: form)
      let found = try paths(matching: returns.pattern, from: definition.baseFolder)
      if found.isEmpty {
        total.diagnostics.append(
          Diagnostic(
            .pipelineNoFiles, at: SourcePosition(file: definition.source), ["pattern": returns.pattern]))
        continue
      }
      let writer = try openWriter(
        definition.path(definition.store), form: form, layout: layout, isDryRun: isDryRun, wait: wait)
      var options = IngestOptions(isDryRun: isDryRun, now: Clock.now)
      if let mapping = returns.mapping { options.mapping = try readMapping(at: definition.path(mapping)) }
      let session = try IngestSession(form: form, layout: layout, writer: writer, options: options)
      total.add(try session.ingest(paths: found, progress: progress))
    }
  }

  /// The files that returns come from, as they lie there now.
  func returnFiles() throws(StageFailure) -> [RunManifest.Source] {
    var sources: [RunManifest.Source] = []
    for returns in definition.returns {
      for path in try paths(matching: returns.pattern, from: definition.baseFolder).sorted() {
        let status = fileStatus(at: path)
        sources.append(
          RunManifest.Source(
            label: fromBase(path), bytes: status?.byteCount ?? 0, modified: status?.modifiedNanoseconds ?? 0))
      }
    }
    return sources
  }

  /// Whether any of the returns that a store holds were invented.
  func hasSimulatedReturns(_ store: SQLiteResponseStore) throws(StageFailure) -> Bool {
    for returns in definition.returns {
      let form = try loadUsableForm(at: definition.path(returns.form))
      if try store.records(of: RecordLayout(form: form)).isSimulated { return true }
    }
    return false
  }

  /// The labels of the choices of all forms by their codes; codes that stand for several things have none.
  func choiceWords() throws(StageFailure) -> [String: BilingualText] {
    var forms = [form]
    for returns in definition.returns { forms.append(try loadUsableForm(at: definition.path(returns.form))) }
    var words: [String: BilingualText] = [:]
    var ambiguous: Set<String> = []
    for choice in forms.flatMap({ $0.choiceLists.values }).flatMap(\.choices) where !choice.label.isEmpty {
      let label = BilingualText(vi: choice.label.text(in: "vi"), en: choice.label.text(in: "en"))
      if let known = words[choice.name], known != label { ambiguous.insert(choice.name) }
      words[choice.name] = label
    }
    return words.filter { !ambiguous.contains($0.key) }
  }

  /// The tasks of the returns on another form than the pipeline's own.
  func taskReport(ofReturns folder: String) throws(StageFailure) -> TaskReport {
    let form = try loadUsableForm(at: definition.path(folder))
    return try TaskReport(of: try records(of: form), form: form, asOf: asOf)
  }

  /// The petitions of the logs on another form than the pipeline's own.
  func petitionReport(ofReturns folder: String, needs: NeedThemes?) throws(StageFailure) -> PetitionReport {
    let form = try loadUsableForm(at: definition.path(folder))
    return try PetitionReport(of: try records(of: form), form: form, needs: needs, asOf: asOf)
  }

  private func records(of form: Form) throws(StageFailure) -> SQLiteRecordSource {
    try openedStore(definition.store).records(of: RecordLayout(form: form))
  }
}
