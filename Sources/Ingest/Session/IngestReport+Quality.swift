import Diagnostics
public import Responses

extension IngestReport {
  /// Adds what is doubtful about the records of a store: warnings, as many of each code as asked for.
  ///
  /// - Parameters:
  ///   - store: what the store is called in the findings.
  ///   - perCode: how many findings of each code are kept; all are counted.
  public mutating func add(_ review: QualityReview, store: String, perCode: Int = 20) {
    let place = SourcePosition(file: store)
    add(
      review.nearDuplicates.map { group in
        let others = group.dropFirst().prefix(5).map { "\($0.key.printable) (\($0.number))" }.joined(separator: ", ")
        let more = group.count > 6 ? ", …" : ""
        return Diagnostic(
          .recordsAlike, at: place, record: String(group.first?.number ?? 0),
          ["key": group.first?.key.printable ?? "", "others": others + more, "count": String(group.count)])
      }, perCode)
    add(
      review.straightLines.map { line in
        Diagnostic(
          .recordStraight, at: place, record: String(line.record.number),
          ["key": line.record.key.printable, "first": line.questions.first, "last": line.questions.last])
      }, perCode)
    let minutes = (Double(review.limit ?? 0) / 6000).rounded() / 10
    add(
      review.tooFast.map { record in
        Diagnostic(
          .recordTooFast, at: place, record: String(record.number),
          ["key": record.key.printable, "minutes": String(minutes)])
      }, perCode)
  }

  private mutating func add(_ findings: [Diagnostic], _ perCode: Int) {
    guard let code = findings.first?.code else { return }
    findingCounts[code.identifier, default: 0] += findings.count
    diagnostics += findings.prefix(perCode)
    guard findings.count > perCode else { return }
    let left = ["count": String(findings.count - perCode), "code": code.identifier]
    diagnostics.append(Diagnostic(.diagnosticsOmitted, left))
  }
}
