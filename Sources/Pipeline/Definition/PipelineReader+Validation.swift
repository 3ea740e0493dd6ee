internal import Diagnostics
internal import FileSystem
internal import FormDefinition
internal import Responses
internal import YAML

extension PipelineReader {
  /// Reads the section `validation`: the weight of each rule, and of rules at single questions.
  mutating func validation(_ node: YAMLNode?) -> ValidationPolicy {
    var policy = ValidationPolicy()
    guard let node else { return policy }
    let names = ValidationPolicy.Rule.allCases.map(\.rawValue)
    let values = settings.section(node, named: "validation", known: names + ["questions"])
    policy.rules = consequences(values)
    guard let questions = values["questions"] else { return policy }
    guard let entries = questions.entries else {
      settings.bad(questions, key: "questions", "{q: {constraint: flag}}")
      return policy
    }
    for entry in entries {
      guard let name = question(entry.key, key: "validation.questions") else { continue }
      let own = settings.section(entry.value, named: "validation.questions.\(name.printable)", known: names)
      policy.questions[name] = consequences(own)
    }
    return policy
  }

  private mutating func consequences(
    _ values: [String: YAMLNode]
  ) -> [ValidationPolicy.Rule: ValidationPolicy.Consequence] {
    var found: [ValidationPolicy.Rule: ValidationPolicy.Consequence] = [:]
    for rule in ValidationPolicy.Rule.allCases {
      found[rule] = settings.word(values[rule.rawValue], key: rule.rawValue, as: ValidationPolicy.Consequence.self)
    }
    return found
  }
}

/// Reads the sections `validation` and `quality` of a pipeline file, or of a file with these only.
///
/// - Throws: ``ExitCode/unusableInput`` with everything that is wrong with the sections, or when there is none.
func readRules(
  at path: String, form: Form
) throws(StageFailure) -> (validation: ValidationPolicy, quality: QualityRules) {
  let root = try YAMLNode.parse(bytes: try readFile(at: path), source: path)
  var reader = PipelineReader(source: path)
  func section(_ name: String) -> YAMLNode? { root.entries?.first { $0.key.text == name }?.value }
  let isPipeline = ["validation", "quality", "form"].contains { section($0) != nil }
  if !isPipeline { reader.settings.missing("validation", in: fileName(of: path), at: root) }
  let policy = reader.validation(section("validation"))
  let quality = reader.quality(section("quality"))
  let findings = reader.settings.diagnostics + reader.mentions.unknown(to: form)
  guard findings.isEmpty else { throw StageFailure(findings, exitCode: .unusableInput) }
  return (policy, quality)
}
