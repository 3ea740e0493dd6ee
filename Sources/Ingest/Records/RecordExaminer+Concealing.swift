import Diagnostics
import FormDefinition
import Responses

extension RecordExaminer {
  /// The fields that nobody may keep without a consent to a single purpose (`consent_…`): it stands among the conditions
  /// under which they are shown, or among those of a question on which these hang.
  static func gated(_ form: Form, _ layout: RecordLayout) -> Set<Int> {
    let placed = form.placedQuestions
    var names: Set<String> = []
    var paths: Set<[String]> = []
    // Conditions may hang on later questions: as long as one more is found, others may follow.
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for question in placed where !paths.contains(question.path) {
        let hangsOnConsent = question.relevance.contains { condition in
          condition.references.contains { $0.hasPrefix("consent_") || names.contains($0) }
        }
        guard hangsOnConsent else { continue }
        paths.insert(question.path)
        names.insert(question.question.name)
        isGrowing = true
      }
    }
    let fields = layout.fields + layout.repeats.flatMap(\.fields)
    return Set(fields.indices.filter { paths.contains(fields[$0].path) })
  }

  /// Forgets answers that came although the respondent did not consent to them: they stand in no list of problems.
  ///
  /// - Returns: the records that hold such answers; the bytes of their submissions are not kept.
  func dropUnconsented(_ breaches: inout [RuleBreach]) -> Set<Int> {
    var rows: Set<Int> = []
    for index in breaches.indices where breaches[index].kind == .notShown && gated.contains(breaches[index].field) {
      breaches[index].found = ""
      rows.insert(breaches[index].row)
    }
    return rows
  }

  /// The answers to questions that were not shown, by record: they are kept apart from those that count.
  func concealedAnswers(_ breaches: [RuleBreach], _ repeats: [RepeatRows]) -> [Int: [ConcealedAnswer]] {
    var answers: [Int: [ConcealedAnswer]] = [:]
    for breach in breaches where breach.kind == .notShown && !gated.contains(breach.field) {
      let name = layout.name(ofField: breach.field, row: breach.repeatRow, in: repeats)
      answers[breach.row, default: []].append(ConcealedAnswer(field: name, answer: breach.found))
    }
    return answers
  }
}
