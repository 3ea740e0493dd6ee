import FormDefinition
import Responses

/// The elements of a form's submissions, in the order of the form.
indirect enum SubmissionElement: Sendable {
  /// The answer to a field of the table.
  case field(name: String, field: Int)
  /// A group.
  case group(name: String, [SubmissionElement])
  /// The rows of a repeat inside the table.
  case rows(name: String, inner: Int, [SubmissionElement])

  /// The elements of a form.
  static func outline(of form: Form) -> [SubmissionElement] {
    var counts = (fields: 0, inner: 0)
    return outline(of: form.children, &counts)
  }

  /// - Parameter counts: the fields and repeats of the table met so far, in the order in which tables are planned.
  private static func outline(of nodes: [FormNode], _ counts: inout (fields: Int, inner: Int)) -> [SubmissionElement] {
    nodes.compactMap { node in
      switch node {
      case .question(let question):
        guard question.type.storage != nil else { return nil }
        counts.fields += 1
        return .field(name: question.name, field: counts.fields - 1)
      case .group(let group): return .group(name: group.name, outline(of: group.children, &counts))
      case .repeatGroup(let group):
        var own = (fields: 0, inner: 0)
        counts.inner += 1
        return .rows(name: group.name, inner: counts.inner - 1, outline(of: group.children, &own))
      }
    }
  }
}
