import Estimation
import Foundation
import Testing

@testable import OpinionGroups

@Suite("Components and k-means against scikit-learn")
struct ScikitLearnTests {
  private let answers: OpinionAnswers
  private let expected: [String: Double]

  init() throws {
    func lines(_ name: String) throws -> [[Substring]] {
      let url = Bundle.module.bundleURL.appendingPathComponent("Fixtures").appendingPathComponent(name)
      return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map { $0.split(separator: ",") }
    }
    let rows = try lines("bfi.csv")
    let points = rows[0].indices.map { item in rows.dropFirst().map { (UInt8($0[item]) ?? 1) - 1 } }
    answers = OpinionAnswers(
      items: rows[0].map(String.init), pointCounts: points.map { _ in 6 }, points: points,
      weights: Array(repeating: 1, count: points[0].count))
    expected = Dictionary(
      uniqueKeysWithValues: try lines("expected.csv").map { ("\($0[0]),\($0[1]),\($0[2])", Double($0[3]) ?? .nan) })
  }

  @Test("Equal on the same standardised data", arguments: ["plain", "weighted"])
  func equals(name: String) throws {
    var answers = answers
    if name == "weighted" { for record in 150..<300 { answers.weights[record] = 2 } }
    let matrix = OpinionMatrix(answers, scales: ItemScale.scales(of: answers))
    let components = PrincipalComponents(covariances: matrix.covariances, size: matrix.width)
    for (place, share) in components.shares.enumerated() {
      #expect(abs(share - expected["\(name),share,\(place)", default: .nan]) < 1e-12)
    }
    for component in 0..<2 {
      for (item, loading) in components.loadings[component].enumerated() {
        #expect(abs(abs(loading) - abs(expected["\(name),loading,\(component):\(item)", default: .nan])) < 1e-10)
      }
    }
    for count in 2...3 {
      var random = SplitMix(seed: 1, stratum: 0, replicate: count)
      let means = KMeans(matrix, clusterCount: count)
      let fit =
        name == "plain"
        ? means.fit(starts: 50, random: &random) : means.improve((0..<count).flatMap { Array(matrix.row($0)) })
      let inertia = expected["\(name),inertia,\(count)", default: .nan]
      #expect(abs(fit.inertia - inertia) < 1e-9 * inertia)
      let centres = (0..<count).map { centre in
        (0..<matrix.width).map { fit.centres[centre * matrix.laneCount + $0 / 4][$0 % 4] }
      }.sorted { $0[0] < $1[0] }
      for (centre, coordinates) in centres.enumerated() {
        for (item, value) in coordinates.enumerated() {
          #expect(abs(value - expected["\(name),centre,\(count):\(centre):\(item)", default: .nan]) < 1e-9)
        }
      }
      guard name == "plain" else { continue }
      let silhouette = Silhouette.exact(
        matrix.distances, labels: fit.labels, weights: matrix.weights, clusterCount: count)
      #expect(abs(silhouette - expected["plain,silhouette,\(count)", default: .nan]) < 1e-12)
      let half = answers.selecting(items: Array(0..<5))
      let other = KMeans(OpinionMatrix(half, scales: ItemScale.scales(of: half)), clusterCount: count)
        .fit(starts: 50, random: &random)
      let rand = PartitionAgreement.adjustedRand(fit.labels, other.labels)
      #expect(abs(rand - expected["plain,rand,\(count)", default: .nan]) < 1e-12)
    }
  }
}
