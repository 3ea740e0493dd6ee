public import Diagnostics

/// Where a target stands, by the rule in ``TargetAssessment/state``.
public enum TargetState: String, Sendable, Hashable, CaseIterable {
  /// The latest figure meets the goal.
  case reached
  /// The latest figure is above the range that the goal names.
  case exceeded
  /// It was reached after the due date.
  case late
  /// Probably reached in time.
  case onTrack = "on_track"
  /// In doubt.
  case atRisk = "at_risk"
  /// Probably not reached in time.
  case offTrack = "off_track"
  /// The due date is over and the goal was not met.
  case missed
  /// Too few figures to tell.
  case unknown
  /// There are figures, of areas that do not make up the target's.
  case notComparable = "not_comparable"
  /// Figures below the minimum count.
  case suppressed

  /// The words for a report.
  public var wording: BilingualText {
    switch self {
    case .reached: BilingualText(vi: "đã đạt", en: "reached")
    case .exceeded: BilingualText(vi: "vượt", en: "exceeded")
    case .late: BilingualText(vi: "đạt muộn", en: "reached late")
    case .onTrack: BilingualText(vi: "đúng tiến độ", en: "on track")
    case .atRisk: BilingualText(vi: "có nguy cơ chậm", en: "at risk")
    case .offTrack: BilingualText(vi: "chậm tiến độ", en: "off track")
    case .missed: BilingualText(vi: "không đạt", en: "missed")
    case .unknown: BilingualText(vi: "chưa đủ số liệu", en: "not enough figures")
    case .notComparable: BilingualText(vi: "không so sánh được", en: "not comparable")
    case .suppressed: BilingualText(vi: "không nêu để bảo mật", en: "suppressed")
    }
  }
}
