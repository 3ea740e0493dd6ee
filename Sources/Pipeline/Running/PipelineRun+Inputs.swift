internal import Diagnostics
internal import Estimation
internal import FileSystem
internal import FormDefinition
internal import Hashing
internal import ResponseStore

extension PipelineRun {
  /// The files that the figures rest on beside the answers, each with its content: the pipeline file and every file or
  /// folder that it names or that a section stands for.
  func inputs() throws(StageFailure) -> [RunManifest.File] {
    var paths = [definition.source]
    for path in definition.namedPaths.map(definition.path) + (try textInputs()) {
      switch fileStatus(at: path)?.kind {
      case .file: paths.append(path)
      case .folder: paths += try files(under: path)
      default: break
      }
    }
    var seen: Set<String> = []
    var inputs: [RunManifest.File] = []
    for path in paths.sorted() where seen.insert(path).inserted {
      let bytes = try readFile(at: path)
      inputs.append(
        RunManifest.File(
          path: fromBase(path), sha256: hexadecimal(SHA256.digest(of: bytes)), bytes: bytes.count))
    }
    return inputs
  }

  /// The files that answers come from, as they lie there now.
  func sourceFiles() throws(StageFailure) -> [RunManifest.Source] {
    var sources: [RunManifest.Source] = []
    for source in definition.sources {
      switch source {
      case .files(let pattern, _):
        for path in try paths(matching: pattern, from: definition.baseFolder).sorted() {
          let status = fileStatus(at: path)
          sources.append(
            RunManifest.Source(
              label: fromBase(path), bytes: status?.byteCount ?? 0, modified: status?.modifiedNanoseconds ?? 0))
        }
      case .simulate(let records, let seed, _):
        sources.append(RunManifest.Source(label: "simulate(records: \(records), seed: \(seed))", bytes: 0, modified: 0))
      }
    }
    return try sources + returnFiles()
  }

  /// The digest of what the store holds of the form, and of the forms of returns, late records of the wave left out; ""
  /// when there is no store.
  func answersDigest() throws(StageFailure) -> String {
    guard let store = try SQLiteResponseStore.openForReading(path: definition.path(definition.store)) else { return "" }
    var forms = [form.identifier]
    for returns in definition.returns { forms.append(try loadUsableForm(at: definition.path(returns.form)).identifier) }
    var digests: [String] = []
    for form in forms {
      digests.append(try store.contentDigest(ofForm: form, before: try store.frozenWave(plan.wave, ofForm: form)))
    }
    return digests.joined(separator: " ")
  }

  /// A path as seen from the pipeline's base folder.
  func fromBase(_ path: String) -> String {
    let base = definition.baseFolder
    return !base.isEmpty && path.hasPrefix(base + "/") ? String(path.dropFirst(base.count + 1)) : path
  }
}
