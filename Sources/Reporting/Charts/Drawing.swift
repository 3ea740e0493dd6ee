/// A chart under construction: SVG elements within a view box, with the words that describe it.
struct Drawing {
  /// The width of every chart, in units: the text width of an A4 page (165 mm).
  static let width = 640.0
  private static let font = "Arial, 'Liberation Sans', Helvetica, sans-serif"

  let identifier: String
  let title: String
  let description: String
  private var elements = ""

  init(identifier: String, title: String, description: String) {
    self.identifier = identifier
    self.title = title
    self.description = description
  }

  /// Where a text stands relative to its point.
  enum Anchor: String { case start, middle, end }

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill: String, stroke: String = "none", radius: Double = 0
  ) {
    let corner = radius > 0 ? " rx=\"\(coordinate(radius))\"" : ""
    elements +=
      "<rect x=\"\(coordinate(x))\" y=\"\(coordinate(y))\" width=\"\(coordinate(max(0, width)))\" "
      + "height=\"\(coordinate(max(0, height)))\"\(corner) fill=\"\(fill)\" stroke=\"\(stroke)\"/>\n"
  }

  mutating func line(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), stroke: String = "#444", width: Double = 1,
    dashed: Bool = false
  ) {
    let dash = dashed ? " stroke-dasharray=\"4 3\"" : ""
    elements +=
      "<line x1=\"\(coordinate(start.x))\" y1=\"\(coordinate(start.y))\" x2=\"\(coordinate(end.x))\" "
      + "y2=\"\(coordinate(end.y))\" stroke=\"\(stroke)\" stroke-width=\"\(coordinate(width))\"\(dash)/>\n"
  }

  mutating func circle(x: Double, y: Double, radius: Double, fill: String, stroke: String = "none") {
    elements +=
      "<circle cx=\"\(coordinate(x))\" cy=\"\(coordinate(y))\" r=\"\(coordinate(radius))\" fill=\"\(fill)\" "
      + "stroke=\"\(stroke)\" stroke-width=\"1.5\"/>\n"
  }

  /// A line of text on its baseline; `role` names what it is (`figure` for printed estimates, `tick` for axes).
  mutating func text(
    _ text: String, x: Double, y: Double, size: Double, anchor: Anchor = .start, fill: String = "#111",
    bold: Bool = false, italic: Bool = false, role: String? = nil, turned: Bool = false
  ) {
    var attributes = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    if bold { attributes += " font-weight=\"bold\"" }
    if italic { attributes += " font-style=\"italic\"" }
    if let role { attributes += " class=\"\(role)\"" }
    if turned { attributes += " transform=\"rotate(-90 \(coordinate(x)) \(coordinate(y)))\"" }
    elements +=
      "<text x=\"\(coordinate(x))\" y=\"\(coordinate(y))\" font-size=\"\(coordinate(size))\" fill=\"\(fill)\""
      + " font-family=\"\(Self.font)\"\(attributes)>\(text.escapedForHTML)</text>\n"
  }

  /// Lines of text below each other, the first baseline at `y`.
  mutating func lines(
    _ lines: [String], x: Double, y: Double, size: Double, anchor: Anchor = .start, fill: String = "#111",
    bold: Bool = false, italic: Bool = false, role: String? = nil
  ) {
    for (index, line) in lines.enumerated() {
      text(
        line, x: x, y: y + Double(index) * size * 1.2, size: size, anchor: anchor, fill: fill, bold: bold,
        italic: italic, role: role)
    }
  }

  /// Slanting lines over a rectangle, 5 apart; lines of their own, as not every program knows patterns.
  mutating func hatch(x: Double, y: Double, width: Double, height: Double, stroke: String = "#ffffff") {
    guard width > 0, height > 0, width + height < 4 * Self.width else { return }
    let (right, bottom) = (x + width, y + height)
    // Each line is x + y = sum.
    let sums = stride(from: ((x + y) / 5).rounded(.up) * 5, to: right + bottom, by: 5)
    let path = sums.map { sum in
      let start = (max(x, sum - bottom), min(bottom, sum - x))
      let end = (min(right, sum - y), max(y, sum - right))
      return "M\(coordinate(start.0)) \(coordinate(start.1))L\(coordinate(end.0)) \(coordinate(end.1))"
    }
    elements += "<path d=\"\(path.joined())\" fill=\"none\" stroke=\"\(stroke)\" stroke-width=\"0.9\"/>\n"
  }

  /// The finished SVG element.
  func svg(height: Double) -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 \(coordinate(Self.width)) "
      + "\(coordinate(height))\" width=\"\(coordinate(Self.width))\" height=\"\(coordinate(height))\" "
      + "aria-labelledby=\"\(identifier)-title \(identifier)-desc\">\n"
      + "<title id=\"\(identifier)-title\">\(title.escapedForHTML)</title>\n"
      + "<desc id=\"\(identifier)-desc\">\(description.escapedForHTML)</desc>\n"
      + elements + "</svg>"
  }

  /// A coordinate with at most two decimals.
  private func coordinate(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let text = ((value * 100).rounded() / 100).description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
