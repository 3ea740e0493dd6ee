import Diagnostics
import FormDefinition
import Markup

extension XFormBuilder {
  /// The instances that lie in files, and the last saved record when the form refers to it.
  func writeExternalInstances(_ writer: inout MarkupWriter) {
    for instance in form.instances { writer.empty("instance", [("id", instance.name), ("src", instance.address)]) }
    if usesLastSaved { writer.empty("instance", [("id", "__last-saved"), ("src", "jr://instance/last-saved")]) }
  }

  /// The lists of the choices sheet that stand in instances, in the order of the sheet.
  ///
  /// Lists that no question uses are written too, since expressions may look choices up; lists whose questions search
  /// a file for further choices stand in the questions.
  var inlineLists: [ChoiceList] {
    let searched = Set(
      nodes.compactMap { node in
        if case .question(let question) = node.kind, question.searchesFile { question.type.choiceList } else { nil }
      })
    return form.choiceLists.values.filter { ChoiceSource(list: $0.name) == .sheet && !searched.contains($0.name) }
      .sorted { ($0.choices.first?.position.line ?? 0, $0.name) < ($1.choices.first?.position.line ?? 0, $1.name) }
  }

  private var usesLastSaved: Bool {
    let prefix = "${" + Expression.lastSavedPrefix
    func repeats(_ texts: LocalizedText...) -> Bool {
      texts.contains { text in
        text.byCode.values.contains { $0.utf8.contains(UInt8(ascii: "$")) && $0.contains(prefix) }
      }
    }
    let isInNodes = nodes.contains { node in
      switch node.kind {
      case .group(let group), .repeatGroup(let group):
        [group.relevant, group.repeatCount].contains { $0?.usesLastSaved == true } || repeats(group.label)
      case .question(let question):
        question.expressions.contains(where: \.usesLastSaved)
          || repeats(
            question.label, question.hint, question.guidanceHint, question.constraintMessage, question.requiredMessage)
      }
    }
    return isInNodes || form.instanceName?.usesLastSaved == true
      || inlineLists.contains { $0.choices.contains { repeats($0.label) } }
  }
}

extension Question {
  /// Whether a client searches a file for further choices.
  var searchesFile: Bool { appearance.contains("search(") && type.choiceList != nil }

  fileprivate var expressions: [Expression] {
    [required, relevant, constraint, calculation, readOnly, choiceFilter, computedDefault].compactMap { $0 }
  }
}
