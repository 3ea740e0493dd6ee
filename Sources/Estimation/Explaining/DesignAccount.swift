import Diagnostics
import Tabulation

/// The design as an explanation tells it.
struct DesignAccount {
  let prepared: PreparedEstimation
  let design: SurveyDesign
  let minimumCount: Int
  /// The names of the strata in the order of the design.
  let strataNames: [String]
  /// The records of each stratum.
  let recordCounts: [Int]

  init(prepared: PreparedEstimation, design: SurveyDesign) {
    self.prepared = prepared
    self.design = design
    minimumCount = max(1, prepared.plan.disclosure.minimumCount)
    var names = [String](repeating: "", count: design.strata.count)
    var counts = [Int](repeating: 0, count: design.strata.count)
    for (unit, stratum) in design.stratumOfUnit.enumerated() {
      counts[stratum] += design.units[unit].weights.count
      let level = design.units[unit].stratum
      let known = prepared.table.strataNames
      names[stratum] = known.indices.contains(level - 1) ? known[level - 1] : ""
    }
    strataNames = names
    recordCounts = counts
  }

  var section: Explanation.Section {
    let plan = prepared.plan
    var section = Explanation.Section("design", BilingualText(vi: "Thiết kế mẫu", en: "Design"))
    section.add("sample", BilingualText(vi: "loại mẫu", en: "sample"), .word(plan.sample.rawValue))
    section.add(
      "weights", BilingualText(vi: "cột trọng số", en: "weights column"), .word(plan.weights ?? "1"))
    if let strata = plan.strata { section.add("strata", BilingualText(vi: "tầng", en: "strata"), .word(strata)) }
    let ownPSUs = BilingualText(vi: "mỗi phiếu là một PSU", en: "each record is its own PSU")
    section.add(
      "clusters", BilingualText(vi: "cụm", en: "clusters"),
      plan.clusters.isEmpty ? .text(ownPSUs) : .word(plan.clusters.joined(separator: ", ")))
    if !plan.populationSizes.isEmpty {
      section.add(
        "fpc", BilingualText(vi: "cỡ tổng thể (fpc)", en: "population sizes (fpc)"),
        .word(plan.populationSizes.joined(separator: ", ")))
    }
    section.add("single_psu", BilingualText(vi: "tầng có một PSU", en: "single PSU"), .word(plan.singlePSU.rawValue))
    section.add("records", BilingualText(vi: "số phiếu", en: "records"), shown(recordCounts.reduce(0, +)))
    section.add(
      "psu_count", BilingualText(vi: "số PSU", en: "PSUs"),
      design.primaryOfUnit.isEmpty ? shown(primaryCount) : .count(primaryCount))
    section.add("strata_count", BilingualText(vi: "số tầng", en: "number of strata"), .count(design.strata.count))
    section.tables = [strataTable]
    section.notes = [
      BilingualText(
        vi: "Bậc tự do của mỗi ước lượng: số PSU trừ số tầng của những người trong nhóm.",
        en: "Degrees of freedom of an estimate: PSUs less strata among the respondents of its domain.")
    ]
    if plan.sample == .optIn {
      section.notes.append(
        BilingualText(
          vi: "Mẫu tự nguyện: sai số chuẩn chỉ đúng nếu trọng số làm người trả lời đại diện cho tổng thể.",
          en: "Opt-in sample: standard errors hold only if the weights make respondents representative."))
    }
    return section
  }

  private var primaryCount: Int { design.strata.reduce(0) { $0 + $1.primaryCount } }

  private func shown(_ count: Int) -> Explanation.Value? { count >= minimumCount ? .count(count) : nil }

  private var strataTable: Explanation.Table {
    var table = Explanation.Table(
      key: "strata_sizes",
      title: BilingualText(
        vi: "Tầng: PSU trong mẫu n_h, cỡ tổng thể N_h, tỷ lệ lấy mẫu f_h",
        en: "Strata: PSUs n_h, population N_h, fraction f_h"),
      columns: [
        .init("stratum", vi: "tầng", en: "stratum"), .init("n_h", "n_h"), .init("N_h", "N_h"), .init("f_h", "f_h"),
      ])
    if recordCounts.contains(where: { $0 > 0 && $0 < minimumCount }) {
      table.title = BilingualText(
        vi: table.title.vietnamese + " (tầng có ít phiếu không in số)",
        en: table.title.english + " (strata of few records without figures)")
    }
    for (stratum, description) in design.strata.enumerated() {
      let isShown = recordCounts[stratum] >= minimumCount
      let unit = design.stratumOfUnit.firstIndex(of: stratum)
      let size = unit.flatMap { design.units[$0].populationSizes.first ?? nil }
      table.rows.append([
        prepared.plan.strata == nil
          ? .text(BilingualText(vi: "toàn mẫu", en: "whole sample")) : .word(strataNames[stratum]),
        isShown ? .count(description.primaryCount) : nil,
        isShown ? size.flatMap { $0 > 1 ? .finite($0) : .finite(Double(description.primaryCount) / $0) } : nil,
        isShown ? .finite(description.fraction) : nil,
      ])
    }
    return table
  }
}
