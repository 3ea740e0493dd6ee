public import Diagnostics

/// A report before any format: writers for web pages, Word documents and workbooks walk over it.
public struct ReportDocument: Sendable {
  /// The language it is written in.
  public let language: InterfaceLanguage
  /// With the parts of an official report, or plain.
  let style: TemplateSettings.Style
  /// The type of document, in capitals.
  let documentType: String
  /// The title below the type.
  let title: ReportText
  /// Who issues it, to whom, and who signs.
  let issuer: IssuerFacts
  /// The day of issue in words.
  let dateline: String
  /// The day of issue; nil: left open.
  let day: CalendarDay?
  /// Whether every page says that the answers were simulated.
  let isSimulated: Bool
  /// The text, up to the signature.
  let body: [ReportBlock]
  /// What follows the signature.
  let annexes: [ReportAnnex]
  /// How the figures came about, for workbooks.
  let methods: [MethodLine]

  /// The size of its letters in points.
  let textSize: Int

  /// The title without looks: for properties of files.
  public var plainTitle: String { "\(documentType): \(title.words)" }

  /// Whether it follows the layout of documents of the Party.
  var isParty: Bool { style == .official && issuer.style == .party }

  /// The authority and office of the signer; documents of the Party write `T/M` for `TM.`.
  var signatureLines: [String] {
    guard isParty else { return issuer.signer }
    return issuer.signer.map { $0.hasPrefix("TM.") ? "T/M" + $0.dropFirst(3) : $0 }
  }

  /// The wording in the report's language.
  func say(_ vietnamese: String, _ english: String) -> String { language == .vietnamese ? vietnamese : english }

  /// The words for a figure that is withheld.
  var unavailable: String { say("không đủ số liệu để công bố", "too few answers to publish") }

  /// What every page of simulated answers says.
  var simulatedWords: String { say("SỐ LIỆU MÔ PHỎNG", "SIMULATED DATA") }

  /// Why the first page says so.
  var simulatedReason: String {
    say(
      "câu trả lời do máy tạo ra để diễn tập, không phản ánh ý kiến của người thật.",
      "answers made by machine for rehearsal; they are nobody's opinions.")
  }

  /// Every figure printed, with the row it comes from, in the order of printing.
  var figures: [PrintedFigure] {
    title.figures + body.flatMap(\.figures) + annexes.flatMap { $0.blocks.flatMap(\.figures) }
  }

  /// What stands before the first sheet, and the sheets.
  var sheets: (front: [ReportBlock], sheets: [ReportSheet]) {
    var front: [ReportBlock] = []
    var sheets: [ReportSheet] = []
    for block in body {
      if case .sheet(let number, let name) = block {
        sheets.append(ReportSheet(number: number, name: name, blocks: []))
      } else if sheets.isEmpty {
        front.append(block)
      } else {
        sheets[sheets.count - 1].blocks.append(block)
      }
    }
    return (front, sheets)
  }

  /// The charts in order.
  public var charts: [ReportChart] { body.charts + annexes.flatMap(\.blocks.charts) }
}

/// An annex: it begins on a page of its own.
struct ReportAnnex: Sendable {
  /// Its number, from 1.
  var number: Int
  var title: String
  /// To which document it belongs; "" for a plain report.
  var attachment: String
  var blocks: [ReportBlock]
}

/// A page, or what follows it, for one unit.
struct ReportSheet: Sendable {
  /// Its number, from 1.
  var number: Int
  /// The unit.
  var name: String
  var blocks: [ReportBlock]
}

/// A part of a report that stands on lines of its own.
indirect enum ReportBlock: Sendable {
  /// A heading: level 1…6, its number with what follows it (`I. `), its text.
  case heading(level: Int, number: String, ReportText)
  case paragraph(ReportText)
  /// `start` numbers the first item; nil: lines with dashes.
  case list(start: Int?, items: [[ReportBlock]])
  case quote([ReportBlock])
  /// Lines printed as they stand.
  case code(String)
  case rule
  case table(ReportTable)
  case chart(ReportChart)
  /// The sheet of a unit begins on a new page; all up to the next one belongs to it.
  case sheet(number: Int, name: String)

  /// Every figure printed, in order.
  var figures: [PrintedFigure] {
    switch self {
    case .heading(_, _, let text), .paragraph(let text): text.figures
    case .list(_, let items): items.flatMap { $0.flatMap(\.figures) }
    case .quote(let blocks): blocks.flatMap(\.figures)
    case .code, .rule, .sheet: []
    case .table(let table): table.figures
    case .chart(let chart): chart.figures + (chart.data?.figures ?? [])
    }
  }
}

extension [ReportBlock] {
  /// The charts in order.
  var charts: [ReportChart] {
    flatMap { block -> [ReportChart] in
      switch block {
      case .chart(let chart): [chart]
      case .list(_, let items): items.flatMap(\.charts)
      case .quote(let blocks): blocks.charts
      default: []
      }
    }
  }

  /// The tables in order, with those behind charts left out.
  var tables: [ReportTable] {
    flatMap { block -> [ReportTable] in
      switch block {
      case .table(let table): [table]
      case .list(_, let items): items.flatMap(\.tables)
      case .quote(let blocks): blocks.tables
      default: []
      }
    }
  }
}
