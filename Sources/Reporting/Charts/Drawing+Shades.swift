extension Drawing {
  /// A part of a bar in its shade, with its figure where there is room.
  mutating func shadedPart(
    _ text: String, x: Double, center: Double, width: Double, height: Double, shade: Shade
  ) {
    let top = center - height / 2
    rectangle(x: x, y: top, width: width, height: height, fill: shade.fill)
    if shade.isHatched { hatch(x: x, y: top, width: width, height: height) }
    let room = TextMetrics.width(of: text, size: 9.5)
    if width >= room + 4 {
      // Unhatched behind the figure.
      if shade.isHatched {
        rectangle(x: x + width / 2 - room / 2 - 1.5, y: center - 6, width: room + 3, height: 12, fill: shade.fill)
      }
      self.text(text, x: x + width / 2, y: center + 3.4, size: 9.5, anchor: .middle, fill: shade.ink, role: "figure")
    }
    rectangle(x: x, y: top, width: width, height: height, fill: "none", stroke: "#555")
  }

  /// The key of shades, in as many lines as it needs; returns where it ends.
  mutating func key(of labels: [String], shade: (Int) -> Shade) -> Double {
    var x = 0.0
    var y = 4.0
    for (index, label) in labels.enumerated() {
      let words = TextMetrics.wrap(label, width: Drawing.width - 40, size: 10.5)
      let width = 18 + (words.map { TextMetrics.width(of: $0, size: 10.5) }.max() ?? 0)
      if x > 0, x + width > Drawing.width { (x, y) = (0, y + 18) }
      let shade = shade(index)
      rectangle(x: x + 0.5, y: y, width: 13, height: 11, fill: shade.fill, stroke: "#555")
      if shade.isHatched { hatch(x: x + 0.5, y: y, width: 13, height: 11) }
      lines(words, x: x + 18, y: y + 9.5, size: 10.5)
      x += width + 14
      if words.count > 1 { (x, y) = (0, y + Double(words.count - 1) * 12.6 + 18) }
    }
    return y + 24
  }
}
