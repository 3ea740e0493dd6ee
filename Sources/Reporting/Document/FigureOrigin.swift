internal import Diagnostics
public import Estimation

/// A figure of a report with the place where it is printed.
public struct PlacedFigure: Sendable {
  /// The place: `I.1`, `Bảng 5`, `Hình 2`, `Phụ lục I, Bảng 13`.
  public let place: String
  /// The figure.
  public let figure: PrintedFigure
}

extension ReportDocument {
  /// Every figure with its place, in the order of printing.
  public var placedFigures: [PlacedFigure] {
    var walk = FigureWalk(report: self)
    walk.add(title.figures, say("Tiêu đề", "Title"))
    walk.visit(body, within: "")
    for annex in annexes {
      walk.visit(annex.blocks, within: say("Phụ lục", "Annex") + " \(Numbering.roman(annex.number))")
    }
    return walk.figures
  }

  /// For every figure: where it is printed, what it is, the row of the estimates table, and the command that computes it
  /// anew.
  ///
  /// Columns: `number` from 1, `place`, `printed`, `value` unrounded, `source`, the columns that name a row of the
  /// estimates table, `column` of it, `command`.
  /// - Parameters:
  ///   - pipeline: the pipeline file, for the commands.
  ///   - form: the form's folder, and `store` the store's URL, for the commands about records.
  public func originTable(pipeline: String, form: String, store: String) -> SideTable {
    var table = SideTable(
      name: "figures",
      title: BilingualText(vi: "Nguồn gốc các con số trong báo cáo", en: "Where the report's figures come from"),
      columns: [
        "number", "place", "printed", "value", "source", "indicator", "item", "statistic", "level", "domain",
        "domain_level", "column", "command",
      ])
    for (index, entry) in placedFigures.enumerated() {
      let origin = Origin(entry.figure.source, pipeline: pipeline, form: form, store: store, day: day)
      table.add(
        [.count(index + 1), .text(entry.place), .text(entry.figure.text), .number(entry.figure.value)]
          + origin.cells.map(SideTable.Cell.text))
    }
    return table
  }
}

/// Walks over a report and notes where its figures stand.
private struct FigureWalk {
  let report: ReportDocument
  private(set) var figures: [PlacedFigure] = []
  private var numbers = ["", "", ""]
  /// The sheet that the figures stand on; "" before the first.
  private var sheet = ""

  init(report: ReportDocument) { self.report = report }

  mutating func add(_ figures: [PrintedFigure], _ place: String) {
    self.figures += figures.map { PlacedFigure(place: place, figure: $0) }
  }

  mutating func visit(_ blocks: [ReportBlock], within annex: String) {
    numbers = ["", "", ""]
    sheet = ""
    for block in blocks { visit(block, within: annex) }
  }

  private mutating func visit(_ block: ReportBlock, within annex: String) {
    func named(_ name: String) -> String { [annex, sheet, name].filter { !$0.isEmpty }.joined(separator: ", ") }
    switch block {
    case .heading(let level, let number, let text):
      if level <= 3 {
        numbers[level - 1] = String(number.prefix { $0.isLetter || $0.isNumber })
        for deeper in level..<3 { numbers[deeper] = "" }
      }
      add(text.figures, named(section))
    case .sheet(let number, _):
      numbers = ["", "", ""]
      sheet = "\(report.say("Phiếu", "Sheet")) \(number)"
    case .table(let table):
      let name = table.number.map { "\(report.say("Bảng", "Table")) \($0)" } ?? section
      add(table.figures, named(name))
    case .chart(let chart):
      let name = "\(report.say("Hình", "Figure")) \(chart.number)"
      add(chart.figures + (chart.data?.figures ?? []), named(name))
    default: add(block.figures, named(section))
    }
  }

  private var section: String { numbers.filter { !$0.isEmpty }.joined(separator: ".") }
}

/// The words that say where a figure comes from.
private struct Origin {
  /// Source, indicator, item, statistic, level, domain, its level, column, command.
  let cells: [String]

  init(_ source: PrintedFigure.Source, pipeline: String, form: String, store: String, day: CalendarDay?) {
    // Targets stand otherwise on another day.
    let asOf = day.map { " --as-of \($0.iso)" } ?? ""
    let design = "ykien estimate \(pipeline.shellQuoted)\(asOf) --to csv"
    let status = "ykien store status --form \(form.shellQuoted) --store \(store.shellQuoted)"
    switch source {
    case .estimate(let key, let column):
      let item = key.item.isEmpty ? key.indicator : key.item
      var command = "ykien estimate \(pipeline.shellQuoted) --explain \(item.shellQuoted)"
      if !key.domain.isEmpty { command += " --domain \("\(key.domain)=\(key.domainLevel)".shellQuoted)" }
      let statistic = key.level.isEmpty ? key.statistic : "\(key.statistic)=\(key.level)"
      command += " --statistic \(statistic.shellQuoted)"
      cells = [
        "estimate", key.indicator, key.item, key.statistic, key.level, key.domain, key.domainLevel, column.rawValue,
        command,
      ]
    case .accounting(let name): cells = Self.plain("accounting", name, status)
    case .weighting(let name): cells = Self.plain("weighting", name, design)
    case .form(let name): cells = Self.plain("form", name, "ykien form check \(form.shellQuoted)")
    case .plan(let name): cells = Self.plain("plan", name, "")
    case .count(let name): cells = Self.plain("count", name, design)
    case .table(let name, let row, let column):
      cells = [
        "table \(name)", "", "", "", "row \(row)", "", "", column,
        "ykien estimate \(pipeline.shellQuoted) --table \(name.shellQuoted)\(asOf) --to csv",
      ]
    }
  }

  private static func plain(_ source: String, _ name: String, _ command: String) -> [String] {
    [source, "", "", "", "", "", "", name, command]
  }
}

extension String {
  /// The text as one word of a shell.
  fileprivate var shellQuoted: String {
    let isPlain =
      !isEmpty
      && utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "_-./:=,@+".utf8.contains(byte)
      }
    return isPlain ? self : "'" + replacing("'", with: "'\\''") + "'"
  }
}
