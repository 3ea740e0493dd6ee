import Diagnostics
import Foundation
import Testing

@testable import Reporting

/// Requirements: CH1 every chart has a title, a description and the role of an image; CH2 nothing has a negative size;
/// CH3 every text lies within the view box; CH4 labels are never cut; CH5 charts are well-formed XML.
@Suite struct ChartTests {
  private func charts(suppressed: Bool = false) throws -> [String] {
    var facts = ReportFixtures.facts(
      try ReportFixtures.form("pks-01"), domains: ["prof_gender", "prof_sector"], suppressed: suppressed)
    facts.tables = suppressed ? [] : SideFixtures.tables
    let text =
      "{{ chart heatmap by=prof_sector group=A }}\n\n{{ chart heatmap by=prof_gender statistic=gap }}\n\n{{ chart bars side response only=\"domain=unit\" columns=\"label rr2\" percent=rr2 }}\n\n{{ chart stacked side headcount }}\n\n{{ chart pyramid side headcount }}\n\n{{ chart pyramid age_band by=prof_gender }}\n\n{{ chart coverage side response only=\"domain=unit\" columns=\"label invited received rr2\" percent=rr2 }}\n\n{{ chart slope side years percent=\"w2024 w2025 w2026\" }}\n\n{{ chart trajectory }}\n\n{{ chart likert }}\n\n{{ chart quadrant needs }}\n\n{{ chart needs-ranking }}\n\n{{ chart shares }}\n\n{{ chart ranking statistic=agree }}"
    let html = Report.render(template: ReportFixtures.template(text: text), facts: facts, language: .vietnamese).html
    return html.components(separatedBy: "<svg").dropFirst().map {
      "<svg" + $0[..<($0.range(of: "</svg>")?.upperBound ?? $0.endIndex)]
    }
  }

  @Test("Charts are described images without negative sizes, with every text inside", arguments: [false, true])
  func structure(suppressed: Bool) throws {
    let charts = try charts(suppressed: suppressed)
    #expect(charts.count > 15)
    for chart in charts {
      #expect(chart.contains("role=\"img\""))
      #expect(HTMLProbe.texts(of: "title", in: chart).joined().count > 10)
      #expect(HTMLProbe.texts(of: "desc", in: chart).joined().count > 10)
      let problems = ChartProbe().problems(in: chart)
      #expect(problems == [])
      // Word does not draw fills that are defined elsewhere.
      #expect(!chart.contains("url(") && !chart.contains("<style") && !chart.contains("<use"))
    }
  }

  @Test("Fields of a heat map carry ink that stands out by 4.5:1, and grow darker step by step")
  func heatShades() {
    let steps = Shade.steps.map { (ChartProbe.luminance($0.fill), ChartProbe.luminance($0.ink)) }
    for (fill, ink) in steps { #expect((max(fill, ink) + 0.05) / (min(fill, ink) + 0.05) >= 4.5) }
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.0 > $1.0 + 0.01 })
    #expect(Shade.sequential(0).fill == Shade.steps[0].fill && Shade.sequential(1).fill == Shade.steps[6].fill)
    #expect(Shade.sequential(-.infinity).fill == Shade.steps[0].fill)
  }

  @Test("The words of wrapped labels are all there, in lines within the width")
  func wrapping() {
    let label = "Tham vấn, đối thoại với trí thức được tổ chức thường xuyên, khách quan, dân chủ"
    let lines = TextMetrics.wrap(label, width: 120, size: 11.5)
    #expect(lines.joined(separator: " ") == label)
    #expect(lines.allSatisfy { TextMetrics.width(of: $0, size: 11.5) <= 120 })
    let word = String(repeating: "W", count: 80)
    let pieces = TextMetrics.wrap(word, width: 60, size: 11.5)
    #expect(pieces.joined() == word)
    #expect(pieces.allSatisfy { TextMetrics.width(of: $0, size: 11.5) <= 60 })
    #expect(TextMetrics.wrap("", width: 60, size: 11.5) == [])
  }

  @Test("Letters with Vietnamese marks measure as their base letters")
  func metrics() {
    #expect(TextMetrics.width(of: "ấắảạ", size: 1000) == TextMetrics.width(of: "aaaa", size: 1000))
    #expect(TextMetrics.width(of: "Nguyện vọng", size: 1000) > 4000)
  }

  @Test(
    "Axes cover their values with round marks", arguments: [[0.0, 2.17], [-0.13, 0], [3.2, 3.2], [], [1e-9, 2e-9]])
  func axes(values: [Double]) {
    let axis = Axis(covering: values)
    #expect(values.allSatisfy { axis.low <= $0 + 1e-6 && $0 - 1e-6 <= axis.high })
    #expect((2...12).contains(axis.ticks.count))
  }

  @Test("Labels around crowded points do not overlap")
  func placing() {
    var placer = LabelPlacer(bounds: Box(x: 0, y: 0, width: 300, height: 300))
    let points: [(x: Double, y: Double)] = (0..<14).map { number in
      let (row, column) = number.quotientAndRemainder(dividingBy: 4)
      return (x: 140 + Double(column) * 9, y: 140 + Double(row) * 9)
    }
    for point in points { placer.block(Box(x: point.x - 5, y: point.y - 5, width: 10, height: 10)) }
    let boxes = points.map { placer.place(width: 14, height: 11, around: $0).box }
    for (index, box) in boxes.enumerated() {
      #expect(!boxes[(index + 1)...].contains { $0.overlaps(box) })
    }
  }

  @Test("Shades differ in lightness from the middle outwards and carry readable text", arguments: [2, 3, 4, 5, 6, 7])
  func shades(count: Int) {
    let lightness = (0..<count).map { ChartProbe.luminance(Shade.diverging($0, of: count).fill) }
    let half = count / 2
    #expect(zip(lightness[..<half], lightness[..<half].dropFirst()).allSatisfy { $0 + 0.05 < $1 })
    for index in 0..<count {
      let shade = Shade.diverging(index, of: count)
      let (one, other) = (ChartProbe.luminance(shade.fill), ChartProbe.luminance(shade.ink))
      #expect((max(one, other) + 0.05) / (min(one, other) + 0.05) >= 4.5)
    }
  }
}

/// Reads an SVG as XML and finds what lies outside or has a negative size.
final class ChartProbe: NSObject {
  static func luminance(_ colour: String) -> Double {
    let channels = [1, 3, 5].map { start -> Double in
      let digits = colour.dropFirst(start).prefix(2)
      let value = Double(Int(digits, radix: 16) ?? 0) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }

  func problems(in svg: String) -> [String] {
    var problems: [String] = []
    let size = HTMLProbe.attribute("viewBox", of: svg).split(separator: " ").compactMap { Double($0) }
    guard size.count == 4 else { return ["no view box"] }
    for piece in svg.components(separatedBy: "<").dropFirst() {
      for name in ["width", "height", "r"] {
        if let value = Double(HTMLProbe.attribute(name, of: piece)), value < 0 { problems.append("negative: \(piece)") }
      }
      guard piece.hasPrefix("text "), let close = piece.firstIndex(of: ">"),
        let x = Double(HTMLProbe.attribute("x", of: piece)), let y = Double(HTMLProbe.attribute("y", of: piece)),
        let font = Double(HTMLProbe.attribute("font-size", of: piece))
      else { continue }
      if y < font * 0.6 || y > size[3] { problems.append("outside: \(piece)") }
      if piece.contains("rotate(") { continue }
      let text = String(piece[piece.index(after: close)...])
        .replacingOccurrences(of: "&amp;", with: "&").replacingOccurrences(of: "&quot;", with: "\"")
      let width = TextMetrics.width(of: text, size: font, bold: piece.contains("font-weight=\"bold\""))
      let start =
        switch HTMLProbe.attribute("text-anchor", of: piece) {
        case "middle": x - width / 2
        case "end": x - width
        default: x
        }
      if start < -1 || start + width > size[2] + 1 { problems.append("outside: \(piece)") }
      if !piece.contains("font-family=\"") { problems.append("no font: \(piece)") }
    }
    return problems
  }
}

extension HTMLProbe {
  /// The value of an attribute in the first tag that has it; "" for none.
  static func attribute(_ name: String, of tag: String) -> String {
    guard let start = tag.range(of: " \(name)=\"") else { return "" }
    return String(tag[start.upperBound...].prefix { $0 != "\"" })
  }
}
