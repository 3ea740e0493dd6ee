import Diagnostics

/// The sums of an estimate as an explanation tells them, with what would identify few people left out.
struct SumsAccount {
  let row: EstimateRow
  let working: Working?
  /// The same sums in all levels of the domain: what one level shows can be subtracted from another.
  let levels: [Working]
  let isOfDomain: Bool
  let design: DesignAccount
  let slotNames: [String]
  let isPairRatio: Bool

  var section: Explanation.Section {
    var section = Explanation.Section("sums", BilingualText(vi: "Các tổng trung gian", en: "Intermediate sums"))
    guard let working else {
      section.notes = [
        BilingualText(
          vi: "Thống kê này được tính từ từng mẫu câu trả lời; không có tổng gọn để in.",
          en: "This statistic is computed from whole patterns of answers; there are no short sums to print.")
      ]
      return section
    }
    let total = working.groups.reduce(0) { $0 + $1.total }
    section.add("total_weight", BilingualText(vi: "W = Σw", en: "W = Σw"), total)
    addGroups(working, &section)
    if working.replicates == nil, working.variance != nil { addStrata(working, &section) }
    if let replicates = working.replicates { add(replicates, &section) }
    if !working.coefficients.isEmpty, working.replicates == nil { addCoefficients(working, &section) }
    return section
  }

  // MARK: Answers

  private func addGroups(_ working: Working, _ section: inout Explanation.Section) {
    if working.groups.contains(where: { !$0.products.isEmpty }) { return addNumbers(working, &section) }
    let named = working.groups.indices.map {
      (name: slotNames.indices.contains($0) ? slotNames[$0] : "\($0 + 1)", group: working.groups[$0])
    }
    let shown = areShown(working.groups) ? named : merged(working.groups)
    guard !shown.isEmpty else {
      section.notes.append(
        BilingualText(
          vi: "Tổng theo câu trả lời không in: có câu trả lời quá ít người chọn.",
          en: "The sums by answer are not printed: some answers were given by too few people."))
      return
    }
    let total = working.groups.reduce(0) { $0 + $1.total }
    let hasScores = working.groups.contains { $0.score != nil }
    var table = Explanation.Table(
      key: "answers", title: BilingualText(vi: "Theo câu trả lời", en: "By answer"),
      columns: [
        .init("answer", vi: "câu trả lời", en: "answer"), .init("n", "n"), .init("weight", "Σw"),
        .init("squares", "Σw²"), .init("share", vi: "tỷ lệ Σw/W", en: "share Σw/W"), .init("value", "v"),
        .init("score", "u"), .init("z", "Σz"), .init("z_squares", "Σz²"),
      ])
    for (name, group) in shown {
      table.rows.append([
        .word(name), .count(group.count), .finite(group.total), .finite(group.squares),
        .finite(total > 0 ? group.total / total : nil), .finite(group.value), .finite(group.score),
        .finite(group.scoreSum), .finite(group.scoreSquares),
      ])
    }
    if !hasScores { table.dropEmptyColumns() }
    section.tables.append(table)
  }

  private func addNumbers(_ working: Working, _ section: inout Explanation.Section) {
    guard let group = working.groups.first else { return }
    section.add("n", "n", .count(group.count))
    section.add("sum_of_squares", "Σw²", .finite(group.squares))
    section.add(isPairRatio ? "sum_wx" : "sum_wy", isPairRatio ? "Σ w x" : "Σ w y", .finite(group.products.first))
    if group.products.count > 1 { section.add("sum_wy", "Σ w y", .finite(group.products[1])) }
    guard let score = group.score, let slope = group.slopes.first else { return }
    let names = isPairRatio ? ["x", "y"] : ["y"]
    let terms = zip(group.slopes, names).map { "\(SignificantDigits.text($0)) \($1)" }
    let text = (score == 0 ? [] : [SignificantDigits.text(score)]) + terms
    section.add(
      "score", BilingualText(vi: "điểm u của mỗi người", en: "score u of a record"),
      .word("u = " + text.joined(separator: " + ")))
    section.add("score_intercept", BilingualText(vi: "hằng số của u", en: "intercept of u"), score)
    section.add("score_slope", BilingualText(vi: "hệ số của u", en: "slope of u"), slope)
  }

  /// Whether no answer's count, nor that of all others, is small.
  private func areShown(_ groups: [Working.Group]) -> Bool {
    let all = groups.reduce(0) { $0 + $1.count }
    return groups.allSatisfy { group in
      group.count == 0 || group.count == all || min(group.count, all - group.count) >= minimumCell
    }
  }

  private var minimumCell: Int {
    let rules = design.prepared.plan.disclosure
    return rules.minimumCell ?? min(3, max(1, rules.minimumCount))
  }

  /// Answers with one score and value together, where that hides the small ones; empty where it does not.
  private func merged(_ groups: [Working.Group]) -> [(name: String, group: Working.Group)] {
    var places: [[Double?]: Int] = [:]
    var result: [(name: String, group: Working.Group)] = []
    for group in groups where group.count > 0 {
      let key = [group.score, group.value]
      if let place = places[key] {
        result[place].group.count += group.count
        result[place].group.total += group.total
        result[place].group.squares += group.squares
        result[place].group.scoreSum = result[place].group.scoreSum.flatMap { sum in group.scoreSum.map { sum + $0 } }
        result[place].group.scoreSquares = result[place].group.scoreSquares.flatMap { sum in
          group.scoreSquares.map { sum + $0 }
        }
      } else {
        places[key] = result.count
        result.append((group.value.map { "v = \(SignificantDigits.text($0))" } ?? "", group))
      }
    }
    if result.contains(where: { $0.name.isEmpty }) || !areShown(result.map(\.group)) { return [] }
    return result.sorted { ($0.group.value ?? 0) < ($1.group.value ?? 0) }
  }

  // MARK: Strata

  /// Whether the figures of a stratum may be told: in every level of the domain nobody or enough people.
  private func isShown(_ stratum: Int) -> Bool {
    let least = design.minimumCount
    let counts = levels.map { $0.strata.indices.contains(stratum) ? $0.strata[stratum].respondents : 0 }
    return design.recordCounts[stratum] >= least && counts.allSatisfy { $0 == 0 || $0 >= least }
  }

  private func name(ofStratum stratum: Int) -> Explanation.Value {
    design.prepared.plan.strata == nil
      ? .text(BilingualText(vi: "toàn mẫu", en: "whole sample")) : .word(design.strataNames[stratum])
  }

  private func addStrata(_ working: Working, _ section: inout Explanation.Section) {
    var hidden = Set(working.strata.indices.filter { !isShown($0) })
    let order = working.strata.indices.filter { !hidden.contains($0) }
      .sorted { (working.strata[$0].respondents, $0) < (working.strata[$1].respondents, $1) }
    // One hidden stratum is the whole less the others.
    if hidden.count == 1, let smallest = order.first { hidden.insert(smallest) }
    var table = Explanation.Table(
      key: "strata",
      title: BilingualText(
        vi: "Theo tầng: Σz, S = Σ(z - z̄)² và đóng góp vào V", en: "By stratum: Σz, S = Σ(z - z̄)², part of V"),
      columns: [
        .init("stratum", vi: "tầng", en: "stratum"), .init("respondents", "n"), .init("n_h", "n_h"),
        .init("f_h", "f_h"), .init("z", "Σz"), .init("squares", "S"), .init("part", vi: "phần của V", en: "part of V"),
      ])
    var rest = 0.0
    for (index, stratum) in working.strata.enumerated() {
      if hidden.contains(index) {
        rest += stratum.contribution
        continue
      }
      table.rows.append([
        name(ofStratum: index), .count(stratum.respondents), .count(stratum.primaryCount),
        .finite(stratum.fraction), .finite(stratum.sum), .finite(stratum.squares), .finite(stratum.contribution),
      ])
    }
    if !hidden.isEmpty {
      table.rows.append([
        .text(BilingualText(vi: "các tầng khác (ít người)", en: "other strata (few people)")), nil, nil, nil, nil, nil,
        .finite(rest),
      ])
    }
    section.tables.append(table)
    if !working.coefficients.isEmpty {
      section.notes.append(
        BilingualText(
          vi: "Phiếu ngoài nhóm hoặc không trả lời có u = 0 và z = -w x'B; chúng cũng nằm trong S.",
          en: "Records outside the domain or without an answer have u = 0 and z = -w x'B; they are in S too."))
    }
    addStrataByAnswer(working, hidden, &section)
    if working.secondStage != 0 {
      section.add(
        "second_stage", BilingualText(vi: "phần của giai đoạn hai", en: "part of the second stage"),
        working.secondStage)
    }
    if working.averaging != 1 {
      section.add(
        "averaging", BilingualText(vi: "hệ số tầng có một PSU", en: "factor for strata of one PSU"),
        working.averaging)
    }
    section.add("variance", "V", .finite(working.variance))
    section.add(
      "root", BilingualText(vi: "√V = sai số chuẩn", en: "√V = standard error"), working.variance?.squareRoot())
  }

  /// n, Σw and Σw² by stratum and answer: Σz = Σ u Σw, Σz² = Σ u² Σw².
  private func addStrataByAnswer(_ working: Working, _ hidden: Set<Int>, _ section: inout Explanation.Section) {
    guard hidden.isEmpty, working.strata.count > 1, slotNames.count == working.groups.count else { return }
    for level in levels {
      for stratum in level.strata where stratum.groups.isEmpty || !areShown(stratum.groups) { return }
    }
    var table = Explanation.Table(
      key: "strata_by_answer",
      title: BilingualText(
        vi: "Theo tầng và câu trả lời: Σz = Σ u Σw, S = Σ u² Σw² - (Σz)²/n_h",
        en: "By stratum and answer: Σz = Σ u Σw, S = Σ u² Σw² - (Σz)²/n_h"),
      columns: [
        .init("stratum", vi: "tầng", en: "stratum"), .init("answer", vi: "câu trả lời", en: "answer"),
        .init("n", "n"), .init("weight", "Σw"), .init("squares", "Σw²"),
      ])
    for (index, stratum) in working.strata.enumerated() {
      for (name, group) in zip(slotNames, stratum.groups) where group.count > 0 {
        table.rows.append([
          .word(design.strataNames[index]), .word(name), .count(group.count), .finite(group.total),
          .finite(group.squares),
        ])
      }
    }
    section.tables.append(table)
  }

  // MARK: Replicates and calibration

  private func add(_ sums: ReplicateSums, _ section: inout Explanation.Section) {
    section.add("replicates", BilingualText(vi: "số bản lặp", en: "replicates"), .count(sums.count))
    section.add("replicates_kept", BilingualText(vi: "bản lặp dùng được", en: "replicates used"), .count(sums.kept))
    section.add("centre", BilingualText(vi: "tâm", en: "centre"), sums.centre)
    section.add("squares", "Σ_r c_r (estimate_r - centre)²", .finite(sums.squares))
    section.add("scale", "c", .finite(sums.scale))
    section.add("variance", "V", .finite(sums.variance))
    section.add("root", BilingualText(vi: "√V = sai số chuẩn", en: "√V = standard error"), sums.variance.squareRoot())
  }

  private func addCoefficients(_ working: Working, _ section: inout Explanation.Section) {
    guard let summary = design.prepared.weighting.summary(minimumCount: design.minimumCount) else { return }
    var table = Explanation.Table(
      key: "coefficients",
      title: BilingualText(
        vi: "Hệ số B của hồi quy u theo các biên (z = w (u - x'B))",
        en: "Coefficients B of u on the margins (z = w (u - x'B))"),
      columns: [.init("by", vi: "biến", en: "by"), .init("level", vi: "mức", en: "level"), .init("B", "B")])
    var place = design.prepared.plan.calibrate?.size == nil ? 0 : 1
    if place == 1 { table.rows.append([.word("1"), nil, .finite(working.coefficients[0])]) }
    for margin in summary.margins {
      for level in margin.levels {
        guard working.coefficients.indices.contains(place) else { return }
        table.rows.append([
          .word(margin.variables.joined(separator: "*")), .word(level.name),
          level.respondents == nil ? nil : .finite(working.coefficients[place]),
        ])
        place += 1
      }
    }
    for total in summary.totals where working.coefficients.indices.contains(place) {
      table.rows.append([.word(total.question), nil, .finite(working.coefficients[place])])
      place += 1
    }
    section.tables.append(table)
  }
}

extension Explanation.Section {
  /// A figure whose name is a symbol.
  fileprivate mutating func add(_ key: String, _ symbol: String, _ value: Explanation.Value?) {
    add(key, BilingualText(vi: symbol, en: symbol), value)
  }
}

extension Explanation.Table {
  /// Leaves out columns without a value.
  fileprivate mutating func dropEmptyColumns() {
    let kept = columns.indices.filter { column in rows.contains { $0[column] != nil } }
    columns = kept.map { columns[$0] }
    rows = rows.map { row in kept.map { row[$0] } }
  }
}
