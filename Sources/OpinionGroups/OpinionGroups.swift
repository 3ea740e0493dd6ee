import Dispatch
import Estimation
import Synchronization

/// Looks for groups of people who answer alike.
///
/// Items are standardised (weighted mean 0, variance 1; a missing answer stands at the mean). In a sample of at most
/// `sampleSize` people, weighted k-means is run for 2…`mostGroups` groups. Groups are claimed only when
/// 1. the largest silhouette is above what `nullDraws` populations without groups, but with the same marginal shares and
///    correlations of the items, reach (``OpinionGroupOptions/significance``);
/// 2. groups found in one half of the sample stand apart in the other half, with a gap that data of a single mode would
///    show in one case of 20 at most;
/// 3. partitions of resamples find every group again (mean Jaccard index of at least 0.6, Hennig 2007).
/// The number of groups is the one with the largest silhouette of those whose groups are large enough and stand apart.
/// Then everybody is put into groups by k-means from the centres found.
/// - Complexity: O(records × items² + steps × records × groups × items), and a part that depends on `sampleSize` alone.
public func opinionGroups(_ answers: OpinionAnswers, _ options: OpinionGroupOptions = OpinionGroupOptions())
  -> OpinionGrouping
{
  GroupSearch(answers, options).grouping
}

/// The steps of a search.
private struct GroupSearch {
  /// What is drawn for: no two purposes share a stream.
  private enum Purpose: Int { case sample, partitions, null, separation, dither, resamples }

  private let options: OpinionGroupOptions
  private(set) var grouping: OpinionGrouping

  init(_ answers: OpinionAnswers, _ options: OpinionGroupOptions) {
    var options = options
    options.minimumSize = max(options.minimumSize, options.minimumCount, 1)
    self.options = options
    grouping = OpinionGrouping(.tooFew, recordCount: answers.recordCount)
    let members = answers.items.isEmpty ? [] : answers.records(mostMissing: options.mostMissing)
    grouping.memberCount = members.count
    grouping.leftOutCount = answers.weights.count { $0 > 0 } - members.count
    let everybody = answers.selecting(records: members)
    let allScales = ItemScale.scales(of: everybody)
    grouping.items = allScales.indices.filter { allScales[$0].deviation > 0 }
    guard grouping.items.count > 1, members.count >= max(2 * options.minimumSize, 20) else { return }
    let used = everybody.selecting(items: grouping.items)
    let scales = grouping.items.map { allScales[$0] }
    let matrix = OpinionMatrix(used, scales: scales)
    let covariances = matrix.covariances
    grouping.components = PrincipalComponents(covariances: covariances, size: scales.count)
    grouping.repeatedItems = repeated(covariances)
    if let centres = search(used, matrix, scales, covariances) { assign(matrix, centres, members: members) }
    drawMap(matrix, members: members)
  }

  /// Places everybody on the plane of the first two components.
  private mutating func drawMap(_ matrix: OpinionMatrix, members: [Int]) {
    guard let components = grouping.components, components.variances.count > 1, components.variances[1] > 1e-9 else {
      return
    }
    let coordinates = (0..<2).map { component in
      let unit = 1 / components.variances[component].squareRoot()
      return matrix.projected(on: components.loadings[component].map { $0 * unit })
    }
    grouping.map = OpinionMap(
      x: coordinates[0], y: coordinates[1], weights: matrix.weights, labels: members.map { grouping.assignments[$0] },
      groupCount: grouping.groupCount, minimumCount: options.minimumCount)
  }

  /// Items whose correlation is 1 or −1.
  private func repeated(_ covariances: [Double]) -> [[Int]] {
    let size = grouping.items.count
    return (0..<size).flatMap { item in
      (0..<item).compactMap { other in
        let scale = (covariances[item * size + item] * covariances[other * size + other]).squareRoot()
        return scale > 0 && abs(covariances[item * size + other]) > 0.999 * scale
          ? [grouping.items[other], grouping.items[item]] : nil
      }
    }
  }

  /// The centres of the groups of the sample; nil when there are none.
  private mutating func search(
    _ answers: OpinionAnswers, _ matrix: OpinionMatrix, _ scales: [ItemScale], _ covariances: [Double]
  ) -> [SIMD4<Double>]? {
    var random = stream(.sample)
    let sample =
      matrix.count <= options.sampleSize
      ? Array(0..<matrix.count)
      : Array((0..<matrix.count).shuffled(using: &random).prefix(max(20, options.sampleSize)).sorted())
    let people = matrix.selecting(sample)
    let sampled = answers.selecting(records: sample)
    let share = max(options.minimumShare, Double(options.minimumSize) / Double(matrix.count))
    var drawing = stream(.partitions)
    let partitions = Self.partitions(people, options, share: share, starts: 5, random: &drawing)
    let distances = people.distances
    grouping.candidates = partitions.map {
      OpinionGrouping.Candidate(
        groupCount: $0.groupCount,
        silhouette: Silhouette.exact(
          distances, labels: $0.fit.labels, weights: people.weights, clusterCount: $0.groupCount),
        isLargeEnough: $0.isLargeEnough)
    }
    guard let observed = Self.clearest(partitions) else {
      grouping.verdict = .tooSmall
      return nil
    }
    let population = SinglePopulation(like: sampled, scales: scales, covariances: covariances)
    let pValue = nullShare(population, observed: observed, share: share)
    grouping.pValue = pValue
    guard pValue <= options.significance else {
      grouping.verdict = .notDistinct
      return nil
    }
    var dithering = stream(.dither)
    let dithered = OpinionMatrix(dithering: sampled, scales: scales, random: &dithering)
    let order = partitions.indices.filter { partitions[$0].isLargeEnough }.sorted {
      grouping.candidates[$0].silhouette > grouping.candidates[$1].silhouette
    }
    for index in order {
      var halving = stream(.separation, partitions[index].groupCount)
      let separation = Separation.pValue(
        people, dithered: dithered, clusterCount: partitions[index].groupCount, random: &halving)
      grouping.separationPValue = min(grouping.separationPValue ?? 1, separation)
      guard separation <= 0.05 else { continue }
      grouping.groupCount = partitions[index].groupCount
      return isStable(people, partitions[index].fit) ? partitions[index].fit.centres : nil
    }
    grouping.verdict = .notSeparated
    return nil
  }

  /// Whether resamples find every group again.
  private mutating func isStable(_ people: OpinionMatrix, _ fit: KMeansFit) -> Bool {
    let means = KMeans(people, clusterCount: grouping.groupCount)
    var rand = 0.0
    var jaccard = [Double](repeating: 0, count: grouping.groupCount)
    for number in 0..<options.resamples {
      var random = stream(.resamples, number)
      let rows = (0..<people.count).map { _ in Int.random(in: 0..<people.count, using: &random) }
      let other = KMeans(people.selecting(rows), clusterCount: grouping.groupCount).fit(starts: 2, random: &random)
      let labels = means.assigned(to: other.centres).labels
      rand += PartitionAgreement.adjustedRand(fit.labels, labels)
      let found = PartitionAgreement.jaccard(fit.labels, labels, groupCount: grouping.groupCount)
      for group in jaccard.indices { jaccard[group] += found[group] }
    }
    let count = Double(max(1, options.resamples))
    jaccard = jaccard.map { $0 / count }
    grouping.stability = rand / count
    grouping.groupStability = jaccard
    if jaccard.allSatisfy({ $0 >= 0.6 }) { return true }
    grouping.verdict = .notStable
    grouping.groupCount = 1
    grouping.groupStability = []
    return false
  }

  /// Puts everybody into groups, the heaviest first.
  private mutating func assign(_ matrix: OpinionMatrix, _ centres: [SIMD4<Double>], members: [Int]) {
    let fit = KMeans(matrix, clusterCount: grouping.groupCount).improve(centres)
    let counts = fit.counts(grouping.groupCount)
    guard counts.allSatisfy({ $0 >= options.minimumSize }) else {
      grouping.verdict = .tooSmall
      grouping.groupCount = 1
      grouping.groupStability = []
      return
    }
    var totals = [Double](repeating: 0, count: grouping.groupCount)
    for row in fit.labels.indices { totals[Int(fit.labels[row])] += matrix.weights[row] }
    let order = totals.indices.sorted { (totals[$0], $1) > (totals[$1], $0) }
    var number = [UInt8](repeating: 0, count: order.count)
    for (place, group) in order.enumerated() { number[group] = UInt8(place + 1) }
    for (row, member) in members.enumerated() { grouping.assignments[member] = number[Int(fit.labels[row])] }
    grouping.groupStability = order.map { grouping.groupStability[$0] }
    grouping.verdict = .distinct
  }

  private struct Partition {
    var groupCount: Int
    var fit: KMeansFit
    var silhouette: Double
    var isLargeEnough: Bool
  }

  /// One partition per number of groups.
  private static func partitions(
    _ people: OpinionMatrix, _ options: OpinionGroupOptions, share: Double, starts: Int, random: inout SplitMix
  ) -> [Partition] {
    (2...max(2, min(options.mostGroups, 20, people.count / 2))).map { groupCount in
      let fit = KMeans(people, clusterCount: groupCount).fit(starts: starts, random: &random)
      let least = fit.counts(groupCount).min() ?? 0
      return Partition(
        groupCount: groupCount, fit: fit,
        silhouette: Silhouette.simplified(fit, people, clusterCount: groupCount),
        isLargeEnough: Double(least) >= share * Double(people.count))
    }
  }

  /// The largest silhouette of partitions whose groups are large enough; nil without one.
  private static func clearest(_ partitions: [Partition]) -> Double? {
    partitions.filter(\.isLargeEnough).map(\.silhouette).max()
  }

  /// The share of populations without groups, the data counted as one, whose silhouette is as large as the data's.
  private func nullShare(_ population: SinglePopulation, observed: Double, share: Double) -> Double {
    let exceeding = Mutex(0)
    let options = options
    DispatchQueue.concurrentPerform(iterations: options.nullDraws) { number in
      var random = SplitMix(seed: options.seed, stratum: Purpose.null.rawValue, replicate: number)
      let drawn = population.draw(&random)
      let people = OpinionMatrix(drawn, scales: ItemScale.scales(of: drawn))
      let partitions = Self.partitions(people, options, share: share, starts: 2, random: &random)
      if let silhouette = Self.clearest(partitions), silhouette >= observed { exceeding.withLock { $0 += 1 } }
    }
    return Double(exceeding.withLock { $0 } + 1) / Double(options.nullDraws + 1)
  }

  private func stream(_ purpose: Purpose, _ number: Int = 0) -> SplitMix {
    SplitMix(seed: options.seed, stratum: purpose.rawValue, replicate: number)
  }
}
