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
