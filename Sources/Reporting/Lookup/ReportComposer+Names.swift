import Estimation

extension ReportComposer {
  /// What a reader calls a statistic.
  func statisticLabel(_ statistic: Statistic) -> String {
    switch statistic {
    case .agree: say("Tỷ lệ đồng thuận", "Share that agrees")
    case .disagree: say("Tỷ lệ không đồng ý", "Share that disagrees")
    case .netAgree: say("Đồng thuận ròng", "Net agreement")
    case .mean: say("Điểm trung bình", "Mean score")
    case .consensus: say("Chỉ số đồng thuận Cns", "Consensus Cns")
    case .agreement: say("Chỉ số nhất trí A", "Agreement A")
    case .importance: say("Mức quan trọng", "Importance")
    case .provision: say("Mức đáp ứng", "Provision")
    case .gap: say("Khoảng cách quan trọng – đáp ứng", "Gap between importance and provision")
    case .pni: say("Chỉ số ưu tiên PNI", "Priority index PNI")
    case .pniModified: say("Chỉ số ưu tiên PNI điều chỉnh", "Modified priority index PNI")
    case .proportion: say("Tỷ lệ", "Share")
    case .total: say("Tổng số", "Total")
    case .topShare: say("Tỷ lệ chọn vào nhóm ưu tiên đầu", "Share among the first choices")
    case .borda: say("Điểm Borda", "Borda score")
    case .rank: say("Thứ hạng", "Rank")
    case .median: say("Trung vị", "Median")
    case .quantile: say("Phân vị", "Quantile")
    case .interquartileRange: say("Khoảng tứ phân vị", "Interquartile range")
    case .ratio: say("Tỷ số", "Ratio")
    case .difference: say("Chênh lệch giữa các nhóm", "Difference between groups")
    case .test: say("Kiểm định", "Test")
    default: indicatorStatisticLabel(statistic)
    }
  }

  /// What a reader calls a statistic that few indicators ask for.
  private func indicatorStatisticLabel(_ statistic: Statistic) -> String {
    switch statistic {
    case .leik: say("Độ phân tán Leik D", "Leik's dispersion D")
    case .blairLacy: say("Độ tập trung Blair–Lacy l", "Blair–Lacy concentration l")
    case .blairLacySquared: say("Độ tập trung Blair–Lacy l²", "Blair–Lacy concentration l²")
    case .rWG: say("Độ nhất trí trong nhóm r_WG", "Within-group agreement r_WG")
    case .delphi: say("Đạt tiêu chí Delphi", "Delphi criterion met")
    case .delphiProbability: say("Xác suất đạt tiêu chí Delphi", "Probability that the Delphi criterion is met")
    case .ipr: say("Khoảng phân vị 30–70 (IPR)", "Interpercentile range 30–70 (IPR)")
    case .ipras: say("Khoảng phân vị hiệu chỉnh đối xứng IPRAS", "Range adjusted for symmetry IPRAS")
    case .disagreementIndex: say("Chỉ số bất đồng", "Disagreement index")
    case .disagreement: say("Có bất đồng (IPR > IPRAS)", "Disagreement (IPR > IPRAS)")
    case .disagreementProbability: say("Xác suất có bất đồng", "Probability of disagreement")
    case .randDisagreement: say("Bất đồng theo cách đếm RAND/UCLA", "RAND/UCLA disagreement by counts")
    case .randAgreement: say("Nhất trí theo cách đếm RAND/UCLA", "RAND/UCLA agreement by counts")
    case .weightedGap: say("Khoảng cách có trọng số", "Weighted gap")
    case .rds: say("Điểm chênh lệch theo hạng RDS", "Ranked discrepancy score RDS")
    case .borich: say("Điểm chênh lệch Borich", "Borich's mean weighted discrepancy")
    case .kendallW: say("Hệ số hòa hợp Kendall W", "Kendall's W")
    case .krippendorffAlpha: say("Hệ số alpha Krippendorff", "Krippendorff's alpha")
    case .cronbachAlpha: say("Hệ số alpha Cronbach", "Cronbach's alpha")
    case .plackettLuce: say("Mức ưa chuộng Plackett–Luce", "Plackett–Luce worth")
    case .maxDiff: say("Điểm tốt nhất – kém nhất", "Best–worst score")
    case .probabilityAbove: say("Xác suất xếp trên", "Probability of ranking above")
    default: groupStatisticLabel(statistic)
    }
  }

  /// What a reader calls a statistic of opinion groups.
  private func groupStatisticLabel(_ statistic: Statistic) -> String {
    switch statistic {
    case .silhouette: say("Độ tách biệt của các nhóm (silhouette)", "Silhouette of the groups")
    case .stability: say("Độ ổn định của các nhóm", "Stability of the groups")
    case .explainedVariance: say("Phần khác biệt được giải thích", "Share of differences explained")
    case .groupConsensus: say("Đồng thuận qua các nhóm", "Consensus across groups")
    case .representativeness: say("Mức đặc trưng cho nhóm", "Representativeness of a group")
    case .change: say("Thay đổi so với kỳ trước", "Change since a former wave")
    case .groupDivide: say("Chênh lệch lớn nhất giữa các nhóm", "Largest difference between groups")
    default: rateLabel(statistic)
    }
  }

  /// What a reader calls a rate of response or a figure of a target.
  private func rateLabel(_ statistic: Statistic) -> String {
    let name = statistic.rawValue
    let code = name.uppercased()
    if name.hasPrefix("rr") { return say("Tỷ lệ trả lời AAPOR \(code)", "AAPOR response rate \(code)") }
    if name.hasPrefix("coop") { return say("Tỷ lệ hợp tác AAPOR \(code)", "AAPOR cooperation rate \(code)") }
    if name.hasPrefix("ref") { return say("Tỷ lệ từ chối AAPOR \(code)", "AAPOR refusal rate \(code)") }
    if name.hasPrefix("con") { return say("Tỷ lệ liên hệ được AAPOR \(code)", "AAPOR contact rate \(code)") }
    switch statistic {
    case .targetBaseline: return say("Số liệu gốc của chỉ tiêu", "Baseline of a target")
    case .targetLatest: return say("Số liệu mới nhất của chỉ tiêu", "Latest figure of a target")
    case .targetProgress: return say("Mức đạt của chỉ tiêu", "Progress of a target")
    case .targetPlannedPace: return say("Mức thay đổi mỗi năm theo kế hoạch", "Planned change a year")
    case .targetPlannedGrowth: return say("Tốc độ tăng mỗi năm theo kế hoạch", "Planned growth a year")
    case .targetRequiredPace: return say("Mức thay đổi mỗi năm cần có", "Required change a year")
    case .targetRequiredGrowth: return say("Tốc độ tăng mỗi năm cần có", "Required growth a year")
    case .targetPace: return say("Mức thay đổi mỗi năm đã đạt", "Actual change a year")
    case .targetGrowth: return say("Tốc độ tăng mỗi năm đã đạt", "Actual growth a year")
    case .targetProjection: return say("Dự báo của chỉ tiêu đến thời hạn", "Projection of a target on its due date")
    case .targetProbability: return say("Xác suất đạt chỉ tiêu", "Probability of reaching a target")
    default: return name
    }
  }
}

extension String {
  /// The text with a small first letter, unless its second letter is a capital too.
  var lowercasedFirst: String {
    guard let first, dropFirst().first?.isUppercase != true else { return self }
    return first.lowercased() + dropFirst()
  }
}
