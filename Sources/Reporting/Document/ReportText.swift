/// A piece of a report's text of one kind and look.
struct ReportRun: Sendable, Hashable {
  enum Content: Sendable, Hashable {
    /// Words as they stand.
    case words(String)
    /// A figure.
    case figure(PrintedFigure)
    /// A fact that is no figure: a date, the wave.
    case fact(String)
    /// The next line of the same paragraph.
    case lineBreak
  }

  var content: Content
  var isStrong = false
  var isEmphasized = false
  var isCode = false
  /// Where a link leads; "" for none.
  var address = ""

  init(_ content: Content) { self.content = content }

  /// The words printed.
  var words: String {
    switch content {
    case .words(let words), .fact(let words): words
    case .figure(let figure): figure.text
    case .lineBreak: " "
    }
  }
}

/// Words and figures of a report, before any format.
struct ReportText: Sendable, Hashable {
  var runs: [ReportRun] = []

  init(runs: [ReportRun] = []) { self.runs = runs }
  init(_ words: String) { self.init(runs: words.isEmpty ? [] : [ReportRun(.words(words))]) }
  init(_ figure: PrintedFigure) { self.init(runs: [ReportRun(.figure(figure))]) }
  init(fact: String) { self.init(runs: [ReportRun(.fact(fact))]) }

  var isEmpty: Bool { runs.isEmpty }

  /// The text without looks and marks.
  var words: String { runs.map(\.words).joined() }

  /// The figures printed, in order.
  var figures: [PrintedFigure] {
    runs.compactMap { if case .figure(let figure) = $0.content { figure } else { nil } }
  }

  static func + (left: ReportText, right: ReportText) -> ReportText { ReportText(runs: left.runs + right.runs) }
  static func += (left: inout ReportText, right: ReportText) { left.runs += right.runs }
}

/// A text is written like a string, with figures in their place: `"Tỷ lệ là \(figure)."`.
extension ReportText: ExpressibleByStringInterpolation {
  init(stringLiteral words: String) { self.init(words) }
  init(stringInterpolation parts: Interpolation) { self.init(runs: parts.runs) }

  struct Interpolation: StringInterpolationProtocol {
    var runs: [ReportRun] = []

    init(literalCapacity: Int, interpolationCount: Int) { runs.reserveCapacity(2 * interpolationCount + 1) }

    mutating func appendLiteral(_ words: String) { if !words.isEmpty { runs.append(ReportRun(.words(words))) } }
    mutating func appendInterpolation(_ words: String) { appendLiteral(words) }
    mutating func appendInterpolation(_ figure: PrintedFigure) { runs.append(ReportRun(.figure(figure))) }
    mutating func appendInterpolation(_ text: ReportText) { runs += text.runs }
  }
}

extension [ReportText] {
  /// The texts one after the other with a separator between them.
  func joined(separator: String) -> ReportText {
    var text = ReportText()
    for (index, part) in enumerated() {
      if index > 0 { text += ReportText(separator) }
      text += part
    }
    return text
  }
}
