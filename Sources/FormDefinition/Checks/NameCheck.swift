import Diagnostics

/// Names are there, are valid XML names whose prefix, if any, is declared, and are not reserved.
enum NameCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    let known = standardPrefixes.union(draft.form.declaredNamespaces.map(\.prefix))
    for row in draft.rows where row.isNamed {
      let position = row.cells.position(.name)
      if row.name.isEmpty {
        report.add(.formNameMissing, at: position)
      } else if row.type == .metadata(.audit), row.name != "audit" {
        report.add(.formAuditName, at: position, field: row.name)
      } else if row.name == "meta" {
        report.add(.formNameReserved, at: position, field: row.name, ["name": row.name])
      } else if !row.name.isElementName {
        let prefix = row.name.elementPrefix
        if let prefix, !known.contains(prefix) {
          report.add(
            .formNamespaceUndeclared, at: position, field: row.name, ["prefix": prefix, "name": row.name])
        } else if prefix == nil {
          report.add(.formNameInvalid, at: position, field: row.name, ["name": row.name])
        }
      }
    }
    if let settings = draft.sheets[.settings]?.rows.first {
      let name = settings[.name]
      if !name.isEmpty, !name.isElementName {
        report.add(.formNameInvalid, at: settings.position(.name), ["name": name])
      }
    }
  }

  /// Prefixes that every XForms document declares.
  private static let standardPrefixes: Set<String> = ["ev", "h", "jr", "odk", "orx", "xsd"]
}

extension String {
  /// Whether the text can name an XML element without namespace: a letter or `_`, then letters, digits, `_`, `-`, `.`.
  var isElementName: Bool {
    guard let first = unicodeScalars.first, first.beginsElementName else { return false }
    return unicodeScalars.dropFirst().allSatisfy(\.continuesElementName)
  }
}

extension String {
  /// What stands before the only colon of an XML name; nil when the text is no such name.
  fileprivate var elementPrefix: String? {
    let parts = split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    return parts.count == 2 && parts.allSatisfy(\.isElementName) ? parts[0] : nil
  }
}

extension Unicode.Scalar {
  /// NameStartChar of XML 1.0 (fifth edition) without the colon.
  var beginsElementName: Bool {
    switch value {
    case 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF,
      0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD,
      0x10000...0xEFFFF:
      true
    default: false
    }
  }

  /// NameChar of XML 1.0 (fifth edition) without the colon.
  var continuesElementName: Bool {
    switch value {
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: beginsElementName
    }
  }
}
