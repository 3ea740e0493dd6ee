import DelimitedText

extension NodeAttributes {
  /// The attributes that a row sets; of a group also the conditions that only questions have as fields.
  init(_ row: SurveyRow, ofGroup isGroup: Bool) {
    self.init()
    let cells = row.cells
    for (index, heading) in cells.sheet.attributeHeadings {
      let value = cells.row[index].trimmingBlanks()
      if value.isEmpty { continue }
      let attribute = Attribute(name: heading.name, value: value)
      switch heading.owner {
      case .instance: instance.append(attribute)
      case .bind: bind.append(attribute)
      case .control: control.append(attribute)
      case .groupControl: if isGroup { control.append(attribute) }
      case .submission: break
      }
    }
    add("jr:noAppErrorString", cells.text(.noAppMessage))
    if isGroup { addConditions(row) }
  }

  private mutating func addConditions(_ row: SurveyRow) {
    let columns: [(String, SheetColumn)] = [
      ("required", .required), ("readonly", .readOnly), ("constraint", .constraint), ("calculate", .calculation),
    ]
    for (name, column) in columns {
      if let expression = row.expressions[column] { bind.append(Attribute(name: name, value: expression.text)) }
    }
    add("jr:constraintMsg", row.cells.text(.constraintMessage))
    add("jr:requiredMsg", row.cells.text(.requiredMessage))
  }

  private mutating func add(_ name: String, _ text: LocalizedText) {
    if !text.isEmpty { messages[name] = text }
  }
}
