import Diagnostics
import FormDefinition
import Markup
import Questionnaire
import Responses

/// Writes what the columns of a CSV export with the same options mean, as DDI Codebook 2.5.
///
/// Elements stand in the order that the schema of the DDI Alliance asks for.
func writeCodebook(_ plan: ExportPlan, recordCount: Int, to path: String) throws(StageFailure) {
  let target = try ExportTarget(path: path)
  let codebook = Codebook(plan: plan, recordCount: recordCount)
  try target.append(Array(codebook.document.utf8))
  try target.commit()
}

/// A codebook as XML.
private struct Codebook {
  let plan: ExportPlan
  let recordCount: Int

  var document: String {
    var xml = MarkupWriter()
    xml.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    let language = plan.options.language.isEmpty ? nil : plan.options.language
    xml.element(
      "codeBook", [("xmlns", "ddi:codebook:2_5"), ("version", "2.5"), ("xml:lang", language)]
    ) { xml in
      xml.element("stdyDscr") { xml in
        xml.element("citation") { xml in
          xml.element("titlStmt") { xml in
            let title = plan.form.title.text(in: plan.options.language)
            xml.leaf("titl", text: title.isEmpty ? plan.form.identifier : title)
            xml.leaf("IDNo", text: plan.form.identifier)
          }
          if !plan.form.version.isEmpty {
            xml.element("verStmt") { xml in xml.leaf("version", text: plan.form.version) }
          }
        }
      }
      for (number, table) in plan.tables.enumerated() { describeFile(table, number, &xml) }
      xml.element("dataDscr") { xml in
        for (number, table) in plan.tables.enumerated() { describeGroups(of: table, number, &xml) }
        for (number, table) in plan.tables.enumerated() {
          for index in table.columns.indices { describeColumn(index, of: table, number, &xml) }
        }
      }
    }
    return xml.text
  }

  private func describeFile(_ table: ExportTable, _ number: Int, _ xml: inout MarkupWriter) {
    xml.element("fileDscr", [("ID", "F\(number + 1)")]) { xml in
      xml.element("fileTxt") { xml in
        xml.leaf("fileName", text: plan.path(of: table, beside: "\(plan.form.identifier).csv"))
        xml.element("dimensns") { xml in
          if table.repeated == nil { xml.leaf("caseQnty", text: "\(recordCount)") }
          xml.leaf("varQnty", text: "\(table.columns.count)")
        }
      }
    }
  }

  /// Columns that hold one question together.
  private func describeGroups(of table: ExportTable, _ number: Int, _ xml: inout MarkupWriter) {
    var groups: [(field: Int, columns: [Int])] = []
    for (index, column) in table.columns.enumerated() {
      guard let field = column.content.field else { continue }
      if groups.last?.field == field {
        groups[groups.count - 1].columns.append(index)
      } else {
        groups.append((field, [index]))
      }
    }
    for (position, group) in groups.enumerated() where group.columns.count > 1 {
      let isMultiple = if case .tick = table.columns[group.columns[0]].content { true } else { false }
      xml.empty(
        "varGrp",
        [
          ("ID", "G\(number + 1)_\(position + 1)"), ("type", isMultiple ? "multipleResp" : "other"),
          ("var", group.columns.map { id($0, number) }.joined(separator: " ")),
        ])
    }
  }

  private func describeColumn(_ index: Int, of table: ExportTable, _ number: Int, _ xml: inout MarkupWriter) {
    let column = table.columns[index]
    let isTick = if case .tick = column.content { true } else { false }
    let isCoded = isTick || !column.choices.isEmpty
    let isNumber = column.isNumber
    xml.element(
      "var",
      [
        ("ID", id(index, number)), ("name", column.name), ("files", "F\(number + 1)"),
        ("intrvl", isNumber && !isTick ? "contin" : "discrete"),
      ]
    ) { xml in
      xml.leaf("labl", text: column.label.isEmpty ? column.name : column.label)
      if let question = question(of: column, in: table) {
        let text = question.label.text(in: plan.options.language)
        let hint = question.hint.text(in: plan.options.language)
        if !text.isEmpty {
          xml.element("qstn") { xml in
            xml.leaf("qstnLit", text: text)
            if !hint.isEmpty { xml.leaf("ivuInstr", text: hint) }
          }
        }
      }
      let missing = column.choices.filter { $0.missing != nil }
      if !isTick, !missing.isEmpty {
        xml.element("invalrng") { xml in
          for choice in missing { xml.empty("item", [("VALUE", choice.code)]) }
        }
      }
      if isTick {
        category("1", isVietnamese ? "Chọn" : "Chosen", isMissing: false, &xml)
        category("0", isVietnamese ? "Không chọn" : "Not chosen", isMissing: false, &xml)
      } else {
        for choice in column.choices {
          category(choice.code, choice.label, isMissing: choice.missing != nil, &xml)
        }
      }
      xml.empty(
        "varFormat",
        [
          ("type", isNumber ? "numeric" : "character"), ("schema", "other"),
          ("category", isCoded ? nil : column.dateCategory),
        ])
    }
  }

  private func category(_ code: String, _ label: String, isMissing: Bool, _ xml: inout MarkupWriter) {
    xml.element("catgry", [("missing", isMissing ? "Y" : nil)]) { xml in
      xml.leaf("catValu", text: code)
      xml.leaf("labl", text: label)
    }
  }

  private var isVietnamese: Bool { plan.options.language.hasPrefix("vi") }

  /// An XML name for a column, once in the document.
  private func id(_ index: Int, _ number: Int) -> String { "V\(number + 1)_\(index + 1)" }

  private func question(of column: ExportColumn, in table: ExportTable) -> Question? {
    guard let field = column.content.field else { return nil }
    let fields = table.repeated.map { plan.layout.repeats[$0].fields } ?? plan.layout.fields
    return plan.question(of: fields[field])
  }
}

extension ExportColumn {
  /// Whether the column holds numbers.
  fileprivate var isNumber: Bool {
    switch (content, type) {
    case (.tick, _), (_, .integer), (_, .decimal), (_, .range): true
    default: false
    }
  }

  /// How DDI calls dates and times; nil for anything else.
  fileprivate var dateCategory: String? {
    switch type {
    case .date, .dateTime, .metadata(.today), .metadata(.start), .metadata(.end): "date"
    case .time: "time"
    default: nil
    }
  }
}
