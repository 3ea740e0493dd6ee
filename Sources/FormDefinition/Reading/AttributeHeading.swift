/// A heading that sets an attribute of the XForms document: `bind::odk:length`, `instance::foo`, `rows`, ….
struct AttributeHeading: Sendable, Hashable {
  /// Where the attribute stands.
  enum Owner: Sendable, Hashable {
    /// The node in the submission, its bind, its control, a group's control, the submission itself.
    case instance, bind, control, groupControl, submission
  }

  let owner: Owner
  /// The attribute's name as written.
  let name: String

  init(owner: Owner, name: String) {
    self.owner = owner
    self.name = name
  }

  /// What a bind says in columns of its own.
  private static let bindColumns: Set<SheetColumn> = [
    .required, .requiredMessage, .relevant, .constraint, .constraintMessage, .calculation, .readOnly, .noAppMessage,
  ]
  /// What a control says in columns of its own.
  private static let controlColumns: Set<SheetColumn> = [.appearance, .repeatCount]

  /// Old headings that mean an attribute.
  private static let known: [String: AttributeHeading] = [
    "compact_tag": AttributeHeading(owner: .instance, name: "odk:tag"),
    "rows": AttributeHeading(owner: .control, name: "rows"),
    "autoplay": AttributeHeading(owner: .control, name: "autoplay"),
    "intent": AttributeHeading(owner: .groupControl, name: "intent"),
  ]

  /// Reads a heading's parts; nil when it names a column of the sheet.
  init?(parts: [String], sheet: SheetKind, aliases: [String: SheetColumn]) {
    guard sheet == .survey || sheet == .settings, let first = parts.first?.lowercased() else { return nil }
    let rest = parts.dropFirst().joined(separator: "::")
    if sheet == .settings {
      guard first == "attribute", !rest.isEmpty else { return nil }
      self.init(owner: .submission, name: rest)
      return
    }
    if parts.count == 1 {
      guard let known = Self.known[ColumnHeading.name(first)] else { return nil }
      self = known
      return
    }
    let column = ColumnHeading.column(named: ColumnHeading.name(parts[1]), sheet: sheet, aliases: aliases)
    switch first {
    case "instance": self.init(owner: .instance, name: rest)
    case "bind" where !Self.bindColumns.contains(where: { $0 == column }): self.init(owner: .bind, name: rest)
    case "control", "body":
      if Self.controlColumns.contains(where: { $0 == column }) { return nil }
      self.init(owner: .control, name: rest)
    default: return nil
    }
  }
}
