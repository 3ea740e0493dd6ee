import DelimitedText
public import Diagnostics

/// A form that was read, with everything found on the way.
public struct FormReading: Sendable {
  /// The form; nil when errors leave nothing to work with.
  public var form: Form?
  /// All findings, in the order of the sheets and rows.
  public var diagnostics: [Diagnostic]

  /// Whether the form can be used: it exists and no finding is an error.
  public var isUsable: Bool { form != nil && !diagnostics.contains { $0.severity == .error } }
}

extension Form {
  /// Reads a form from its sheets and checks it.
  ///
  /// Everything that is wrong is reported at once. The form is nil only when there is no survey sheet; with errors
  /// among the findings it holds what could be understood and must not be used (see ``FormReading/isUsable``).
  ///
  /// - Parameter files: finds the files beside the form that its rows need, each asked for once.
  /// - Complexity: O(bytes of the sheets and files) but for suggestions of names, whose number is limited.
  public static func read(_ sheets: FormSheets, files: FormFileReader = { _ in .missing }) -> FormReading {
    let draft = FormDraft(reading: sheets, files: files)
    let findings = draft.findings + FormChecks.findings(in: draft)
    return FormReading(
      form: draft.sheets[.survey] == nil ? nil : draft.form, diagnostics: findings.inOrder(of: sheets))
  }
}

extension FormDraft {
  /// Reads the sheets without refusing anything.
  init(reading input: FormSheets, files: FormFileReader) {
    var sheets: [SheetKind: Sheet] = [:]
    for kind in SheetKind.allCases {
      if let table = input.tables[kind.rawValue] { sheets[kind] = Sheet(kind: kind, table: table) }
    }
    self.init(
      input: input, sheets: sheets,
      unknownSheets: input.tables.keys.filter { SheetKind(rawValue: $0) == nil }.sorted(),
      form: Form(identifier: input.name, source: input.source))
    findings = input.diagnostics
    for kind in SheetKind.allCases { findings += sheets[kind]?.table.diagnostics ?? [] }
    if let settings = sheets[.settings] { findings += SettingsReader.apply(settings, to: &form) }
    form.languages = Self.languages(of: sheets)
    if form.defaultLanguage.isEmpty { form.defaultLanguage = form.languages.first?.code ?? "" }
    if let survey = sheets[.survey] {
      let reader = SurveyReader(survey, choices: sheets[.choices])
      rows = reader.rows
      nameIndex = NameIndex(rows)
      findings += reader.findings
    }
    if let sheet = sheets[.choices] {
      var reader = ChoicesReader(sheet)
      reader.addOther(for: rows)
      choices = reader.rows
      form.choiceLists = reader.lists
    }
    if let sheet = sheets[.externalChoices] {
      for list in ChoicesReader(sheet).lists.values {
        let name = ChoiceSource.externalList(list.name)
        form.choiceLists[name] = ChoiceList(name: name, choices: list.choices)
      }
    }
    readFiles(files)
    form.children = FormTree(rows).children
    if let sheet = sheets[.indicators] {
      let names = QuestionNames(form.placedQuestions.map(\.question.name))
      indicators = IndicatorsReader.read(sheet, questions: names)
      form.indicators = indicators.filter(\.isKindKnown).map(\.indicator)
    }
  }

  /// The languages of the survey's and choices' headings, each code once.
  private static func languages(of sheets: [SheetKind: Sheet]) -> [FormLanguage] {
    var codes: Set<String> = []
    return [SheetKind.survey, .choices].flatMap { sheets[$0]?.languages ?? [] }.filter {
      codes.insert($0.code).inserted
    }
  }
}

extension [Diagnostic] {
  /// Sorted by sheet, line and column; findings of one place keep their order.
  fileprivate func inOrder(of sheets: FormSheets) -> [Diagnostic] {
    let order = Dictionary(
      SheetKind.allCases.enumerated().map { (sheets.place(of: $1.rawValue), $0) },
      uniquingKeysWith: { first, _ in first })
    return enumerated().map { offset, finding in
      (
        key: (
          finding.position.flatMap { order[SourcePosition(file: $0.file, sheet: $0.sheet)] } ?? -1,
          finding.position?.line ?? 0, finding.position?.column ?? 0,
          offset
        ), finding: finding
      )
    }.sorted { $0.key < $1.key }.map(\.finding)
  }
}
