import FormDefinition
import Responses

/// The answers that count, in order: the points 1…K of a scale, and where each stands among a question's codes.
struct AnswerScale: Sendable, Hashable {
  /// The codes in order.
  let codes: [String]
  /// By slot of the question's cells (0 blank, choices from 1, not shown last): the point from 0; -1 outside the scale.
  let points: [Int]

  /// The scale of a question: the codes given, or the list's substantive codes in their order.
  init(codes: [String], field: Field) {
    let missing = Set(field.missingChoices)
    self.codes =
      codes.isEmpty ? field.choices.indices.filter { !missing.contains($0) }.map { field.choices[$0] } : codes
    let positions = Dictionary(self.codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    points = [-1] + field.choices.map { positions[$0] ?? -1 } + [-1]
  }

  /// The positions of some codes.
  func positions(of codes: [String]) -> [Int] {
    let wanted = Set(codes)
    return self.codes.indices.filter { wanted.contains(self.codes[$0]) }
  }

  /// The positions mirrored on the scale: 1 ↔ K.
  func mirrored(_ positions: [Int]) -> [Int] { positions.map { codes.count - 1 - $0 }.sorted() }
}
