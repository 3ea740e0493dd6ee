internal import Diagnostics
internal import Estimation
internal import FormDefinition
internal import OpenText
internal import OpinionGroups
internal import Responses
internal import Trends

/// What is estimated: the records with the columns derived from their answers, and the plan and form that know these.
struct EstimationSubject {
  var records: any RecordSource
  var plan: EstimationPlan
  var form: Form
  /// The opinion groups among the records; nil when the pipeline looks for none.
  var groups: GroupFindings?
  /// The open answers; nil when the pipeline looks at none.
  var answers: OpenAnswers?
  /// The former waves that the pipeline compares with.
  var former: [FormerEstimates] = []
}

extension PipelineRun {
  /// Records with whatever the pipeline derives of them.
  func subject(_ records: some RecordSource) throws(StageFailure) -> EstimationSubject {
    var subject = EstimationSubject(records: records, plan: plan, form: form)
    if let groups = definition.groups { try subject.derive(groups) }
    if let texts = definition.texts {
      let answers = try openAnswers(texts)
      subject.answers = answers
      (subject.records, subject.form) = themed(subject.records, form: subject.form, by: answers)
    }
    subject.former = try formerEstimates()
    subject.plan.publishedBefore =
      try subject.former.map { PublishedBefore(rows: $0.wave.rows) } + publishedTables()
    return subject
  }

  private func themed(
    _ records: some RecordSource, form: Form, by answers: OpenAnswers
  ) -> (any RecordSource, Form) {
    let themed = ThemedRecords(records, coder: answers.coder, questions: answers.questions, findings: answers.findings)
    return (themed, themed.form(form))
  }
}
