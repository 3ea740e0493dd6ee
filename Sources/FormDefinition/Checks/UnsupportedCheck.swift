import DelimitedText
import Diagnostics

/// Entities and encrypted submissions are refused, not silently dropped.
enum UnsupportedCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    if let name = draft.unknownSheets.first(where: { $0.lowercased() == "entities" }),
      let table = draft.input.tables[name], let row = table.rows.first
    {
      report.add(.formEntitiesUnsupported, at: table.position(of: row))
    }
    if let row = draft.rows.first(where: { !$0.cells[.saveTo].isEmpty }) {
      report.add(.formEntitiesUnsupported, at: row.cells.position(.saveTo), field: row.name)
    }
    if let settings = draft.sheets[.settings]?.rows.first, !settings[.publicKey].isEmpty {
      report.add(.formEncryptionUnsupported, at: settings.position(.publicKey))
    }
  }
}
