internal import Proceedings
internal import YAML

extension PipelineReader {
  /// Reads the section `proceedings`: tasks, petitions, consultations, rounds of a panel.
  mutating func proceedings(_ node: YAMLNode) -> ProceedingsDefinition {
    let values = settings.section(
      node, named: "proceedings", known: ["tasks", "petitions", "consultation", "delphi"])
    var definition = ProceedingsDefinition()
    if let tasks = values["tasks"] {
      if let isWanted = tasks.truth {
        definition.tasks = isWanted
      } else if tasks.entries != nil {
        let parts = settings.section(tasks, named: "tasks", known: ["form"])
        definition.tasks = true
        definition.tasksForm = settings.text(parts["form"], key: "form")
      } else {
        settings.bad(tasks, key: "tasks", "true | false | {form: …}")
      }
    }
    if let petitions = values["petitions"] {
      let parts = settings.section(petitions, named: "petitions", known: ["needs", "form"])
      definition.petitions = PetitionsDefinition(
        needs: settings.text(parts["needs"], key: "needs"), form: settings.text(parts["form"], key: "form"))
    }
    if let consultation = values["consultation"] {
      let parts = settings.section(consultation, named: "consultation", known: ["responses"])
      definition.consultation = ConsultationDefinition(
        responses: settings.text(parts["responses"], key: "responses"))
    }
    definition.delphi = values["delphi"].flatMap { delphi($0) }
    return definition
  }

  private mutating func delphi(_ node: YAMLNode) -> DelphiPlan? {
    let values = settings.section(node, named: "delphi", known: ["rounds", "panel", "items"])
    if values["rounds"] == nil { settings.missing("rounds", in: "delphi", at: node) }
    guard let rounds = question(values["rounds"], key: "delphi.rounds") else { return nil }
    let items = settings.texts(values["items"], key: "items").map { entry in
      mentions.append(
        QuestionMention(name: entry.text, key: "delphi.items", position: settings.position(of: entry.node)))
      return entry.text
    }
    return DelphiPlan(rounds: rounds, panel: question(values["panel"], key: "delphi.panel"), items: items)
  }
}
