import Diagnostics
public import Estimation

/// What people write of their own accord beside how important and how far met they rate the same need.
public enum WordsAndRatings {
  /// One row per theme: the share that mentions it, and its need's importance, provision and gap.
  ///
  /// Shares are those of all open questions together, people who wrote something being the base. Figures that are
  /// suppressed, or that the form does not ask for, are missing.
  /// - Parameter rows: the estimates, theme rows named by ``ThemeRows/named(_:)``.
  public static func table(_ rows: [EstimateRow], dictionary: ThemeDictionary, questionCount: Int) -> SideTable {
    var table = SideTable(
      name: "themes-and-needs",
      title: BilingualText(
        vi: "Chủ đề trong ý kiến mở và mức đánh giá nhu cầu (từ điển \(dictionary.version))",
        en: "Themes of open answers beside rated needs (dictionary \(dictionary.version))"),
      columns: ["theme", "label_vi", "label_en", "share", "base", "need", "importance", "provision", "gap"])
    let whole = rows.filter { $0.domain.isEmpty }
    // With one open question its rows stand for all.
    let shares = whole.filter { row in
      row.statistic == .proportion && (questionCount > 1 ? row.indicator == ThemeFields.together : true)
    }
    let remainder = [
      Theme(name: ThemeNames.uncoded, label: BilingualText(vi: "Chưa phân loại", en: "Not coded")),
      Theme(
        name: ThemeNames.nothing, label: BilingualText(vi: "Nói không có ý kiến", en: "Says there is nothing to say")),
    ]
    for theme in dictionary.themes + remainder {
      let share = shares.first { $0.level == theme.name }
      let item = "\(theme.need)_imp|\(theme.need)_prov"
      func figure(_ statistic: Statistic) -> Double? {
        theme.need.isEmpty ? nil : whole.first { $0.item == item && $0.statistic == statistic }?.estimate
      }
      table.add([
        .text(theme.name), .text(theme.label.vietnamese), .text(theme.label.english), .number(share?.estimate),
        .count(share?.baseCount), .text(theme.need), .number(figure(.importance)), .number(figure(.provision)),
        .number(figure(.gap)),
      ])
    }
    return table
  }
}
