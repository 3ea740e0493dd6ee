internal import Diagnostics
internal import Estimation
internal import FileSystem
internal import FormDefinition

extension PipelineDefinition {
  /// Refuses names of questions that the form does not have.
  func checkQuestions(of form: Form) throws(StageFailure) {
    var findings = questionMentions.unknown(to: form, besides: derivedVariables)
    for name in derivedVariables where form.placedQuestions.contains(where: { $0.question.name == name }) {
      findings.append(Diagnostic(.pipelineAreaNameTaken, at: SourcePosition(file: source), ["name": name]))
    }
    guard findings.isEmpty else { throw StageFailure(findings, exitCode: .unusableInput) }
  }

  /// The variables that are made of answers and may stand beside questions in `by` and `compare`.
  private var derivedVariables: [String] { geography?.field == nil ? [] : GeographyDefinition.variables }

  /// Reads the frames of all margins; the plan that is returned knows their populations.
  func readFrames() throws(StageFailure) -> (frames: [PopulationFrame], plan: EstimationPlan) {
    var plan = plan
    var read: [PopulationFrame] = []
    for margin in frames {
      let frame = try PopulationFrame.read(bytes: try readFile(at: path(margin.file)), source: path(margin.file))
      guard let rake = frame.margin(by: margin.variables, unmatched: margin.unmatched, map: margin.map) else {
        let arguments = ["file": margin.file, "variable": margin.variables.joined(separator: "*")]
        throw StageFailure(
          Diagnostic(.pipelineFrameWithoutVariable, at: SourcePosition(file: source), arguments),
          exitCode: .unusableInput)
      }
      switch margin.use {
      case .raking: plan.rake.append(rake)
      case .postStratification: plan.postStratify = rake
      case .calibration: plan.calibrate?.margins.append(rake)
      }
      read.append(frame)
    }
    return (read, plan)
  }
}

extension [QuestionMention] {
  /// What to say about names of questions that a form does not have.
  func unknown(to form: Form, besides derived: [String] = []) -> [Diagnostic] {
    let names = form.placedQuestions.map(\.question.name) + derived
    let known = Set(names)
    return filter { !known.contains($0.name) }.map { mention in
      let nearest = nearestName(to: mention.name, among: names).map { " (→ \($0)?)" } ?? ""
      return Diagnostic(
        .pipelineUnknownQuestion, at: mention.position,
        ["name": mention.name, "key": mention.key, "suggestion": nearest])
    }
  }
}
