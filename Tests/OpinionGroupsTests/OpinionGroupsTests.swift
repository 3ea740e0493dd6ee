import Testing

@testable import OpinionGroups

@Suite("Opinion groups")
struct OpinionGroupsTests {
  /// Small data and fewer partitions: what is proved does not depend on size, and debug builds are slow.
  private static var options: OpinionGroupOptions {
    var options = OpinionGroupOptions()
    options.mostGroups = 3
    options.resamples = 10
    return options
  }

  @Test(
    "No groups are claimed where there are none",
    arguments: [PlantedAnswers.Structure.none, .factor(0.8)], 0..<20)
  func noneAmongNone(structure: PlantedAnswers.Structure, seed: Int) {
    let planted = PlantedAnswers(structure, people: 160, items: 8, seed: UInt64(seed))
    let found = opinionGroups(planted.answers, Self.options)
    #expect(found.verdict != .distinct)
    #expect(found.groupCount == 1)
    #expect(found.assignments.allSatisfy { $0 == 0 })
  }

  @Test(
    "No groups are claimed where people differ by degree, however unevenly",
    arguments: [PlantedAnswers.Structure.even, .skewed, .threeFactors, .styles], 0..<3)
  func noneByDegree(structure: PlantedAnswers.Structure, seed: Int) {
    let planted = PlantedAnswers(structure, people: 160, items: 8, seed: UInt64(seed))
    #expect(opinionGroups(planted.answers, Self.options).verdict != .distinct)
  }

  @Test("Two planted camps are found", arguments: 0..<20)
  func plantedCamps(seed: Int) {
    let planted = PlantedAnswers(.camps([0.6, 0.4], 1.2), people: 160, items: 10, seed: UInt64(seed))
    let found = opinionGroups(planted.answers, Self.options)
    #expect(found.verdict == .distinct)
    #expect(PartitionAgreement.adjustedRand(found.assignments, planted.camps) > 0.95)
    #expect(found.groupCount == 2)
    #expect(found.groupStability.count == 2)
  }

  @Test("Larger data are sampled, and everybody is put into a group")
  func sampled() {
    let planted = PlantedAnswers(.camps([0.6, 0.4], 1.2), people: 1500, items: 10, seed: 4)
    var options = Self.options
    options.sampleSize = 160
    let found = opinionGroups(planted.answers, options)
    #expect(PartitionAgreement.adjustedRand(found.assignments, planted.camps) > 0.95)
    #expect(found.assignments.allSatisfy { $0 > 0 })
    #expect(found.assignments.count { $0 == 1 } > found.assignments.count { $0 == 2 })
  }

  @Test("Equal seeds give equal groups")
  func repeatable() {
    let planted = PlantedAnswers(.camps([0.6, 0.4], 1), people: 120, items: 8, seed: 9)
    let found = opinionGroups(planted.answers, Self.options)
    let again = opinionGroups(planted.answers, Self.options)
    #expect(found.assignments == again.assignments)
    #expect(found.candidates == again.candidates)
    #expect(found.pValue == again.pValue)
  }

  @Test("People with more than half of the answers missing are left out, and counted")
  func missing() {
    var planted = PlantedAnswers(.camps([0.5, 0.5], 1.5), people: 160, items: 8, seed: 2)
    for item in 0..<5 { planted.answers.points[item][7] = OpinionAnswers.missing }
    for item in 0..<4 { planted.answers.points[item][8] = OpinionAnswers.missing }
    let found = opinionGroups(planted.answers, Self.options)
    #expect(found.leftOutCount == 1)
    #expect(found.memberCount == 159)
    #expect(found.assignments[7] == 0)
    #expect(found.assignments[8] > 0)
  }

  @Test("A camp below the minimum size is never given")
  func tooSmall() {
    let planted = PlantedAnswers(.camps([0.5, 0.5], 1.5), people: 160, items: 8, seed: 2)
    var options = Self.options
    options.minimumSize = 79
    options.minimumShare = 0.6
    let found = opinionGroups(planted.answers, options)
    #expect(found.verdict == .tooSmall)
    #expect(found.assignments.allSatisfy { $0 == 0 })
  }

  @Test("Degenerate answers give a verdict")
  func degenerate() {
    func answers(_ points: [[UInt8]], weight: Double = 1) -> OpinionAnswers {
      OpinionAnswers(
        items: points.indices.map(String.init), pointCounts: points.map { _ in 5 }, points: points,
        weights: Array(repeating: weight, count: points.first?.count ?? 0))
    }
    #expect(opinionGroups(answers([])).verdict == .tooFew)
    #expect(opinionGroups(answers([[], []])).verdict == .tooFew)
    #expect(opinionGroups(answers([[1], [2]])).verdict == .tooFew)
    #expect(opinionGroups(answers(Array(repeating: Array(repeating: 3, count: 50), count: 4))).verdict == .tooFew)
    #expect(opinionGroups(answers(Array(repeating: Array(repeating: .max, count: 50), count: 4))).verdict == .tooFew)
    let column = (0..<50).map { UInt8($0 * 7 % 5) }
    #expect(opinionGroups(answers([column, column], weight: 0)).verdict == .tooFew)
    var options = Self.options
    options.nullDraws = 19
    let same = opinionGroups(answers([column, column, column]), options)
    #expect(same.repeatedItems == [[0, 1], [0, 2], [1, 2]])
    #expect(same.items == [0, 1, 2])
  }
}
