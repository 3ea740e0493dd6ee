import Diagnostics
import Estimation

/// Tables beside the estimates as other analyses make them.
enum SideFixtures {
  static var tables: [SideTable] { [response, headcount, years, targets] }

  private static var response: SideTable {
    var table = SideTable(
      name: "response", title: BilingualText(vi: "Tỷ lệ trả lời", en: "Response"),
      columns: ["domain", "level", "label", "rr2", "invited", "received", "flag"])
    table.add([.text(""), .text(""), .text("Chung"), .number(0.61), .count(400), .count(244), .text("")])
    for (place, share) in [1.0, 0.452, 0.3, 0].enumerated() {
      table.add([
        .text("unit"), .text("u\(place)"), .text("Đơn vị mẫu có tên dài để xuống dòng số \(place + 1)"), .number(share),
        .count(25_000), .count(Int(25_000 * share)), .text(""),
      ])
    }
    table.add([
      .text("unit"), .text("u9"), .text("Đơn vị ít người"), .number(nil), .count(nil), .count(nil), .text("suppressed"),
    ])
    return table
  }

  private static var headcount: SideTable {
    var table = SideTable(
      name: "headcount", title: BilingualText(vi: "Đội ngũ trí thức theo trình độ", en: "Headcount"),
      columns: ["Lĩnh vực", "Cao đẳng", "Đại học", "Thạc sĩ", "Tiến sĩ"])
    table.add([.text("Giáo dục"), .count(2100), .count(14000), .count(900), .count(30)])
    table.add([.text("Y tế"), .count(900), .count(3000), .count(210), .count(nil)])
    table.add([.text("Khác"), .count(0), .count(0), .count(0), .count(0)])
    return table
  }

  private static var years: SideTable {
    var table = SideTable(
      name: "years", title: BilingualText(vi: "Thay đổi qua các năm", en: "Changes"),
      columns: ["item", "w2024", "w2025", "w2026"])
    for place in 0..<9 {
      let start = 0.4 + 0.02 * Double(place)
      table.add([
        .text(place == 0 ? "a6_listened" : "Nội dung \(place)"), .number(place == 3 ? nil : start),
        .number(place == 4 ? nil : start + 0.05), .number(place % 2 == 0 ? start + 0.1 : start - 0.1),
      ])
    }
    return table
  }

  private static var targets: SideTable {
    var table = SideTable(
      name: "targets", title: BilingualText(vi: "Tiến độ thực hiện chỉ tiêu", en: "Targets"),
      columns: [
        "target", "label_vi", "label_en", "value", "due", "baseline", "baseline_date", "latest", "latest_date",
        "projection", "projection_low", "projection_high", "state_vi", "state_en",
      ])
    table.add([
      .text("t1"), .text("Đội ngũ trí thức trên 50.000 người"), .text("More than 50,000 intellectuals"),
      .number(50_000),
      .text("2030-12-31"), .number(40_924), .text("2022-08-31"), .number(43_100), .text("2026-11-15"), .number(45_300),
      .number(44_000), .number(46_900), .text("Có khả năng không đạt"), .text("Likely missed"),
    ])
    table.add([
      .text("t2"), .text("120 tiến sĩ"), .text("120 doctors"), .number(120), .text("2030-12-31"), .number(90),
      .text("2022-08-31"), .number(nil), .text(""), .number(nil), .number(nil), .number(nil), .text("Chưa có số liệu"),
      .text("No data"),
    ])
    table.add([
      .text("t3"), .text("Không có số liệu gốc"), .text("No baseline"), .number(1), .text("2030-12-31"), .number(nil),
      .text(""), .number(nil), .text(""), .number(nil), .number(nil), .number(nil), .text(""), .text(""),
    ])
    return table
  }
}
